"""The part of the graph on the screen: nodes, edges that sum up claims, and pure functions over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from cypher.model.graph import EntityKind, Sign


class Verdict(StrEnum):
    """The verdict on an edge as a whole, derived from the verdicts on its claims."""

    VERIFIED = "verified"
    UNREVIEWED = "unreviewed"
    DISPUTED = "disputed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Node:
    """An entity as drawn; `name` is text from the news and is never treated as markup."""

    id: str
    name: str
    kind: EntityKind
    country: str | None = None
    members: tuple[str, ...] = ()
    """The ids of the entities in this node, if it is a group."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie as drawn, with the number of claims and independent voices behind it, and its dates."""

    id: str
    actor: str
    recipient: str
    sign: Sign
    verdict: Verdict
    claims: int
    voices: int
    directed: bool = True
    relation_type: str | None = None
    event_types: Mapping[str, int] = field(default_factory=dict)
    roles: tuple[str, ...] = ()
    first_date: str | None = None
    last_date: str | None = None
    version: int = 0
    """Increases whenever the claims behind the tie change."""
    ties: tuple[str, ...] = ()
    """The ids of the ties in this edge, if it stands for several."""
    mixed: bool = False
    """Whether the ties in this edge differ in sign. `sign` is then the sign of the strongest tie."""


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Nodes and edges by id, in the order in which they were added. The ends of every edge are in `nodes`."""

    nodes: Mapping[str, Node] = field(default_factory=dict)
    edges: Mapping[str, Edge] = field(default_factory=dict)


def subgraph_of(rows: Iterable[Mapping[str, Any]]) -> Subgraph:
    """Build a subgraph from rows of ties (columns: docs/architecture.md)."""
    nodes: dict[str, Node] = {}
    edges: dict[str, Edge] = {}
    for row in rows:
        for end in ("actor", "recipient"):
            nodes.setdefault(row[end], _node(row, end))
        edges[row["tie"]] = _edge(row)
    return Subgraph(nodes, edges)


def _node(row: Mapping[str, Any], end: str) -> Node:
    kind = row.get(f"{end}_kind") or EntityKind.COUNTRY.value
    return Node(row[end], row[f"{end}_name"] or row[end], EntityKind(kind), row.get(f"{end}_country"))


def _edge(row: Mapping[str, Any]) -> Edge:
    return Edge(
        id=row["tie"],
        actor=row["actor"],
        recipient=row["recipient"],
        sign=Sign(row["sign"]),
        verdict=verdict_of(row),
        claims=row.get("claims") or 0,
        voices=row.get("voices") or 0,
        directed=row.get("directed") is not False,
        relation_type=row.get("relation_type"),
        event_types=dict(counted_types(row.get("event_types") or ()).most_common()),
        roles=tuple(dict.fromkeys(role for role in row.get("roles") or () if role)),
        first_date=row.get("first_date"),
        last_date=row.get("last_date"),
        version=row.get("version") or 0,
    )


def counted_types(entries: Iterable[str | None]) -> Counter[str]:
    """Count the claims of each type in a column ``event_types``. An entry is ``TYPE`` or ``TYPE number``."""
    counts: Counter[str] = Counter()
    for entry in filter(None, entries):
        code, _, number = entry.partition(" ")
        counts[code] += int(number or 1)
    return counts


def verdict_of(row: Mapping[str, Any]) -> Verdict:
    """Return the verdict of a tie from its counts ``verified``, ``rejected``, ``unsure`` and ``unjudged``."""
    verified, rejected, unsure, unjudged = (
        row.get(name) or 0 for name in ("verified", "rejected", "unsure", "unjudged")
    )
    if rejected and not verified + unsure + unjudged:
        return Verdict.REJECTED
    if unsure or (verified and rejected):
        return Verdict.DISPUTED
    return Verdict.VERIFIED if verified else Verdict.UNREVIEWED


def merged(parts: Iterable[Subgraph]) -> Subgraph:
    """Merge subgraphs into one.

    Nodes and edges keep the order of their first appearance. Of a node that appears again, the first version
    is kept; of an edge, the last.
    """
    nodes: dict[str, Node] = {}
    edges: dict[str, Edge] = {}
    for part in parts:
        nodes.update((key, node) for key, node in part.nodes.items() if key not in nodes)
        edges.update(part.edges)
    return Subgraph(nodes, edges)


def kept(
    graph: Subgraph,
    node: Callable[[Node], bool] = lambda _: True,
    edge: Callable[[Edge], bool] = lambda _: True,
) -> Subgraph:
    """Return the nodes that pass the test `node`, and the edges between them that pass the test `edge`."""
    nodes = {key: each for key, each in graph.nodes.items() if node(each)}
    edges = {
        key: each
        for key, each in graph.edges.items()
        if each.actor in nodes and each.recipient in nodes and edge(each)
    }
    return Subgraph(nodes, edges)


def without_loose_ends(graph: Subgraph, anchored: Collection[str]) -> Subgraph:
    """Return the subgraph without isolated nodes, except those in `anchored`."""
    tied = {end for edge in graph.edges.values() for end in (edge.actor, edge.recipient)}
    return kept(graph, node=lambda each: each.id in tied or each.id in anchored)


def first_nodes(graph: Subgraph, most: int) -> Subgraph:
    """Return the first `most` nodes, in the order in which they were added, with the edges between them."""
    first = set(list(graph.nodes)[:most])
    return kept(graph, node=lambda each: each.id in first)


def strongest_first(graph: Subgraph, most: int) -> Subgraph:
    """Return the graph with at most `most` edges: those with the most voices first, then the latest."""
    edges = sorted(graph.edges.values(), key=lambda edge: edge.id)
    edges.sort(key=lambda edge: (edge.voices, edge.last_date or ""), reverse=True)
    return Subgraph(graph.nodes, {edge.id: edge for edge in edges[:most]})


def edges_of(graph: Subgraph, node: str) -> Iterator[Edge]:
    """Return the edges at `node`."""
    return (edge for edge in graph.edges.values() if node in (edge.actor, edge.recipient))


def edges_between(graph: Subgraph, one: str, other: str) -> Iterator[Edge]:
    """Return the edges between two entities, in either direction."""
    return (edge for edge in graph.edges.values() if {edge.actor, edge.recipient} == {one, other})
