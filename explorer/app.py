"""The entry of the app: what all pages share, and the page that is open. Run by ``konstelasi app``.

All pages live at one address and differ by its parameter ``page``: Streamlit's own pages have paths below
it, where the browser first looks for the server in vain and complains.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import streamlit as st

from cypher.errors import UnavailableError
from explorer.database import counts, has_news
from explorer.frame import draw_sidebar, guarded
from explorer.pages import PAGES
from explorer.panels.overview import no_data
from explorer.paper import draw_paper
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
    if draw_paper(no_data(session.words()), key="no data"):
        session.open_page("add", {})
    _look_again()


@st.fragment(run_every=LOOK_AGAIN)
def _look_again() -> None:
    """Draw the page as soon as the first news is there; until then, say what of it is on its way."""
    with contextlib.suppress(UnavailableError):  # the next look may find the database again
        if has_news():
            st.rerun()
        if begun := counts()["documents"]:
            st.caption(session.words()("Articles that are being loaded: {count}", count=f"{begun:,}"))


main()
