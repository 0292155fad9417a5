"""The confidence of a claim: the probability that it says what its sentence says.

A logistic model weighs the evidence for and against a claim. Its weights are stored in ``confidence.json``
beside this file and fitted to gold by ``python -m models.confidence.fit``. docs/extraction.md shows how well
the result is calibrated. Evidence that the model does not know has no weight.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from cypher.model.graph import EntityKind, EventStatus
from cypher.model.lens import MOST_UNSAID
from ingest.extraction.events.told import Told
from ingest.extraction.parties.party import Party
from ingest.extraction.syntax.sentence import Parse

_LEAST, _MOST = 0.02, 0.98
EVEN = 0.5
"""Below this probability that a text is about acts of states, its claims stay below the trusted lens."""

_QUOTED = re.compile("“[^”]*”")
_LONG = 40
"""Number of tokens at which the length of a sentence counts in full."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model: the log-odds of a claim without evidence and the weight of each piece of evidence."""

    intercept: float
    weights: Mapping[str, float]

    def probability(self, evidence: Mapping[str, float]) -> float:
        """Return the probability (0-1) that a claim with this evidence is right."""
        odds = self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in evidence.items())
        return 1 / (1 + math.exp(-odds))


def confidence_of(told: Told, parse: Parse) -> float:
    """Return the probability (0-1) that type, parties and status of an event are what its sentence says."""
    leisure = told.doubtful or (told.sense is not None and told.sense < EVEN)
    most = MOST_UNSAID if leisure or not told.roles.certainty else _MOST
    return round(min(most, max(_LEAST, _fitted().probability(evidence_of(told, parse)))), 3)


@cache
def _fitted() -> Weights:
    table: dict[str, Any] = json.loads(files(__package__).joinpath("confidence.json").read_text("utf-8"))
    return Weights(table["intercept"], table["weights"])


def evidence_of(told: Told, parse: Parse) -> dict[str, float]:
    """Return the evidence on how an event was found, by name, each value in 0-1."""
    sense, roles = told.trigger.sense, told.roles
    facts = [
        f"type {sense.event_type}",
        f"language {parse.language.code}",
        f"voice {told.trigger.voice.value}",
        *(f"rule {_QUOTED.sub('…', rule)}" for rule in roles.rules),
        *(f"actor {kind}" for kind in _kinds(roles.mediators or roles.actors)),
        *(f"recipient {kind}" for kind in _kinds(roles.sides if roles.mediators else roles.recipients)),
        *(name for name in ("light", "bare", "joint", "takes") if getattr(sense, name)),
    ]
    if told.status is not EventStatus.ACTUAL:
        facts.append(f"status {told.status.value}")
    if told.speaker is not None:
        facts.append("attributed")
    graded = {
        "strength": sense.strength,
        "certainty": roles.certainty,
        "length": min(1.0, len(parse) / _LONG),
        "several words": min(1.0, (told.trigger.end - told.trigger.start - 1) / 2),
    }
    return dict.fromkeys(facts, 1.0) | graded | _opinion(told)


def _opinion(told: Told) -> dict[str, float]:
    """Return the opinion of the classifiers as evidence; empty in a language without classifiers.

    The classifiers choose between the senses of a word. A phrase such as "declare war" has only one sense, so
    only the probability that it expresses an event is used.
    """
    opinion = told.opinion
    if opinion is None:
        return {}
    if told.trigger.end - told.trigger.start > 1:
        return {"classifier: an event": opinion.chance_of_event, "set phrase": 1.0}
    return {
        "classifier: this type": opinion.score,
        "classifier: an event": opinion.chance_of_event,
        "classifier: another type": float(opinion.event_type != opinion.rule),
    }


def _kinds(parties: tuple[Party, ...]) -> list[str]:
    """Describe the parties of one side.

    The descriptions are their kinds, whether there are several, whether any was inferred and whether any has
    no country.
    """
    found = {party.entity.kind.value for party in parties} or {"none"}
    if len(parties) > 1:
        found.add("several")
    if any(party.reason for party in parties):
        found.add("read into the text")
    if any(party.entity.country is None and party.entity.kind is not EntityKind.COUNTRY for party in parties):
        found.add("of no country")
    return sorted(found)
