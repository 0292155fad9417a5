"""Notes, questions and tags on ties, claims, entities and articles, without a verdict.

Each note has entries, which never change: to edit or withdraw a note is to add an entry, and the latest one
counts. A note names its target by id and holds a description of it, so it stays when a claim is no longer
extracted and applies again when the claim comes back.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime

from cypher.database import Database
from cypher.errors import KonstelasiError, UsageError
from cypher.judging.merging import standing_for
from cypher.model.ids import content_id
from cypher.model.notes import NoteKind, TargetKind, Wording, checked_wording
from cypher.records.notes import Noted, NoteTarget, UsedTag
from cypher.records.shared import StoredNote

_LONGEST_ABOUT = 200  # characters of the description of a target


class OutdatedNoteError(KonstelasiError):
    """The note was changed in the meantime, by its author in another window; nothing was saved."""


@dataclass(frozen=True, slots=True)
class Note:
    """An entry of a note; entries count from 1. `target` is what it is shown with, `about` describes it.

    `written_at` is the time of the first entry and `created_at` that of this one (ISO, UTC). `answers` is the
    id of the note that a reply belongs to, `document` the article of an article's or a claim's note.
    """

    note: str
    target: str
    target_kind: TargetKind
    kind: NoteKind
    author: str
    text: str = ""
    tags: tuple[str, ...] = ()
    about: str = ""
    number: int = 1
    answers: str | None = None
    document: str | None = None
    written_at: str = ""
    created_at: str = ""
    withdrawn: bool = False
    earlier: tuple[Note, ...] = ()
    """Its earlier entries, the oldest first."""


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

    `after` is the number of the entry that the author has seen. Raises `UsageError` if there is no such note
    or it is another author's, `OutdatedNoteError` if a later entry was saved in the meantime.
    """
    wording = checked_wording(text, tags)
    before = _own(database, note, author)
    if after not in (None, before.number):
        raise _outdated()
    kind = before.kind
    if kind in {NoteKind.TAG, NoteKind.NOTE}:
        kind = NoteKind.NOTE if wording.text else NoteKind.TAG
    return _save(database, replace(before, kind=kind), wording, before.number)


def withdraw_note(database: Database, note: str, *, author: str) -> Note:
    """Withdraw a note, which stays in its history; the errors are those of `edit_note`."""
    before = _own(database, note, author)
    return _save(database, replace(before, withdrawn=True), Wording(before.text, before.tags), before.number)


def restore_note(database: Database, note: str, *, author: str) -> Note:
    """Show a withdrawn note again; the errors are those of `edit_note`."""
    before = _own(database, note, author)
    return _save(database, replace(before, withdrawn=False), Wording(before.text, before.tags), before.number)


def notes_on(database: Database, targets: Collection[str]) -> list[Note]:
    """Return the notes on these targets, the oldest first.

    The notes on an actor that was merged are among those on the actor that it is now. A withdrawn note is
    left out, unless others have replied to it.
    """
    wanted = set(targets)
    places = [{"target": target, "place": target} for target in sorted(wanted)]
    places += [
        {"target": target, "place": merged}
        for merged, target in standing_for(database).items()
        if target in wanted
    ]
    rows = database.rows(StoredNote, "notes/on", places=places)
    return _without_withdrawn(_latest_entries(map(_note, rows)))


def notes_on_article(database: Database, document: str) -> list[Note]:
    """Return the notes on an article, and those on its claims that are no longer extracted."""
    rows = database.rows(StoredNote, "notes/left_behind", document=document)
    left_behind = _without_withdrawn(_latest_entries(map(_note, rows)))
    return notes_on(database, [document]) + left_behind


def _latest_entries(found: Iterable[Note]) -> list[Note]:
    """Return the latest entry of each note, with the earlier ones; `found` has the oldest first."""
    notes: defaultdict[tuple[str, str], list[Note]] = defaultdict(list)
    for entry in found:
        notes[entry.target, entry.note].append(entry)
    return [replace(of_one[-1], earlier=tuple(of_one[:-1])) for of_one in notes.values()]


def _without_withdrawn(notes: Sequence[Note]) -> list[Note]:
    answered = {each.answers for each in notes if not each.withdrawn}
    return [each for each in notes if not each.withdrawn or each.note in answered]


def entries(database: Database, note: str) -> list[Note]:
    """Return all entries of a note, the oldest first."""
    return [_note(row) for row in database.rows(StoredNote, "notes/entries", note=note)]


def recent_notes(database: Database, author: str, since: str, until: str | None = None) -> list[Note]:
    """Return what others than `author` wrote or changed between two moments (ISO), the latest first."""
    return [
        _note(row)
        for row in database.rows(StoredNote, "notes/recent", author=author, since=since, until=until)
    ]


def listed_notes(database: Database, **only: str | None) -> list[Note]:
    """Return notes by kind, tag, author, about or since (an ISO date), the latest first."""
    return [_note(row) for row in database.rows(StoredNote, "notes/list", **only)]


def used_tags(database: Database) -> list[str]:
    """Return the tags of all notes, the most frequent first."""
    return [row.tag for row in database.rows(UsedTag, "notes/tags")]


def noted(database: Database, tags: Collection[str] = ()) -> frozenset[str]:
    """Return the ids of what has notes, or notes with one of `tags`.

    The ids of the ties of claims, and of what merged actors are now, are among them.
    """
    found = {row.id for row in database.rows(Noted, "notes/noted", tags=list(tags) or None)}
    return frozenset(found | {now for merged, now in standing_for(database).items() if merged in found})


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


def _note(row: StoredNote) -> Note:
    return Note(
        note=row.note,
        target=row.target,
        target_kind=TargetKind(row.target_kind),
        kind=NoteKind(row.kind),
        author=row.author,
        text=row.text,
        tags=tuple(row.tags),
        about=row.about,
        number=row.number,
        answers=row.answers,
        document=row.document,
        written_at=row.written_at,
        created_at=row.created_at,
        withdrawn=row.withdrawn,
    )
