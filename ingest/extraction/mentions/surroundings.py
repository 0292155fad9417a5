"""Names seen in their surroundings: parts that belong together, people who speak, places behind "di"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter

from simplemma import is_known
from spacy.tokens import Doc

from cypher.model import EntityKind, Span
from ingest.extraction.mentions.recognised import kind_of
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.extraction.vocabulary.name_words import name_words
from ingest.resolution.spelling import may_be_spelt

_LONGEST_NAME = 4
_APPOSED_WITHIN = 4
_UNSURE = frozenset({EntityKind.ORGANISATION, EntityKind.PLACE})
"""Kinds that the recogniser gives to people whom it does not know."""


def joined(doc: Doc, names: Iterable[Name], language: Language, offset: int) -> Iterator[Name]:
    """The names, parts of one person's name put together: "Khursheed Mehmood" "Kasuri", "Rohtas" "Singh"."""
    waiting: Name | None = None
    for name in sorted(names, key=attrgetter("start", "end")):
        if waiting is None or _is_portfolio(doc, waiting, name, language):
            waiting = name
        elif _is_one_person(waiting, name):
            waiting = _together(doc, waiting, name, offset)
        else:
            yield waiting
            waiting = name
    if waiting is not None:
        yield waiting


def _is_portfolio(doc: Doc, name: Name, behind: Name, language: Language) -> bool:
    """Whether a supposed person is a field, of a minister named behind: "Menteri Perkeretaapian X"."""
    unknown_person = name.kind is EntityKind.PERSON and name.known is None and behind.start == name.end
    titled = name.start > 0 and language.people.offices.get(doc[name.start - 1].lower_) == "minister"
    return unknown_person and titled and behind.kind is EntityKind.PERSON and language.grammar.head_first


def _is_one_person(first: Name, second: Name) -> bool:
    if first.end != second.start or second.kind is not EntityKind.PERSON or first.known is not None:
        return False
    if len(first.text.split()) + len(second.text.split()) > _LONGEST_NAME:
        return False
    lone = first.end - first.start == 1 and not first.text.isupper()
    return first.kind is EntityKind.PERSON or (first.kind in _UNSURE and lone and second.known is None)


def _together(doc: Doc, first: Name, second: Name, offset: int) -> Name:
    span = Span(first.span.start, second.span.end)
    text = doc.text[span.start - offset : span.end - offset]
    return with_known(replace(second, start=first.start, span=span, text=text), second)


def with_known(name: Name, part: Name) -> Name:
    """A person's name as the known person that a part of it names, unless its other words say otherwise."""
    known = part.known
    if known is None or not may_be_spelt(name.text, (alias.text for alias in known.aliases)):
        return replace(name, known=None, sense=None)
    return replace(name, known=known, sense=part.sense)


def with_surroundings(doc: Doc, names: list[Name], language: Language, offset: int) -> Iterator[Name]:
    """The names with the kinds that their surroundings tell, and those that only these reveal."""
    at = {index: name for name in names for index in range(name.start, name.end)}
    for name in names:
        yield replace(name, kind=_kind_beside(doc, name, at, language))
    for start, end in _runs(doc, at):
        kind = _revealed(doc, start, end, language)
        if kind is not None:
            yield _named(doc, start, end, offset, kind_of(kind, doc[start:end].text, language))


def _kind_beside(doc: Doc, name: Name, at: Mapping[int, Name], language: Language) -> EntityKind:
    """The kind of a name by the words beside it; a known name keeps its own."""
    if name.known is not None or name.kind in (EntityKind.COUNTRY, EntityKind.GOVERNMENT_BODY):
        return name.kind
    if _is_person(doc, name, at, language):
        return EntityKind.PERSON
    return _described_kind(doc, name, language) or name.kind


