"""PLOVER as data: the kinds of events, with quads, scores and names in the languages of the interface.

To add a type or a mode, edit ``plover.toml``; nothing else knows the list.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from cypher.errors import UsageError
from cypher.model.graph import Sign

LANGUAGES = ("en", "id")
"""The languages in which types, modes and quads have names."""


@dataclass(frozen=True, slots=True)
class Quad:
    """One of the four quads, numbered 1-4: verbal or material, cooperation or conflict."""

    number: int
    sign: Sign
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event of a type was done, e.g. ``phone``; `score` is that of the type where PLOVER has none."""

    code: str
    score: float
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event. `score` lies in -10 to +10; `imported` types only come from other datasets."""

    code: str
    quad: Quad
    score: float
    labels: Mapping[str, str]
    explanations: Mapping[str, str]
    modes: Mapping[str, Mode] = field(default_factory=dict)
    imported: bool = False

    @property
    def sign(self) -> Sign:
        """Whether the event counts as cooperation or as conflict."""
        return self.quad.sign

    def intensity(self, mode: str | None = None) -> float:
        """The score of the mode where it is known, else that of the type."""
        found = self.modes.get(mode or "")
        return found.score if found else self.score


@cache
def quads() -> Mapping[int, Quad]:
    """The four quads by number."""
    return {int(number): _read_quad(int(number), entry) for number, entry in _tables()["quads"].items()}


@cache
def event_types() -> Mapping[str, EventType]:
    """All types by code, in the order of the quads."""
    return {code: _read_type(code, entry) for code, entry in _tables()["types"].items()}


def event_type(code: str) -> EventType:
    """The type called `code`; raises `UsageError` with the list of types when there is none."""
    try:
        return event_types()[code]
    except KeyError:
        known = ", ".join(event_types())
        raise UsageError(f"There is no event type {code!r}. The types are {known}.") from None


def sign_of(quad: int) -> Sign:
    """The sign of the ties that an event of this quad forms."""
    return quads()[quad].sign


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__name__).joinpath("plover.toml").read_text(encoding="utf-8"))


def _read_quad(number: int, entry: dict[str, str]) -> Quad:
    return Quad(number, Sign(entry["sign"]), _labels(entry))


def _read_type(code: str, entry: dict[str, Any]) -> EventType:
    score = float(entry["score"])
    modes = {
        name: Mode(name, float(m.get("score", score)), _labels(m))
        for name, m in entry.get("modes", {}).items()
    }
    return EventType(
        code=code,
        quad=quads()[entry["quad"]],
        score=score,
        labels={language: entry[language][0] for language in LANGUAGES},
        explanations={language: entry[language][1] for language in LANGUAGES},
        modes=modes,
        imported=entry.get("imported", False),
    )


def _labels(entry: dict[str, str]) -> dict[str, str]:
    return {language: entry[language] for language in LANGUAGES}
