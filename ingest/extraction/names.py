"""Names in a text: the pipeline's recogniser, completed and corrected by the knowledge base.

The recogniser goes first. A known name fills the gaps, wins where both found the same words, and splits what
the recogniser ran together ("Taliban Afghanistan"). Titles are no part of a person's name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spacy.tokens import Doc

from cypher.model import EntityKind, Span
from ingest.extraction.language import Language
from ingest.extraction.sentence import Name
from ingest.knowledge import KnownEntity, Sense, load_knowledge
from ingest.resolution.gazetteer import Gazetteer, Match

_LONGEST_NAME = 4
_SHORTEST_MISSPELT = 6

_STATES = frozenset({Sense.NAME, Sense.DEMONYM, Sense.SHORT, Sense.ABBREVIATION})


@cache
def _gazetteer(code: str) -> Gazetteer:
    return Gazetteer(load_knowledge(), code)


def find_names(doc: Doc, language: Language, offset: int) -> list[Name]:
    """The names in `doc`, in token positions of `doc` and spans shifted by `offset`, left to right.

    A country inside a longer name ("Iran" in "Kementerian Luar Negeri Iran") is a name of its own as well.
    """
    known = [_known(match, doc, language, offset) for match in _gazetteer(language.code).find(doc)]
    recognised = [name for ent in doc.ents if (name := _recognised(ent, language, offset)) is not None]
    recognised = [name for name in recognised if not _is_described(name, language)]
    names = list(_merged(recognised, known, language))
    names += _misspelt(doc, names, offset)
    names = list(_with_titled(doc, names, language, offset))
    return sorted(names, key=lambda name: (name.start, -name.end))


def _is_described(name: Name, language: Language) -> bool:
    """Whether a supposed name is a common noun at the start of a sentence: "Rakyat Palestina", "Dubes Israel"."""
    first, *rest = name.text.lower().split()
    people = language.people
    if name.kind is EntityKind.PERSON or not rest or not language.grammar.head_first:
        return False
    return first in people.collectives and first not in people.government_bodies or first in people.offices


def _with_titled(doc: Doc, names: list[Name], language: Language, offset: int) -> Iterator[Name]:
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
            text = doc[start:end].text
            span = Span(doc[start].idx + offset, doc[start].idx + offset + len(text))
            found.append(Name(start, end, span, text, EntityKind.PERSON))
    yield from (name for name in names if id(name) not in dropped)
    yield from found


def _misspelt(doc: Doc, names: list[Name], offset: int) -> list[Name]:
    """Countries written with one wrong letter ("Irsael"), among capitalised words that are no names."""
    taken = {index for name in names if name.known or name.kind is EntityKind.PERSON for index in range(name.start, name.end)}
    found = []
    for word in doc:
        if word.i in taken or len(word) < _SHORTEST_MISSPELT or not word.text.istitle() or word.pos_ != "PROPN":
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


def _after_title(doc: Doc, index: int, at: Mapping[int, Name], language: Language) -> int:
    """Where the name starts that the title at `index` introduces; `index` itself when there is no title."""
    people = language.people
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
    return unsure and word.text[:1].isupper() and word.pos_ == "PROPN" and word.text.isalpha() and not word.is_sent_start


def _known(match: Match, doc: Doc, language: Language, offset: int) -> Name:
    entity, start, first = match.entity, match.start_token, match.span.start
    end = max(match.end_token, start + 1)
    if entity.kind is EntityKind.PERSON:
        titles = leading_titles([doc[index].text for index in range(start, end)], language)
        start, first = (start + titles, doc[start + titles].idx) if titles else (start, first)
    text = doc.text[first : match.span.end]
    span = Span(first + offset, match.span.end + offset)
    return Name(start, end, span, text, entity.kind, entity, match.alias.sense)


def _recognised(ent: object, language: Language, offset: int) -> Name | None:
    """A name that the recogniser found, without title; `None` for labels and words that are no actors."""
    label, start, end, doc = ent.label_, ent.start, ent.end, ent.doc  # type: ignore[attr-defined]
    kind = language.entity_kinds.get(label)
    if kind is None:
        return None
    words = [doc[index].text for index in range(start, end)]
    if kind is EntityKind.PERSON:
        start += leading_titles(words, language)
    middle = range(start + 1, end - 1)
    end = next((n for n in middle if kind is not EntityKind.PERSON and doc[n].lower_ in language.people.honorifics), end)
    start, end = _trimmed(doc, start, end, language.people.directions)
    if start >= end:
        return None
    text = doc[start:end].text
    span = Span(doc[start].idx + offset, doc[start].idx + offset + len(text))
    return Name(start, end, span, text, _kind_of(kind, text, language))


def _trimmed(doc: Doc, start: int, end: int, directions: Collection[str]) -> tuple[int, int]:
    """Without what is no part of a name at its ends: "kota", "selatan", brackets, words in lower case."""
    while start < end and not doc[start].text[:1].isupper():
        start += 1
    while end > start and (not any(map(str.isalnum, doc[end - 1].text)) or doc[end - 1].lower_ in directions):
        end -= 1
    return start, end


def leading_titles(words: Iterable[str], language: Language) -> int:
    """How many words at the front are titles or offices ("Perdana Menteri", "Gen."); never all of them."""
    lower = [word.lower() for word in words]
    offices, honorifics = language.people.offices, language.people.honorifics
    count = 0
    while count < len(lower) - 1:
        length = next((n for n in (4, 3, 2) if " ".join(lower[count : count + n]) in offices), 0)
        if not length and (lower[count] in offices or lower[count] in honorifics):
            length = 1
        if not length or count + length >= len(lower):
            break
        count += length
    return count


def _kind_of(kind: EntityKind, text: str, language: Language) -> EntityKind:
    first = text.lower().split(maxsplit=1)[0]
    people = language.people
    if kind is EntityKind.PERSON and first in people.organisation_words:
        return EntityKind.ORGANISATION
    if kind in (EntityKind.ORGANISATION, EntityKind.PLACE) and _names_state_body(text, language):
        return EntityKind.GOVERNMENT_BODY
    return kind


def _names_state_body(text: str, language: Language) -> bool:
    words = text.lower().split()
    bodies = language.people.government_bodies
    if language.grammar.head_first:
        return words[0] in bodies or " ".join(words[:2]) in bodies
    return words[-1] in bodies or " ".join(words[-2:]) in bodies or words[0] in bodies


def _merged(recognised: list[Name], known: list[Name], language: Language) -> Iterator[Name]:
    free = list(known)
    for name in recognised:
        inside = [other for other in known if other.start < name.end and name.start < other.end]
        if not inside:
            yield name
            continue
        keep, kept_inside = _reconciled(name, inside, language)
        if keep is not None:
            yield keep
        free = [other for other in free if other not in inside or other in kept_inside]
    yield from free


def _reconciled(name: Name, inside: list[Name], language: Language) -> tuple[Name | None, list[Name]]:
    """What remains of a recognised name and of the known ones that overlap it."""
    longest = max(inside, key=lambda other: other.end - other.start)
    if longest.start <= name.start and name.end <= longest.end:
        return None, inside
    if name.kind is EntityKind.PERSON:
        return _person_with(name, inside, language)
    crossing = any(other.start < name.start or other.end > name.end for other in inside)
    if crossing or _covered(name, inside):
        return None, inside
    if name.kind is EntityKind.PLACE:
        return _place_with(name, inside)
    return name, [other for other in inside if other.kind is EntityKind.COUNTRY and other.sense in _STATES]


def _person_with(name: Name, inside: list[Name], language: Language) -> tuple[Name | None, list[Name]]:
    """A person keeps a name that holds a country's ("Jordan Bardella"), unless the country leads it."""
    person = next((other for other in inside if other.kind is EntityKind.PERSON), None)
    if person is not None:
        return replace(name, known=person.known, sense=person.sense), []
    leading = [other for other in inside if other.start == name.start and other.kind is EntityKind.COUNTRY]
    rest = name.end - leading[0].end if leading else 0
    if rest >= 2 and language.grammar.head_first:
        return None, inside
    return name, []


def _place_with(name: Name, inside: list[Name]) -> tuple[Name | None, list[Name]]:
    """ "Gaza utara" lies where Gaza lies; "Irak selatan" is the country."""
    first = inside[0]
    if any(other.kind not in (EntityKind.PLACE, EntityKind.COUNTRY) for other in inside):
        return None, inside
    if first.kind is EntityKind.COUNTRY and first.sense in _STATES:
        return None, inside
    return replace(name, known=first.known, sense=first.sense), []


def _covered(name: Name, inside: list[Name]) -> bool:
    return sum(other.end - other.start for other in inside) >= name.end - name.start
