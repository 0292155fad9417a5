"""The level at which ties are shown: those of each actor, or of the states and bodies that actors act for."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from cypher.model.graph import Level

LEVEL = "level"
"""The name of the parameter in statements and in the URL, and the key of the field in the sidebar."""

LEVELS: Mapping[Level, str] = {Level.ACTOR: "actors", Level.STATE: "states and bodies"}
"""What each level shows, in English."""


def level() -> str:
    """Return the level that the reader has chosen."""
    if get_script_run_ctx(suppress_warning=True) is None:  # outside a session: the server warms up
        return Level.ACTOR.value
    return str(st.session_state.get(LEVEL, Level.ACTOR))


def show_level(asked: str | None, session: MutableMapping[Any, Any]) -> None:
    """Store the level from the URL in `session`. A missing or invalid level means that of actors."""
    session[LEVEL] = asked if asked in set(Level) else Level.ACTOR.value
