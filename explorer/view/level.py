"""The level at which ties are shown: of each actor, of the states and bodies they act for, or of blocs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, MutableMapping
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from cypher.model.graph import USUAL_LEVEL, Level

LEVEL = "level"
"""The name of the parameter in statements and in the URL, and the key of its field above the page."""

LEVELS: Mapping[Level, str] = {
    Level.BLOC: "blocs",
    Level.STATE: "states and bodies",
    Level.ACTOR: "actors",
}
"""What each level shows, in English."""

_ASKED_OF_STATES = tuple(
    f"saved/bilateral/{name}"
    for name in ("acted_together", "events", "history", "matrix", "new_ties", "ties")
)
"""Queries of older links that had the level of states when other queries had that of actors."""


def level() -> str:
    """Return the level that the reader has chosen."""
    if get_script_run_ctx(suppress_warning=True) is None:  # outside a session: the server warms up
        return USUAL_LEVEL.value
    return str(st.session_state.get(LEVEL, USUAL_LEVEL))


def level_below() -> str:
    """Return the level of what is inside a node of the reader's level."""
    return (Level.STATE if level() == Level.BLOC else Level.ACTOR).value


def show_level(asked: str | None, session: MutableMapping[Any, Any]) -> None:
    """Store the level from the URL in `session`. A missing or invalid level means the usual one."""
    session[LEVEL] = asked if asked in set(Level) else USUAL_LEVEL.value


def level_of_link(asked: Mapping[str, str], shared: Collection[str]) -> str:
    """Return the level of an address, "" if it names none.

    An address that names something of a page (any parameter that is not `shared` by all pages) but no level
    was written when actors were the usual level, and shows what it showed then.
    """
    if LEVEL in asked or not asked.keys() - set(shared):
        return asked.get(LEVEL, "")
    older = Level.STATE if asked.get("query") in _ASKED_OF_STATES else Level.ACTOR
    return older.value
