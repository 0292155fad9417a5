"""The Streamlit component that draws elements and performs the act of a click."""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import TYPE_CHECKING

import streamlit as st

from cypher.errors import KonstelasiError
from explorer.acts import MalformedActError, act_of, perform
from explorer.elements.element import Element, offered
from explorer.identity.errors import NotAllowedError, SignedOutError
from explorer.identity.present import has, refuse_without
from explorer.identity.roles import Right
from explorer.phrases import Problem
from explorer.view import audited, session, undo
from explorer.view.redraw import redraw_changed

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

COMPONENT = "konstelasi.paper"  # distribution and component, as pyproject.toml declares them


@functools.cache
def _component() -> ComponentRenderer:
    """The component, registered at the first drawing: Streamlit finds its files only while it runs."""
    style = files("explorer.elements").joinpath("frontend", "paper.css").read_text(encoding="utf-8")
    return st.components.v2.component(COMPONENT, html='<div class="paper"></div>', css=style, js="paper.mjs")


def draw_elements(*content: Element, key: str, subject: str = "") -> None:
    """Draw `content` in the reader's language. A click performs its act before the page is drawn again.

    Buttons for acts that the reader's role does not allow are left out.

    `subject` identifies what the content is about. While it stays the same, details that the reader opened
    stay open.
    """
    words = session.words()
    shown = content if has(Right.SETTLE) else [part for each in content if (part := offered(each, has))]
    data = {"subject": subject, "content": [part.as_json(words) for part in shown]}
    _component()(key=key, data=data, on_act_change=functools.partial(hear, key))


def hear(key: str) -> None:
    """In a callback: perform the act that the component `key` reports, or say over the page why not."""
    value = st.session_state[key].get("act")
    if value is not None:
        carry_out(value)


def carry_out(value: object) -> None:
    """In a callback: perform the act that the browser reports as JSON, or say over the page why not."""
    before = session.shown()
    try:
        act = act_of(value)
        refuse_without(act.needs)
        perform(act)
    except KonstelasiError as error:
        if isinstance(error, NotAllowedError | SignedOutError | MalformedActError):
            audited.refused_click(value, error)
        undo.say(Problem(str(error)).said(session.words()))
    redraw_changed(before, session.shown())
