"""Makes items of cases from ids of the graph: of ties, claims, actors, pairs, notes and sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cypher.cases.items import CaseItem, CaseKind
from cypher.database import Database
from cypher.errors import UsageError
from cypher.model.notes import TargetKind
from cypher.records.annotate import EntityById
from cypher.records.explore import DocumentSentence, FullDocument
from cypher.records.shared import DrawnTie, EvidenceClaim, StoredNote

Seen = Mapping[str, str]
"""How the reader sees the graph, as parameters of an address: lens, level and day."""


def entity_item(database: Database, entity: str, seen: Seen) -> CaseItem:
    """Return the page of an actor as an item; raises `UsageError` if the graph does not have it."""
    (name,) = _names(database, [entity])
    return CaseItem(CaseKind.ENTITY, name, {"page": "actors", "entity": entity, **seen}, (entity,))


def pair_item(database: Database, first: str, second: str, seen: Seen) -> CaseItem:
    """Return the page of two actors as an item; raises `UsageError` if the graph lacks one of them."""
    title = " ↔ ".join(_names(database, [first, second]))
    address = {"page": "actors", "entity": first, "other": second, **seen}
    return CaseItem(CaseKind.PAIR, title, address, (first, second))


def tie_item(database: Database, tie: str, lens: str, seen: Seen) -> CaseItem:
    """Return a tie in the network as an item; raises `UsageError` if the lens shows no such tie."""
    rows = database.rows(DrawnTie, "explore/counted_ties", ids=[tie], lens=lens, limit=1, level=None)
    if not rows:
        raise _nothing("tie", tie)
    (row,) = rows
    title = f"{row.actor_name} {'→' if row.directed else '↔'} {row.recipient_name}"
    return CaseItem(CaseKind.PAIR, title, {"page": "network", "tie": tie, **seen}, (row.actor, row.recipient))


def claim_item(database: Database, claim: str, seen: Seen) -> CaseItem:
    """Return a claim in its document as an item, with its sentence as it reads now.

    Raises `UsageError` if the graph does not have it.
    """
    rows = database.rows(EvidenceClaim, "explore/claim", claim=claim)
    if not rows:
        raise _nothing("claim", claim)
    (row,) = rows
    source = " · ".join(filter(None, (row.publisher, row.date or row.published_on)))
    address = {"page": "documents", "document": row.document, "claim": claim, **seen}
    return CaseItem(CaseKind.CLAIM, row.title or row.sentence, address, quote=row.sentence, source=source)


def sentence_item(database: Database, document: str, start: int, end: int, seen: Seen) -> CaseItem:
    """Return the sentence of an article with this first and last character as an item, as it reads now.

    Raises `UsageError` if the article has no such sentence.
    """
    for item in sentence_items(database, document, seen):
        if item.address["sentence"] == f"{start}-{end}":
            return item
    raise _nothing("sentence", f"{document} {start}-{end}")


def sentence_items(database: Database, document: str, seen: Seen) -> list[CaseItem]:
    """Return the sentences of an article as items, in their order; none if there is no such article.

    Sentences of data sets that have no words are left out.
    """
    rows = database.rows(FullDocument, "explore/document", document=document)
    if not rows:
        return []
    (article,) = rows
    source = " · ".join(filter(None, (article.publisher, article.published_on)))
    return [
        CaseItem(
            CaseKind.SENTENCE,
            article.title or row.text,
            {"page": "documents", "document": document, "sentence": f"{row.start}-{row.end}", **seen},
            quote=row.text,
            source=source,
        )
        for row in database.rows(DocumentSentence, "explore/document_sentences", document=document)
        if row.text
    ]


def note_item(database: Database, note: str, seen: Seen) -> CaseItem:
    """Return a note as an item, with its text as it is now and the place where it stands.

    Raises `UsageError` if there is no such note, or it is withdrawn.
    """
    row = _latest_notes(database, [note]).get(note)
    if row is None or row.withdrawn:
        raise _nothing("note", note)
    text = words_of(row)
    source = f"{row.author} · {row.written_at[:10]}"
    address = {**_place_of(row), **seen}
    return CaseItem(CaseKind.NOTE, row.about or "…", address, quote=text, source=source, note=note)


def notes_now(database: Database, items: Iterable[CaseItem]) -> Mapping[str, StoredNote]:
    """Return the latest entry of each note among these items, by the id of the note."""
    return _latest_notes(database, sorted({item.note for item in items if item.kind is CaseKind.NOTE}))


def words_of(note: StoredNote) -> str:
    """Return what a note says: its text, then its tags."""
    return " ".join(filter(None, (note.text, *(f"# {tag}" for tag in note.tags))))


def _latest_notes(database: Database, notes: Sequence[str]) -> Mapping[str, StoredNote]:
    rows = database.rows(StoredNote, "notes/latest", notes=list(notes)) if notes else ()
    return {row.note: row for row in rows}


def _place_of(note: StoredNote) -> dict[str, str]:
    """Return the page that shows a note, with its parameters."""
    match TargetKind(note.target_kind):
        case TargetKind.TIE:
            return {"page": "network", "tie": note.target}
        case TargetKind.ENTITY:
            return {"page": "network", "entity": note.target}
        case TargetKind.CLAIM:
            return {"page": "documents", "document": note.document or "", "claim": note.target}
        case TargetKind.ARTICLE:
            return {"page": "documents", "document": note.target}


def _names(database: Database, ids: Sequence[str]) -> list[str]:
    found = {row.id: row.name for row in database.rows(EntityById, "annotate/entities", ids=list(ids))}
    for each in ids:
        if each not in found:
            raise _nothing("actor", each)
    return [found[each] for each in ids]


def _nothing(kind: str, id_: str) -> UsageError:
    return UsageError(f"There is no {kind} {id_[:80]!r} any more. Reload the page, then add it again.")
