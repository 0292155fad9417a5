"""The reads of the typed queries' help: which labels, relationship types and properties the graph has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cypher.desk.unknown_names import NameKind
from cypher.records.explore import KnownName, LabelNumber, PropertyExample, TypeExample
from explorer.reads.connections import read

_TELLING = ("name", "title", "text", "event_type", "relation_type", "key", "id")
"""The properties by which a node is best recognised, the best first."""

_NAMED = 2
"""How many labels are named that have a property."""


@dataclass(frozen=True, slots=True)
class SchemaName:
    """A label, relationship type or property with an example; labels have the number of their nodes."""

    kind: NameKind
    name: str
    example: str
    number: int | None = None


def known_names() -> Sequence[KnownName]:
    """Return the names that the database knows."""
    return read(KnownName, "explore/names")


def schema() -> Sequence[SchemaName]:
    """Return what the graph has of each name, by kind and name.

    Types and properties are those of a few nodes of each label: to read all takes minutes in a large graph.
    """
    counts = read(LabelNumber, "explore/label_counts")
    properties = read(PropertyExample, "explore/property_examples")
    return schema_of(counts, properties, read(TypeExample, "explore/type_examples"))


def schema_of(
    counts: Iterable[LabelNumber], properties: Sequence[PropertyExample], types: Iterable[TypeExample]
) -> Sequence[SchemaName]:
    """Put counts and examples together."""
    telling = _of_labels(properties)
    found = [
        *(
            SchemaName(NameKind.LABEL, each.label, telling.get(each.label, ""), each.number)
            for each in counts
            if each.number
        ),
        *(SchemaName(NameKind.TYPE, name, ends) for name, ends in _of_types(types).items()),
        *(SchemaName(NameKind.PROPERTY, name, said) for name, said in _of_properties(properties).items()),
    ]
    return sorted(found, key=lambda each: (list(NameKind).index(each.kind), each.name))


def _of_properties(properties: Iterable[PropertyExample]) -> Mapping[str, str]:
    """The labels that have a property, and an example, such as ``Document, Note: Prisoners come home``."""
    labels: dict[str, list[str]] = {}
    examples: dict[str, str] = {}
    for each in properties:
        labels.setdefault(each.name, []).append(each.label)
        examples.setdefault(each.name, each.example or "")
    return {name: ": ".join(filter(None, (_listed(found), examples[name]))) for name, found in labels.items()}


def _listed(labels: Sequence[str]) -> str:
    return ", ".join(labels[:_NAMED]) + (", …" if len(labels) > _NAMED else "")


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
