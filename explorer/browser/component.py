"""The mounted component, which draws nothing: one listener for the whole page, and for the other tabs."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from explorer.browser.cookies import READER, asked

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

COMPONENT = "konstelasi.browser"  # distribution and component, as pyproject.toml declares them
_KEY = "browser"


@dataclass(frozen=True, slots=True)
class Reports:
    """What is called when the browser reports something, before the page is drawn again.

    `reader` gets the cookie that another tab has written; `undo` and `redo` were asked for by key.
    """

    reader: Callable[[str], None]
    undo: Callable[[], None]
    redo: Callable[[], None]


@functools.cache
def _component() -> ComponentRenderer:
    """Register the component at the first drawing: Streamlit finds its files only while it runs."""
    return st.components.v2.component(COMPONENT, js="browser.mjs")


def reach_browser(reader: str, reports: Reports) -> None:
    """Have cookies kept, and listen; `reader` is the cookie of who judges in this session, empty for none."""
    token, cookies = asked()
    _component()(
        key=_KEY,
        data={"name": READER, "reader": reader, "token": token, "cookies": dict(cookies)},
        on_reader_change=functools.partial(_tell_reader, reports.reader),
        on_undo_change=functools.partial(_tell, "undo", reports.undo),
        on_redo_change=functools.partial(_tell, "redo", reports.redo),
    )


def _tell_reader(report: Callable[[str], None]) -> None:
    value = st.session_state[_KEY].get("reader")
    if isinstance(value, str):
        report(value)


def _tell(name: str, report: Callable[[], None]) -> None:
    if st.session_state[_KEY].get(name):
        report()
