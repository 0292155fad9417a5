"""Finds the organs of known bodies: "DPP Partai Golkar", "Fraksi PKB", "Komisi II DPR".

An organ is read as the body that it belongs to, so that its acts are that body's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from cypher.model.graph import EntityKind, Span
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.extraction.vocabulary.name_words import name_words

_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.GOVERNMENT_BODY})
_LONGEST_HEAD = 3
_LONGEST_FIELD = 5
"""Maximum number of words between the head and the body: "Fakultas Ilmu Sosial dan Politik Universitas X"."""


def organs(
    doc: Doc, names: Sequence[Name], language: Language, offset: int, capitals: Iterable[int]
) -> Iterator[Name]:
    """Yield the organs of the bodies among `names`, from left to right, without overlaps.

    They begin at one of the `capitals`, the capitalised words of the text.
    """
    words = name_words(language.code)
    wholes = {name.start: name for name in names if name.kind in _BODIES}
    taken = 0
    for index in capitals:
        may_begin = index >= taken and doc[index].lower_ in words.organ_starts
        length = _head_length(doc, index, words.organs) if may_begin else 0
        whole = _whole(doc, index + length, wholes) if length else None
        if whole is not None:
            taken = _end(doc, whole, names)
            text = doc[index:taken].text
            span = Span(doc[index].idx + offset, doc[index].idx + offset + len(text))
            yield replace(whole, start=index, end=taken, span=span, text=text)


def outside(names: Iterable[Name], others: Sequence[Name]) -> list[Name]:
    """Return the names that do not overlap any of the others, and the states inside these."""
    states = EntityKind.COUNTRY
    return [
        name
        for name in names
        if name.kind is states or not any(name.span.overlaps(other.span) for other in others)
    ]


def _head_length(doc: Doc, index: int, heads: frozenset[str]) -> int:
    """Return the number of words of the longest head that begins at a word, or 0."""
    lower = [word.lower_ for word in doc[index : index + _LONGEST_HEAD]]
    return next((n for n in range(len(lower), 0, -1) if " ".join(lower[:n]) in heads), 0)


def _whole(doc: Doc, index: int, wholes: Mapping[int, Name]) -> Name | None:
    """Return the body to which a head that ends at `index` belongs; capitalised words may stand between."""
    for position in range(index, min(len(doc), index + _LONGEST_FIELD + 1)):
        word, in_brackets = doc[position], doc[position - 1].text == "("
        if position in wholes and not in_brackets:
            return wholes[position]
        bracketed = in_brackets or word.text in {"(", ")"}
        joins = word.lower_ in {"dan", "and"} or bracketed
        if not (word.text[:1].isupper() or joins) or word.is_sent_start:
            return None
    return None


def _end(doc: Doc, whole: Name, names: Sequence[Name]) -> int:
    """Return the end of an organ's name: it may continue with the parliament or the place it serves in."""
    behind = next((name for name in names if name.start == whole.end and name.known is not None), None)
    if behind is None or whole.kind is not EntityKind.ORGANISATION:
        return whole.end
    serves = behind.kind in (EntityKind.GOVERNMENT_BODY, EntityKind.PLACE)
    return behind.end if serves else whole.end
