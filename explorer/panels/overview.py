"""The panel when nothing is selected: the strongest ties, what a search found, or how to begin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cypher.model.graph import Sign
from explorer.elements import Act, Element, element
from explorer.graph.subgraph import Edge, Subgraph
from explorer.panels.widgets import badge, edge_line, listed, named
from explorer.words import Words

PICK = "pick"
LISTED = 12


def overview(graph: Subgraph, words: Words) -> tuple[Element, ...]:
    """The strongest ties and busiest entities of what is drawn."""
    edges = sorted(graph.edges.values(), key=_weight)
    signs = [sum(edge.sign is sign for edge in edges) for sign in (Sign.COOPERATION, Sign.CONFLICT)]
    head = element(
        "div",
        element("h2", words("What stands out")),
        element(
            "p",
            words("Click a node or an edge for its evidence; double-click a node for its ties."),
            look="lead",
        ),
        element(
            "div",
            badge(words("{number} of cooperation", number=signs[0]), "cooperation"),
            badge(words("{number} of conflict", number=signs[1]), "conflict"),
            look="row",
        ),
        look="head",
    )
    strongest = (edge_line(edge, graph, words) for edge in edges[:LISTED])
    return tuple(filter(None, (head, listed(words("Strongest ties"), strongest))))


def _weight(edge: Edge) -> tuple[bool, int, int, str]:
    """Events before lasting relations, which news repeats but does not bring; then by voices and claims."""
    return edge.sign is Sign.RELATION, -edge.voices, -edge.claims, edge.id


def found(name: str, rows: Sequence[Mapping[str, Any]], words: Words) -> tuple[Element, ...]:
    """What a search found, or what to try instead."""
    if not rows:
        return (nothing_found(name, words),)
    lines = (
        element(
            "li",
            element("span", named(row["name"], row["kind"], words), _spelt(row, words), look="stack"),
            element("span", words.count(row["ties"], "tie", "ties"), look="number")
            if "ties" in row
            else None,
            act=Act(PICK, row["id"]),
        )
        for row in rows
    )
    heading = words("Did you mean") if rows[0].get("match") == "similar" else words("Found")
    return tuple(filter(None, (listed(heading, lines),)))


def _spelt(row: Mapping[str, Any], words: Words) -> Element | None:
    spelling = row.get("alias")
    kind = words.term(row["kind"])
    text = (
        f"{kind} · {words('written {name}', name=spelling)}" if spelling and spelling != row["name"] else kind
    )
    return element("small", text)


def nothing_found(name: str, words: Words) -> Element:
    """The empty state of a search."""
    return element(
        "div",
        element("h4", words("Nobody here is called “{name}”", name=name)),
        element("p", words("Try a part of the name, another spelling, or the country."), look="lead"),
        look="empty",
    )


def nothing_known_yet(words: Words) -> Element:
    """The empty state of a list that the day under "As known on" has emptied."""
    return element(
        "div",
        element("h4", words("Nothing was published by then")),
        element("p", words("Choose a later day under “As known on”, or clear it."), look="lead"),
        look="empty",
    )


def nothing_left(words: Words) -> Element:
    """The empty state of a picture that the filters or the lens have emptied."""
    return element(
        "div",
        element("h4", words("Nothing is left to draw")),
        element(
            "p", words("The filters or the lens leave out every tie. Widen them, or start anew."), look="lead"
        ),
        look="empty",
    )
