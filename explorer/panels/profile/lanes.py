"""The events of lanes: each once, with its sign, and whether it is a deed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from cypher.model.graph import EventStatus, Sign
from cypher.model.ontology import quads, sign_of
from cypher.records.explore import ClaimBehind
from cypher.records.shared import EvidenceClaim
from explorer.panels.bundles import bundles

_UNREAL = (EventStatus.NEGATED, EventStatus.HYPOTHETICAL)


class Reported(Protocol):
    """What a claim says about an event, whichever statement returns it."""

    @property
    def event_type(self) -> str:
        """The code of the type."""

    @property
    def mode(self) -> str | None:
        """The code of the mode, if the type has modes."""

    @property
    def quad(self) -> int | None:
        """The number of the kind of word or deed."""

    @property
    def date(self) -> str | None:
        """The day, month or year of the event."""

    @property
    def not_after(self) -> str | None:
        """The latest day by which it took place, if it has no date."""


R = TypeVar("R", bound=Reported)


def event_sign(claim: Reported) -> Sign:
    """Return the sign of the event that a claim asserts."""
    known = sign_of(claim.event_type, claim.mode)
    return known or (quads()[claim.quad].sign if claim.quad else Sign.NEUTRAL)


def is_deed(claim: Reported) -> bool:
    """Return whether the event is a deed and not only words."""
    return claim.quad in (2, 4)


def events(claims: Sequence[EvidenceClaim]) -> Iterator[EvidenceClaim]:
    """Yield the first claim of each event that is said to have happened, or to be planned."""
    yield from (each.first for each in bundles(claims) if each.first.status not in _UNREAL)


def events_behind(claims: Iterable[ClaimBehind]) -> Iterator[ClaimBehind]:
    """Yield the first claim of each event behind a tie that is said to have happened."""
    seen = set[tuple[str, str]]()
    for claim in claims:
        if claim.status != EventStatus.NEGATED and (claim.tie, claim.event) not in seen:
            seen.add((claim.tie, claim.event))
            yield claim


def parties(claim: ClaimBehind) -> str:
    """Say who did it to whom, or which two did it together."""
    return f"{claim.actor_name} {'→' if claim.directed else '↔'} {claim.recipient_name}"
