"""Asking who judges: a dialog before the first verdict, and a form on pages that depend on the reader."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from cypher.errors import UsageError
from explorer.elements import draw_elements, element
from explorer.view import session
from explorer.view.author import LONGEST
from explorer.view.reader import name_refused, take_name

_DIALOG, _PAGE = "name in the dialog", "name on the page"


class NamelessError(UsageError):
    """Something was to be recorded, and the reader did not say under which name."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing was recorded, because you did not say who you are. Click again to be asked."
        )


def ask_name(on_dismiss: Callable[[], None]) -> None:
    """Open the dialog that asks who judges; once it is known, the page is drawn anew."""
    words = session.words()
    st.dialog(words("Who are you?"), on_dismiss=on_dismiss)(_draw_dialog)()


def _draw_dialog() -> None:
    _draw_form(_DIALOG)


def draw_naming() -> None:
    """Draw the form as part of a page; the page is drawn anew once the name is known."""
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
        "Verdicts, merged actors, saved views and queries are kept under it, and others see it. "
        "This browser remembers it; you can change it on the left."
    )
    draw_elements(element("p", text, look="soft"), key=f"hint of {key}")


def _take(key: str) -> None:
    take_name(st.session_state[key])
    if name_refused() is None:
        st.rerun()  # the sidebar shows the name too


def draw_refusal(key: str) -> None:
    """Why the name that was typed last was not taken, and which one is still in force."""
    refused = name_refused()
    if refused is None:
        return
    words = session.words()
    still = session.author()
    kept = words("You still judge as {author}.", author=still) if still else None
    reason = words(str(refused), longest=LONGEST)
    draw_elements(element("div", reason, " ", kept, look="notice"), key=key)
