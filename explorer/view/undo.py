"""What this reader can undo and redo, kept in the session, and the line that says what was undone."""

from __future__ import annotations

import uuid
from dataclasses import replace

import streamlit as st

from explorer.view import keys
from explorer.view.undo_list import Entry, Recorded, UndoList
from explorer.words import Words


def undo_list() -> UndoList:
    """What the reader did, and can undo."""
    found: UndoList = st.session_state.get(keys.UNDO_LIST, UndoList())
    return found


def keep(changed: UndoList) -> None:
    """Keep the list after the reader did something; what was said of the last undoing is over."""
    st.session_state[keys.UNDO_LIST] = changed
    hush()


def did(entry: Entry) -> None:
    """Remember what the reader has just done, so that it can be undone."""
    keep(undo_list().did(entry))


def turned(key: str, opposite: Recorded) -> None:
    """Say that the entry of this `key` was undone or redone, and remember how to do the opposite."""
    words = Words(st.session_state.get(keys.LANGUAGE, "en"))
    before = undo_list()
    text = words("Redone: {what}" if before.has_undone(key) else "Undone: {what}", what=opposite.said)
    if not before.has_done(key) and not before.has_undone(key):  # from the history, or of another day
        opposite = replace(opposite, said=text)
    keep(before.turned(key, opposite))
    say(text)


def forget(key: str) -> None:
    """Forget an entry that can be neither undone nor redone."""
    keep(undo_list().without(key))


def say(text: str) -> None:
    """Say something over the page, in the reader's language, until the reader does something else."""
    st.session_state[keys.NOTICE] = (uuid.uuid4().hex[:8], text)


def hush() -> None:
    """Say it no longer."""
    st.session_state.pop(keys.NOTICE, None)


def notice() -> tuple[str, str] | None:
    """What is said over the page, after a token that is another each time; None when nothing is."""
    found: tuple[str, str] | None = st.session_state.get(keys.NOTICE)
    return found
