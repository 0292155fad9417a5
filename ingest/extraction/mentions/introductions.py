"""Finds names that the recogniser missed or cut short, from the words around them.

Titles ("Dubes Rusia X Y") and verbs of saying ("kata X") introduce people. A country may have one
wrong letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spacy.attrs import IS_TITLE
from spacy.tokens import Doc

from cypher.model.graph import EntityKind, Span
from ingest.extraction.mentions.named import is_common, name_of
from ingest.extraction.mentions.recognised import ARTICLES, title_length, with_particle
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.knowledge import KnownEntity, Sense, load_knowledge

_LONGEST_NAME = 4
_LONGEST_OFFICE = 4
_SHORTEST_MISSPELT = 6


def with_introduced(doc: Doc, names: list[Name], language: Language, offset: int) -> Iterator[Name]:
    """Yield the names, and people that the recogniser missed but a title introduces: "Dubes Rusia X Y"."""
    at = {index: name for name in names for index in range(name.start, name.end)}
    dropped: set[int] = set()
    found: list[Name] = []
    for index in range(len(doc)):
        start = end = _after_title(doc, index, at, language)
        if start == index:
            continue
        while end < len(doc) and end - start < _LONGEST_NAME and _is_name_word(doc, end, at, language):
            end += 1
        end = with_particle(doc, end) if start < end else end
        if start < end and (doc[start - 1].text != "," or _closes(doc, end, language)):
            dropped |= {id(at[position]) for position in range(start, end) if position in at}
            spoken_of = EntityKind.ORGANISATION if doc[start:end].text.isupper() else EntityKind.PERSON
            found.append(name_of(doc, start, end, offset, spoken_of))
    yield from (name for name in names if id(name) not in dropped)
    yield from found


def _after_title(doc: Doc, index: int, at: Mapping[int, Name], language: Language) -> int:
    """Return the start of the name that the title at `index` introduces; `index` itself without a title."""
    word = doc[index].lower_
    if word in language.groups["after"]:
        return _speaker_start(doc, index, at, language)
    length = _title_length(doc, index, word, language)
    held = at.get(index)
    inside = held is not None and held.kind is EntityKind.PLACE and held.start < index  # "Stadion Raja X"
    if not length or inside or (held is not None and held.known is not None):
        return index
    position = index + length
    while position < len(doc) and _narrows_title(doc, position, at, language):
        position += 1
    if position == index + 1 and _is_portfolio(doc, index, at, language):
        return position + 1
    has_body = position - 1 in at and position < len(doc)
    return position + 1 if has_body and doc[position].text == "," else position


def _title_length(doc: Doc, index: int, word: str, language: Language) -> int:
    """Return the number of words of the title at `index`, which begins with `word`; 0 if there is none."""
    people = language.people
    length = 0
    if word in people.office_starts or word in people.honorifics:
        length = title_length([item.lower_ for item in doc[index : index + _LONGEST_OFFICE]], language)
    keys = language.forms.keys(word)
    return length or int(not (people.honorifics.isdisjoint(keys) and people.offices.keys().isdisjoint(keys)))


def _is_portfolio(doc: Doc, index: int, at: Mapping[int, Name], language: Language) -> bool:
    """Return whether the word after a minister's title is a portfolio: "Menteri Perkeretaapian X Y"."""
    if language.people.offices.get(doc[index].lower_) != "minister" or index + 2 >= len(doc):
        return False
    behind = at.get(index + 2)
    if behind is not None and behind.kind is EntityKind.COUNTRY:
        behind = at.get(behind.end)
        return behind is not None and behind.kind is EntityKind.PERSON
    named = behind is not None and behind.kind is EntityKind.PERSON and behind.start == index + 2
    return _is_name_word(doc, index + 1, at, language) and (
        named or _is_name_word(doc, index + 2, at, language)
    )


def _narrows_title(doc: Doc, position: int, at: Mapping[int, Name], language: Language) -> bool:
    word, people, held = doc[position].lower_, language.people, at.get(position)
    if held is not None and held.kind is not EntityKind.PERSON:
        return held.known is not None or held.kind is EntityKind.GOVERNMENT_BODY
    return word in people.portfolios or word in people.honorifics or word in people.offices


def _closes(doc: Doc, end: int, language: Language) -> bool:
    """Return whether a comma or a verb of saying follows, which closes an apposition."""
    return end < len(doc) and (doc[end].text == "," or doc[end].lower_ in language.groups["before"])


def _speaker_start(doc: Doc, index: int, at: Mapping[int, Name], language: Language) -> int:
    """Return the start of the name after "kata"; `index` if an organisation of several words speaks."""
    start = index + 1
    while start < len(doc) and doc[start].lower_ in language.people.honorifics:
        start += 1
    held = at.get(start)
    is_body = held is not None and held.kind is not EntityKind.PERSON and held.end - held.start > 1
    return index if is_body else start


def _is_name_word(doc: Doc, index: int, at: Mapping[int, Name], language: Language) -> bool:
    name, word = at.get(index), doc[index]
    return (
        (name is None or (name.known is None and name.kind is not EntityKind.PERSON))
        and word.pos_ == "PROPN"
        and (word.text[:1].isupper() or word.text.startswith(ARTICLES))
        and word.text.replace("-", "").isalpha()
        and not word.is_sent_start
        and not is_common(word.lower_, language)
    )


def misspelt(doc: Doc, names: list[Name], language: Language, offset: int) -> list[Name]:
    """Return countries with one wrong letter ("Irsael") among capitalised words that are not names."""
    taken = {
        index
        for name in names
        if (name.known or name.kind is EntityKind.PERSON) and not _is_governed(doc, name, language)
        for index in range(name.start, name.end)
    }
    found = []
    for index in doc.to_array(IS_TITLE).nonzero()[0].tolist():
        word = doc[index]
        if index in taken or len(word) < _SHORTEST_MISSPELT or word.pos_ != "PROPN":
            continue
        country = _country_like(word.text)
        if country is not None:
            span = Span(word.idx + offset, word.idx + offset + len(word))
            found.append(Name(index, index + 1, span, word.text, EntityKind.COUNTRY, country, Sense.NAME))
    return found


def _is_governed(doc: Doc, name: Name, language: Language) -> bool:
    """Return whether a presumed person follows a word for government, so is a country.

    Example: "pemerintah Lenanon".
    """
    before = doc[name.start - 1].lower_ if name.start else ""
    return name.known is None and name.end - name.start == 1 and before in language.people.governments


@lru_cache(maxsize=10_000)
def _country_like(word: str) -> KnownEntity | None:
    names = _country_names()
    found = process.extractOne(word.lower(), names.keys(), scorer=OSA.distance, score_cutoff=1)
    return names[found[0]] if found is not None and found[1] == 1 else None


@cache
def _country_names() -> dict[str, KnownEntity]:
    countries = (item for item in load_knowledge().entities.values() if item.kind is EntityKind.COUNTRY)
    return {
        alias.text.lower(): country
        for country in countries
        for alias in country.aliases
        if alias.sense is Sense.NAME and len(alias.text) >= _SHORTEST_MISSPELT and alias.text.isalpha()
    }
