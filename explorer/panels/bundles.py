"""Claims sorted into what they tell of: one bundle an event, with who says it and who denies it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cypher.model.graph import EventStatus

Claim = Mapping[str, Any]

NEAR_DAYS = 7
"""A denial is about an event of its type that is at most so many days away, or whose date nobody knows."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One independent voice: a claim, and those that repeat its sentence word for word."""

    claim: Claim
    copies: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is said of one event, each voice once, and by whom it is denied."""

    says: tuple[Voice, ...]
    denies: tuple[Voice, ...] = ()

    @property
    def first(self) -> Claim:
        """The claim that speaks for the event."""
        return (*self.says, *self.denies)[0].claim

    def claims(self) -> int:
        """How many claims say it."""
        return sum(1 + len(voice.copies) for voice in self.says)


def bundles(claims: Iterable[Claim]) -> tuple[Bundle, ...]:
    """The claims by event, in the order in which they come; a denial stands with what it denies.

    A denial of which nothing is near stands in a bundle of its own.
    """
    said: dict[str, list[Claim]] = {}
    denied: list[Claim] = []
    for claim in claims:
        if claim["status"] == EventStatus.NEGATED:
            denied.append(claim)
        else:
            said.setdefault(claim["event"], []).append(claim)
    denials: dict[str, list[Claim]] = {}
    for denial in denied:
        near = next((event for event, told in said.items() if _is_about(denial, told[0])), denial["event"])
        denials.setdefault(near, []).append(denial)
    told = [Bundle(voices(said[event]), voices(denials.pop(event, ()))) for event in said]
    return (*told, *(Bundle((), voices(alone)) for alone in denials.values()))


def voices(claims: Sequence[Claim]) -> tuple[Voice, ...]:
    """The claims by voice, in the order in which they come."""
    heard: dict[object, list[Claim]] = {}
    for claim in claims:
        heard.setdefault(claim["voice"] or claim["claim"], []).append(claim)
    return tuple(Voice(first, tuple(copies)) for first, *copies in heard.values())


def _is_about(denial: Claim, told: Claim) -> bool:
    if denial["event_type"] != told["event_type"]:
        return False
    if not denial["date"] or not told["date"]:
        return True
    return abs((_day(denial["date"]) - _day(told["date"])).days) <= NEAR_DAYS


def _day(text: str) -> date:
    return date.fromisoformat(text)
