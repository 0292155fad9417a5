"""Follows changes of some ties in a graph of the strongest ones, without reading the others again."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from explorer.graph.subgraph import Edge, Node, Subgraph


def amended(
    graph: Subgraph, most: int, touched: Collection[str], now: Subgraph, *, newest_first: bool = False
) -> Subgraph | None:
    """Return the first `most` ties after those of the ids `touched` have changed; None if it cannot be known.

    `graph` has the first ties from before, in their order: the most voices first, then the latest date or
    report, or the latest first. `now` has the touched ties as they are now, without those that are no longer
    among the candidates. If `graph` is full, a tie that is in none of both may have moved up.
    """
    known = [edge for edge in graph.edges.values() if edge.id not in touched]
    ordered = _ordered([*known, *now.edges.values()], newest_first)
    if len(graph.edges) >= most:
        last, lowest = list(graph.edges.values())[-1], ordered[most - 1 : most]
        if not lowest or _ordered([*lowest, last], newest_first)[0] is not lowest[0]:
            return None  # ties that are not in the graph came after its last one
    return _graph_of(ordered[:most], {**now.nodes, **graph.nodes})


def _ordered(edges: Sequence[Edge], newest_first: bool) -> list[Edge]:
    def rank(edge: Edge) -> tuple[str, int, str]:
        latest = max(edge.last_date or "", edge.not_after or "")
        return (latest if newest_first else "", edge.voices, latest)

    return sorted(sorted(edges, key=lambda edge: edge.id), key=rank, reverse=True)


def _graph_of(edges: Sequence[Edge], known: dict[str, Node]) -> Subgraph:
    ends = dict.fromkeys(end for edge in edges for end in (edge.actor, edge.recipient))
    return Subgraph({end: known[end] for end in ends}, {edge.id: edge for edge in edges})
