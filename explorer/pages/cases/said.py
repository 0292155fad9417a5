"""What an item of a case says: the sentence as it was added, or the note as it is now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cypher.cases.collecting import words_of
from cypher.cases.items import LONGEST_QUOTE, CaseItem
from cypher.records.shared import StoredNote
from explorer.elements import Element, element
from explorer.moments import moment
from explorer.panels.widgets import badge
from explorer.phrases import joined, say

Notes = Mapping[str, StoredNote]
"""The latest entries of notes, by the ids of the notes."""


def said(item: CaseItem, notes: Notes) -> Iterator[Element]:
    """Yield what an item says and who said it; of a withdrawn note only its author."""
    note = notes.get(item.note)
    if note is None:
        yield from _kept(item)
        return
    if not note.withdrawn:
        yield element("span", words_of(note), look="quote words")
    yield element("small", joined(" · ", (note.author, moment(note.written_at))))


def marks(item: CaseItem, notes: Notes) -> Iterator[Element]:
    """Yield what the reader must know of a note: that it is withdrawn, was edited since, or is gone."""
    note = notes.get(item.note)
    if note is None:
        if item.note:
            yield badge(say("no longer in the graph"))
    elif note.withdrawn:
        yield badge(say("withdrawn"))
    elif words_of(note)[:LONGEST_QUOTE] != item.quote:
        yield badge(say("edited"))


def _kept(item: CaseItem) -> Iterator[Element]:
    if item.quote:
        yield element("span", item.quote, look="quote words")
    if item.source:
        yield element("small", item.source)
