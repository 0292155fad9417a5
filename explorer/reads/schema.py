"""The reads of the typed queries' help: which labels, relationship types and properties the graph has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cypher.desk.unknown_names import NameKind
from cypher.records.explore import KnownName, NameCount, PropertyExample, TypeExample
from explorer.reads.connections import read

_TELLING = ("name", "title", "text", "event_type", "relation_type", "key", "id")
"""The properties by which a node is best recognised, the best first."""


@dataclass(frozen=True, slots=True)
class SchemaName:
    """A label, relationship type or property with the number of its nodes or relationships and an example."""

    kind: NameKind
    name: str
    number: int
    example: str


def known_names() -> Sequence[KnownName]:
    """Return the names that the database knows."""
    return read(KnownName, "explore/names")


def schema() -> Sequence[SchemaName]:
    """Return what the graph has of each name, by kind and name; it counts all nodes, which takes seconds."""
    counts = read(NameCount, "explore/name_counts")
    properties = read(PropertyExample, "explore/property_examples")
    return schema_of(counts, properties, read(TypeExample, "explore/type_examples"))


def schema_of(
    counts: Iterable[NameCount], properties: Sequence[PropertyExample], types: Iterable[TypeExample]
) -> Sequence[SchemaName]:
    """Put counts and examples together."""
    examples = {
        NameKind.LABEL: _of_labels(properties),
        NameKind.TYPE: _of_types(types),
        NameKind.PROPERTY: {each.name: each.example or "" for each in reversed(properties)},
    }
    found = [
        SchemaName(
            NameKind(each.kind), each.name, each.number, examples[NameKind(each.kind)].get(each.name, "")
        )
        for each in counts
    ]
    return sorted(found, key=lambda each: (list(NameKind).index(each.kind), each.name))


def _of_labels(properties: Iterable[PropertyExample]) -> Mapping[str, str]:
    """The most telling property of each label."""
    found: dict[str, dict[str, str]] = {}
    for each in properties:
        found.setdefault(each.label, {})[each.name] = each.example or ""
    return {
        label: next((values[name] for name in _TELLING if values.get(name)), "")
        for label, values in found.items()
    }


def _of_types(types: Iterable[TypeExample]) -> Mapping[str, str]:
    """The labels at both ends of a type, such as ``Country, Actor → Event``."""
    starts: dict[str, dict[str, None]] = {}
    ends: dict[str, dict[str, None]] = {}
    for each in types:
        starts.setdefault(each.name, {})[each.start] = None
        ends.setdefault(each.name, {})[each.end] = None
    return {name: f"{', '.join(starts[name])} → {', '.join(ends[name])}" for name in starts}
