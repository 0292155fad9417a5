"""The Streamlit component that draws elements and returns what was clicked."""

from __future__ import annotations

import functools
from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING

import streamlit as st

from explorer.elements.element import Act, Element

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

COMPONENT = "konstelasi.paper"  # distribution and component, as pyproject.toml declares them


@functools.cache
def _component() -> ComponentRenderer:
    """The component, registered at the first drawing: Streamlit finds its files only while it runs."""
    style = files("explorer.elements").joinpath("frontend", "paper.css").read_text(encoding="utf-8")
    return st.components.v2.component(COMPONENT, html='<div class="paper"></div>', css=style, js="paper.mjs")


def _nothing() -> None:
    return None


def draw_elements(
    *content: Element, key: str, subject: str = "", on_act: Callable[[Act], None] | None = None
) -> Act | None:
    """Draw `content` and return the act that was clicked since the last run, or None.

    `subject` identifies what the content is about. While it stays the same, details that the reader opened
    stay open. `on_act` is called before the page is drawn again; change state there. The caller uses the
    returned act for what has to happen while the page is drawn, such as going to another page.
    """

    def told() -> None:
        act = _act(st.session_state[key].get("act"))
        if act is not None and on_act is not None:
            on_act(act)

    data = {"subject": subject, "content": [part.as_json() for part in content]}
    result = _component()(key=key, data=data, on_act_change=told if on_act else _nothing)
    return _act(result.get("act"))


def _act(value: object) -> Act | None:
    """Return the act in a value from the browser, or None if the value has another shape."""
    if not isinstance(value, dict):
        return None
    name, subject = value.get("name"), value.get("subject")
    return Act(name, subject) if isinstance(name, str) and isinstance(subject, str) else None