def _described_kind(doc: Doc, name: Name, language: Language) -> EntityKind | None:
    """ "milisi X", "perusahaan pelayaran X", "X rebels": what the noun beside a name says it is."""
    words = name_words(language.code)
    if not language.grammar.head_first:
        behind = doc[name.end].lower_ if name.end < len(doc) else ""
        return EntityKind.ARMED_GROUP if behind in words.armed_nouns else None
    before = [doc[index].lower_ for index in range(max(0, name.start - 2), name.start)]
    if words.armed_nouns & {" ".join(before), *before[-1:]}:
        return EntityKind.ARMED_GROUP
    far = before[:1] if len(before) == 2 and doc[name.start - 1].pos_ in {"NOUN", "ADJ"} else []
    is_body = words.organisation_nouns & {*before[-1:], *far}
    return EntityKind.ORGANISATION if is_body and name.kind is EntityKind.PERSON else None


def _is_person(doc: Doc, name: Name, at: Mapping[int, Name], language: Language) -> bool:
    """Whether a supposed body or place is a person: it speaks, or an office stands in apposition to it."""
    if name.kind not in _UNSURE or name.text.isupper():
        return False
    if kind_of(EntityKind.PERSON, name.text, language) is not EntityKind.PERSON:
        return False
    if name.start and doc[name.start - 1].pos_ in {"DET", "ADP"}:
        return False
    speaks = name.end < len(doc) and _speaks(doc, name.end, language)
    return (speaks and name.end - name.start == 1) or _is_apposed(doc, name.end, at, language)


def _speaks(doc: Doc, index: int, language: Language) -> bool:
    word, groups = doc[index], language.groups
    return word.lower_ in groups["before"] or word.lemma_.lower() in groups["before"]


def _is_apposed(doc: Doc, index: int, at: Mapping[int, Name], language: Language) -> bool:
    """ "X, menteri …", "X, a spokesman": an office right behind a comma."""
    if index + 1 >= len(doc) or doc[index].text != ",":
        return False
    for position in range(index + 1, min(len(doc), index + 1 + _APPOSED_WITHIN)):
        word = doc[position]
        if word.lower_ in language.people.offices:
            return True
        if not (word.pos_ in {"DET", "ADJ"} or word.text in {"'s", "’s"} or position in at):
            return False
    return False


def _runs(doc: Doc, at: Mapping[int, Name]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised proper nouns that are no name yet, at most four words long."""
    start = 0
    while start < len(doc):
        end = start
        while end < len(doc) and end not in at and _is_capitalised(doc, end):
            end += 1
        if 0 < end - start <= _LONGEST_NAME:
            yield start, end
        start = max(end, start + 1)


def _is_capitalised(doc: Doc, index: int) -> bool:
    word = doc[index]
    return word.text[:1].isupper() and word.pos_ == "PROPN" and word.text.replace("-", "").isalpha()


def _revealed(doc: Doc, start: int, end: int, language: Language) -> EntityKind | None:
    """What an unknown capitalised run must be by the words beside it; `None` where they do not tell."""
    if _is_no_name(doc, start, language) or doc[start:end].text.isupper():
        return None
    before, words = doc[start - 1].lower_ if start else "", name_words(language.code)
    if end - start > 1 and doc[end - 1].lower_ in words.organisation_endings:
        return EntityKind.ORGANISATION
    if before in words.place_prepositions | words.place_nouns and not doc[start].is_sent_start:
        return EntityKind.PLACE
    opens = doc[start].is_sent_start or doc[start - 1].text in {",", "“", '"'}
    acts = end < len(doc) and (_speaks(doc, end, language) or doc[end].pos_ in {"VERB", "AUX"})
    return EntityKind.PERSON if acts and opens else None


def _is_no_name(doc: Doc, start: int, language: Language) -> bool:
    word, people, dates = doc[start].lower_, language.people, language.dates
    common = people.collectives.keys() | people.offices.keys() | people.honorifics | people.directions
    bodies = people.government_bodies | people.organisation_words | people.governments
    if word in common or word in bodies or word in dates["weekdays"] or word in dates["months"]:
        return True
    if word in name_words(language.code).no_names:
        return True
    return language.grammar.head_first and is_known(word, lang=language.code)


def _named(doc: Doc, start: int, end: int, offset: int, kind: EntityKind) -> Name:
    text = doc[start:end].text
    return Name(start, end, Span(doc[start].idx + offset, doc[start].idx + offset + len(text)), text, kind)
