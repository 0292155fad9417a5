"""Writes, edits and withdraws notes from the page; each can be undone and redone."""

from __future__ import annotations

from collections.abc import Collection

from cypher.database import Database
from cypher.desk import noting
from cypher.desk.notes import Note
from explorer.notes.drafts import Draft, Place, discard_draft
from explorer.reads.connections import analyst
from explorer.view import session
from explorer.view.audited import Deed
from explorer.work.pending import PendingWrite
from explorer.work.reversible import Reversible, recording


def saving(place: Place, draft: Draft) -> PendingWrite[object]:
    """Return the pending write of a draft: of a new note, or of another text for the note that it edits.

    The draft is kept until the write has succeeded.
    """
    database, words = analyst(), session.words()
    written: _Written | _Edited
    if draft.edits is None:
        said, written = words("a note is written"), _Written(database, place, draft)
        deed = Deed("write note", place.replies_to or place.target)
    else:
        said, written = words("a note is edited"), _Edited(database, draft.edits, draft)
        deed = Deed("edit note", draft.edits.note)
    what = Reversible(deed, said, written.record, written.reverse, lambda _done: discard_draft(place))
    return recording(what)


def withdrawing(note: str) -> PendingWrite[object]:
    """Return the pending write that withdraws a note."""
    database = analyst()
    return recording(
        Reversible(
            Deed("withdraw note", note),
            session.words()("a note is withdrawn"),
            lambda author: noting.withdraw_note(database, note, author=author),
            lambda author: noting.restore_note(database, note, author=author),
        )
    )


class _Written:
    """A new note: written once, then withdrawn and restored by undo and redo."""

    def __init__(self, database: Database, place: Place, draft: Draft) -> None:
        self._database, self._place, self._draft = database, place, draft
        self._note: str | None = None

    def record(self, author: str) -> object:
        """Write the note, or restore it."""
        if self._note is not None:
            return noting.restore_note(self._database, self._note, author=author)
        self._note = self._write(author).note
        return self._note

    def reverse(self, author: str) -> object:
        """Withdraw the note."""
        return noting.withdraw_note(self._database, self._note or "", author=author)

    def _write(self, author: str) -> Note:
        place, draft = self._place, self._draft
        if place.replies_to:
            return noting.reply(self._database, place.replies_to, draft.text, author=author, tags=draft.tags)
        return noting.write_note(
            self._database, place.target, draft.text, author=author, tags=draft.tags, question=draft.question
        )


class _Edited:
    """Another text of a note; undo and redo put the texts before and after it back."""

    def __init__(self, database: Database, before: Note, draft: Draft) -> None:
        self._database, self._before, self._draft = database, before, draft
        self._after: int | None = before.number

    def record(self, author: str) -> object:
        """Edit the note; refused if it was changed since the form was opened."""
        done = self._edit(self._draft.text, self._draft.tags, author, self._after)
        self._after = None  # a redo comes after the entry of the undo
        return done

    def reverse(self, author: str) -> object:
        """Give the note its text and tags from before."""
        return self._edit(self._before.text, self._before.tags, author)

    def _edit(self, text: str, tags: Collection[str], author: str, after: int | None = None) -> Note:
        return noting.edit_note(
            self._database, self._before.note, text, author=author, tags=tags, after=after
        )
