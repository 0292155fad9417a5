"""The mounted component: nothing to be seen, one listener for the whole page."""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


@functools.cache
def _component() -> ComponentRenderer:
    script = files("explorer.popovers").joinpath("frontend", "popovers.mjs").read_text(encoding="utf-8")
    return st.components.v2.component("konstelasi_popovers", js=script)


def reach_popovers() -> None:
    """Let the Tab key go round in an open popover and its button."""
    _component()(key="popovers", data={})
