"""Finds places whose type word stands last or before "of": "Palestine Street", "Bay of Bengal"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from spacy.tokens import Doc

from cypher.model.graph import EntityKind, Span
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.extraction.vocabulary.name_words import name_words
from ingest.knowledge import Sense


def with_typed_places(doc: Doc, names: list[Name], language: Language, offset: int) -> Iterator[Name]:
    """Yield the names, and places joined with a type word: "Bay of Bengal", "Palestine Street"."""
    ends, taken = name_words(language.code).place_endings, set[int]()
    for index in range(len(doc) - 1):
        if doc[index].text.istitle() and doc[index].lower_ in ends and doc[index + 1].lower_ == "of":
            taken |= set(range(index, _capitals_end(doc, index + 2)))
        if doc[index].text.istitle() and doc[index + 1].text.istitle() and doc[index + 1].lower_ in ends:
            taken |= {index, index + 1}
    places = list(_stretches(doc, sorted(taken), offset))
    known = [name for name in names if name.known is not None and _is_own_name(name)]
    places = [place for place in places if not any(place.span.overlaps(name.span) for name in known)]
    yield from (name for name in names if not any(name.span.overlaps(place.span) for place in places))
    yield from places


def _is_own_name(name: Name) -> bool:
    """Return whether a known name is that of the place itself: "Downing Street", not "Palestine Street"."""
    return name.kind is not EntityKind.COUNTRY or name.sense is Sense.SEAT


def _capitals_end(doc: Doc, index: int) -> int:
    while index < len(doc) and doc[index].text[:1].isupper():
        index += 1
    return index


def _stretches(doc: Doc, tokens: list[int], offset: int) -> Iterator[Name]:
    """Yield runs of at least two adjacent tokens as places."""
    for _, group in groupby(enumerate(tokens), key=lambda pair: pair[1] - pair[0]):
        run = [token for _, token in group]
        if len(run) > 1:
            text = doc[run[0] : run[-1] + 1].text
            first = doc[run[0]].idx + offset
            span = Span(first, first + len(text))
            yield Name(run[0], run[-1] + 1, span, text, EntityKind.PLACE)
