"""The entry point of the app, which ``konstelasi app`` runs: draws all that is on a page.

All pages have the same address and differ by its parameter ``page``. Streamlit's own pages would have paths
below it, from which the browser's first requests to the server fail with errors in its console.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import streamlit as st

from cypher.bolt.settings import Settings
from cypher.engine.loading import under_way
from cypher.errors import UnavailableError
from explorer.elements import draw_elements
from explorer.identity.present import has
from explorer.pages import PAGES
from explorer.panels.first_news import FirstNews, begun, first_news, no_news
from explorer.phrases import said
from explorer.reads.connections import counts, has_news
from explorer.serving.filling import Filling, filling
from explorer.shell.frame import draw_sidebar, draw_unread, guarded
from explorer.shell.settings import draw_settings
from explorer.shell.sign_in import is_let_in
from explorer.shell.tab import name_tab
from explorer.shell.wanted import open_wanted
from explorer.view import session
from explorer.view.redraw import Part, redraw
from explorer.work.drafts import follow_reader

SIDEBAR = 240  # pixels, until the reader drags its edge
LOOK_AGAIN = 1.5  # seconds after which a page without news checks for news again


def main() -> None:
    """Set up the browser's page, and draw the app into it."""
    icon = str(Path(__file__).with_name("icon.svg"))  # Streamlit would fetch a named icon from another host
    st.set_page_config(page_title="Konstelasi", page_icon=icon, layout="wide", initial_sidebar_state=SIDEBAR)
    st.html(Path(__file__).with_name("style.css"))
    st.navigation([st.Page(draw, default=True)], position="hidden").run()


def draw() -> None:
    """Draw the sidebar, the row of settings, and the page that the address names."""
    open_wanted()
    session.start({page.path: page.unread for page in PAGES})
    if not is_let_in():
        return
    follow_reader()
    draw_sidebar({page.path: page.title for page in PAGES if has(page.right)})
    draw_settings()
    draw_unread()
    name_tab(*(session.words()(page.title) for page in PAGES if page.path == session.page()))
    _draw_page()


@guarded
def _draw_page() -> None:
    """Draw the open page or, if it needs news and the graph has none, how to add some."""
    page = next(page for page in PAGES if page.path == session.page())
    if not page.needs_news or has_news():
        page.draw()
        return
    state = _first_news()
    draw_elements(no_news(state), key="no data")
    _look_again(state)


@st.fragment(run_every=LOOK_AGAIN)
def _look_again(drawn: FirstNews) -> None:
    """Redraw the page when there is news or a load changes its state; until then show its progress."""
    with contextlib.suppress(UnavailableError):  # the next check may find the database again
        if has_news() or _first_news() is not drawn:
            redraw(Part.PAGE)
        if line := begun(counts().documents, drawn):
            st.caption(said(line, session.words()))


def _first_news() -> FirstNews:
    """Return whether a graph without news is being filled, and whether that failed."""
    fill = filling()
    loading = fill is Filling.RUNNING or under_way(Settings.from_environment().home)
    return first_news(loading=loading, failed=fill is Filling.FAILED, documents=counts().documents)


main()
