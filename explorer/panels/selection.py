"""The panel of several selected entities: actions on all of them, and their connections."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from explorer.acts.network import (
    Collapse,
    DrawLink,
    DrawOnlyLink,
    Expand,
    Hide,
    SelectEdge,
    SelectNode,
    ShowAlone,
)
from explorer.elements import Child, Element, element
from explorer.graph.links import Answer, strongest
from explorer.graph.subgraph import Edge, Node, Subgraph, edges_between
from explorer.panels.widgets import badge, edge_line, listed, named
from explorer.phrases import Number, Term, joined, say
from explorer.view.state import LinkKind

LISTED = 12

COUNTS_FOR = "{name} counts for {body} at this level: the answer is about that."
"""Said of an entity in whose place its state or bloc was asked about."""


def selection_panel(
    nodes: Sequence[Node], graph: Subgraph, answers: Sequence[Answer], acts: Element
) -> tuple[Element, ...]:
    """Build the panel: the selected entities, the actions, their connections, and the ties between them."""
    among = [edge for edge in graph.edges.values() if {edge.actor, edge.recipient} <= {n.id for n in nodes}]
    among.sort(key=lambda edge: (-edge.voices, edge.id))
    parts = (
        _head(nodes),
        acts,
        _questions(nodes, answers),
        *(_found(answer) for answer in answers),
        listed(say("Ties between them"), (edge_line(edge, graph) for edge in among[:LISTED])),
    )
    return tuple(part for part in parts if part)


def _head(nodes: Sequence[Node]) -> Element:
    chips = [
        element("span", named(node.name, node.kind), look="badge", act=SelectNode(node.id))
        for node in nodes[:LISTED]
    ]
    more = len(nodes) - len(chips)
    return element(
        "div",
        element("h2", say("{number} selected", number=len(nodes))),
        element("div", *chips, badge(joined("", ("+", Number(more)))) if more > 0 else None, look="row"),
        look="head",
    )


def selection_acts(entities: Sequence[str], expanded: bool) -> Element:
    """Build the buttons for actions on all selected entities."""
    all_of_them = tuple(entities)
    return element(
        "div",
        element("button", say("Expand all"), act=Expand(all_of_them)),
        element("button", say("Collapse"), act=Collapse(all_of_them)) if expanded else None,
        element("button", say("Hide"), act=Hide(all_of_them)),
        element("button", say("Show alone"), act=ShowAlone(all_of_them)),
        look="acts",
    )


def _questions(nodes: Sequence[Node], answers: Sequence[Answer]) -> Element | None:
    """Build the buttons that draw connections of two or three entities. A second click removes them."""
    if len(nodes) > 3:
        return element("p", say("Select two or three entities to see their connections."), look="soft")
    ids = tuple(node.id for node in nodes)
    asked = {answer.link.kind for answer in answers}
    common = say("Common neighbours") if len(nodes) == 2 else say("Common neighbours of the three")
    questions = {LinkKind.PATHS: say("Shortest paths")} if len(nodes) == 2 else {}
    buttons = [
        element(
            "button",
            text,
            look="on" if kind in asked else "",
            act=DrawLink(kind, ids),
        )
        for kind, text in {**questions, LinkKind.COMMON: common}.items()
    ]
    return element("section", element("h3", say("Connections")), element("div", *buttons, look="acts"))


def _found(answer: Answer) -> Element:
    notes = [
        element("p", say(COUNTS_FOR, name=asked, body=meant), look="soft") for asked, meant in answer.lifted
    ]
    if not answer.chains:
        none = say("No connection found with this lens and these filters.")
        return element("div", *notes, element("p", none, look="lead"))
    lines = [_LINES[answer.link.kind](answer, chain) for chain in answer.chains]
    alone = DrawOnlyLink(answer.link.kind, answer.link.entities)
    return element(
        "section",
        *notes,
        element("ul", *lines, look="list"),
        element("button", say("Show only this"), look="act", act=alone),
    )


def _chain_line(answer: Answer, chain: Sequence[str]) -> Element:
    """Build a line with the entities of a path and the signs of the ties between them."""
    parts: list[Child] = [_name(answer.graph, chain[0])]
    for here, there in pairwise(chain):
        parts += [*_signs(answer.graph, here, there), _name(answer.graph, there)]
    return element("li", element("span", *parts, look="row"))


def _common_line(answer: Answer, chain: Sequence[str]) -> Element:
    """Build a line with a common neighbour and the signs of its ties to each entity."""
    sides = [
        element("small", answer.graph.nodes[end].name, " ", *_signs(answer.graph, end, chain[0]))
        for end in answer.link.entities
        if strongest(answer.graph, end, chain[0])
    ]
    return element(
        "li",
        element("span", _name(answer.graph, chain[0]), element("span", *sides, look="row"), look="stack"),
    )


_LINES: Mapping[LinkKind, Callable[[Answer, Sequence[str]], Element]] = {
    LinkKind.PATHS: _chain_line,
    LinkKind.COMMON: _common_line,
}


def _name(graph: Subgraph, entity: str) -> Element:
    node = graph.nodes[entity]
    return element("span", named(node.name, node.kind), act=SelectNode(entity))


def _signs(graph: Subgraph, here: str, there: str) -> list[Element]:
    """Build a badge for each tie between two entities, with its sign and direction."""
    edges = sorted(edges_between(graph, here, there), key=lambda edge: (-edge.voices, edge.id))
    return [_sign(edge, here) for edge in edges]


def _sign(edge: Edge, here: str) -> Element:
    arrow = "↔" if not edge.directed else ("→" if edge.actor == here else "←")
    what = Term(edge.relation_type) if edge.relation_type else Term(edge.sign)
    look = f"badge {edge.sign.value}"
    return element("span", joined(" ", (what, arrow)), look=look, act=SelectEdge(edge.id))
