"""The content hash of a graph, which depends neither on the database's own ids nor on any order.

Each node and relationship has a hash of its own, of its label or type, its properties, and the keys of its
ends. Those of a label or type are added up, so that a graph of any size needs a few numbers only.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b, sha256

from cypher.copies.pages import Page, pages
from cypher.copies.shapes import SHAPE_OF, SHAPES
from cypher.database import Database
from cypher.errors import DatabaseError
from cypher.records.check import LabelCount, TypeCount

_BITS = 512
_OWN = frozenset((*SHAPE_OF, *(link.type for shape in SHAPES for link in shape.links)))
_encoded = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def content_of(database: Database) -> Content:
    """Return the content of a graph; raises `DatabaseError` if it has nodes or relationships of others."""
    refuse_strangers(database)
    content = Content()
    for page in pages(database):
        content.add(page)
    return content


def refuse_strangers(database: Database) -> None:
    """Raise `DatabaseError` if a database has nodes or relationships that are not of the model."""
    found = {row.label: row.nodes for row in database.rows(LabelCount, "check/nodes")}
    found |= {row.type: row.relationships for row in database.rows(TypeCount, "check/relationships")}
    strangers = {name: count for name, count in found.items() if name not in _OWN}
    if strangers:
        name, count = max(strangers.items(), key=lambda each: each[1])
        raise DatabaseError(
            f"The database has {count:,} nodes or relationships of {name}, which are no part of a graph of "
            "Konstelasi, so this would leave them out. Give Konstelasi a database of its own."
        )


@dataclass(slots=True)
class Total:
    """How many nodes or relationships there are, and the sum of their hashes."""

    count: int = 0
    sum: int = 0

    def add(self, told: object) -> None:
        """Add one node or relationship."""
        digest = blake2b(_encoded(told).encode()).digest()
        self.count += 1
        self.sum = (self.sum + int.from_bytes(digest)) % (1 << _BITS)

    @property
    def hash(self) -> str:
        """The sum as a short text."""
        return sha256(f"{self.sum:x}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Part:
    """The nodes of a label or the relationships of a type: their number, and a hash of them all."""

    count: int
    hash: str


@dataclass(slots=True)
class Content:
    """The totals of a graph by label, and by type of relationships."""

    totals: dict[str, Total] = field(default_factory=dict)

    def add(self, page: Page) -> None:
        """Add the nodes and relationships of a page."""
        shape = page.shape
        for node in page.nodes:
            self._total(shape.label).add([shape.label, _told(node)])
        for link, rows in page.links.items():
            for row in rows:
                told = [link.type, shape.label, row.node, row.label, row.other, _told(row.properties)]
                self._total(link.type).add(told)

    @property
    def parts(self) -> dict[str, Part]:
        """The number and the hash of the nodes of each label and the relationships of each type, sorted."""
        return {name: Part(total.count, total.hash) for name, total in sorted(self.totals.items())}

    @property
    def labels(self) -> list[str]:
        """The labels of its nodes."""
        return [name for name in self.totals if name in SHAPE_OF]

    @property
    def hash(self) -> str:
        """The hash of the whole graph: 64 hexadecimal digits. Two graphs with equal content have the same."""
        lines = (f"{name} {part.count} {part.hash}" for name, part in self.parts.items())
        return sha256("\n".join(lines).encode()).hexdigest()

    def differing(self, other: Content) -> tuple[str, ...]:
        """The labels and types in which two graphs differ."""
        names = sorted({*self.totals, *other.totals})
        return tuple(name for name in names if self.totals.get(name) != other.totals.get(name))

    def _total(self, name: str) -> Total:
        return self.totals.setdefault(name, Total())


def _told(properties: Mapping[str, object]) -> dict[str, object]:
    """Return properties with equal values written alike: a whole number may be stored as 1 or as 1.0."""
    return {name: _value(value) for name, value in properties.items() if value is not None}


def _value(value: object) -> object:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return [_value(each) for each in value] if isinstance(value, list) else value
