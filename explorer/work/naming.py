"""Asks for the reader's name: in a dialog before the first write, or in a form on pages that need it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from cypher.errors import UsageError
from explorer.elements import draw_elements, element
from explorer.view import session
from explorer.view.author import LONGEST
from explorer.view.reader import name_refused, take_name
from explorer.view.redraw import Part, redraw

_DIALOG, _PAGE = "name in the dialog", "name on the page"


class NamelessError(UsageError):
    """A write was dropped because the reader did not give a name."""

    def __init__(self) -> None:
        super().__init__("Nothing was recorded, because you did not enter a name. Click again to enter one.")


def ask_name(on_dismiss: Callable[[], None]) -> None:
    """Open the dialog that asks for the reader's name; then redraw the page."""
    words = session.words()
    st.dialog(words("Who are you?"), on_dismiss=on_dismiss)(_draw_dialog)()


def _draw_dialog() -> None:
    _draw_form(_DIALOG)


def draw_naming() -> None:
    """Draw the form for the name as part of a page; redraw the page once the name is known."""
    words = session.words()
    with st.columns([9, 11])[0]:
        draw_elements(element("h3", words("Who are you?")), key="naming head")
        _draw_form(_PAGE)


def _draw_form(key: str) -> None:
    words = session.words()
    with st.form(f"form of {key}", border=False):
        st.text_input(words("Judging as"), key=key, placeholder=words("Your name"))
        st.form_submit_button(words("Use this name"), type="primary", on_click=_take, args=(key,))
    draw_refusal(f"refusal of {key}")
    text = words(
        "Your verdicts, merged actors, saved views and queries are stored under this name, "
        "and others see it. This browser remembers it; you can change it above the page."
    )
    draw_elements(element("p", text, look="soft"), key=f"hint of {key}")


def _take(key: str) -> None:
    take_name(st.session_state[key])
    if name_refused() is None:
        redraw(Part.PAGE)  # the row above the page shows the name too


def draw_refusal(key: str) -> None:
    """Show why the last typed name was refused, and which name is still used."""
    refused = name_refused()
    if refused is None:
        return
    words = session.words()
    still = session.author()
    kept = words("You still judge as {author}.", author=still) if still else None
    reason = words(str(refused), longest=LONGEST)
    draw_elements(element("div", reason, " ", kept, look="notice"), key=key)
