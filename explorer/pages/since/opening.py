"""The option to open the page *Since* first."""

from __future__ import annotations

import streamlit as st

from explorer.view import keys, session
from explorer.view.fields import on_change
from explorer.view.opening import NETWORK, SINCE, open_first, opens_since
from explorer.words import Words


def draw_opening(words: Words) -> None:
    """Draw the option for readers with a name."""
    if session.author() is None:
        return
    st.session_state.setdefault(keys.OPENS_FIRST, opens_since())
    st.checkbox(
        words("Open this page first"),
        key=keys.OPENS_FIRST,
        on_change=on_change(keys.OPENS_FIRST, _choose),
        help=words("An address that names a page or what is on it opens as before."),
    )


def _choose(first: bool) -> None:
    open_first(SINCE if first else NETWORK)
