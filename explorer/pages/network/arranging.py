"""The control above the network that chooses its layout, and what sizes and colours show."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from explorer.graph.arrangement import Layout
from explorer.network.style import plain_text
from explorer.pages.network.appearing import draw_appearance
from explorer.pages.network.explained import draw_explained
from explorer.reads.picture import Picture
from explorer.view import session
from explorer.view.fields import popover
from explorer.view.folding import arrange_as
from explorer.view.state import View
from explorer.words import Words

LAYOUTS: Mapping[Layout, tuple[str, str]] = {
    Layout.FORCE: ("Forces", "Actors with ties are near each other"),
    Layout.LAYERS: ("Layers", "Who acts is above those acted on, where it goes one way"),
    Layout.CIRCLE: ("Circle", "By bloc (EU, ASEAN, Arab League, African Union), the others by kind"),
    Layout.RINGS: ("Rings", "By distance from the selected actor"),
}
"""The layouts, with their English names and explanations."""


def draw_layouts(words: Words, view: View, drawn: Picture) -> None:
    """Draw the control with the view's layout and appearance."""
    with popover(words("Layout"), ":material/scatter_plot:", "layout and looks") as is_open:
        if is_open:
            _draw_fields(words, view, drawn)


def _draw_fields(words: Words, view: View, drawn: Picture) -> None:
    chosen = view.arrangement
    draw_explained("layout", words("Layout"), LAYOUTS, chosen.layout, words, _arrange)
    if chosen.layout is Layout.RINGS:
        middle = drawn.graph.nodes.get(chosen.around or "")
        if middle:
            st.caption(words("Around {name}", name=plain_text(middle.name, 60)))
        if view.node and view.node != chosen.around:
            st.button(words("Around the selected actor"), on_click=_circle_around_selected)
    st.caption(words("Pinned nodes stay. Each layout keeps its places."))
    draw_appearance(words, view)


def _arrange(layout: Layout) -> None:
    session.go(arrange_as(session.view(), layout))


def _circle_around_selected() -> None:
    session.go(arrange_as(session.view(), Layout.RINGS))
