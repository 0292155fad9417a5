"""The types of a statement's columns: their names in Python, and the values that they allow.

A type is a scalar such as ``date``, a map of ``parts/maps.cypher`` such as ``Party``, or a list of either,
such as ``[id]``. A question mark allows null: ``date?``, ``[Party]?``, and ``[id?]`` for null in a list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache

from cypher.catalog.parts import header_of
from cypher.model.graph import EntityKind, EventStatus, Judgement, RelationType, Sign
from cypher.model.ontology import event_types, quads

_COLUMN = re.compile(
    r"(?P<name>[^\W\d]\w*) +(?:\[(?P<member>\w+)(?P<holes>\?)?\]|(?P<type>\w+))(?P<optional>\?)?"
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A type of single values: its Python type, its description for errors, and a test of values."""

    python: str
    words: str
    fits: Callable[[object], bool]


@dataclass(frozen=True, slots=True)
class ColumnType:
    """The type of a column: a scalar or map by its `name`, or a list of these if `many`.

    `optional` allows null, and `holes` allows null for members of the list.
    """

    name: str
    many: bool = False
    optional: bool = False
    holes: bool = False

    @property
    def is_map(self) -> bool:
        """Whether it is a map, or a list of maps."""
        return self.name not in SCALARS

    def __str__(self) -> str:
        member = f"[{self.name}{'?' * self.holes}]" if self.many else self.name
        return f"{member}{'?' * self.optional}"


@dataclass(frozen=True, slots=True)
class Column:
    """A declared column, or a key of a map."""

    name: str
    type: ColumnType


def read_columns(text: str, known_maps: Container[str] = ()) -> tuple[Column, ...]:
    """Parse a list of columns, ``name type, name type``; raises `LookupError` for other text."""
    listed = (part.strip() for part in text.split(","))
    return tuple(_column(each, known_maps) for each in listed if each)


@cache
def maps() -> Mapping[str, tuple[Column, ...]]:
    """Return the maps that columns may have, with their keys, by name; see ``parts/maps.cypher``."""
    declared = (rest.partition(" ") for key, rest in header_of("maps") if key == "map")
    return {name: read_columns(keys) for name, _, keys in declared}


def misfit(kind: ColumnType, value: object) -> str | None:
    """Return why `value`, from a `cypher.bolt.table.Table`, is not of this type; None if it is."""
    if value is None:
        return None if kind.optional else "is null"
    if not kind.many:
        return _misfit_of_one(kind, value)
    if not isinstance(value, list):
        return f"is {value!r}, not a list"
    members = [member for member in value if member is not None or not kind.holes]
    return next((why for why in (_misfit_of_one(kind, member) for member in members) if why), None)


def _misfit_of_one(kind: ColumnType, value: object) -> str | None:
    if not kind.is_map:
        return None if SCALARS[kind.name].fits(value) else f"is {value!r}, not {SCALARS[kind.name].words}"
    keys = maps()[kind.name]
    if not isinstance(value, dict) or set(value) != {key.name for key in keys}:
        return f"is {value!r}, not a map {kind.name}"
    found = ((key.name, misfit(key.type, value[key.name])) for key in keys)
    return next((f"has a key `{name}` that {why}" for name, why in found if why), None)


def _column(text: str, known_maps: Container[str]) -> Column:
    match = _COLUMN.fullmatch(text)
    if match is None:
        raise LookupError(f"the column `{text}` is not `name type`, `name type?` or `name [type]`")
    kind = match["member"] or match["type"]
    if kind not in SCALARS and kind not in known_maps:
        raise LookupError(
            f"`{kind}` of the column `{match['name']}` is neither a map of parts/maps.cypher nor one of "
            f"{', '.join(SCALARS)}"
        )
    many, holes, optional = (match[group] is not None for group in ("member", "holes", "optional"))
    return Column(match["name"], ColumnType(kind, many, optional, holes))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    return _is_whole(value) or isinstance(value, float)


def _is_day(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None and _reads(value)


def _is_moment(value: object) -> bool:
    return isinstance(value, str) and (_is_day(value) or _is_day(f"{value}-01") or _is_day(f"{value}-01-01"))


def _is_time(value: object) -> bool:
    return isinstance(value, str) and "T" in value and _reads(value)


def _reads(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_event_type(value: object) -> bool:
    return isinstance(value, str) and (value in event_types() or value in set(RelationType))


def _one_of(words: type[StrEnum]) -> Scalar:
    return _named(str(member) for member in words)


def _named(names: Iterable[str]) -> Scalar:
    members = frozenset(names)
    return Scalar("str", f"one of {', '.join(sorted(members))}", lambda value: value in members)


SCALARS: Mapping[str, Scalar] = {
    "string": Scalar("str", "a text", _is_text),
    "name": Scalar("str", "the name of an entity", _is_text),
    "id": Scalar("str", "a text that is not empty", lambda value: _is_text(value) and bool(value)),
    "integer": Scalar("int", "a whole number", _is_whole),
    "number": Scalar("float", "a number", _is_number),
    "boolean": Scalar("bool", "true or false", lambda value: isinstance(value, bool)),
    "date": Scalar("str", "a day such as 2024-01-31", _is_day),
    "moment": Scalar("str", "a day, month or year such as 2024-01-31, 2024-01 or 2024", _is_moment),
    "time": Scalar("str", "a date and time in ISO form", _is_time),
    "event_type": Scalar("str", "the code of an event type or of a relation", _is_event_type),
    "quad": Scalar("int", "a quad, 1 to 4", lambda value: _is_whole(value) and value in range(1, 5)),
    "word_or_deed": _named(quad.code for quad in quads().values()),
    "kind": _one_of(EntityKind),
    "sign": _one_of(Sign),
    "status": _one_of(EventStatus),
    "verdict": _one_of(Judgement),
}
"""The scalar types by their names in headers."""
