"""The panel when nothing is selected: the strongest ties, search results, or an empty state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cypher.model.graph import Sign
from explorer.acts.network import ShowAbout
from explorer.elements import Element, element
from explorer.graph.subgraph import Edge, Subgraph
from explorer.panels.widgets import badge, edge_line, listed, named
from explorer.phrases import Plural, Term, joined, say

LISTED = 12


def overview(graph: Subgraph) -> tuple[Element, ...]:
    """Build the overview of the drawn graph: its numbers of ties by sign, and the strongest ties."""
    edges = sorted(graph.edges.values(), key=_weight)
    signs = [sum(edge.sign is sign for edge in edges) for sign in (Sign.COOPERATION, Sign.CONFLICT)]
    head = element(
        "div",
        element("h2", say("What stands out")),
        element(
            "p",
            say("Click a node or an edge for its evidence; double-click a node for its ties."),
            look="lead",
        ),
        element(
            "div",
            badge(say("Cooperation: {number}", number=signs[0]), "cooperation"),
            badge(say("Conflict: {number}", number=signs[1]), "conflict"),
            look="row",
        ),
        look="head",
    )
    strongest = (edge_line(edge, graph) for edge in edges[:LISTED])
    return tuple(filter(None, (head, listed(say("Strongest ties"), strongest))))


def _weight(edge: Edge) -> tuple[bool, int, int, str]:
    """Sort key: ties of events before lasting relations, which are rarely news; then by voices and claims."""
    return edge.sign is Sign.RELATION, -edge.voices, -edge.claims, edge.id


def found(name: str, rows: Sequence[Mapping[str, Any]]) -> tuple[Element, ...]:
    """List the results of a search, or suggest what to try instead."""
    if not rows:
        return (nothing_found(name),)
    lines = (
        element(
            "li",
            element("span", named(row["name"], row["kind"]), _spelt(row), look="stack"),
            element("span", Plural(row["ties"], "{number} tie", "{number} ties"), look="number")
            if "ties" in row
            else None,
            act=ShowAbout(row["id"]),
        )
        for row in rows
    )
    heading = say("Did you mean") if rows[0].get("match") == "similar" else say("Found")
    return tuple(filter(None, (listed(heading, lines),)))


def _spelt(row: Mapping[str, Any]) -> Element | None:
    spelling = row.get("alias")
    kind = Term(row["kind"])
    is_other = spelling and spelling != row["name"]
    written = say("also written {name}", name=spelling) if is_other else None
    return element("small", joined(" · ", (kind, written)))


def nothing_found(name: str) -> Element:
    """Build the empty state of a search."""
    return element(
        "div",
        element("h4", say("No entity named “{name}”", name=name)),
        element("p", say("Try a part of the name, another spelling, or the country."), look="lead"),
        look="empty",
    )


def nothing_known_yet() -> Element:
    """The empty state of a list that the day under "As known on" has emptied."""
    return element(
        "div",
        element("h4", say("Nothing was published by that day")),
        element("p", say("Choose a later day under “As known on”, or clear it."), look="lead"),
        look="empty",
    )


def nothing_left() -> Element:
    """Build the empty state for a network in which the filters or the lens hide every tie."""
    return element(
        "div",
        element("h4", say("Nothing to show")),
        element("p", say("The filters or the lens hide every tie. Widen them, or start over."), look="lead"),
        look="empty",
    )
