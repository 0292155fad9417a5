"""The form *Lanes* of the picture: a row for each pair of actors, a mark for each event, on an axis of time.

A click on a mark selects its tie, here and in the other forms. The marks of a selection stay dark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from cypher.model.graph import Sign
from explorer.acts.network import SelectEdge
from explorer.charts.lanes import HOLLOW, MOST_LANES, Mark, lanes_chart
from explorer.charts.saving import draw_chart
from explorer.graph.subgraph import Edge, Subgraph
from explorer.pages.marks import mark
from explorer.panels.profile.lanes import events_behind, parties
from explorer.phrases import Plural
from explorer.reads.claims_behind import claims_behind
from explorer.reads.picture import Picture
from explorer.view import session
from explorer.view.state import View
from explorer.words import Words


@dataclass(frozen=True, slots=True)
class Lane:
    """The ties of a pair of actors."""

    name: str
    ties: Sequence[Edge]
    is_chosen: bool

    @property
    def claims(self) -> int:
        """The number of claims behind the ties."""
        return sum(tie.claims for tie in self.ties)


def draw_lanes(view: View, drawn: Picture) -> None:
    """Draw the lanes of the picture, the pairs with the most claims on top, and say what has none."""
    words = session.words()
    found = lanes(drawn.seen(view), view)
    marks = _marks(found[:MOST_LANES], view, drawn)
    st.caption(_explained(len(found), marks, words))
    if chart := lanes_chart(marks, words):
        draw_chart(chart, "lanes", "konstelasi-lanes", words)
    else:
        st.info(words("No event in this picture has a date."), icon=":material/event_busy:")


def lanes(seen: Subgraph, view: View) -> list[Lane]:
    """Return the pairs of the ties of events: first those of the selection, then by number of claims."""
    pairs: dict[frozenset[str], list[Edge]] = defaultdict(list)
    for edge in seen.edges.values():
        if edge.sign is not Sign.RELATION:
            pairs[frozenset((edge.actor, edge.recipient))].append(edge)
    names = {node.id: node.name for node in seen.nodes.values()}
    made = [Lane(_name(pair, names), ties, _is_chosen(pair, ties, view)) for pair, ties in pairs.items()]
    return sorted(made, key=lambda lane: (not lane.is_chosen, -lane.claims, lane.name))


def _name(pair: frozenset[str], names: Mapping[str, str]) -> str:
    return " – ".join(sorted(names[end] for end in pair))


def _is_chosen(pair: frozenset[str], ties: Sequence[Edge], view: View) -> bool:
    return bool(pair & set(view.nodes)) or any(tie.id == view.edge for tie in ties)


def _marks(found: Sequence[Lane], view: View, drawn: Picture) -> list[Mark]:
    of_tie = {tie.id: lane for lane in found for tie in lane.ties}
    any_chosen = any(lane.is_chosen for lane in found)
    made = [
        mark(
            of_tie[claim.tie].name,
            claim,
            SelectEdge(claim.tie),
            who=parties(claim),
            lit=not any_chosen or (claim.tie == view.edge if view.edge else of_tie[claim.tie].is_chosen),
        )
        for claim in events_behind(claims_behind(list(of_tie), session.lens(), drawn.filters_seen(view)))
    ]
    order = {lane.name: at for at, lane in enumerate(found)}
    return sorted(made, key=lambda each: order[each.lane])


def _explained(pairs: int, marks: Sequence[Mark], words: Words) -> str:
    """Say what a click does, what hollow marks are, how many pairs have no lane and events no mark."""
    said = [words("Each row is a pair, each mark an event. A click on a mark selects its tie.")]
    if any(mark.is_hollow for mark in marks):
        said.append(HOLLOW.said(words))
    if pairs > MOST_LANES:
        said.append(
            words(
                "The {shown} pairs with the most claims, of {all}. Pairs that you select are always shown.",
                shown=MOST_LANES,
                all=pairs,
            )
        )
    if nowhere := sum(mark.place is None for mark in marks):
        event = Plural(nowhere, "{number} event has no mark.", "{number} events have no mark.")
        said.append(event.said(words))
    return " ".join(said)
