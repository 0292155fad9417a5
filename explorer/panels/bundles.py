"""Group claims by event: one bundle for each event, with the claims that report it and those that deny it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cypher.model.dates import period_of, reduced
from cypher.model.graph import DatePrecision, EventStatus
from cypher.records.shared import EvidenceClaim

NEAR_DAYS = 7
"""Maximum number of days between a denial and the event of the same type that it denies.

Without a date, the day of publication is compared. If that is unknown too, the days are not checked.
"""


@dataclass(frozen=True, slots=True)
class Voice:
    """One independent voice: a claim, and the claims that repeat its sentence word for word."""

    claim: EvidenceClaim
    copies: tuple[EvidenceClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Bundle:
    """The voices that report an event (`says`) and those that deny it (`denies`)."""

    says: tuple[Voice, ...]
    denies: tuple[Voice, ...] = ()

    @property
    def first(self) -> EvidenceClaim:
        """The first claim, which represents the event."""
        return (*self.says, *self.denies)[0].claim

    def claims(self) -> int:
        """Return the number of claims that report the event, copies included."""
        return sum(1 + len(voice.copies) for voice in self.says)


def bundles(claims: Iterable[EvidenceClaim]) -> tuple[Bundle, ...]:
    """Group claims by event, in the order in which they come. A denial goes to the event that it denies.

    Denials that match no event get bundles of their own, at the end.
    """
    said: dict[str, list[EvidenceClaim]] = {}
    denied: list[EvidenceClaim] = []
    for claim in claims:
        if claim.status == EventStatus.NEGATED:
            denied.append(claim)
        else:
            said.setdefault(claim.event, []).append(claim)
    denials: dict[str, list[EvidenceClaim]] = {}
    for denial in denied:
        near = next((event for event, told in said.items() if _is_about(denial, told[0])), denial.event)
        denials.setdefault(near, []).append(denial)
    told = [Bundle(voices(said[event]), voices(denials.pop(event, ()))) for event in said]
    return (*told, *(Bundle((), voices(alone)) for alone in denials.values()))


def voices(claims: Sequence[EvidenceClaim]) -> tuple[Voice, ...]:
    """Group claims by independent voice, in the order in which they come."""
    heard: dict[str, list[EvidenceClaim]] = {}
    for claim in claims:
        heard.setdefault(claim.voice or claim.claim, []).append(claim)
    return tuple(Voice(first, tuple(copies)) for first, *copies in heard.values())


def _is_about(denial: EvidenceClaim, told: EvidenceClaim) -> bool:
    if denial.event_type != told.event_type:
        return False
    days = [claim.date or _published(claim) for claim in (denial, told)]
    if None in days:
        return True
    first, second = sorted(period_of(day) for day in days if day)
    return second[0] <= first[1] or _days_between(first[1], second[0]) <= NEAR_DAYS


def _published(claim: EvidenceClaim) -> str | None:
    """Return the day of publication as far as it is known."""
    return reduced(claim.published_on, DatePrecision(claim.published_precision or DatePrecision.DAY))


def _days_between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
