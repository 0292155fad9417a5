"""Writes, edits and withdraws notes.

Each note has entries, which never change: to edit or withdraw a note is to add an entry, and the latest one
counts.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import asdict, replace
from datetime import UTC, datetime

from cypher.database import Database
from cypher.desk.notes import Note, entries
from cypher.errors import KonstelasiError, UsageError
from cypher.model.ids import content_id
from cypher.model.notes import NoteKind, TargetKind, Wording, checked_wording
from cypher.records.notes import NoteTarget

_LONGEST_ABOUT = 200  # characters of the description of a target


class OutdatedNoteError(KonstelasiError):
    """The note was changed in the meantime, by its author in another window; nothing was saved."""


def write_note(
    database: Database,
    target: str,
    text: str,
    *,
    author: str,
    tags: Collection[str] = (),
    question: bool = False,
) -> Note:
    """Write a note, a question or tags alone on a tie, claim, entity or article, and return it.

    Raises `UsageError` if there is no such target, or text or tags cannot be kept.
    """
    wording = checked_wording(text, tags)
    found = next(iter(database.rows(NoteTarget, "notes/target", id=target)), None)
    if found is None:
        raise UsageError(f"There is no tie, claim, entity or article {target!r}. Copy its id again.")
    written = NoteKind.QUESTION if question else NoteKind.NOTE
    about = found.about if len(found.about) <= _LONGEST_ABOUT else f"{found.about[: _LONGEST_ABOUT - 1]}…"
    first = Note(
        note=content_id("note", uuid.uuid4()),
        target=target,
        target_kind=TargetKind(found.kind),
        kind=written if wording.text else NoteKind.TAG,
        author=_checked_author(author),
        about=about,
        document=found.document,
    )
    return _save(database, first, wording)


def reply(database: Database, note: str, text: str, *, author: str, tags: Collection[str] = ()) -> Note:
    """Reply to a note, on the same target; a reply to a reply joins the same conversation.

    Raises `UsageError` if there is no such note, or text or tags cannot be kept.
    """
    wording = checked_wording(text, tags)
    asked = _latest(database, note)
    answer = replace(
        asked,
        note=content_id("note", uuid.uuid4()),
        number=1,
        kind=NoteKind.REPLY,
        author=_checked_author(author),
        answers=asked.answers or asked.note,
        written_at="",
        withdrawn=False,
    )
    return _save(database, answer, wording)


def edit_note(
    database: Database,
    note: str,
    text: str,
    *,
    author: str,
    tags: Collection[str] = (),
    after: int | None = None,
) -> Note:
    """Give a note another text and other tags; the earlier ones stay in its history.

    `after` is the number of the entry that the author has seen. Raises `UsageError` if there is no such note,
    it is withdrawn or it is another author's, `OutdatedNoteError` if a later entry was saved in the meantime.
    """
    wording = checked_wording(text, tags)
    before = _own(database, note, author)
    if after not in (None, before.number):
        raise _outdated()
    if before.withdrawn:
        raise UsageError("This note is withdrawn, so it cannot be edited. Write a new one.")
    kind = before.kind
    if kind in {NoteKind.TAG, NoteKind.NOTE}:
        kind = NoteKind.NOTE if wording.text else NoteKind.TAG
    return _save(database, replace(before, kind=kind), wording, before.number)


def withdraw_note(database: Database, note: str, *, author: str) -> Note:
    """Withdraw a note, which stays in its history.

    Raises `UsageError` if there is no such note or it is another author's, and `OutdatedNoteError`.
    """
    before = _own(database, note, author)
    return _save(database, replace(before, withdrawn=True), Wording(before.text, before.tags), before.number)


def restore_note(database: Database, note: str, *, author: str) -> Note:
    """Show a withdrawn note again; the errors are those of `withdraw_note`."""
    before = _own(database, note, author)
    return _save(database, replace(before, withdrawn=False), Wording(before.text, before.tags), before.number)


def _latest(database: Database, note: str) -> Note:
    found = entries(database, note)
    if not found:
        raise UsageError(f"There is no note {note!r}. Copy its id again.")
    return found[-1]


def _own(database: Database, note: str, author: str) -> Note:
    found = _latest(database, note)
    if found.author != author:
        raise UsageError(
            f"This note is by {found.author}. Only its author can change it; reply to it instead."
        )
    return found


def _save(database: Database, note: Note, wording: Wording, after: int = 0) -> Note:
    """Save `note` with this wording as the entry with the number after `after`."""
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    made = replace(
        note,
        text=wording.text,
        tags=wording.tags,
        number=after + 1,
        created_at=now,
        written_at=note.written_at or now,
    )
    properties = {**asdict(replace(made, earlier=())), "tags": list(made.tags), "nonce": uuid.uuid4().hex}
    del properties["earlier"]
    properties["latest"] = True
    row = {"id": _entry_id(made.note, made.number), "properties": properties}
    earlier = [("notes/supersede", {"id": _entry_id(made.note, after)})] if after else []
    if not database.write_together([("notes/save", {"rows": [row]}), *earlier]):
        raise _outdated()
    return made


def _outdated() -> OutdatedNoteError:
    return OutdatedNoteError("This note was changed in another window. Open it again, then make your change.")


def _entry_id(note: str, number: int) -> str:
    return content_id("note entry", note, number)


def _checked_author(author: str) -> str:
    if not author.strip():
        raise UsageError("A note needs an author: say who you are.")
    return author
