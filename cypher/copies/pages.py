"""Reads a graph page by page, in bounded memory; a page has nodes of a label with their relationships."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cypher.bolt.connection import Step
from cypher.copies.shapes import SHAPES, Link, Shape
from cypher.copies.texts import links_text, named_links_text, named_nodes_text, nodes_text
from cypher.database import FILLING, Database

_MOST = 2000
_LEAST = 20
_FIRST = 200
_CHARACTERS = 2_000_000
"""About how many characters of properties a page may have; the next page is cut by what the last one had."""

Properties = Mapping[str, object]


class Row(NamedTuple):
    """A relationship of a node: the node's key, label and id of the other end, and its properties."""

    node: str
    label: str
    other: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Page:
    """Nodes of one label, by their properties, and their relationships by type."""

    shape: Shape
    nodes: list[Properties]
    links: dict[Link, list[Row]] = field(default_factory=dict)


def pages(database: Database, shapes: Sequence[Shape] = SHAPES) -> Iterator[Page]:
    """Yield all of a graph, or the nodes of some labels; each page is as it is when it is read."""
    for shape in shapes:
        after, limit = "", min(_MOST, _FIRST)
        while nodes := _nodes(database, shape, after, limit):
            until = str(nodes[-1][shape.key])
            bounds = {"after": after, "until": until}
            links = {link: _links(database, shape, link, bounds) for link in shape.links}
            yield Page(shape, [node for node in nodes if not _is_filling(shape, node)], links)
            after, limit = until, _next_limit(nodes)


def named_page(database: Database, shape: Shape, keys: Sequence[str]) -> Page:
    """Return the nodes of a label that have these keys."""
    (table,) = database.run_built([Step(f"nodes of {shape.label}", named_nodes_text(shape), {"keys": keys})])
    links = {}
    for link in shape.links:
        name = f"relationships {link.type} of {shape.label}"
        (found,) = database.run_built([Step(name, named_links_text(shape, link), {"keys": keys})])
        links[link] = [Row(*row) for row in found.rows]
    return Page(shape, [properties for (properties,) in table.rows], links)


def _nodes(database: Database, shape: Shape, after: str, limit: int) -> list[Properties]:
    values = {"after": after, "limit": limit}
    (table,) = database.run_built([Step(f"the nodes of {shape.label}", nodes_text(shape), values)])
    return [properties for (properties,) in table.rows]


def _links(database: Database, shape: Shape, link: Link, bounds: Mapping[str, object]) -> list[Row]:
    name = f"the relationships {link.type} of {shape.label}"
    (table,) = database.run_built([Step(name, links_text(shape, link), bounds)])
    return [Row(*row) for row in table.rows]


def _is_filling(shape: Shape, node: Properties) -> bool:
    return shape.label == "Mark" and node["id"] == FILLING


def _next_limit(nodes: list[Properties]) -> int:
    characters = sum(len(str(value)) for node in nodes for value in node.values())
    return max(_LEAST, min(_MOST, _CHARACTERS * len(nodes) // (characters + 1)))
