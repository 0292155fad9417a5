"""Joins the parts of one person's name: "Khursheed Mehmood" "Kasuri", "Rohtas" "Singh"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter

from spacy.tokens import Doc

from cypher.model.graph import EntityKind, Span
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.resolution.spelling import may_be_spelt

_LONGEST_NAME = 4
_UNSURE = frozenset({EntityKind.ORGANISATION, EntityKind.PLACE})
"""Kinds that the recogniser may give to unfamiliar people."""


def joined(doc: Doc, names: Iterable[Name], language: Language, offset: int) -> Iterator[Name]:
    """Yield the names, with the parts of one person's name joined."""
    waiting: Name | None = None
    for name in sorted(names, key=attrgetter("start", "end")):
        if waiting is None or _is_portfolio(doc, waiting, name, language):
            waiting = name
        elif _is_one_person(doc, waiting, name):
            waiting = _together(doc, waiting, name, offset)
        else:
            yield waiting
            waiting = name
    if waiting is not None:
        yield waiting


def with_known(name: Name, part: Name) -> Name:
    """Return a person's name linked to the known person of `part`, unless its other words contradict that."""
    known = part.known
    if known is None or not may_be_spelt(name.text, (alias.text for alias in known.aliases)):
        return replace(name, known=None, sense=None)
    return replace(name, known=known, sense=part.sense)


def _is_portfolio(doc: Doc, name: Name, behind: Name, language: Language) -> bool:
    """Return whether a presumed person is the portfolio of a minister: "Menteri Perkeretaapian X"."""
    unknown_person = name.kind is EntityKind.PERSON and name.known is None and behind.start == name.end
    titled = name.start > 0 and language.people.offices.get(doc[name.start - 1].lower_) == "minister"
    return unknown_person and titled and behind.kind is EntityKind.PERSON and language.grammar.head_first


def _is_one_person(doc: Doc, first: Name, second: Name) -> bool:
    beside = first.end <= second.start and all(word.is_space for word in doc[first.end : second.start])
    if not beside or second.kind is not EntityKind.PERSON or first.known is not None:
        return False
    if len(first.text.split()) + len(second.text.split()) > _LONGEST_NAME:
        return False
    lone = first.end - first.start == 1 and not first.text.isupper()
    return first.kind is EntityKind.PERSON or (first.kind in _UNSURE and lone and second.known is None)


def _together(doc: Doc, first: Name, second: Name, offset: int) -> Name:
    span = Span(first.span.start, second.span.end)
    text = doc.text[span.start - offset : span.end - offset]
    return with_known(replace(second, start=first.start, span=span, text=text), second)
