"""Undo and redo by key, on every page: the last step of the network or the last write, whichever is later."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from cypher.errors import InputError, KonstelasiError, UsageError
from cypher.judging.annotations import ConflictError
from explorer.elements import draw_elements, element
from explorer.view import session, undo
from explorer.view.redraw import Part, redraw
from explorer.view.undo_list import STEP
from explorer.work.pending import tell

_FINAL = (UsageError, InputError, ConflictError)
"""Errors that would occur again: such an entry can no longer be undone or redone."""


def undo_last() -> None:
    """Undo what was done last; call this in a callback."""
    _turn(backwards=True)


def redo_last() -> None:
    """Redo what was undone last; call this in a callback."""
    _turn(backwards=False)


def _turn(*, backwards: bool) -> None:
    words, list_ = session.words(), undo.undo_list()
    entries = list_.done if backwards else list_.undone
    if not entries:
        undo.say(words("There is nothing to undo.") if backwards else words("There is nothing to redo."))
    elif (entry := entries[-1]) is not STEP:
        entry.turn()
    elif session.page() == "network":
        session.step(backwards)
        undo.say(words("Undone: a step of the network" if backwards else "Redone: a step of the network"))
    else:
        undo.say(words("The next step belongs to the page Network. Open that page and press the keys there."))
    redraw(Part.CANVAS)


def refusing(key: str) -> Callable[[KonstelasiError], None]:
    """Return the handler for a refused undo or redo: show the reason, and forget the entry if it is final."""

    def refused(error: KonstelasiError) -> None:
        if isinstance(error, _FINAL):
            undo.forget(key)
        tell(error)

    return refused


def draw_notice() -> None:
    """Show above the page what was undone or redone last."""
    with st.container(key="notices"):
        if said := undo.notice():
            token, text = said
            draw_elements(element("div", text, look="status"), key=f"notice {token}")
