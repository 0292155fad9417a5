"""The confidence of a claim: the probability that it says what its sentence says.

A logistic model weighs the evidence for and against a claim. Its weights are stored in ``confidence.json``
beside this file and fitted to gold by ``python -m models.confidence.fit``. docs/extraction.md shows how well
the result is calibrated. Evidence that the model does not know has no weight.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from cypher.model.lens import MOST_UNSAID
from ingest.extraction.events.acts import EVEN
from ingest.extraction.events.learned.logistic import Logistic
from ingest.extraction.events.told import Told

_LEAST, _MOST = 0.02, 0.98


def confidence_of(told: Told, evidence: Mapping[str, float], act: float | None) -> float:
    """Return the probability (0-1) that type, parties and status of an event are what its sentence says.

    `evidence` is that of `evidence_of`; `act` is the probability that the event is an act of states.
    """
    leisure = told.doubtful or (act is not None and act < EVEN)
    most = MOST_UNSAID if leisure or not told.roles.certainty else _MOST
    return round(min(most, max(_LEAST, _fitted().probability(evidence))), 3)


@cache
def _fitted() -> Logistic:
    return Logistic.of(json.loads(files(__package__).joinpath("confidence.json").read_text("utf-8")))
