"""Measures of a drawn network: what passes through a node, its communities, and what alone connects it.

Directions do not count, nor do rejected ties, because these are not drawn. The ties of a pair are one link.
The same network always gives the same results.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import rustworkx as rx

from cypher.analysis.communities import communities
from explorer.graph.subgraph import Edge, Subgraph, Verdict


@dataclass(frozen=True, slots=True)
class OnlyLink:
    """The nodes `by`, one or a pair with a tie, and the nodes that they alone connect to the others."""

    by: tuple[str, ...]
    cut_off: tuple[str, ...]


def degrees(graph: Subgraph) -> Counter[str]:
    """Return the number of ties of each node that has any."""
    return Counter(end for edge in _drawn(graph) for end in {edge.actor, edge.recipient})


def voices(graph: Subgraph) -> Counter[str]:
    """Return the sum of the independent voices of each node's ties."""
    heard: Counter[str] = Counter()
    for edge in _drawn(graph):
        for end in {edge.actor, edge.recipient}:
            heard[end] += edge.voices
    return heard


def betweenness(graph: Subgraph) -> dict[str, float]:
    """Return the share of the shortest paths between other nodes that lead through each node, from 0 to 1."""
    links = _links(graph)
    shares = rx.betweenness_centrality(links)
    return {links[at]: round(share, 6) for at, share in shares.items()}


def communities_of(graph: Subgraph) -> list[list[str]]:
    """Return the communities of the nodes, the largest first: groups with more voices inside than outside."""
    ids = sorted(graph.nodes)
    numbers = {node: at for at, node in enumerate(ids)}
    drawn = sorted(_drawn(graph), key=lambda edge: edge.id)
    ties = ((numbers[edge.actor], numbers[edge.recipient], float(edge.voices or 1)) for edge in drawn)
    member = communities(len(ids), ties)[-1]
    found: list[list[str]] = [[] for _ in range(max(member, default=-1) + 1)]
    for node, number in zip(ids, member, strict=True):
        found[number].append(node)
    return found


def only_links(graph: Subgraph) -> list[OnlyLink]:
    """Return the nodes without which others would be cut off, those that hold most nodes first."""
    links = _links(graph)
    found = (OnlyLink((links[at],), _cut_off(links, at)) for at in rx.articulation_points(links))
    return sorted(found, key=lambda link: (-len(link.cut_off), link.by))


def only_ties(graph: Subgraph) -> list[OnlyLink]:
    """Return the pairs whose ties alone connect two parts of two nodes or more, the largest parts first."""
    links = _links(graph)
    return sorted(_only_ties(links), key=lambda link: (-len(link.cut_off), link.by))


def _only_ties(links: rx.PyGraph[str, None]) -> Iterator[OnlyLink]:
    for ends in rx.bridges(links):
        if min(links.degree(end) for end in ends) == 1:  # the neighbour of a leaf is its only link anyway
            continue
        one, other = sorted(ends)
        without = links.copy()
        without.remove_edge(one, other)
        parts = [sorted(links[at] for at in rx.node_connected_component(without, end)) for end in ends]
        cut_off = min(parts, key=lambda part: (len(part), part))
        yield OnlyLink(tuple(sorted(links[end] for end in ends)), tuple(cut_off))


def _cut_off(links: rx.PyGraph[str, None], node: int) -> tuple[str, ...]:
    """Return the nodes that lose their links to the largest of the parts that are left without a node."""
    near = set(links.neighbors(node))
    without = links.copy()
    without.remove_node(node)
    parts = [sorted(links[at] for at in part) for part in rx.connected_components(without) if part & near]
    parts.sort(key=lambda part: (-len(part), part))
    return tuple(sorted(each for part in parts[1:] for each in part))


def _drawn(graph: Subgraph) -> Iterable[Edge]:
    return (edge for edge in graph.edges.values() if edge.verdict is not Verdict.REJECTED)


def _links(graph: Subgraph) -> rx.PyGraph[str, None]:
    ids: Sequence[str] = sorted(graph.nodes)
    links: rx.PyGraph[str, None] = rx.PyGraph(multigraph=False)
    places = dict(zip(ids, links.add_nodes_from(ids), strict=True))
    pairs = {
        tuple(sorted((edge.actor, edge.recipient))) for edge in _drawn(graph) if edge.actor != edge.recipient
    }
    links.add_edges_from_no_data([(places[one], places[other]) for one, other in sorted(pairs)])
    return links
