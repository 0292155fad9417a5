"""The evidence on how an event was found, which its confidence is estimated from."""

from __future__ import annotations

import re

from cypher.model.graph import EntityKind, EventStatus
from ingest.extraction.events.told import Told
from ingest.extraction.parties.party import Party
from ingest.extraction.syntax.sentence import Parse

_QUOTED = re.compile("“[^”]*”")
_LONG = 40
"""Number of tokens at which the length of a sentence counts in full."""


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
