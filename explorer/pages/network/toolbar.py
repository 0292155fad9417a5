"""The bar above the network: steps back and forward, filters, and the form in which the picture is shown."""

from __future__ import annotations

import streamlit as st

from explorer.elements import draw_elements
from explorer.pages.network.adding import draw_adding
from explorer.pages.network.arranging import draw_layouts
from explorer.pages.network.downloads import draw_picture_download
from explorer.pages.network.filters import draw_filters
from explorer.pages.network.grouping import draw_folds
from explorer.pages.network.saved_views import draw_views
from explorer.panels.steps import steps_line
from explorer.reads.picture import Picture
from explorer.reads.queries import entity_node
from explorer.view import keys, session
from explorer.view.fields import named_key
from explorer.view.state import View, show_all
from explorer.view.ways import NETWORK, WAYS
from explorer.words import Words


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
        draw_filters(words, trail.view)
        draw_folds(words, trail.view)
        draw_layouts(words, trail.view, drawn)
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
        draw_adding(trail.view, drawn, network, words)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="steps bar"):
        with st.container(width="stretch"):
            _draw_steps(drawn)
        if drawn.left_out:
            st.caption(words("{number} more not drawn", number=drawn.left_out), width="content")
        return _way(words)


def _way(words: Words) -> str:
    st.session_state.setdefault(keys.SHOWN_AS, NETWORK)
    chosen: str | None = st.segmented_control(
        words("Show as"),
        list(WAYS),
        format_func=lambda way: words(WAYS[way]),
        required=True,
        key=named_key(keys.SHOWN_AS),
        persist_state="session",
        label_visibility="collapsed",
    )
    return chosen or NETWORK


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
