"""Connections found between entities: paths or common neighbours, with their strength."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from explorer.graph.subgraph import Edge, Subgraph, edges_between
from explorer.view.state import Link, LinkKind


@dataclass(frozen=True, slots=True)
class Answer:
    """The connections found for a link. `chains` are tuples of entity ids, the strongest first.

    For paths, a chain runs from one entity to the other. For common neighbours, a chain is a single entity.
    `link` has the entities of the reader's level. `lifted` names those that were asked for instead, each with
    what it counts for.
    """

    link: Link
    graph: Subgraph = field(default_factory=Subgraph)
    chains: tuple[tuple[str, ...], ...] = ()
    lifted: tuple[tuple[str, str], ...] = ()

    def lit(self) -> tuple[list[str], list[str]]:
        """Return the ids of the nodes and of the edges that make up the answer."""
        steps = {pair for chain in self.chains for pair in steps_of(self.link, chain)}
        edges = {edge.id for pair in steps for edge in edges_between(self.graph, *pair)}
        return sorted({*self.link.entities, *members(self.chains)}), sorted(edges)


def strongest(graph: Subgraph, one: str, other: str) -> Edge | None:
    """Return the edge between two entities with the most voices, or None if there is none."""
    return max(edges_between(graph, one, other), key=lambda edge: (edge.voices, edge.id), default=None)


def members(chains: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Return the entities of all chains, in order."""
    return (node for chain in chains for node in chain)


def steps_of(link: Link, chain: tuple[str, ...]) -> Sequence[tuple[str, str]]:
    """Return the pairs of entities whose ties make up a chain."""
    if link.kind is LinkKind.PATHS:
        return list(pairwise(chain))
    return [(end, chain[0]) for end in link.entities]


def strength(graph: Subgraph, link: Link, chain: tuple[str, ...]) -> int:
    """Return the strength of a chain, in voices of the strongest tie of each step.

    A path is as strong as its weakest step. A common neighbour has the sum of its steps.
    """
    ties = [strongest(graph, *step) for step in steps_of(link, chain)]
    if link.kind is LinkKind.COMMON:
        return sum(tie.voices for tie in ties if tie)
    return min((tie.voices if tie else 0 for tie in ties), default=0)
