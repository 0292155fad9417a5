"""Results as plain Python values, so that other packages can read them without the driver."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cypher.bolt.driver import Date, DateTime, Duration, Node, Path, Point, Record, Relationship, Time


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that a statement returned.

    Values are `None`, booleans, numbers, strings, lists and dicts. Dates, times and durations are ISO
    strings, bytes base64. A node is ``{"element": "node", "id", "labels", "properties"}``, a relationship
    ``{"element": "relationship", "id", "type", "start", "end", "properties"}``, a path ``{"element": "path",
    "nodes": […], "relationships": […]}``; these ids are the database's own and must not be stored.
    `truncated` means that there were more rows than the limit. No two columns have the same name: a
    second ``name`` becomes ``name (2)``.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", distinct_names(self.columns))

    @property
    def affirms(self) -> bool:
        """Whether its first value is there, and is neither null, 0 nor empty."""
        return bool(self.rows and self.rows[0] and self.rows[0][0])

    def records(self) -> list[dict[str, Any]]:
        """One dict for each row, from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    @classmethod
    def of(cls, columns: Iterable[str], records: Iterable[Record], row_cap: int | None = None) -> Table:
        """Return the driver's records as a table of at most `row_cap` rows."""
        rows = [tuple(plain(value) for value in record.values()) for record in records]
        kept = rows if row_cap is None else rows[:row_cap]
        return cls(tuple(columns), tuple(kept), truncated=len(kept) < len(rows))


def distinct_names(names: Iterable[str]) -> tuple[str, ...]:
    """`names` made distinct: a repeated name gets a number in parentheses."""
    taken: dict[str, None] = {}
    numbers: dict[str, int] = {}
    for name in names:
        free = name
        while free in taken:
            numbers[name] = numbers.get(name, 1) + 1
            free = f"{name} ({numbers[name]})"
        taken[free] = None
    return tuple(taken)


def plain(value: object) -> object:
    """Convert a value of the driver to plain Python (see `Table`)."""
    if type(value) in _SCALARS or (type(value) is list and _SCALARS.issuperset(map(type, value))):
        return value
    for kind, convert in _CONVERSIONS:
        if isinstance(value, kind):
            return convert(value)
    return str(value)


def _node(node: Node) -> dict[str, Any]:
    return {
        "element": "node",
        "id": node.element_id,
        "labels": sorted(node.labels),
        "properties": plain(dict(node)),
    }


def _relationship(relationship: Relationship) -> dict[str, Any]:
    start, end = relationship.nodes
    return {
        "element": "relationship",
        "id": relationship.element_id,
        "type": relationship.type,
        "start": None if start is None else start.element_id,  # a node without properties is false
        "end": None if end is None else end.element_id,
        "properties": plain(dict(relationship)),
    }


def _path(path: Path) -> dict[str, Any]:
    return {
        "element": "path",
        "nodes": [_node(node) for node in path.nodes],
        "relationships": [_relationship(relationship) for relationship in path.relationships],
    }


def _mapping(mapping: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(key): plain(value) for key, value in mapping.items()}


_SCALARS = frozenset({type(None), bool, int, float, str})

_CONVERSIONS: tuple[tuple[type | tuple[type, ...], Callable[[Any], Any]], ...] = (
    (Node, _node),
    (Relationship, _relationship),
    (Path, _path),
    ((Date, DateTime, Duration, Time), lambda moment: moment.iso_format()),
    (Point, lambda point: {"srid": point.srid, "coordinates": list(point)}),
    (Mapping, _mapping),
    ((list, tuple, set, frozenset), lambda values: [plain(value) for value in values]),
    ((bytes, bytearray), lambda value: base64.b64encode(value).decode()),
)
