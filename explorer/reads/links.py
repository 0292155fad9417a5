"""The answers to the reader's questions how some entities hang together, as graphs that can be drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from explorer.graph.paths import common, shortest_chains
from explorer.graph.subgraph import Edge, Subgraph, edges_between, kept
from explorer.reads.queries import entity_node, reach, ties_among
from explorer.view.state import Filters, Link, LinkKind

MOST_CANDIDATES = 120
"""Entities on chains, or in common, whose ties are compared."""

MOST_FOUND = 15
"""Chains, or common neighbours, that are drawn: those with the most independent voices."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found about a link. `chains` are lists of entities, the strongest first.

    A chain of paths runs from one entity to the other; a chain of common neighbours is one entity alone.
    """

    link: Link
    graph: Subgraph = field(default_factory=Subgraph)
    chains: tuple[tuple[str, ...], ...] = ()

    def lit(self) -> tuple[list[str], list[str]]:
        """The nodes and edges of which the answer consists."""
        steps = {pair for chain in self.chains for pair in _steps(self.link, chain)}
        edges = {edge.id for pair in steps for edge in edges_between(self.graph, *pair)}
        return sorted({*self.link.entities, *_members(self.chains)}), sorted(edges)


def answer(link: Link, lens: str, filters: Filters) -> Answer:
    """Look for what links the entities, through the lens and the filters."""
    candidates = _paths(link, lens, filters) if link.kind is LinkKind.PATHS else _common(link, lens, filters)
    ends = {each: node for each in link.entities if (node := entity_node(each))}
    nodes = tuple(dict.fromkeys((*link.entities, *_members(candidates))))
    among = ties_among(nodes[: MOST_CANDIDATES + len(link.entities)], lens, filters)
    allowed = kept(among, edge=lambda edge: not filters.signs or edge.sign in filters.signs)
    strengths = {chain: _strength(allowed, link, chain) for chain in candidates}
    found = [chain for chain in candidates if strengths[chain]]  # others were not among those compared
    chains = sorted(found, key=lambda chain: (-strengths[chain], chain))[:MOST_FOUND]
    drawn = {*link.entities, *_members(chains)}
    part = kept(allowed, node=lambda node: node.id in drawn)
    return Answer(link, Subgraph({**ends, **part.nodes}, part.edges), tuple(chains))


def strongest(graph: Subgraph, one: str, other: str) -> Edge | None:
    """The edge of two entities with the most voices."""
    return max(edges_between(graph, one, other), key=lambda edge: (edge.voices, edge.id), default=None)


def _paths(link: Link, lens: str, filters: Filters) -> Sequence[tuple[str, ...]]:
    first, second = link.entities[:2]
    return shortest_chains(first, second, lambda ids: reach(ids, lens, filters))


def _common(link: Link, lens: str, filters: Filters) -> Sequence[tuple[str, ...]]:
    pairs = reach(link.entities, lens, filters)
    return [(each,) for each in common(link.entities, pairs)[:MOST_CANDIDATES]]


def _members(chains: Sequence[tuple[str, ...]]) -> Iterator[str]:
    return (node for chain in chains for node in chain)


def _steps(link: Link, chain: tuple[str, ...]) -> Sequence[tuple[str, str]]:
    if link.kind is LinkKind.PATHS:
        return list(pairwise(chain))
    return [(end, chain[0]) for end in link.entities]


def _strength(graph: Subgraph, link: Link, chain: tuple[str, ...]) -> int:
    """A chain is as strong as its weakest step: by voices of the strongest tie."""
    ties = [strongest(graph, *step) for step in _steps(link, chain)]
    if link.kind is LinkKind.COMMON:
        return sum(tie.voices for tie in ties if tie)
    return min((tie.voices if tie else 0 for tie in ties), default=0)
