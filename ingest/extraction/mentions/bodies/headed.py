"""Finds names that begin with a capitalised type word: "Selat Taiwan", "Departemen Logistik PLA"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from simplemma import is_known
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from cypher.model.graph import EntityKind
from ingest.extraction.mentions.bodies.typed_places import with_typed_places
from ingest.extraction.mentions.named import is_common, name_of
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.extraction.vocabulary.name_words import name_words
from ingest.knowledge import Sense

_LONGEST_BODY = 6
_LONGEST_OFFICE = 4
_MODIFIERS = frozenset({"NOUN", "ADJ", "PROPN"})
_NUMERALS = frozenset("IVX")
_NUMBERS = frozenset({"nomor", "no", "no.", "km"})
"""Words for the number of a house or a kilometre, which is not part of a name."""


def with_headed(
    doc: Doc, names: list[Name], language: Language, offset: int, capitals: Iterable[int]
) -> Iterator[Name]:
    """Yield the names, those that begin with a type word completed: "Angkatan Darat", "Distrik Zinda Jan".

    Type words are among the `capitals`, the capitalised words of the text.
    """
    if not language.grammar.head_first:
        names = list(with_typed_places(doc, names, language, offset))
        yield from names
        yield from _bodies_of_countries(doc, names, language, offset)
        return
    at = {index: name for name in names for index in range(name.start, name.end)}
    dropped: set[int] = set()
    for start in capitals:
        kind = _headed_kind(doc, start, at, language)
        end = _headed_end(doc, start, at, kind, language) if kind is not None else start
        if kind is None or end < start + 2:
            continue
        inside = {id(at[n]): at[n] for n in range(start, end) if n in at}
        is_street = doc[start].lower_ in name_words(language.code).streets  # "Jalan Palestina" is not a state
        dropped |= {key for key, name in inside.items() if is_street or name.kind is not EntityKind.COUNTRY}
        made = name_of(doc, start, end, offset, kind)
        yield made
        at |= dict.fromkeys(range(start, end), made)
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
            yield name_of(doc, country.start, head + 1, offset, EntityKind.GOVERNMENT_BODY)


def _headed_kind(doc: Doc, index: int, at: Mapping[int, Name], language: Language) -> EntityKind | None:
    word, people = doc[index], language.people
    held = at.get(index)
    if held is not None and (held.known or held.start < index):
        return None
    behind = at.get(index + 1)
    of_state = behind is not None and behind.kind is EntityKind.COUNTRY
    if word.i and not of_state and f"{doc[word.i - 1].lower_} {word.lower_}" in people.offices:
        return None  # "Wali Kota X" is not a town, "anggota Parlemen X" no body
    if word.is_sent_start and (word.lower_ in people.collectives or word.lower_ in people.governments):
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
    return field and not is_common(word.lower_, language)
