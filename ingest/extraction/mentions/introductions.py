"""Finds names that the recogniser missed or cut short, from the words around them.

Titles ("Dubes Rusia X Y") and verbs of saying ("kata X") introduce people. Capitalised type words begin the
names of places and organisations ("Selat Taiwan", "Departemen Logistik PLA"). A country may have one wrong
letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from simplemma import is_known
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from cypher.model.graph import EntityKind, Span
from ingest.extraction.mentions.recognised import ARTICLES, title_length, with_particle
from ingest.extraction.mentions.typed_places import with_typed_places
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.extraction.vocabulary.name_words import name_words
from ingest.knowledge import KnownEntity, Sense, load_knowledge

_LONGEST_NAME = 4
_LONGEST_BODY = 6
_LONGEST_OFFICE = 4
_MODIFIERS = frozenset({"NOUN", "ADJ", "PROPN"})
_SHORTEST_MISSPELT = 6
_NUMERALS = frozenset("IVX")
_NUMBERS = frozenset({"nomor", "no", "no.", "km"})
"""Words for the number of a house or a kilometre, which is not part of a name."""


def with_headed(doc: Doc, names: list[Name], language: Language, offset: int) -> Iterator[Name]:
    """Yield the names, those that begin with a type word completed: "Angkatan Darat", "Distrik Zinda Jan"."""
    if not language.grammar.head_first:
        names = list(with_typed_places(doc, names, language, offset))
        yield from names
        yield from _bodies_of_countries(doc, names, language, offset)
        return
    at = {index: name for name in names for index in range(name.start, name.end)}
    dropped: set[int] = set()
    for word in doc:
        kind = _headed_kind(doc, word.i, at, language)
        end = _headed_end(doc, word.i, at, kind, language) if kind is not None else word.i
        if kind is None or end < word.i + 2:
            continue
        inside = {id(at[n]): at[n] for n in range(word.i, end) if n in at}
        is_street = word.lower_ in name_words(language.code).streets  # "Jalan Palestina" is not a state
        dropped |= {key for key, name in inside.items() if is_street or name.kind is not EntityKind.COUNTRY}
        made = _name(doc, word.i, end, offset, kind)
        yield made
        at |= dict.fromkeys(range(word.i, end), made)
    yield from (name for name in names if id(name) not in dropped)


def _bodies_of_countries(doc: Doc, names: list[Name], language: Language, offset: int) -> Iterator[Name]:
    """Yield government bodies in lower case after a country.

    Examples: "Iranian intelligence ministry", "Thai embassy".
    """
    taken = {index for name in names for index in range(name.start, name.end)}
    for country in (name for name in names if name.kind is EntityKind.COUNTRY):
        limit = min(len(doc), country.end + _LONGEST_OFFICE)
        end = next(
            (n for n in range(country.end, limit) if doc[n].pos_ not in _MODIFIERS or n in taken), limit
        )
        heads = (n for n in range(country.end, end) if doc[n].text in name_words(language.code).state_bodies)
        head = next(heads, None)
        if head is not None:
            yield _name(doc, country.start, head + 1, offset, EntityKind.GOVERNMENT_BODY)


def _headed_kind(doc: Doc, index: int, at: Mapping[int, Name], language: Language) -> EntityKind | None:
    word, people = doc[index], language.people
    held = at.get(index)
    if not word.text[:1].isupper() or (held is not None and (held.known or held.start < index)):
        return None
    behind = at.get(index + 1)
    of_state = behind is not None and behind.kind is EntityKind.COUNTRY
    if word.i and not of_state and f"{doc[word.i - 1].lower_} {word.lower_}" in people.offices:
        return None  # "Wali Kota X" is not a town, "anggota Parlemen X" no body
    if word.is_sent_start and word.lower_ in {*people.collectives, *people.governments}:
        after = index + 1
        if after in at or after >= len(doc) or not doc[after].text[:1].isupper():
            return None
    phrases = {word.lower_, doc[index : index + 2].text.lower()}
    if not phrases.isdisjoint(people.place_words):
        return EntityKind.PLACE
    if not phrases.isdisjoint(people.government_bodies):
        return EntityKind.GOVERNMENT_BODY
    return None if phrases.isdisjoint(people.organisation_words) else EntityKind.ORGANISATION


def _headed_end(
    doc: Doc, index: int, at: Mapping[int, Name], kind: EntityKind | None, language: Language
) -> int:
    end = index + 1
    if doc[index].lower_ in name_words(language.code).named_after and (held := at.get(end)) is not None:
        end = held.end if held.kind is EntityKind.PERSON and held.start == end else end
    while end < len(doc) and end - index < _LONGEST_BODY:
        if _goes_on(doc, end, language) or _joins(doc, end, kind):
            end += 2
            continue
        if not _is_inside(doc[end]) or _begins_other(at.get(end), doc[index:end], kind, language):
            break
        end += 1
    return end


def _joins(doc: Doc, index: int, kind: EntityKind | None) -> bool:
    """Return whether a number or a stroke stands between capitals: "SMA Negeri 1 Solo", "Gedung DPR/MPR"."""
    capital = index + 1 < len(doc) and doc[index + 1].text[:1].isupper()
    return capital and (doc[index].text.isdigit() or (doc[index].text == "/" and kind is EntityKind.PLACE))


def _is_inside(word: Token) -> bool:
    """Return whether a word may stand inside a name after its type word."""
    numeral = word.text.isupper() and set(word.text) <= _NUMERALS
    return (
        word.text[:1].isupper()
        and not word.is_sent_start
        and word.lower_ not in _NUMBERS
        and (numeral or word.pos_ in {"PROPN", "NOUN", "ADJ", "NUM"})
    )


def _begins_other(held: Name | None, begun: TokenSpan, kind: EntityKind | None, language: Language) -> bool:
    """Return whether another name begins after the words of a headed one.

    A place may have the name of a person ("Stadion Raja Baudouin"). The capital where an office building
    stands is not part of its name ("Gedung DPR" "Jakarta"), but that of a mosque is ("Masjid Agung Paris").
    """
    if held is None:
        return False
    if kind is EntityKind.PLACE:
        housed = begun[0].lower_ in name_words(language.code).buildings
        return housed and len(begun) > 1 and held.sense is Sense.CAPITAL
    return held.kind is EntityKind.PERSON and (held.known is not None or held.end - held.start > 1)


def _goes_on(doc: Doc, index: int, language: Language) -> bool:
    """Return whether an organisation's name continues after a conjunction.

    Example: "Badan Perizinan Pengemudi dan Kendaraan".
    """
    if index + 1 >= len(doc) or doc[index].lower_ not in language.grammar.words["conjunctions"]:
        return False
    word = doc[index + 1]
    field = word.text.istitle() and is_known(word.lower_, lang=language.code)
    return field and not _is_common(word.lower_, language)


def _name(doc: Doc, start: int, end: int, offset: int, kind: EntityKind) -> Name:
    text = doc[start:end].text
    return Name(start, end, Span(doc[start].idx + offset, doc[start].idx + offset + len(text)), text, kind)


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
            found.append(_name(doc, start, end, offset, spoken_of))
    yield from (name for name in names if id(name) not in dropped)
    yield from found


def _after_title(doc: Doc, index: int, at: Mapping[int, Name], language: Language) -> int:
    """Return the start of the name that the title at `index` introduces; `index` itself without a title."""
    people = language.people
    if doc[index].lower_ in language.groups["after"]:
        return _speaker_start(doc, index, at, language)
    keys = language.forms.keys(doc[index].lower_)
    length = title_length([word.lower_ for word in doc[index : index + _LONGEST_OFFICE]], language)
    length = length or any(key in people.offices or key in people.honorifics for key in keys)
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
        and not _is_common(word.lower_, language)
    )


def _is_common(word: str, language: Language) -> bool:
    """Return whether a word is listed as part of names or as a word that only looks like a name."""
    people, dates = language.people, language.dates
    common = (people.government_bodies, people.organisation_words, people.directions, people.office_starts)
    no_names = (name_words(language.code).no_names, dates["weekdays"], dates["months"])
    return any(word in words for words in (*common, people.collectives, *no_names))


def misspelt(doc: Doc, names: list[Name], language: Language, offset: int) -> list[Name]:
    """Return countries with one wrong letter ("Irsael") among capitalised words that are not names."""
    taken = {
        index
        for name in names
        if (name.known or name.kind is EntityKind.PERSON) and not _is_governed(doc, name, language)
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
