"""The option to open the page *Since* first."""

from __future__ import annotations

import streamlit as st

from explorer.view import keys, session
from explorer.view.opening import NETWORK, SINCE, open_first, wants_since
from explorer.view.redraw import Part, redraw
from explorer.words import Words


def draw_opening(words: Words) -> None:
    """Draw the option for readers with a name."""
    if session.author() is None:
        return
    st.session_state.setdefault(keys.OPENS_FIRST, wants_since())
    chosen = st.checkbox(
        words("Open this page first"),
        key=keys.OPENS_FIRST,
        help=words("An address that names a page or what is on it opens as before."),
    )
    if chosen is not wants_since():
        open_first(SINCE if chosen else NETWORK)
        redraw(Part.PAGE)  # what writes cookies is drawn with the sidebar
