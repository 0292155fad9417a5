"""Undo and redo by key, on every page: a step of the network or something recorded, whichever was last."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from cypher.errors import InputError, KonstelasiError, UsageError
from cypher.judging.annotations import ConflictError
from explorer.elements import draw_elements, element
from explorer.view import session, undo
from explorer.view.undo_list import STEP
from explorer.work.pending import WORKSPACE, redraw, tell

_FINAL = (UsageError, InputError, ConflictError)
"""Refusals that would come again: what they are about cannot be undone any more."""


def undo_last() -> None:
    """In a callback: undo what was done last."""
    _turn(backwards=True)


def redo_last() -> None:
    """In a callback: redo what was undone last."""
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
        undo.say(words("What comes next is a step of the network. Open Network and press the keys there."))
    redraw(WORKSPACE)


def refusing(key: str) -> Callable[[KonstelasiError], None]:
    """What to do when the entry of this `key` cannot be undone or redone: say why, and go on without it."""

    def refused(error: KonstelasiError) -> None:
        if isinstance(error, _FINAL):
            undo.forget(key)
        tell(error)

    return refused


def draw_notice() -> None:
    """Say over the page what was undone or redone last."""
    with st.container(key="notices"):
        if said := undo.notice():
            token, text = said
            draw_elements(element("div", text, look="status"), key=f"notice {token}")
