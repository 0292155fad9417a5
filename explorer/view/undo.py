"""The reader's undo list in the session, and the message about the last undo or redo."""

from __future__ import annotations

import uuid
from dataclasses import replace

import streamlit as st

from explorer.view import keys
from explorer.view.undo_list import Entry, Recorded, UndoList
from explorer.words import Words


def undo_list() -> UndoList:
    """Return the reader's undo list."""
    found: UndoList = st.session_state.get(keys.UNDO_LIST, UndoList())
    return found


def keep(changed: UndoList) -> None:
    """Store the changed list, and remove the message about the last undo or redo."""
    st.session_state[keys.UNDO_LIST] = changed
    hush()


def did(entry: Entry) -> None:
    """Add what the reader has just done to the list."""
    keep(undo_list().did(entry))


def turned(key: str, opposite: Recorded) -> None:
    """Show that the entry with this `key` was undone or redone, and replace it by its opposite."""
    words = Words(st.session_state.get(keys.LANGUAGE, "en"))
    before = undo_list()
    what = opposite.describe()
    text = words("Redone: {what}" if before.has_undone(key) else "Undone: {what}", what=what)
    if not before.has_done(key) and not before.has_undone(key):  # undone from a list of old judgements
        opposite = replace(opposite, describe=lambda: text)
    keep(before.turned(key, opposite))
    say(text)


def forget(key: str) -> None:
    """Remove an entry that can no longer be undone or redone."""
    keep(undo_list().without(key))


def say(text: str) -> None:
    """Show a message above the page, in the reader's language, until the reader does something else."""
    st.session_state[keys.NOTICE] = (uuid.uuid4().hex[:8], text)


def hush() -> None:
    """Remove the message."""
    st.session_state.pop(keys.NOTICE, None)


def notice() -> tuple[str, str] | None:
    """Return the message above the page with a token that is new for each message; None if there is none."""
    found: tuple[str, str] | None = st.session_state.get(keys.NOTICE)
    return found
