"""The page *Since*: what came in since the last visit, or what changed between two days."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

import streamlit as st

from explorer.pages.since import arrived, comparing
from explorer.shell.frame import workspace
from explorer.view import keys, session
from explorer.view.fields import named_key
from explorer.words import Words


class Way(StrEnum):
    """What the page shows."""

    ARRIVED = "arrived"
    DAYS = "days"


_WAYS: Mapping[Way, str] = {Way.ARRIVED: "What came in", Way.DAYS: "Compare two days"}

_OF_DAYS = frozenset({"since", "until", "change"})
"""The parameters of an address that compares two days."""


def draw() -> None:
    """Draw the page: what came in, or two days compared."""
    asked = session.opened() or {}
    if _OF_DAYS & asked.keys():
        st.session_state[keys.SINCE_WAY] = Way.DAYS
    elif arrived.CAME_SINCE in asked or keys.SINCE_WAY not in st.session_state:
        st.session_state[keys.SINCE_WAY] = Way.ARRIVED
    arrived.take_over(asked)
    comparing.take_over(asked)
    _workspace()


def unread(asked: Mapping[str, str]) -> Collection[str]:
    """Return the names of query parameters with a value that the page cannot read."""
    return [*comparing.unread(asked), *arrived.unread(asked)]


@workspace
def _workspace() -> None:
    words = session.words()
    draw_part = {Way.ARRIVED: arrived.draw_arrived, Way.DAYS: comparing.draw_comparison}[_draw_ways(words)]
    with st.container(key=f"since {draw_part.__module__}"):
        address = draw_part(words)
    session.show_address(address)


def _draw_ways(words: Words) -> Way:
    chosen = st.segmented_control(
        words("What the page shows"),
        list(Way),
        key=named_key(keys.SINCE_WAY),
        format_func=lambda way: words(_WAYS[way]),
        required=True,
        persist_state="session",
        label_visibility="collapsed",
    )
    return Way(chosen or Way.ARRIVED)
