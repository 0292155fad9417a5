"""The panel when nothing is selected: the strongest ties, search results, or an empty state."""

from __future__ import annotations

from collections.abc import Sequence

from cypher.model.graph import Sign
from cypher.records.explore import FoundEntity, FullEntity
from explorer.acts.network import ShowAbout
from explorer.elements import Element, element, empty_state
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


def found(name: str, rows: Sequence[FoundEntity]) -> tuple[Element, ...]:
    """List the results of a search, or suggest what to try instead."""
    if not rows:
        return (nothing_found(name),)
    lines = (
        _entity_line(row, _spelt(row), Plural(row.ties, "{number} tie", "{number} ties")) for row in rows
    )
    return tuple(filter(None, (listed(say("Found"), lines),)))


def similar(name: str, rows: Sequence[FullEntity]) -> tuple[Element, ...]:
    """List the entities with a similar name, or suggest what to try instead."""
    if not rows:
        return (nothing_found(name),)
    lines = (_entity_line(row, element("small", Term(row.kind)), None) for row in rows)
    return tuple(filter(None, (listed(say("Did you mean"), lines),)))


def _entity_line(row: FoundEntity | FullEntity, about: Element, ties: Plural | None) -> Element:
    return element(
        "li",
        element("span", named(row.name, row.kind), about, look="stack"),
        element("span", ties, look="number") if ties else None,
        act=ShowAbout(row.id),
    )


def _spelt(row: FoundEntity) -> Element:
    is_other = row.alias and row.alias != row.name
    written = say("also written {name}", name=row.alias) if is_other else None
    return element("small", joined(" · ", (Term(row.kind), written)))


def nothing_found(name: str) -> Element:
    """Build the empty state of a search."""
    return empty_state(
        say("No entity named “{name}”", name=name),
        say("Try a part of the name, another spelling, or the country."),
    )


def nothing_known_yet() -> Element:
    """The empty state of a list that the day under "As known on" has emptied."""
    return empty_state(
        say("Nothing was published by that day"), say("Choose a later day under “As known on”, or clear it.")
    )


def no_articles() -> Element:
    """The empty state of the list of articles in a graph that has only event data."""
    return empty_state(
        say("No articles"), say("The graph has event data only. Their reports stand with each tie.")
    )


def nothing_left() -> Element:
    """Build the empty state for a network in which the filters or the lens hide every tie."""
    return empty_state(
        say("Nothing to show"), say("The filters or the lens hide every tie. Widen them, or start over.")
    )
