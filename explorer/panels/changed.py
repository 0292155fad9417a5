"""Lists of changes: ties by kind of change, and watched queries with new, changed and gone rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from explorer.acts.opening import EndWatch, OpenTie
from explorer.elements import Element, element, empty_state
from explorer.graph.query_diff import Differences, Row, title_of
from explorer.graph.subgraph import Subgraph
from explorer.graph.tie_changes import Change, Changed
from explorer.panels.widgets import badge, listed
from explorer.phrases import EventType, Plural, Term, in_brackets, joined, say

LISTED = 40

CHANGES = {
    Change.REVERSED: "Reversed",
    Change.CONTRADICTED: "Newly contradicted",
    Change.NEW: "New",
    Change.STRENGTHENED: "Strengthened",
    Change.WEAKENED: "Weakened",
}
"""English names of the kinds of change."""


def changed_list(found: Sequence[Changed], graph: Subgraph) -> tuple[Element, ...]:
    """List the changed ties by kind of change, or show the empty state if nothing changed."""
    if not found:
        return (nothing_changed(),)
    return tuple(filter(None, (_section(kind, found, graph) for kind in Change)))


def nothing_changed() -> Element:
    """Build the empty state of a period without changes."""
    return empty_state(
        say("Nothing changed in this period"), say("Choose an earlier first day or another lens.")
    )


def _section(kind: Change, found: Sequence[Changed], graph: Subgraph) -> Element | None:
    of_kind = [each for each in found if each.change is kind]
    heading = joined(" ", (say(CHANGES[kind]), in_brackets(len(of_kind))))
    return listed(heading, (_line(each, graph) for each in of_kind[:LISTED]))


def _line(changed: Changed, graph: Subgraph) -> Element:
    edge = changed.edge
    ends = [graph.nodes[end].name for end in (edge.actor, edge.recipient)]
    codes = [edge.relation_type] if edge.relation_type else list(edge.event_types)
    what = joined(", ", map(EventType, codes[:3]))
    voices = Plural(changed.now, "{number} voice", "{number} voices")
    before = say("{number} before", number=changed.prior)
    return element(
        "li",
        element(
            "span",
            element("span", (" → " if edge.directed else " ↔ ").join(ends)),
            element("small", joined(" · ", (what, joined(", ", (voices, before))))),
            look="stack",
        ),
        badge(Term(edge.sign), edge.sign.value),
        act=OpenTie(edge.id),
    )


def watched(title: str, watch: str, found: Differences) -> Element:
    """Build the card of a watched query, with the new, changed and gone rows of its result."""
    counts = [
        badge(say("{number} new", number=len(found.came)), "cooperation"),
        badge(say("{number} changed", number=len(found.changed))),
        badge(say("{number} gone", number=len(found.went)), "conflict"),
    ]
    rows = [*_rows("+", found.came), *_rows("~", found.changed), *_rows("−", found.went)]
    return element(
        "section",
        element(
            "div",
            element("h4", title),
            element("button", say("End"), look="act", act=EndWatch(watch), hint=say("Stop watching")),
            look="spread",
        ),
        element("div", *counts, look="row"),
        element("ul", *rows, look="list") if rows else None,
        look="card",
    )


def _rows(mark: str, rows: Iterable[Row]) -> Iterator[Element]:
    for row in list(rows)[:8]:
        act = OpenTie(row["tie"]) if "tie" in row else None
        yield element("li", element("span", f"{mark} {title_of(row)}"), act=act)
