"""Draw several nodes as one group, and several ties as one edge.

A group stands for the members of a country or bloc, a bundle for all ties of a pair of nodes. Groups and
bundles keep the ids of their members and ties, so that the reader can open them and see the evidence. A group
with a single member is drawn as that member, a bundle with a single tie as that tie.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import replace

from cypher.model.blocs import blocs
from cypher.model.graph import EntityKind
from explorer.graph.subgraph import Edge, Node, Subgraph, Verdict

Name = Callable[[str], str]

BUNDLE, SUM = "bundle", "sum"
"""Prefixes of the ids of edges that stand for several ties: those of a pair, and those between groups."""

BY_COUNTRY = "country"
"""The grouping that puts people, bodies and groups with their country. Other groupings are codes of blocs."""


def grouped(graph: Subgraph, groupings: Collection[str], opened: Collection[str], name: Name) -> Subgraph:
    """Return the graph with each country or bloc and its members as one node.

    Groups in `opened` stay ungrouped. `name` returns the name of a group by its id.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for node in graph.nodes.values():
        group = _group(node, groupings, opened)
        if group:
            groups[group].append(node.id)
    folded = {group: tuple(members) for group, members in groups.items() if len(members) > 1}
    into = {member: group for group, members in folded.items() for member in members}
    nodes = {node.id: node for node in graph.nodes.values() if node.id not in into}
    nodes |= {group: _group_node(group, members, name) for group, members in folded.items()}
    return Subgraph(nodes, _redirected(graph.edges.values(), into))


def gathered(graph: Subgraph, into: Mapping[str, str]) -> Subgraph:
    """Return the graph with each entity in `into` drawn as the node that it is mapped to."""
    nodes = {key: node for key, node in graph.nodes.items() if key not in into}
    return Subgraph(nodes, _redirected(graph.edges.values(), into))


def bundled(graph: Subgraph, apart: frozenset[str] = frozenset()) -> Subgraph:
    """Return the graph with one edge for each pair of nodes, without rejected edges.

    The edges of the pair `apart` stay separate.
    """
    shown = [edge for edge in graph.edges.values() if edge.verdict is not Verdict.REJECTED]
    single = [edge for edge in shown if _pair(edge) == apart]
    edges = {edge.id: edge for edge in single}
    edges |= _united((edge for edge in shown if _pair(edge) != apart), _pair, BUNDLE)
    return Subgraph(graph.nodes, edges)


def drawn_as(graph: Subgraph, chosen: str) -> tuple[str, ...]:
    """Return the ids of the drawn edges that show `chosen`, the id of a tie or a bundle.

    A tie is shown by its own edge or by an edge that includes it, an opened bundle by the edges of its pair.
    """
    if chosen in graph.edges:
        return (chosen,)
    prefix, *ends = chosen.split(" ")
    if prefix == BUNDLE:
        return tuple(edge.id for edge in graph.edges.values() if _pair(edge) == frozenset(ends))
    return tuple(edge.id for edge in graph.edges.values() if chosen in edge.ties)


def ties_of(drawn: Subgraph, ties: Subgraph, chosen: str) -> list[Edge]:
    """Return the ties behind the drawn edge `chosen`, as edges of `ties`. A single tie stands for itself."""
    edges = [drawn.edges[edge] for edge in drawn_as(drawn, chosen)]
    ids = [chosen] if chosen in ties.edges else [tie for edge in edges for tie in edge.ties or (edge.id,)]
    return [ties.edges[tie] for tie in ids if tie in ties.edges]


def is_group(node: str) -> bool:
    """Return whether the id belongs to a group."""
    return node.startswith(("bloc:", "country:"))


def entities_of(graph: Subgraph, chosen: Iterable[str]) -> tuple[str, ...]:
    """Return the entities that drawn nodes stand for: the members of each group; other ids as they are."""
    nodes = {node: graph.nodes.get(node) for node in chosen}
    return tuple(entity for node, found in nodes.items() for entity in (found and found.members) or (node,))


