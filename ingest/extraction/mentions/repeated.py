"""Finds further mentions of names that the recogniser found in only one sentence of a document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from cypher.model.graph import EntityKind, Span
from ingest.extraction.syntax.sentence import Name

_SHORTEST = 3
_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.ARMED_GROUP, EntityKind.GOVERNMENT_BODY})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A parsed part of a document, its offset in the document, and the names found in it."""

    doc: Doc
    offset: int
    names: Sequence[Name]


def with_repeated(stretches: Sequence[Stretch]) -> list[list[Name]]:
    """Return the names of each part, including family names that stand alone.

    All occurrences of an unknown name get the same kind.
    """
    kinds = _kinds(stretches)
    return [
        sorted((*(_alike(name, kinds) for name in stretch.names), *_missed(stretch, kinds)), key=_place)
        for stretch in stretches
    ]


def _place(name: Name) -> tuple[int, int]:
    return name.start, -name.end


def _kinds(stretches: Sequence[Stretch]) -> Mapping[str, EntityKind]:
    """Return the most frequent kind of each unknown name; a family name has the kind `PERSON`."""
    votes: defaultdict[str, Counter[EntityKind]] = defaultdict(Counter)
    for stretch in stretches:
        for name in stretch.names:
            if name.known is None:
                votes[name.text][name.kind] += 1
            words = name.text.split()
            if name.kind is EntityKind.PERSON and len(words) > 1:
                votes[words[-1]][EntityKind.PERSON] += 2
    return {text: counted.most_common(1)[0][0] for text, counted in votes.items()}


def _alike(name: Name, kinds: Mapping[str, EntityKind]) -> Name:
    return name if name.known is not None else replace(name, kind=kinds[name.text])


def _missed(stretch: Stretch, kinds: Mapping[str, EntityKind]) -> Iterator[Name]:
    """Yield single words outside names that name a person or abbreviate an organisation elsewhere."""
    doc, offset = stretch.doc, stretch.offset
    taken = {index for name in stretch.names for index in range(name.start, name.end)}
    for word in doc:
        kind = None if word.i in taken else kinds.get(word.text)
        if kind is not None and _is_name(word.text, kind) and not _goes_on(doc, word.i, taken):
            span = Span(word.idx + offset, word.idx + offset + len(word))
            yield Name(word.i, word.i + 1, span, word.text, kind)


def _is_name(word: str, kind: EntityKind) -> bool:
    """Return whether a word can be taken as the name again: a person's, or an organisation's in capitals."""
    if kind is EntityKind.PERSON:
        return len(word) >= _SHORTEST and word[0].isupper()
    return kind in _BODIES and len(word) >= _SHORTEST and word.isupper() and word.isalpha()


def _goes_on(doc: Doc, index: int, taken: set[int]) -> bool:
    """Return whether the word is part of a longer capitalised phrase, which may be another name."""
    behind = index + 1
    before = index - 1 if index and not doc[index].is_sent_start else None
    return any(
        position is not None
        and position < len(doc)
        and position not in taken
        and doc[position].text[:1].isupper()
        and doc[position].pos_ == "PROPN"
        for position in (before, behind)
    )
