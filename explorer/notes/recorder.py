"""Writes, edits and withdraws notes from the page; each can be undone and redone."""

from __future__ import annotations

from collections.abc import Callable

from cypher.database import Database
from cypher.desk import notes
from cypher.desk.notes import Note
from explorer.notes.drafts import Draft, Place, discard_draft
from explorer.reads.connections import analyst
from explorer.view import session
from explorer.work.pending import PendingWrite
from explorer.work.reversible import Reversible, recording


def saving(place: Place, draft: Draft, before: Note | None) -> PendingWrite[object]:
    """Return the pending write of a draft; `before` is the note that it edits, None for a new one.

    The draft is kept until the write has succeeded.
    """
    database, words = analyst(), session.words()
    if before is not None:
        what = Reversible(
            words("a note is edited"),
            _edit(database, before.note, draft),
            _edit(database, before.note, Draft(before.text, before.tags)),
            lambda _done: discard_draft(place),
        )
    else:
        written = _Written(database, place, draft)
        what = Reversible(
            words("a note is written"), written.record, written.reverse, lambda _done: discard_draft(place)
        )
    return recording(what)


def withdrawing(note: str) -> PendingWrite[object]:
    """Return the pending write that withdraws a note."""
    database = analyst()
    return recording(
        Reversible(
            session.words()("a note is withdrawn"),
            lambda author: notes.withdraw_note(database, note, author=author),
            lambda author: notes.restore_note(database, note, author=author),
        )
    )


def _edit(database: Database, note: str, draft: Draft) -> Callable[[str], object]:
    return lambda author: notes.edit_note(database, note, draft.text, author=author, tags=draft.tags)


class _Written:
    """A new note: written once, then withdrawn and restored by undo and redo."""

    def __init__(self, database: Database, place: Place, draft: Draft) -> None:
        self._database, self._place, self._draft = database, place, draft
        self._note: str | None = None

    def record(self, author: str) -> object:
        """Write the note, or restore it."""
        if self._note is not None:
            return notes.restore_note(self._database, self._note, author=author)
        self._note = self._write(author).note
        return self._note

    def reverse(self, author: str) -> object:
        """Withdraw the note."""
        return notes.withdraw_note(self._database, self._note or "", author=author)

    def _write(self, author: str) -> Note:
        place, draft = self._place, self._draft
        if place.replies_to:
            return notes.reply(self._database, place.replies_to, draft.text, author=author, tags=draft.tags)
        return notes.write_note(
            self._database, place.target, draft.text, author=author, tags=draft.tags, question=draft.question
        )
