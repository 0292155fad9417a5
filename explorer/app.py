"""The entry of the app: what all pages share, and the page that is open. Run by ``konstelasi app``.

All pages live at one address and differ by its parameter ``page``: Streamlit's own pages have paths below
it, where the browser first looks for the server in vain and complains.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import streamlit as st

from cypher.bolt.settings import Settings
from cypher.engine.loading import under_way
from cypher.errors import UnavailableError
from explorer.elements import draw_elements
from explorer.pages import PAGES
from explorer.panels.first_news import FirstNews, begun, first_news, no_news
from explorer.reads.connections import counts, has_news
from explorer.serving.filling import Filling, filling
from explorer.shell.frame import draw_sidebar, guarded
from explorer.view import session

LOOK_AGAIN = 1.5  # seconds after which a page without news looks whether there is some now


def main() -> None:
    """Set up the page of the browser, and draw the app into it."""
    icon = str(Path(__file__).with_name("icon.svg"))  # a named icon would be fetched from another host
    st.set_page_config(page_title="Konstelasi", page_icon=icon, layout="wide")
    st.html(Path(__file__).with_name("style.css"))
    st.navigation([st.Page(draw, default=True)], position="hidden").run()


def draw() -> None:
    """Draw the shared frame and the page that the address names."""
    session.start([page.path for page in PAGES])
    draw_sidebar({page.path: page.title for page in PAGES})
    _draw_page()


@guarded
def _draw_page() -> None:
    """Draw the page that is open, or the way to its first news."""
    page = next(page for page in PAGES if page.path == session.page())
    if not page.needs_news or has_news():
        page.draw()
        return
    state = _first_news()
    if draw_elements(no_news(state, session.words()), key="no data"):
        session.open_page("add", {})
    _look_again(state)


@st.fragment(run_every=LOOK_AGAIN)
def _look_again(drawn: FirstNews) -> None:
    """Draw the page anew as soon as there is news or something else to say; until then, how far a load is."""
    with contextlib.suppress(UnavailableError):  # the next look may find the database again
        if has_news() or _first_news() is not drawn:
            st.rerun()
        if line := begun(counts()["documents"], drawn, session.words()):
            st.caption(line)


def _first_news() -> FirstNews:
    """How a graph without news stands."""
    told = filling()
    loading = told is Filling.RUNNING or under_way(Settings.from_environment().home)
    return first_news(loading=loading, failed=told is Filling.FAILED, documents=counts()["documents"])


main()
