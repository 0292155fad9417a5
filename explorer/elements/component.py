"""The mounted component: takes elements, gives back what was clicked."""

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
    """Draw `content` and return what was clicked since the last run, if anything.

    `subject` names what the paper is about: while it stays the same, what the reader opened stays open.

    `on_act` runs before the page is drawn again, which is the place to change state; what has to happen
    while the page is drawn (going to another page) is done by the caller with the returned act.
    """

    def told() -> None:
        act = _act(st.session_state[key].get("act"))
        if act is not None and on_act is not None:
            on_act(act)

    data = {"subject": subject, "content": [part.as_json() for part in content]}
    result = _component()(key=key, data=data, on_act_change=told if on_act else _nothing)
    return _act(result.get("act"))


def _act(value: object) -> Act | None:
    """The act in what the browser sent; None for anything of another shape."""
    if not isinstance(value, dict):
        return None
    name, subject = value.get("name"), value.get("subject")
    return Act(name, subject) if isinstance(name, str) and isinstance(subject, str) else None
