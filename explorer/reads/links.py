"""Finds connections between entities, shortest paths or common neighbours, as graphs to draw."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.graph.links import Answer, members, strength
from explorer.graph.paths import common, shortest_chains
from explorer.graph.subgraph import Subgraph, kept
from explorer.reads.queries import entity_node, reach, ties_among
from explorer.view.state import Filters, Link, LinkKind

MOST_CANDIDATES = 120
"""The maximum number of entities on paths, or in common, whose ties are compared."""

MOST_FOUND = 15
"""The maximum number of paths or common neighbours drawn: those with the most independent voices."""


def answer(link: Link, lens: str, filters: Filters) -> Answer:
    """Find the connection that `link` asks for, under the lens and the filters."""
    candidates = _paths(link, lens, filters) if link.kind is LinkKind.PATHS else _common(link, lens, filters)
    ends = {each: node for each in link.entities if (node := entity_node(each))}
    nodes = tuple(dict.fromkeys((*link.entities, *members(candidates))))
    among = ties_among(nodes[: MOST_CANDIDATES + len(link.entities)], lens, filters)
    allowed = kept(among, edge=lambda edge: not filters.signs or edge.sign in filters.signs)
    strengths = {chain: strength(allowed, link, chain) for chain in candidates}
    found = [chain for chain in candidates if strengths[chain]]  # the ties of the others were not read
    chains = sorted(found, key=lambda chain: (-strengths[chain], chain))[:MOST_FOUND]
    drawn = {*link.entities, *members(chains)}
    part = kept(allowed, node=lambda node: node.id in drawn)
    return Answer(link, Subgraph({**ends, **part.nodes}, part.edges), tuple(chains))


def _paths(link: Link, lens: str, filters: Filters) -> Sequence[tuple[str, ...]]:
    first, second = link.entities[:2]
    return shortest_chains(first, second, lambda ids: reach(ids, lens, filters))


def _common(link: Link, lens: str, filters: Filters) -> Sequence[tuple[str, ...]]:
    pairs = reach(link.entities, lens, filters)
    return [(each,) for each in common(link.entities, pairs)[:MOST_CANDIDATES]]
