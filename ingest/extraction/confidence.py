"""How sure a claim is: the strength of its trigger, weakened by what had to be guessed."""

from __future__ import annotations

from cypher.model import EventStatus
from ingest.extraction.events import Told

_LEAST = 0.05
_MOST = 0.98


def confidence_of(told: Told) -> float:
    """A confidence in 0-1: trigger strength, times the least sure party, times what is missing."""
    roles = told.roles
    value = told.trigger.sense.strength * (0.6 + 0.4 * roles.certainty)
    if not roles.actors:
        value *= 0.75
    if not roles.recipients and len(roles.actors) < 2:
        value *= 0.85
    if told.status is not EventStatus.ACTUAL:
        value *= 0.9
    return round(min(_MOST, max(_LEAST, value)), 3)
