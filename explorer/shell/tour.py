"""The tour: three steps that show a new reader what to do first.

It opens by itself once per browser, but never for a reader who comes by a link.
"""

from __future__ import annotations

import streamlit as st

from cypher.errors import KonstelasiError
from explorer.browser import TOURED, cookie, keep_cookies
from explorer.elements import draw_elements, element
from explorer.reads.connections import has_news
from explorer.view import keys, session
from explorer.view.redraw import Part, redraw

STEPS = (
    (
        "1. Click through",
        (
            "Search a country, person or group in any spelling. Click a node or an edge to see what is "
            "behind it, double-click a node for its ties. Nothing moves by itself, and every step can be "
            "undone."
        ),
    ),
    (
        "2. Look at the evidence",
        (
            "Every edge is a bundle of claims: the sentence, who published it and when, and why it was "
            "extracted. Verify, reject or doubt them; the lens above the page decides which claims are shown."
        ),
    ),
    (
        "3. Come back tomorrow",
        (
            "Since shows what changed since your last visit, Queries answers questions, and As known on "
            "shows the graph of an earlier day. The address of the page reopens what you see: send it to "
            "a colleague."
        ),
    ),
)
"""Headings and texts, in English."""


def draw_tour() -> None:
    """Draw the button that opens the tour; open it by itself on the first visit."""
    words = session.words()
    asked = st.button(words("New here? Three steps"), icon=":material/explore:", key="tour", width="stretch")
    if asked or _is_first():
        st.session_state[keys.TOUR_STEP] = 0
        st.dialog(words("Welcome to Konstelasi"))(_draw)()


def _is_first() -> bool:
    """Whether the tour opens by itself: once per browser, and only if the graph has news."""
    if session.came_by_link() or cookie(TOURED):
        return False
    try:
        if not has_news():
            return False
    except KonstelasiError:  # the page shows this error
        return False
    keep_cookies({TOURED: "1"})
    return True


def _draw() -> None:
    words = session.words()
    step: int = st.session_state[keys.TOUR_STEP]
    heading, text = STEPS[step]
    draw_elements(element("h3", words(heading)), element("p", words(text)), key="tour text")
    with st.container(horizontal=True, vertical_alignment="center", key="tour acts"):
        if step + 1 < len(STEPS) and st.button(words("Skip"), type="tertiary", key="tour skip"):
            redraw(Part.PAGE)
        st.space("stretch")
        st.caption(f"{step + 1} / {len(STEPS)}", width="content")
        if step:
            st.button(words("Back"), key="tour back", on_click=_go, args=(step - 1,))
        if step + 1 < len(STEPS):
            st.button(words("Next"), type="primary", key="tour next", on_click=_go, args=(step + 1,))
        elif st.button(words("Begin"), type="primary", key="tour end"):
            redraw(Part.PAGE)


def _go(step: int) -> None:
    st.session_state[keys.TOUR_STEP] = step
