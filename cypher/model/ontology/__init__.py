"""The PLOVER ontology as data: event types with quads, scores and names in the interface's languages.

To add a type or a mode, edit ``plover.toml``, the only place that lists them.
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
    """A mode of an event type, e.g. ``phone``; `score` is the type's where PLOVER has none for the mode."""

    code: str
    score: float
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event. `score` is between -10 and +10; `imported` types only come from other datasets."""

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
        """Return the score of the mode if the type has it, else that of the type."""
        found = self.modes.get(mode or "")
        return found.score if found else self.score


@cache
def quads() -> Mapping[int, Quad]:
    """Return the four quads by number."""
    return {int(number): _read_quad(int(number), entry) for number, entry in _tables()["quads"].items()}


@cache
def event_types() -> Mapping[str, EventType]:
    """Return all types by code, in the order of ``plover.toml``."""
    return {code: _read_type(code, entry) for code, entry in _tables()["types"].items()}


def event_type(code: str) -> EventType:
    """Return the type with this code; raises `UsageError` with the list of types if there is none."""
    try:
        return event_types()[code]
    except KeyError:
        known = ", ".join(event_types())
        raise UsageError(f"There is no event type {code!r}. The types are {known}.") from None


def sign_of(quad: int) -> Sign:
    """Return the sign of the ties that events of this quad form."""
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
