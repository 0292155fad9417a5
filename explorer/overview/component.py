"""The Streamlit component of the overview. Its scripts are loaded only on its page."""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import TYPE_CHECKING

import streamlit as st

from explorer.elements import hear
from explorer.overview.messages import OverviewData
from explorer.overview.texts import OVERVIEW_TEXTS
from explorer.words import Words

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

COMPONENT = "konstelasi.overview"  # distribution and component, as pyproject.toml declares them


def draw_overview(  # noqa: PLR0913 - one call with named arguments reads better than an object to fill
    picture: str, *, key: str, colour: str, most: int, note: str, height: int | str, words: Words
) -> None:
    """Draw an overview, of which `picture` is the text that `picture_text` returns.

    `colour` is the colouring to use, `most` how many nodes the network opens at most. `note` stands below
    the picture, `height` is in pixels, or a CSS length.
    """
    said = {text: words(text) for text in OVERVIEW_TEXTS}
    data: OverviewData = {
        "picture": picture,
        "colour": colour,
        "most": most,
        "height": height,
        "note": note,
        "texts": {text: other for text, other in said.items() if other != text},
    }
    _component()(key=key, data=data, on_act_change=functools.partial(hear, key))


@functools.cache
def _component() -> ComponentRenderer:
    """Register the component on first use, because Streamlit finds its files only while it runs."""
    return st.components.v2.component(
        COMPONENT,
        html='<div class="overview"></div>',
        css=files("explorer.overview").joinpath("frontend", "overview.css").read_text(encoding="utf-8"),
        js="overview.mjs",
    )
