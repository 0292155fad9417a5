"""Makes a name of some words of a text, and tells words that are no names."""

from __future__ import annotations

from spacy.tokens import Doc

from cypher.model.graph import EntityKind, Span
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.extraction.vocabulary.name_words import name_words


def name_of(doc: Doc, start: int, end: int, offset: int, kind: EntityKind) -> Name:
    """Return the name that the words from `start` to `end` form; its span is shifted by `offset`."""
    text = doc[start:end].text
    return Name(start, end, Span(doc[start].idx + offset, doc[start].idx + offset + len(text)), text, kind)


def is_common(word: str, language: Language) -> bool:
    """Return whether a word is listed as part of names or as a word that only looks like a name."""
    people, dates = language.people, language.dates
    common = (people.government_bodies, people.organisation_words, people.directions, people.office_starts)
    no_names = (name_words(language.code).no_names, dates["weekdays"], dates["months"])
    return any(word in words for words in (*common, people.collectives, *no_names))
