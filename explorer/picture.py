"""From a view to what is drawn: the ties of its centres, joined, filtered and capped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cypher.model import EntityKind
from explorer.queries import entity, neighbours, starting_point, tie, ties_among
from explorer.state import START, Centre, Filters, View
from explorer.subgraph import Node, Subgraph, first_nodes, kept, merged, without_loose_ends

MOST_NODES = 300
"""Nodes that are drawn unless the reader narrows the view: beyond, the network says less than the table."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn. `anchors` says beside which node a new one belongs; `left_out` counts capped nodes."""

    graph: Subgraph
    anchors: Mapping[str, str] = field(default_factory=dict)
    left_out: int = 0


def picture(view: View, lens: str) -> Picture:
    """The picture of a view through a lens.

    The centres choose the nodes; the edges are all ties between these that the filters let through.
    """
    parts = [_part(centre, lens, view.filters) for centre in view.centres]
    if view.edge:
        parts.append(tie(view.edge, lens))
    whole = merged(parts)
    first = first_nodes(whole, MOST_NODES)
    among = merged([Subgraph(first.nodes), ties_among(tuple(first.nodes), lens, view.filters)])
    anchored = {centre.entity for centre in view.centres}
    graph = without_loose_ends(_filtered(among, view), anchored)
    return Picture(graph, _anchors(view.centres, parts), len(whole.nodes) - len(first.nodes))


def _part(centre: Centre, lens: str, filters: Filters) -> Subgraph:
    if centre.entity == START:
        return starting_point(lens)
    ties = neighbours(centre, lens, filters)
    found = entity(centre.entity)
    if found is None:
        return ties
    itself = Node(found["id"], found["name"], EntityKind(found["kind"]), found["country"])
    return merged([Subgraph({itself.id: itself}), ties])


def _filtered(graph: Subgraph, view: View) -> Subgraph:
    kinds, signs = view.filters.kinds, view.filters.signs
    return kept(
        graph,
        node=lambda node: node.id not in view.hidden and (not kinds or node.kind in kinds),
        edge=lambda edge: not signs or edge.sign in signs,
    )


def _anchors(centres: Sequence[Centre], parts: Sequence[Subgraph]) -> dict[str, str]:
    anchors: dict[str, str] = {}
    for centre, part in zip(centres, parts, strict=False):  # a selected tie comes after the centres' parts
        if centre.entity != START:
            anchors |= {node: centre.entity for node in part.nodes if node not in anchors}
    return anchors
