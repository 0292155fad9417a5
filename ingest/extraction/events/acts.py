"""Estimates whether one event is an act of states, or belongs to sport, fiction, trade or nature.

A logistic model weighs what the whole text is about (`ingest.extraction.events.learned.sense`) with the type,
parties and status of the event. Its weights are stored in ``acts.json`` beside this file and fitted by
``python -m models.sense.train``. A language without weights gets no estimate.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from ingest.extraction.events.learned.logistic import Logistic
from ingest.extraction.scene import Odds

EVEN = 0.5
"""Below this probability that an event is an act of states, its claim stays below the trusted lens."""


def chance_of_act(evidence: Mapping[str, float], odds: Odds | None, language: str) -> float | None:
    """Return the probability (0-1) that an event is an act of states; None if its language has no weights.

    `evidence` is that of `evidence_of`; `odds` are those of the event's text.
    """
    model = _models().get(language)
    return None if odds is None or model is None else model.probability({**evidence, **about(odds)})


def about(odds: Odds) -> dict[str, float]:
    """Return the evidence of a text as a whole, by name."""
    return {
        "document": odds.document,
        "sentence": odds.sentence,
        "one sentence": float(odds.alone),
        "countries alone": float(odds.countries),
    }


@cache
def _models() -> dict[str, Logistic]:
    table = json.loads(files(__package__).joinpath("acts.json").read_text("utf-8"))
    return {code: Logistic.of(model) for code, model in table.items()}
