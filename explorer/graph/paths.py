"""Find the shortest paths between two entities, and the common neighbours of several.

The functions search over pairs of neighbours that the caller looks up, so a lens or filter in that look-up
applies to the whole search. The databases' own path searches are not used: they apply the lens only after
they have chosen a path, or differ from each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import rustworkx as rx

Reach = Callable[[Sequence[str]], Iterable[tuple[str, str]]]
"""Looks up the neighbours of some entities, as pairs of an entity and a neighbour."""

LONGEST = 4
"""Maximum number of ties in a path. With longer paths, almost all entities are connected."""

WIDEST = 400
"""Maximum number of entities whose neighbours one step of the search looks up."""


def shortest_chains(first: str, second: str, reach: Reach) -> list[tuple[str, ...]]:
    """Return all shortest paths from `first` to `second`, both included.

    The list is empty if no path has at most `LONGEST` ties. The first step searches from both ends, each
    later step only from the end with the smaller front. Two steps from each end find every path of four ties.
    """
    if first == second:
        return []
    known: set[tuple[str, str]] = set()
    seen = {first: {first}, second: {second}}
    fronts = {first: {first}, second: {second}}
    walking = [first, second]
    for _ in range(LONGEST - 1):
        known.update(reach(sorted(set().union(*(fronts[end] for end in walking)))[:WIDEST]))
        found = _chains(known, first, second)
        if found:
            return found
        for end in walking:
            fronts[end] = set(_neighbours(known, fronts[end])) - seen[end]
            seen[end] |= fronts[end]
        walking = [min((end for end in fronts), key=lambda end: (len(fronts[end]), end))]
    return []


def common(entities: Sequence[str], pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Return the entities tied to all of `entities`; if there are none, those tied to at least two of them.

    Entities tied to the most of them come first.
    """
    around = Counter(near for one, near in set(pairs) if one in entities and near not in entities)
    to_all = [near for near, count in around.items() if count == len(entities)]
    found = to_all or [near for near, count in around.items() if count > 1]
    return sorted(found, key=lambda near: (-around[near], near))


def _neighbours(known: Iterable[tuple[str, str]], front: set[str]) -> Iterable[str]:
    for one, other in known:
        if one in front:
            yield other
        if other in front:
            yield one


def _chains(known: Iterable[tuple[str, str]], first: str, second: str) -> list[tuple[str, ...]]:
    graph, index = rx.PyGraph(multigraph=False), {}
    for pair in sorted(known):
        for end in pair:
            if end not in index:
                index[end] = graph.add_node(end)
        graph.add_edge(index[pair[0]], index[pair[1]], None)
    if first not in index or second not in index:
        return []
    found = rx.all_shortest_paths(graph, index[first], index[second])
    return sorted(tuple(graph[node] for node in chain) for chain in found)
