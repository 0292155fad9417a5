"""The events of a lane of the page *Actors*: each once, with its sign, and whether it is a deed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cypher.model.graph import EventStatus, Sign
from cypher.model.ontology import quads, sign_of
from cypher.records.shared import EvidenceClaim
from explorer.panels.bundles import bundles


def event_sign(claim: EvidenceClaim) -> Sign:
    """Return the sign of the event that a claim asserts."""
    known = sign_of(claim.event_type, claim.mode)
    return known or (quads()[claim.quad].sign if claim.quad else Sign.NEUTRAL)


def is_deed(claim: EvidenceClaim) -> bool:
    """Return whether the event is a deed and not only words."""
    return claim.quad in (2, 4)


def events(claims: Sequence[EvidenceClaim]) -> Iterator[EvidenceClaim]:
    """Yield the first claim of each event that is said to have happened."""
    yield from (each.first for each in bundles(claims) if each.first.status != EventStatus.NEGATED)
