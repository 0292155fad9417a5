"""Finds connections between entities, shortest paths or common neighbours, as graphs to draw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from explorer.graph.links import Answer, members, strength
from explorer.graph.paths import common, shortest_chains
from explorer.graph.subgraph import Subgraph, kept
from explorer.reads.queries import at_level, entity_node, reach, ties_among
from explorer.view.filters import Filters
from explorer.view.state import Link, LinkKind

MOST_CANDIDATES = 120
"""The maximum number of entities on paths, or in common, whose ties are compared."""

MOST_FOUND = 15
"""The maximum number of paths or common neighbours drawn: those with the most independent voices."""


def answer(asked: Link, lens: str, filters: Filters) -> Answer:
    """Find the connection that `asked` is about, under the lens and the filters.

    Above the level of actors, a minister counts for his state.
    """
    link = _at_level(asked)
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
    lifted = () if link == asked else tuple(_lifted(asked))
    return Answer(link, Subgraph({**ends, **part.nodes}, part.edges), tuple(chains), lifted)


def _at_level(link: Link) -> Link:
    """Return the link between what its entities count for; the link itself if this is the same for all."""
    raised = tuple(dict.fromkeys(map(at_level, link.entities)))
    return replace(link, entities=raised) if len(raised) > 1 else link


def _lifted(link: Link) -> Iterator[tuple[str, str]]:
    """Yield the name of each entity that counts for another one, with the name of that one."""
    for each in link.entities:
        asked, meant = entity_node(each), entity_node(at_level(each))
        if asked and meant and asked.id != meant.id:
            yield asked.name, meant.name


def _paths(link: Link, lens: str, filters: Filters) -> Sequence[tuple[str, ...]]:
    first, second = link.entities[:2]
    return shortest_chains(first, second, lambda ids: reach(ids, lens, filters))


def _common(link: Link, lens: str, filters: Filters) -> Sequence[tuple[str, ...]]:
    pairs = reach(link.entities, lens, filters)
    return [(each,) for each in common(link.entities, pairs)[:MOST_CANDIDATES]]
