"""The panels of what is drawn as one: the members of a group, and the ties of a bundle."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.elements import Act, Element, element
from explorer.graph.subgraph import Edge, Node, Subgraph
from explorer.panels.widgets import SELECT_NODE, badge, edge_line, listed, named
from explorer.words import Words

OPEN_GROUP = "open group"
LISTED = 40


def group_panel(group: Node, ties: Subgraph, words: Words) -> tuple[Element, ...]:
    """Who is in the group, what is inside of it, and the way to open it."""
    members = [ties.nodes[member] for member in group.members]
    inside = [edge for edge in ties.edges.values() if {edge.actor, edge.recipient} <= set(group.members)]
    inside.sort(key=lambda edge: (-edge.voices, edge.id))
    opening = element("button", words("Open the group"), act=Act(OPEN_GROUP, group.id))
    head = element(
        "div",
        element("h2", group.name),
        element("div", badge(words("group of nodes")), look="row"),
        element("div", opening, look="acts"),
        look="head",
    )
    lines = (
        element("li", named(node.name, node.kind, words), act=Act(SELECT_NODE, node.id)) for node in members
    )
    parts = (
        head,
        listed(words("Members drawn here"), lines),
        listed(words("Ties between them"), (edge_line(edge, ties, words) for edge in inside[:LISTED])),
    )
    return tuple(part for part in parts if part)


def bundle_panel(edges: Sequence[Edge], ties: Subgraph, words: Words) -> tuple[Element, ...]:
    """The ties that are drawn as one, the strongest first; a click on one shows its evidence."""
    strongest = sorted(edges, key=lambda edge: (-edge.voices, edge.id))
    claims = words.count(sum(edge.claims for edge in edges), "claim", "claims")
    head = element(
        "div",
        element("h2", words("{number} ties drawn as one", number=len(edges))),
        element("small", claims),
        look="head",
    )
    lines = [edge_line(edge, ties, words) for edge in strongest[:LISTED]]
    return (head, element("ul", *lines, look="list"))
