"""The bar above the network: steps back and forward, filters, and the choice of network, map or table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from cypher.model.graph import EntityKind, EventStatus, Sign
from cypher.model.ontology import event_types
from explorer.elements import draw_elements
from explorer.graph.subgraph import Verdict
from explorer.pages.network.downloads import draw_picture_download
from explorer.pages.network.grouping import draw_folds
from explorer.pages.network.saved_views import draw_views
from explorer.panels.steps import steps_line
from explorer.reads.picture import Picture
from explorer.reads.queries import entity_node
from explorer.view import session
from explorer.view.state import Filters, View, show_all
from explorer.words import Words

NETWORK, MAP, TABLE = "network", "map", "table"
WAYS = {NETWORK: "Network", MAP: "Map", TABLE: "Table"}
"""The forms in which a picture is shown, with their English names."""

_FILTERS = ("kinds", "signs", "event_types", "statuses", "verdicts", "since", "until")


def draw_toolbar(drawn: Picture, network: str) -> str:
    """Draw the bar of the network with this key; return the form in which to show the picture."""
    words = session.words()
    trail = session.trail()
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="toolbar"):
        _step("back", ":material/arrow_back:", words("Go back one step in the network"), not trail.past)
        _step(
            "forward",
            ":material/arrow_forward:",
            words("Go forward one step in the network"),
            not trail.future,
        )
        st.button(
            "",
            icon=":material/home:",
            key="start",
            help=words("Start: the most relevant ties of the whole graph"),
            on_click=session.go,
            args=(View(),),
        )
        _draw_filters(words, trail.view)
        draw_folds(words, trail.view)
        draw_views(words, network)
        hidden = len(trail.view.hidden)
        if hidden:
            st.button(
                words("Show {number} hidden", number=hidden),
                key="show hidden",
                on_click=session.go,
                args=(show_all(trail.view),),
            )
        draw_picture_download(trail.view, drawn, network)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="steps bar"):
        with st.container(width="stretch"):
            _draw_steps(drawn)
        if drawn.left_out:
            st.caption(words("{number} more not drawn", number=drawn.left_out), width="content")
        return _way(words)


def _way(words: Words) -> str:
    chosen: str = st.segmented_control(
        words("Show as"),
        list(WAYS),
        format_func=lambda way: words(WAYS[way]),
        default=NETWORK,
        required=True,
        key="shown as",
        label_visibility="collapsed",
    )
    return chosen


def _draw_steps(drawn: Picture) -> None:
    """Draw the steps that led to this picture; a click on one goes back to it."""
    trail = session.trail()
    views = (*trail.past, trail.view)

    def name(entity_id: str) -> str:
        node = drawn.ties.nodes.get(entity_id) or entity_node(entity_id)
        return node.name if node else entity_id

    draw_elements(steps_line(views, name), key="steps")


def _step(name: str, icon: str, label: str, disabled: bool) -> None:
    st.button(
        "",
        icon=icon,
        key=name,
        help=label,
        disabled=disabled,
        on_click=session.step,
        args=(name == "back",),
    )


def _draw_filters(words: Words, view: View) -> None:
    active = view.filters.count()
    label = words("Filters ({number})", number=active) if active else words("Filters")
    _fill_filters(view.filters)
    with st.popover(label, icon=":material/filter_list:", width="content"):
        st.multiselect(
            words("Kinds"), list(EntityKind), format_func=words.term, key="kinds", on_change=_filter
        )
        st.multiselect(words("Signs"), list(Sign), format_func=words.term, key="signs", on_change=_filter)
        types = [code for code, each in event_types().items() if not each.imported]
        st.multiselect(
            words("Event types"), types, format_func=words.event_type, key="event_types", on_change=_filter
        )
        shown = [EventStatus.ACTUAL, EventStatus.PLANNED]
        st.multiselect(words("Status"), shown, format_func=words.term, key="statuses", on_change=_filter)
        drawn = [Verdict.VERIFIED, Verdict.UNREVIEWED, Verdict.DISPUTED]
        st.multiselect(words("Review"), drawn, format_func=words.term, key="verdicts", on_change=_filter)
        left, right = st.columns(2)
        left.date_input(words("From"), value=None, key="since", on_change=_filter, min_value=date(1900, 1, 1))
        right.date_input(words("To"), value=None, key="until", on_change=_filter, min_value=date(1900, 1, 1))
        st.button(words("Clear filters"), on_click=_clear, disabled=not active, key="clear filters")


def _fill_filters(filters: Filters) -> None:
    """Set the widgets to the view's values, which may come from a link or a step back."""
    wanted = {
        "kinds": [EntityKind(kind) for kind in filters.kinds],
        "signs": [Sign(sign) for sign in filters.signs],
        "event_types": list(filters.event_types),
        "statuses": [EventStatus(status) for status in filters.statuses],
        "verdicts": [Verdict(verdict) for verdict in filters.verdicts if verdict != Verdict.REJECTED],
        "since": date.fromisoformat(filters.since) if filters.since else None,
        "until": date.fromisoformat(filters.until) if filters.until else None,
    }
    for name, value in wanted.items():
        if st.session_state.get(name) != value:
            st.session_state[name] = value


def _filter() -> None:
    """Set the view's filters from the widgets; call this in a callback."""
    chosen = {name: st.session_state.get(name) for name in _FILTERS}
    filters = Filters(
        kinds=tuple(map(str, chosen["kinds"] or ())),
        signs=tuple(map(str, chosen["signs"] or ())),
        event_types=tuple(map(str, chosen["event_types"] or ())),
        statuses=tuple(map(str, chosen["statuses"] or ())),
        verdicts=tuple(map(str, chosen["verdicts"] or ())),
        since=chosen["since"].isoformat() if chosen["since"] else None,
        until=chosen["until"].isoformat() if chosen["until"] else None,
    )
    session.go(replace(session.view(), filters=filters))


def _clear() -> None:
    session.go(replace(session.view(), filters=Filters()))
