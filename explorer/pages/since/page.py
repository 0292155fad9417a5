"""The page *Since*: what changed since the last visit or between two days, and in the watched queries."""

from __future__ import annotations

import streamlit as st

from cypher.desk.notes import Note, recent_notes
from explorer.elements import draw_elements
from explorer.graph.subgraph import Subgraph
from explorer.graph.tie_changes import Change, Changed, Period, changes, drawn
from explorer.network import Selection, draw_network, network_events
from explorer.pages.network.page import HEIGHT
from explorer.pages.since.period import draw_period, newest, take_over
from explorer.pages.since.watches import draw_watches
from explorer.panels.changed import CHANGES, changed_list
from explorer.panels.others_notes import notes_of_others
from explorer.reads.connections import data_version, reader
from explorer.reads.queries import stirred_ties, ties_known
from explorer.shell.frame import workspace
from explorer.view import keys, session
from explorer.view.clock import known_by
from explorer.view.level import level
from explorer.words import Words
from explorer.work.running import run_cancellable

NETWORK = "since network"


def draw() -> None:
    """Draw the page: the period, its changes as network and list, and the watched queries."""
    take_over(session.opened() or {})
    _workspace()


@workspace
def _workspace() -> None:
    words = session.words()
    period = draw_period(words)
    asked = (period, session.lens(), known_by(), level(), data_version())
    found, graph = run_cancellable("changes", asked, lambda: _changes(period), "Comparing for {seconds} s")
    left, right = st.columns([19, 10], gap="medium")
    with left:
        kinds = _draw_kinds(found, words)
        shown = [each for each in found if each.change in kinds]
        _draw_network(shown, graph)
        draw_watches(period, words)
    with right, st.container(key="side", height=HEIGHT, border=False):
        if theirs := notes_of_others(_notes(period)):
            draw_elements(theirs, key="notes of others", subject=period.since)
        list_ = changed_list(shown, graph)
        draw_elements(*list_, key="changed", subject=period.since)
    address = {"since": period.since, "until": period.until or ""}
    session.show_address({name: day for name, day in address.items() if day})


def _changes(period: Period) -> tuple[tuple[Changed, ...], Subgraph]:
    """Return the changes, and the graph as known at the end of the period."""
    lens = session.lens()
    rows = stirred_ties(period.earlier(newest()), period.since, period.until, lens)
    ends = sorted({end for row in rows for end in (row.actor, row.recipient)})
    after = ties_known(ends, period.until, lens)
    return changes(rows, ties_known(ends, period.eve(), lens), after), after


def _notes(period: Period) -> list[Note]:
    """Return what other analysts noted in the period; a period without an end lasts until now."""
    until = f"{period.until}T24:00" if period.until else None
    return recent_notes(reader(), session.reader_name(), period.since, until)


def _draw_kinds(found: tuple[Changed, ...], words: Words) -> list[Change]:
    """Draw the kinds of change with their counts, which filter; return the chosen ones, empty for all."""
    counts = {kind: sum(each.change is kind for each in found) for kind in Change}
    offered = [kind for kind in Change if counts[kind]]
    chosen = st.pills(
        words("Changes"),
        offered,
        selection_mode="multi",
        format_func=lambda kind: f"{words(CHANGES[kind])} {counts[kind]:,}",
        key=keys.SINCE_KINDS,
        label_visibility="collapsed",
    )
    return list(chosen) or list(Change)


def _draw_network(shown: list[Changed], graph: Subgraph) -> None:
    with st.container(key="canvas", height=HEIGHT - 240, border=False):
        draw_network(
            drawn(shown, graph),
            key=NETWORK,
            view_id="since",
            selected=Selection(),
            height=HEIGHT - 250,
            words=session.words(),
            on_select=_on_select,
        )
    chosen = st.session_state.pop(keys.SINCE_CHOSEN, None)
    if chosen:
        session.open_page("network", chosen)


def _on_select() -> None:
    """Store what was clicked in the network, so that the network page opens with its evidence."""
    events = network_events(NETWORK)
    if events.edges:
        st.session_state[keys.SINCE_CHOSEN] = {"tie": events.edges[0]}
    elif events.nodes:
        st.session_state[keys.SINCE_CHOSEN] = {"entity": events.nodes[0]}
