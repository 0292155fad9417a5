"""Finds people whose first name is also the name of a place: "Israel Adesanya", "Virginia Raggi"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from simplemma import is_known
from spacy.tokens import Doc

from cypher.model.graph import EntityKind, Span
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.extraction.vocabulary.name_words import name_words

_PLACES = frozenset({EntityKind.COUNTRY, EntityKind.PLACE})
_BEHIND = frozenset({"VERB", "AUX", "ADV", "PART", "ADP", "CCONJ", "PUNCT"})
_LONGEST_SURNAME = 2


def with_given_names(doc: Doc, names: list[Name], language: Language, offset: int) -> list[Name]:
    """Return the names; a place that is a first name becomes one person with the surname after it."""
    people = list(_people(doc, names, language, offset))
    if not people:
        return names
    others = (name for name in names if not any(name.span.overlaps(person.span) for person in people))
    return sorted((*others, *people), key=lambda name: (name.start, -name.end))


def _people(doc: Doc, names: list[Name], language: Language, offset: int) -> Iterator[Name]:
    given = name_words(language.code).given_names
    known = {index for name in names if name.known is not None for index in range(name.start, name.end)}
    for name in names:
        first = doc[name.start]
        if name.kind not in _PLACES or first.lower_ not in given or not first.text.istitle():
            continue
        taken = known.difference(range(name.start, name.end))
        end = _surname_end(doc, name.start + 1, taken, language)
        whole = name.end in (name.start + 1, end)
        if whole and end > name.start + 1 and _is_free(doc, name.start, end):
            text = doc[name.start : end].text
            span = Span(first.idx + offset, first.idx + offset + len(text))
            person = replace(name, end=end, span=span, text=text, kind=EntityKind.PERSON)
            yield replace(person, known=None, sense=None)


def _surname_end(doc: Doc, start: int, known: set[int], language: Language) -> int:
    end = start
    while end < min(len(doc), start + _LONGEST_SURNAME) and end not in known:
        if not doc[end].text.istitle() or not doc[end].is_alpha or _is_word(doc[end].lower_, language):
            break
        end += 1
    return end


def _is_word(word: str, language: Language) -> bool:
    """Return whether a capitalised word is a common noun, a title or a body, so that it is no surname."""
    people, words = language.people, name_words(language.code)
    titles = (people.offices, people.honorifics, people.collectives, people.directions)
    bodies = (people.government_bodies, people.organisation_words, people.governments)
    kinds = (words.organisation_endings, words.place_endings, words.event_nouns, words.state_bodies)
    listed = any(word in group for group in (*titles, *bodies, *kinds))
    return listed or is_known(word, lang=language.code)


def _is_free(doc: Doc, start: int, end: int) -> bool:
    """Return whether no capitalised word stands right before or behind a name."""
    before = doc[start - 1] if start and not doc[start].is_sent_start else None
    capital = before is not None and before.text[:1].isupper() and before.pos_ == "PROPN"
    return not capital and (end >= len(doc) or doc[end].pos_ in _BEHIND)
