"""Two days compared: what changed between them, as network and list, and in the watched queries."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from cypher.desk.notes import Note, recent_notes
from explorer.elements import draw_elements
from explorer.graph.subgraph import Subgraph
from explorer.graph.tie_changes import Change, Changed, Period, changes, drawn
from explorer.network import Selection, draw_network, network_events
from explorer.pages.network.page import HEIGHT
from explorer.pages.since import period as days
from explorer.pages.since.period import draw_period, newest, unread_days
from explorer.pages.since.watches import draw_watches
from explorer.panels.changed import CHANGES, changed_list
from explorer.panels.others_notes import notes_of_others
from explorer.reads.connections import data_version, reader
from explorer.reads.queries import stirred_ties, ties_known
from explorer.view import keys, session
from explorer.view.clock import known_by
from explorer.view.fields import named_key
from explorer.view.level import level
from explorer.view.link_lists import joined, left_out, parted
from explorer.words import Words
from explorer.work.running import run_cancellable

NETWORK = "since network"


def take_over(asked: Mapping[str, str]) -> None:
    """Take the period, and the kinds of change, from a link."""
    days.take_over(asked)
    if "since" in asked:
        st.session_state[keys.SINCE_KINDS] = _kinds(asked)


def _kinds(asked: Mapping[str, str]) -> list[Change]:
    """Return the kinds of change that a link chooses."""
    return [Change(each) for each in parted(asked.get("change")) if each in set(Change)]


def unread(asked: Mapping[str, str]) -> list[str]:
    """Return the names of query parameters with a value that the page cannot read."""
    return [*unread_days(asked), *left_out(asked, {"change": joined(_kinds(asked))}, ["change"])]


def draw_comparison(words: Words) -> dict[str, str]:
    """Draw the period, its changes and the watched queries; return the address of what is shown."""
    period = draw_period(words)
    asked = (period, session.lens(), known_by(), level(), data_version())
    found, graph = run_cancellable("changes", asked, lambda: _changes(period), "Comparing for {seconds} s")
    left, right = st.columns([19, 10], gap="medium")
    with left:
        kinds = _draw_kinds(found, words)
        shown = [each for each in found if each.change in (kinds or Change)]
        _draw_network(shown, graph)
        draw_watches(period, words)
    with right, st.container(key="side", height=HEIGHT, border=False):
        if theirs := notes_of_others(_notes(period)):
            draw_elements(theirs, key="notes of others", subject=period.since)
        list_ = changed_list(shown, graph)
        draw_elements(*list_, key="changed", subject=period.since)
    address = {"since": period.since, "until": period.until or "", "change": joined(kinds)}
    return {name: value for name, value in address.items() if value}


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
    """Draw the kinds of change with their counts, which filter; return the chosen ones, none for all."""
    counts = {kind: sum(each.change is kind for each in found) for kind in Change}
    offered = [kind for kind in Change if counts[kind]]
    wanted = st.session_state.get(keys.SINCE_KINDS) or ()
    st.session_state[keys.SINCE_KINDS] = [kind for kind in offered if kind in wanted]
    chosen = st.pills(
        words("Changes"),
        offered,
        selection_mode="multi",
        persist_state="session",
        format_func=lambda kind: f"{words(CHANGES[kind])} {words.number(counts[kind])}",
        key=named_key(keys.SINCE_KINDS, counts),
        label_visibility="collapsed",
    )
    return list(chosen)


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
