"""Finds the nodes and relationships of the graph in the values of a result, in any shape.

A typed query may return nodes, relationships and paths alone, in lists, in maps, or in lists of maps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cypher.bolt.table import Table

ENTITIES = frozenset({"Country", "Actor"})
"""The labels of nodes that are drawn as nodes."""

_INNER = {"node": (), "relationship": (), "path": ("nodes", "relationships")}


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A node of the graph: its label, its own id and its properties."""

    label: str
    id: str
    properties: Mapping[str, Any] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        """Return a property that is a text, or None."""
        value = self.properties.get(name)
        return value if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class Elements:
    """The nodes of a result, each once, in the order of their first appearance.

    `ends` are the database's ids of ends of relationships that are not among the nodes. `endless` counts the
    relationships whose ends are unknown, and `nameless` the nodes without an id of their own.
    """

    nodes: tuple[GraphNode, ...] = ()
    ends: tuple[str, ...] = ()
    endless: int = 0
    nameless: int = 0

    def __bool__(self) -> bool:
        return bool(self.nodes or self.ends or self.endless or self.nameless)


def elements_of(table: Table) -> Elements:
    """Return the nodes in all values of `table`, and the missing ends of its relationships."""
    nodes: dict[str, Mapping[str, Any]] = {}
    links: dict[str, Mapping[str, Any]] = {}
    for found in _elements(table.rows):
        (nodes if found["element"] == "node" else links).setdefault(str(found.get("id")), found)
    known = [(key, node) for key, node in nodes.items() if _is_known(node)]
    ends = [(link.get("start"), link.get("end")) for link in links.values()]
    whole = [pair for pair in ends if all(isinstance(end, str) for end in pair)]
    missing = dict.fromkeys(str(end) for pair in whole for end in pair if end not in nodes)
    return Elements(
        tuple({(n.label, n.id): n for n in (_graph_node(node) for _, node in known)}.values()),
        tuple(missing),
        len(ends) - len(whole),
        len(nodes) - len(known),
    )


def _elements(value: object) -> Iterator[Mapping[str, Any]]:
    """Yield the nodes and relationships in a value, in order; without recursion, since lists may be deep."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Mapping):
            kind = value.get("element")
            inner = _INNER.get(kind) if isinstance(kind, str) else None
            if inner == ():
                yield value
            else:
                waiting += reversed([value.get(name) for name in inner] if inner else list(value.values()))
        elif isinstance(value, list | tuple):
            waiting += reversed(value)


def _is_known(node: Mapping[str, Any]) -> bool:
    properties, labels = node.get("properties"), node.get("labels")
    return (
        isinstance(properties, Mapping)
        and isinstance(properties.get("id"), str)
        and bool(properties["id"].strip())
        and isinstance(labels, list)
        and bool(labels)
    )


def _graph_node(node: Mapping[str, Any]) -> GraphNode:
    return GraphNode(str(node["labels"][0]), node["properties"]["id"], node["properties"])
