"""A Streamlit component without visible content that adds one key listener for the whole page."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

COMPONENT = "konstelasi.popovers"  # distribution and component, as pyproject.toml declares them


@functools.cache
def _component() -> ComponentRenderer:
    """The component, registered at the first drawing: Streamlit finds its files only while it runs."""
    return st.components.v2.component(COMPONENT, js="popovers.mjs")


def reach_popovers() -> None:
    """Keep the Tab key within an open popover and its button."""
    _component()(key="popovers", data={})
