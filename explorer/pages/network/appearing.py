"""The controls beside the layouts that choose what the sizes and colours of nodes show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from explorer.graph.appearance import Appearance, Colour, Size
from explorer.view import session
from explorer.view.fields import field_key
from explorer.view.state import View
from explorer.words import Words

SIZES: Mapping[Size, tuple[str, str]] = {
    Size.DEGREE: ("Number of ties", "Ties that are drawn"),
    Size.VOICES: ("Voices", "Independent voices of these ties"),
    Size.BETWEENNESS: ("Betweenness", "Shortest paths between others that lead through it"),
}
COLOURS: Mapping[Colour, tuple[str, str]] = {
    Colour.KIND: ("Kind", "Country, organisation, person …"),
    Colour.COMMUNITY: (
        "Community",
        "Actors with many ties among them; the side names their only links",
    ),
}
"""What sizes and colours can show, with English names and explanations."""


def draw_appearance(words: Words, view: View) -> None:
    """Draw the controls with what the view shows."""
    shown = view.appearance
    size, colour = field_key("size", shown.size), field_key("colour", shown.colour)
    st.radio(
        words("Size of nodes"),
        list(Size),
        index=list(Size).index(shown.size),
        format_func=lambda each: words(SIZES[each][0]),
        captions=[words(SIZES[each][1]) for each in Size],
        key=size,
        on_change=_appear,
        args=(size, colour),
    )
    st.radio(
        words("Colour of nodes"),
        list(Colour),
        index=list(Colour).index(shown.colour),
        format_func=lambda each: words(COLOURS[each][0]),
        captions=[words(COLOURS[each][1]) for each in Colour],
        key=colour,
        on_change=_appear,
        args=(size, colour),
    )


def _appear(size: str, colour: str) -> None:
    chosen = Appearance(Size(st.session_state[size]), Colour(st.session_state[colour]))
    session.go(replace(session.view(), appearance=chosen))
