"""Names that the recogniser misses or cuts, found by the words around them.

Titles introduce people ("Dubes Rusia X Y"), words of saying too ("kata X"); capitalised type words begin the
names of places and bodies ("Selat Taiwan", "Departemen Logistik PLA"); one wrong letter hides a country.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spacy.tokens import Doc

from cypher.model import EntityKind, Span
from ingest.extraction.language import Language
from ingest.extraction.sentence import Name
from ingest.knowledge import KnownEntity, Sense, load_knowledge

_LONGEST_NAME = 4
_LONGEST_BODY = 6
_SHORTEST_MISSPELT = 6


def with_headed(doc: Doc, names: list[Name], language: Language, offset: int) -> Iterator[Name]:
    """The names, those that begin with a type word completed: "Angkatan Darat", "Distrik Zinda Jan"."""
    if not language.grammar.head_first:
        yield from names
        return
    at = {index: name for name in names for index in range(name.start, name.end)}
    dropped: set[int] = set()
    for word in doc:
        kind = _headed_kind(doc, word.i, at, language)
        end = _headed_end(doc, word.i, at) if kind is not None else word.i
        if kind is None or end < word.i + 2:
            continue
        inside = {id(at[n]): at[n] for n in range(word.i, end) if n in at}
        dropped |= {key for key, name in inside.items() if name.kind is not EntityKind.COUNTRY}
        made = _name(doc, word.i, end, offset, kind)
        yield made
        at |= dict.fromkeys(range(word.i, end), made)
    yield from (name for name in names if id(name) not in dropped)


def _headed_kind(doc: Doc, index: int, at: Mapping[int, Name], language: Language) -> EntityKind | None:
    word, people = doc[index], language.people
    held = at.get(index)
    if not word.text[:1].isupper() or (held is not None and (held.known or held.start < index)):
        return None
    if word.is_sent_start and word.lower_ in {*people.collectives, *people.governments}:
        return None
    if word.lower_ in people.place_words:
        return EntityKind.PLACE
    if word.lower_ in people.government_bodies:
        return EntityKind.GOVERNMENT_BODY
    return EntityKind.ORGANISATION if word.lower_ in people.organisation_words else None


def _headed_end(doc: Doc, index: int, at: Mapping[int, Name]) -> int:
    end = index + 1
    while end < len(doc) and end - index < _LONGEST_BODY:
        word, held = doc[end], at.get(end)
        if not word.text[:1].isupper() or word.is_sent_start or word.pos_ not in {"PROPN", "NOUN", "ADJ"}:
            break
        if held is not None and held.kind is EntityKind.PERSON:
            break
        end += 1
    return end


def _name(doc: Doc, start: int, end: int, offset: int, kind: EntityKind) -> Name:
    text = doc[start:end].text
    return Name(start, end, Span(doc[start].idx + offset, doc[start].idx + offset + len(text)), text, kind)


def with_introduced(doc: Doc, names: list[Name], language: Language, offset: int) -> Iterator[Name]:
    """The names, and the people whom the recogniser missed but a title introduces: "Dubes Rusia X Y"."""
    at = {index: name for name in names for index in range(name.start, name.end)}
    dropped: set[int] = set()
    found: list[Name] = []
    for index in range(len(doc)):
        start = _after_title(doc, index, at, language)
        end = start
        while end < len(doc) and end - start < _LONGEST_NAME and _is_name_word(doc, end, at, language):
            end += 1
        if index < start < end:
            dropped |= {id(at[position]) for position in range(start, end) if position in at}
            found.append(_name(doc, start, end, offset, EntityKind.PERSON))
    yield from (name for name in names if id(name) not in dropped)
    yield from found


def _after_title(doc: Doc, index: int, at: Mapping[int, Name], language: Language) -> int:
    """Where the name starts that the title at `index` introduces; `index` itself when there is no title."""
    people = language.people
    if doc[index].lower_ in language.groups["after"]:
        return index + 1
    keys = language.forms.keys(doc[index].lower_)
    titled = any(key in people.offices or key in people.honorifics for key in keys)
    if not titled or (index in at and at[index].known is not None):
        return index
    position = index + 1
    while position < len(doc) and (
        doc[position].lower_ in people.portfolios
        or doc[position].lower_ in people.honorifics
        or doc[position].lower_ in people.offices
        or (position in at and at[position].kind is not EntityKind.PERSON and at[position].known is not None)
    ):
        position += 1
    return position


def _is_name_word(doc: Doc, index: int, at: Mapping[int, Name], language: Language) -> bool:
    name = at.get(index)
    unsure = name is None or (name.known is None and name.kind is not EntityKind.PERSON)
    word, people = doc[index], language.people
    common = people.government_bodies | people.organisation_words | people.directions
    if word.lower_ in common or word.lower_ in language.dates["weekdays"]:
        return False
    return (
        unsure
        and word.text[:1].isupper()
        and word.pos_ == "PROPN"
        and word.text.replace("-", "").isalpha()
        and not word.is_sent_start
    )


def misspelt(doc: Doc, names: list[Name], offset: int) -> list[Name]:
    """Countries written with one wrong letter ("Irsael"), among capitalised words that are no names."""
    taken = {
        index
        for name in names
        if name.known or name.kind is EntityKind.PERSON
        for index in range(name.start, name.end)
    }
    found = []
    for word in doc:
        if (
            word.i in taken
            or len(word) < _SHORTEST_MISSPELT
            or not word.text.istitle()
            or word.pos_ != "PROPN"
        ):
            continue
        country = _country_like(word.text)
        if country is not None:
            span = Span(word.idx + offset, word.idx + offset + len(word))
            found.append(Name(word.i, word.i + 1, span, word.text, EntityKind.COUNTRY, country, Sense.NAME))
    return found


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
