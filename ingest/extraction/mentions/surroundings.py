"""Finds names that only their surroundings reveal.

Examples: people who speak, places after "di", organisations after "harian".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from simplemma import is_known
from spacy.tokens import Doc, Token

from cypher.model.graph import EntityKind, Span
from ingest.extraction.mentions.kinds import is_apposed, kind_beside, speaks
from ingest.extraction.mentions.recognised import kind_of
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.extraction.vocabulary.name_words import name_words

_LONGEST_NAME = 4


def with_surroundings(
    doc: Doc, names: list[Name], language: Language, offset: int, capitals: Iterable[int]
) -> Iterator[Name]:
    """Yield the names with kinds corrected by the words beside them, and new names found by these words.

    New names consist of `capitals`, the capitalised words of the text.
    """
    at = {index: name for name in names for index in range(name.start, name.end)}
    for name in names:
        beside = kind_beside(doc, name, at, language)
        yield name if beside is name.kind else replace(name, kind=beside)
    free = (index for index in capitals if index not in at and _is_proper(doc[index]))
    for start, end in _runs(free):
        kind = _revealed(doc, start, end, at, language)
        if kind is not None:
            yield _named(doc, start, end, offset, kind_of(kind, doc[start:end].text, language))


def _runs(words: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of one to four among ascending words."""
    start = end = 0
    for index in words:
        if index != end:
            if 0 < end - start <= _LONGEST_NAME:
                yield start, end
            start = index
        end = index + 1
    if 0 < end - start <= _LONGEST_NAME:
        yield start, end


def _is_proper(word: Token) -> bool:
    return word.pos_ == "PROPN" and word.text.replace("-", "").isalpha()


def _revealed(
    doc: Doc, start: int, end: int, at: Mapping[int, Name], language: Language
) -> EntityKind | None:
    """Return the kind that the words beside an unknown capitalised run indicate; None if they do not."""
    if _is_no_name(doc, start, language) or doc[start:end].text.isupper():
        return None
    before, words = doc[start - 1].lower_ if start else "", name_words(language.code)
    if before in words.thing_nouns:
        return None
    if end - start > 1 and doc[end - 1].lower_ in words.organisation_endings:
        return EntityKind.ORGANISATION
    if not doc[start].is_sent_start:
        if before in words.place_prepositions or before in words.place_nouns:
            return EntityKind.PLACE
        if before in words.organisation_nouns:
            return EntityKind.ORGANISATION
    opens = doc[start].is_sent_start or doc[start - 1].text in {",", "“", '"', "'"}
    return EntityKind.PERSON if opens and _acts(doc, end, at, language) else None


def _acts(doc: Doc, index: int, at: Mapping[int, Name], language: Language) -> bool:
    """Return whether the words after a name show that it acts: "X juga menolak", "X, seorang ulama, …"."""
    if is_apposed(doc, index, at, language):
        return True
    while index < len(doc) and doc[index].pos_ == "ADV":
        index += 1
    return index < len(doc) and (speaks(doc, index, language) or doc[index].pos_ in {"VERB", "AUX"})


def _is_no_name(doc: Doc, start: int, language: Language) -> bool:
    word, people, dates = doc[start].lower_, language.people, language.dates
    common = (people.collectives, people.offices, people.honorifics, people.directions)
    bodies = (people.government_bodies, people.organisation_words, people.governments)
    others = (dates["weekdays"], dates["months"], name_words(language.code).no_names)
    if any(word in group for group in (*common, *bodies, *others)):
        return True
    return language.grammar.head_first and is_known(word, lang=language.code)


def _named(doc: Doc, start: int, end: int, offset: int, kind: EntityKind) -> Name:
    text = doc[start:end].text
    return Name(start, end, Span(doc[start].idx + offset, doc[start].idx + offset + len(text)), text, kind)
