"""The newest event of the browser that Python has seen.

The browser numbers the events of the network and the map in one row. What Python sends with a lower number
than that of the newest event is out of date: the reader has acted since.
"""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

_NEWEST = "_newest_event_of_the_browser"


def newest_seen(key: str, names: Iterable[str]) -> int:
    """Return the number of the newest event of this session.

    `key` is the component that asks, `names` are its numbered events.
    """
    state = st.session_state.get(key) or {}
    numbers = [(state.get(name) or {}).get("n", 0) for name in names]
    newest: int = max(st.session_state.get(_NEWEST, 0), *numbers)
    st.session_state[_NEWEST] = newest
    return newest
