"""The PLOVER ontology as data: event types with quads, scores and names in the interface's languages.

To add a type or a mode, edit ``plover.toml``, the only place that lists them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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

    @property
    def code(self) -> str:
        """Its name in results, such as ``verbal conflict``."""
        return self.labels["en"].lower()


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode of an event type, e.g. ``phone``.

    `score`, `sign` and `mutual` are those of the type where the table has none. `own` modes are not PLOVER's.
    `mediated` ones have mediators, who bring the parties together.
    """

    code: str
    score: float
    sign: Sign
    mutual: bool
    labels: Mapping[str, str]
    own: bool = False
    mediated: bool = False


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event. `score` is between -10 and +10; `imported` types only come from other datasets.

    `sign` is that of the ties that its events form. `mutual` says whether joint actors without a recipient do
    this to each other (they meet), or all to somebody else (they condemn). `each_other` is the mode of such
    events that the text says are done to each other.
    """

    code: str
    quad: Quad
    score: float
    sign: Sign
    mutual: bool
    labels: Mapping[str, str]
    explanations: Mapping[str, str]
    modes: Mapping[str, Mode] = field(default_factory=dict)
    each_other: str | None = None
    imported: bool = False

    def intensity(self, mode: str | None = None) -> float:
        """Return the score of the mode if the type has it, else that of the type."""
        return self._done(mode).score

    def sign_of(self, mode: str | None) -> Sign:
        """Return the sign of the mode if the type has it, else that of the type."""
        return self._done(mode).sign

    def is_mutual(self, mode: str | None) -> bool:
        """Return whether joint actors do this to each other, by the mode or else by the type."""
        return self._done(mode).mutual

    def _done(self, mode: str | None) -> Mode | EventType:
        return self.modes.get(mode or "", self)


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


def sign_of(code: str, mode: str | None = None) -> Sign | None:
    """Return the sign of the ties that such events form, or None if the type does not exist."""
    known = event_types().get(code)
    return known.sign_of(mode) if known else None


def is_mutual(code: str, mode: str | None = None) -> bool:
    """Return whether joint actors of such an event, without a recipient, do it to each other."""
    known = event_types().get(code)
    return known is not None and known.is_mutual(mode)


def is_mediated(code: str, mode: str | None) -> bool:
    """Return whether such an event has mediators beside its parties."""
    known = event_types().get(code)
    done = known.modes.get(mode or "") if known else None
    return done is not None and done.mediated


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__name__).joinpath("plover.toml").read_text(encoding="utf-8"))


def _read_quad(number: int, entry: dict[str, str]) -> Quad:
    return Quad(number, Sign(entry["sign"]), _labels(entry))


def _read_type(code: str, entry: dict[str, Any]) -> EventType:
    quad = quads()[entry["quad"]]
    kind = EventType(
        code=code,
        quad=quad,
        score=float(entry["score"]),
        sign=Sign(entry.get("sign", quad.sign)),
        mutual=entry.get("mutual", False),
        labels={language: entry[language][0] for language in LANGUAGES},
        explanations={language: entry[language][1] for language in LANGUAGES},
        each_other=entry.get("each_other"),
        imported=entry.get("imported", False),
    )
    return replace(
        kind, modes={name: _read_mode(name, m, kind) for name, m in entry.get("modes", {}).items()}
    )


def _read_mode(name: str, entry: dict[str, Any], kind: EventType) -> Mode:
    return Mode(
        code=name,
        score=float(entry.get("score", kind.score)),
        sign=Sign(entry.get("sign", kind.sign)),
        mutual=entry.get("mutual", kind.mutual),
        labels=_labels(entry),
        own=entry.get("own", False),
        mediated=entry.get("mediated", False),
    )


def _labels(entry: dict[str, str]) -> dict[str, str]:
    return {language: entry[language] for language in LANGUAGES}
