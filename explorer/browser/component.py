"""A component that draws nothing: it writes cookies, and listens to keys of the page and to other tabs."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from explorer.browser.cookies import READER, asked
from explorer.browser.messages import BrowserData

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

COMPONENT = "konstelasi.browser"  # distribution and component, as pyproject.toml declares them
_KEY = "browser"


@dataclass(frozen=True, slots=True)
class Reports:
    """The callbacks for reports of the browser, which run before the page is redrawn.

    `reader` gets the cookie that another tab has written; the others are called on
    their keys.
    """

    reader: Callable[[str], None]
    undo: Callable[[], None]
    redo: Callable[[], None]
    search: Callable[[], None]


@functools.cache
def _component() -> ComponentRenderer:
    """Register the component at the first drawing, because Streamlit finds its files only while it runs."""
    return st.components.v2.component(COMPONENT, js="browser.mjs")


def reach_browser(reader: str, reports: Reports) -> None:
    """Mount the component; `reader` is the cookie with the reader's name in this session, empty for none."""
    token, cookies = asked()
    data: BrowserData = {"name": READER, "reader": reader, "token": token, "cookies": dict(cookies)}
    _component()(
        key=_KEY,
        data=data,
        on_reader_change=functools.partial(_tell_reader, reports.reader),
        on_undo_change=functools.partial(_tell, "undo", reports.undo),
        on_redo_change=functools.partial(_tell, "redo", reports.redo),
        on_search_change=functools.partial(_tell, "search", reports.search),
    )


def _tell_reader(report: Callable[[str], None]) -> None:
    value = st.session_state[_KEY].get("reader")
    if isinstance(value, str):
        report(value)


def _tell(name: str, report: Callable[[], None]) -> None:
    if st.session_state[_KEY].get(name):
        report()
