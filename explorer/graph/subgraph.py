"""The part of the graph on the screen: nodes, edges that sum up claims, and pure functions over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from cypher.database.tie_verdicts import Verdict as Verdict  # noqa: PLC0414 - many import it from here
from cypher.database.tie_verdicts import verdict_of
from cypher.model.graph import EntityKind, Sign
from cypher.records.shared import DrawnTie


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
    not_after: str | None = None
    """The latest day by which what has no date took place."""
    planned: int = 0
    """How many of the claims are of planned events."""
    denied: int = 0
    """How many other claims deny the tie."""
    by_hand: int = 0
    """How many of the claims analysts made by hand."""
    version: int = 0
    """Increases whenever the claims behind the tie change."""
    ties: tuple[str, ...] = ()
    """The ids of the ties in this edge, if it stands for several."""
    mixed: bool = False
    """Whether the ties in this edge differ in sign. `sign` is then the sign of the strongest tie."""

    @property
    def only_planned(self) -> bool:
        """Whether all its claims are of planned events."""
        return 0 < self.claims <= self.planned

    @property
    def only_by_hand(self) -> bool:
        """Whether analysts made all its claims by hand."""
        return 0 < self.claims <= self.by_hand


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Nodes and edges by id, in the order in which they were added. The ends of every edge are in `nodes`."""

    nodes: Mapping[str, Node] = field(default_factory=dict)
    edges: Mapping[str, Edge] = field(default_factory=dict)


def subgraph_of(rows: Iterable[DrawnTie]) -> Subgraph:
    """Build a subgraph from ties."""
    nodes: dict[str, Node] = {}
    edges: dict[str, Edge] = {}
    for row in rows:
        if row.actor not in nodes:
            kind = EntityKind(row.actor_kind)
            nodes[row.actor] = Node(row.actor, row.actor_name or row.actor, kind, row.actor_country)
        if row.recipient not in nodes:
            kind = EntityKind(row.recipient_kind)
            name = row.recipient_name or row.recipient
            nodes[row.recipient] = Node(row.recipient, name, kind, row.recipient_country)
        edges[row.tie] = _edge(row)
    return Subgraph(nodes, edges)


def _edge(row: DrawnTie) -> Edge:
    return Edge(
        id=row.tie,
        actor=row.actor,
        recipient=row.recipient,
        sign=Sign(row.sign),
        verdict=verdict_of(row),
        claims=row.claims,
        voices=row.voices,
        directed=row.directed,
        relation_type=row.relation_type,
        event_types=dict(counted_types(row.event_types).most_common()),
        roles=tuple(dict.fromkeys(filter(None, row.roles))),
        first_date=row.first_date,
        last_date=row.last_date,
        not_after=row.not_after,
        planned=row.planned,
        denied=row.denied,
        by_hand=row.by_hand,
        version=row.version,
    )


def counted_types(entries: Iterable[str | None]) -> Counter[str]:
    """Count the claims of each type in a column ``event_types``. An entry is ``TYPE`` or ``TYPE number``."""
    counts: Counter[str] = Counter()
    for entry in filter(None, entries):
        code, _, number = entry.partition(" ")
        counts[code] += int(number or 1)
    return counts


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
    """Return the graph with at most `most` edges: the most voices first, then the latest date or report."""
    edges = sorted(graph.edges.values(), key=lambda edge: edge.id)
    edges.sort(key=lambda edge: (edge.voices, max(edge.last_date or "", edge.not_after or "")), reverse=True)
    return Subgraph(graph.nodes, {edge.id: edge for edge in edges[:most]})


def edges_of(graph: Subgraph, node: str) -> Iterator[Edge]:
    """Return the edges at `node`."""
    return (edge for edge in graph.edges.values() if node in (edge.actor, edge.recipient))


def edges_between(graph: Subgraph, one: str, other: str) -> Iterator[Edge]:
    """Return the edges between two entities, in either direction."""
    return (edge for edge in graph.edges.values() if {edge.actor, edge.recipient} == {one, other})
