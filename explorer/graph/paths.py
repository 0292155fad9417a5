"""How entities hang together: the shortest chains of ties between two, and whom several all deal with.

Pure walks over pairs that somebody else looks up, so that they respect whatever the look-up respects; the
databases' own path searches see the lens only after they have chosen a path, or differ from each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import rustworkx as rx

Reach = Callable[[Sequence[str]], Iterable[tuple[str, str]]]
"""Looks up the pairs of each of some entities with its neighbours."""

LONGEST = 4
"""Ties of the longest chain that is looked for: beyond, everybody knows everybody."""

WIDEST = 400
"""Entities from which one step of a walk goes on at most."""


def shortest_chains(first: str, second: str, reach: Reach) -> list[tuple[str, ...]]:
    """All shortest chains from `first` to `second`, both included; empty when there is none up to `LONGEST`.

    Walks from both ends at once, and from the narrower front alone after that: two steps from each end find
    every chain of four ties.
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
    """Those who are tied to all of `entities`; where there is none of three or more, to two of them.

    Those with the most ties to them come first.
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
