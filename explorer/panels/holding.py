"""Says in words which actors and ties alone hold a picture together."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.acts.network import SelectEdge, SelectNode
from explorer.elements import Element, element
from explorer.graph.measures import OnlyLink, only_links, only_ties
from explorer.graph.subgraph import Subgraph, edges_between
from explorer.panels.widgets import listed
from explorer.phrases import Said, say

_LISTED, _NAMED = 8, 3


def held_together(graph: Subgraph) -> tuple[Element, ...]:
    """List the actors without whom others would be cut off, and ties that alone connect two parts."""
    nodes = [_node_line(link, graph) for link in only_links(graph)[:_LISTED]]
    ties = [_tie_line(link, graph) for link in only_ties(graph)[:_LISTED]]
    nothing = element("p", say("No actor and no tie alone holds this picture together."), look="lead")
    lists = (listed(say("Only links"), nodes), listed(say("Only ties"), ties))
    return tuple(filter(None, lists)) or (nothing,)


def _node_line(link: OnlyLink, graph: Subgraph) -> Element:
    (node,) = link.by
    text = say(
        "{name} is the only link of {names} to the others",
        name=graph.nodes[node].name,
        names=_names(link.cut_off, graph),
    )
    return element("li", element("span", text), act=SelectNode(node))


def _tie_line(link: OnlyLink, graph: Subgraph) -> Element:
    one, other = link.by
    text = say(
        "Only the tie between {one} and {other} connects {names} with the others",
        one=graph.nodes[one].name,
        other=graph.nodes[other].name,
        names=_names(link.cut_off, graph),
    )
    return element("li", element("span", text), act=SelectEdge(next(edges_between(graph, one, other)).id))


def _names(nodes: Sequence[str], graph: Subgraph) -> Said:
    names = ", ".join(graph.nodes[node].name for node in nodes[:_NAMED])
    more = len(nodes) - _NAMED
    return say("{names} and {number} more", names=names, number=more) if more > 0 else names
