"""The day up to which news is known: what was published later is left out, whenever it happened."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import date
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from explorer.view.days import day_of

KNOWN_BY = "known_by"
"""The name of the parameter in statements and in the URL, and the key of its field above the page."""


def known_by() -> str | None:
    """Return the day up to which the reader wants to see news, as an ISO date, or None for all news."""
    if get_script_run_ctx(suppress_warning=True) is None:  # outside a session: the server warms up
        return None
    chosen = st.session_state.get(KNOWN_BY)
    return chosen.isoformat() if isinstance(chosen, date) else None


def stand_on(day: str | None, session: MutableMapping[Any, Any]) -> None:
    """Store the day from the URL in `session`. A missing or invalid day means all news."""
    session[KNOWN_BY] = day_of(day)
