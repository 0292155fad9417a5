"""Notes, questions and tags on ties, claims, entities and articles, without a verdict; `noting` writes them.

A note names its target by id and holds a description of it, so it stays when a claim is no longer extracted
and applies again when the claim comes back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from cypher.database import Database
from cypher.judging.merging import standing_for
from cypher.model.notes import NoteKind, TargetKind
from cypher.records.notes import Noted, UsedTag
from cypher.records.shared import StoredNote


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