def place_of(group: Node, places: Mapping[str, tuple[float, float]]) -> tuple[float, float] | None:
    """Return the position of a group: that of its country, or of its first member with a position."""
    first = group.id.partition(":")[2]
    return next((places[member] for member in (first, *group.members) if member in places), None)


def _group(node: Node, groupings: Collection[str], opened: Collection[str]) -> str | None:
    """Return the group in which a node is drawn, or None. Blocs come before countries."""
    by_country = BY_COUNTRY in groupings
    country = node.id if node.kind is EntityKind.COUNTRY else node.country if by_country else None
    if country is None:
        return None
    of_blocs = [f"bloc:{code}" for code in groupings if code in blocs() and country in blocs()[code].members]
    possible = [*of_blocs, *([f"country:{country}"] if by_country else [])]
    return next((group for group in possible if group not in opened), None)


def _group_node(group: str, members: tuple[str, ...], name: Name) -> Node:
    kind = EntityKind.ORGANISATION if group.startswith("bloc:") else EntityKind.COUNTRY
    return Node(group, f"{name(group)} ({len(members)})", kind, members=members)


def _redirected(edges: Iterable[Edge], into: Mapping[str, str]) -> dict[str, Edge]:
    """Return the edges with members replaced by their groups. Edges inside a group are left out."""
    untouched: dict[str, Edge] = {}
    moved: list[Edge] = []
    for edge in edges:
        actor, recipient = into.get(edge.actor, edge.actor), into.get(edge.recipient, edge.recipient)
        if (actor, recipient) == (edge.actor, edge.recipient):
            untouched[edge.id] = edge
        elif actor != recipient and edge.verdict is not Verdict.REJECTED:
            moved.append(replace(edge, actor=actor, recipient=recipient))
    return untouched | _united(moved, lambda edge: (edge.actor, edge.recipient, edge.sign), SUM)


def _united(edges: Iterable[Edge], key: Callable[[Edge], Hashable], prefix: str) -> dict[str, Edge]:
    """Return one edge for each key, with the claims and voices of its edges added up."""
    by_key: dict[Hashable, list[Edge]] = defaultdict(list)
    for edge in edges:
        by_key[key(edge)].append(edge)
    united = [_union(together, prefix) for together in by_key.values()]
    return {edge.id: edge for edge in united}


def _union(edges: list[Edge], prefix: str) -> Edge:
    first = max(edges, key=lambda edge: (edge.voices, edge.id))
    if len(edges) == 1:
        return first
    ends = (first.actor, first.recipient)
    return Edge(
        id=" ".join((prefix, *ends, first.sign) if prefix == SUM else (prefix, *sorted(ends))),
        actor=first.actor,
        recipient=first.recipient,
        sign=first.sign,
        verdict=_verdict({edge.verdict for edge in edges}),
        claims=sum(edge.claims for edge in edges),
        voices=sum(edge.voices for edge in edges),
        by_hand=sum(edge.by_hand for edge in edges),
        directed=all(edge.directed and edge.actor == first.actor for edge in edges),
        event_types=dict(sum((Counter(edge.event_types) for edge in edges), Counter[str]()).most_common()),
        first_date=min((edge.first_date for edge in edges if edge.first_date), default=None),
        last_date=max((edge.last_date for edge in edges if edge.last_date), default=None),
        not_after=max((edge.not_after for edge in edges if edge.not_after), default=None),
        planned=sum(edge.planned for edge in edges),
        denied=sum(edge.denied for edge in edges),
        ties=tuple(tie for edge in edges for tie in (edge.ties or (edge.id,))),
        mixed=any(edge.mixed or edge.sign is not first.sign for edge in edges),
    )


def _verdict(verdicts: set[Verdict]) -> Verdict:
    """Return the first of disputed, verified, unreviewed and rejected that is among the verdicts."""
    order = (Verdict.DISPUTED, Verdict.VERIFIED, Verdict.UNREVIEWED)
    return next((verdict for verdict in order if verdict in verdicts), Verdict.REJECTED)


def _pair(edge: Edge) -> frozenset[str]:
    return frozenset((edge.actor, edge.recipient))
