"""Runs the algorithms on graphs in memory, by networkx and rustworkx.

In memory are only the parties and one link for each pair of them, read from the file by its columns; nothing
of claims, lenses or dates. So the times are what the algorithms take at least.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import networkx as nx
import rustworkx as rx

from bench.icews14_file import rows_in
from bench.results import Result

SAMPLE = 64
"""From so many entities networkx counts shortest paths; all would take hours in Python."""

Links = Mapping[tuple[str, str], int]
"""The number of events of each pair of parties; the names of a pair are in order."""


def links_in(path: Path) -> Links:
    """Count the events of each pair of different parties in a file of the layout of ICEWS14."""
    pairs = ((row["source"], row["target"]) for row in rows_in(path))
    return Counter((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1])


def in_memory(result: Result, path: Path) -> None:
    """Measure networkx and rustworkx on the links of a file."""
    links = links_in(path)
    result.add("in memory: links", len(links), unit="links")
    degrees = Counter(end for pair in links for end in pair)
    together = nx.node_connected_component(nx.Graph(links.keys()), degrees.most_common(1)[0][0])
    ranked = [name for name, _ in degrees.most_common() if name in together]
    middle = ranked[len(ranked) // 2 :]
    for name, graph, acts in (_networkx(links, ranked, middle), _rustworkx(links, ranked, middle)):
        result.add(f"{name}: nodes", graph, unit="nodes")
        for act, (unit, work) in acts.items():
            start, used = time.perf_counter(), time.process_time()
            work()
            scale = 1000 if unit == "ms" else 1
            result.add(f"{name}: {act}", scale * (time.perf_counter() - start), unit=unit)
            result.add(f"{name}: {act}, processor here", scale * (time.process_time() - used), unit=unit)


Act = tuple[str, Callable[[], object]]


def _networkx(links: Links, ranked: list[str], middle: list[str]) -> tuple[str, int, dict[str, Act]]:
    graph = nx.Graph()
    graph.add_weighted_edges_from((one, other, count) for (one, other), count in links.items())
    return (
        "networkx",
        len(graph),
        {
            "expand the hub": ("ms", lambda: graph.edges(list(graph[ranked[0]]), data=True)),
            "path": ("ms", lambda: list(nx.all_shortest_paths(graph, middle[0], middle[-1]))),
            f"betweenness from {SAMPLE}": (
                "s",
                lambda: nx.betweenness_centrality(graph, k=min(SAMPLE, len(graph)), seed=1),
            ),
            "communities": ("s", lambda: nx.community.louvain_communities(graph, seed=1)),
        },
    )


def _rustworkx(links: Links, ranked: list[str], middle: list[str]) -> tuple[str, int, dict[str, Act]]:
    graph: rx.PyGraph[str, int] = rx.PyGraph(multigraph=False)
    names = list({name: None for pair in links for name in pair})
    at = dict(zip(names, graph.add_nodes_from(names), strict=True))
    graph.add_edges_from([(at[one], at[other], count) for (one, other), count in links.items()])
    return (
        "rustworkx",
        len(graph),
        {
            "expand the hub": ("ms", lambda: [graph.adj(each) for each in graph.neighbors(at[ranked[0]])]),
            "path": ("ms", lambda: rx.all_shortest_paths(graph, at[middle[0]], at[middle[-1]])),
            "betweenness of all": ("s", lambda: rx.betweenness_centrality(graph)),
        },
    )
