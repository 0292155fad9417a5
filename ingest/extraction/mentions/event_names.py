"""Leaves out names of exercises, operations and summits: they are events, not actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from cypher.model.graph import EntityKind
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.extraction.vocabulary.name_words import name_words

_LONGEST = 2
"""Maximum number of words of a noun that introduces the name of an event."""


def without_events(doc: Doc, names: Iterable[Name], language: Language) -> Iterator[Name]:
    """Yield the names that are not those of an event.

    Such a name begins with its noun ("Perjanjian X"), stands right after it ("latihan bersama Garuda Shield",
    "exercise Sea Breeze") or, where the head of a phrase comes last, right before it ("the Cobra Gold
    exercise", "the East Asia Summit").
    """
    yield from (name for name in names if not (_may_be_event(name) and _is_beside(doc, name, language)))


def introduces_event(before: Sequence[str], language: Language) -> bool:
    """Return whether the lower-case words before a name end with a noun that names an event."""
    nouns = name_words(language.code).event_nouns
    return any(" ".join(before[-length:]) in nouns for length in range(1, _LONGEST + 1))


def _may_be_event(name: Name) -> bool:
    """Return whether a name is unknown, or is a region: no state and no known actor."""
    if name.known is None:
        return name.kind is not EntityKind.COUNTRY
    return name.known.kind is EntityKind.PLACE and name.known.country is None


def _is_beside(doc: Doc, name: Name, language: Language) -> bool:
    if introduces_event([word.lower_ for word in doc[max(0, name.start - _LONGEST) : name.start]], language):
        return True
    nouns = name_words(language.code).event_nouns
    if language.grammar.head_first and doc[name.start].lower_ in nouns and name.end - name.start > 1:
        return True
    behind = (doc[name.end - 1].lower_, doc[name.end].lower_ if name.end < len(doc) else "")
    return not language.grammar.head_first and not nouns.isdisjoint(behind)
