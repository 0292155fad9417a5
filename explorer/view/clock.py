"""The second clock: not when something happened, but by which day the news had said so."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import date
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

KNOWN_BY = "known_by"
"""The statements' parameter, the address' parameter and the key of the sidebar's field."""


def known_by() -> str | None:
    """The day on which the reader stands, as an ISO date; None is today, with all that is known."""
    if get_script_run_ctx(suppress_warning=True) is None:  # nobody is reading: the server warms up
        return None
    chosen = st.session_state.get(KNOWN_BY)
    return chosen.isoformat() if isinstance(chosen, date) else None


def stand_on(day: str | None, session: MutableMapping[Any, Any]) -> None:
    """Take the day of an address over into `session`; one that makes no sense is today."""
    try:
        session[KNOWN_BY] = date.fromisoformat(day or "")
    except ValueError:
        session[KNOWN_BY] = None
