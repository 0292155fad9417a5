"""The panels of a group of nodes and of a bundle of ties."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.acts.network import OpenGroup, SelectNode
from explorer.elements import Element, element
from explorer.graph.subgraph import Edge, Node, Subgraph
from explorer.panels.widgets import badge, edge_line, listed, named
from explorer.phrases import Plural, say

LISTED = 40


def group_panel(group: Node, ties: Subgraph) -> tuple[Element, ...]:
    """Build the panel of a group: its members, the ties between them, and a button to open it."""
    members = [ties.nodes[member] for member in group.members]
    inside = [edge for edge in ties.edges.values() if {edge.actor, edge.recipient} <= set(group.members)]
    inside.sort(key=lambda edge: (-edge.voices, edge.id))
    opening = element("button", say("Open group"), act=OpenGroup(group.id))
    head = element(
        "div",
        element("h2", group.name),
        element("div", badge(say("group of nodes")), look="row"),
        element("div", opening, look="acts"),
        look="head",
    )
    lines = (element("li", named(node.name, node.kind), act=SelectNode(node.id)) for node in members)
    parts = (
        head,
        listed(say("Members in this view"), lines),
        listed(say("Ties between them"), (edge_line(edge, ties) for edge in inside[:LISTED])),
    )
    return tuple(part for part in parts if part)


def bundle_panel(edges: Sequence[Edge], ties: Subgraph) -> tuple[Element, ...]:
    """Build the panel of ties drawn as one, the strongest first. A click on a tie selects it."""
    strongest = sorted(edges, key=lambda edge: (-edge.voices, edge.id))
    claims = Plural(sum(edge.claims for edge in edges), "{number} claim", "{number} claims")
    head = element(
        "div",
        element("h2", say("{number} ties drawn as one", number=len(edges))),
        element("small", claims),
        look="head",
    )
    lines = [edge_line(edge, ties) for edge in strongest[:LISTED]]
    return (head, element("ul", *lines, look="list"))
