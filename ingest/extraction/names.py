"""Names in a text: the pipeline's recogniser, completed and corrected by the knowledge base.

The recogniser goes first. A known name fills the gaps, wins where both found the same words, and splits what
the recogniser ran together ("Taliban Afghanistan"). Titles are no part of a person's name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from cypher.model import EntityKind, Span
from ingest.extraction.introductions import misspelt, with_headed, with_introduced
from ingest.extraction.language import Language
from ingest.extraction.sentence import Name
from ingest.knowledge import Sense, load_knowledge
from ingest.resolution.gazetteer import Gazetteer, Match

_STATES = frozenset({Sense.NAME, Sense.DEMONYM, Sense.SHORT, Sense.ABBREVIATION})


@cache
def _gazetteer(code: str) -> Gazetteer:
    return Gazetteer(load_knowledge(), code)


def find_names(doc: Doc, language: Language, offset: int) -> list[Name]:
    """The names in `doc`, in token positions of `doc` and spans shifted by `offset`, left to right.

    A country inside a longer name ("Iran" in "Kementerian Luar Negeri Iran") is a name of its own as well.
    """
    text = doc.text  # spaCy joins it anew each time
    known = [_known(match, doc, text, language, offset) for match in _gazetteer(language.code).find(doc)]
    recognised = [name for ent in doc.ents if (name := _recognised(ent, language, offset)) is not None]
    recognised = [_placed(doc, name, language) for name in recognised if not _is_common(doc, name, language)]
    names = list(_merged(recognised, known, language))
    names = list(with_headed(doc, names, language, offset))
    names += misspelt(doc, names, offset)
    names = list(with_introduced(doc, names, language, offset))
    return sorted(names, key=lambda name: (name.start, -name.end))


def _placed(doc: Doc, name: Name, language: Language) -> Name:
    """A supposed person behind "di" or "kota" is a place."""
    before = doc[name.start - 1].lower_ if name.start else ""
    is_place = name.kind is EntityKind.PERSON and before in language.people.placing
    return replace(name, kind=EntityKind.PLACE) if is_place else name


def _is_common(doc: Doc, name: Name, language: Language) -> bool:
    """Whether a supposed name is a common noun at the start of a sentence: "Hujan", "Rakyat Palestina"."""
    first, *rest = name.text.lower().split()
    people, word = language.people, doc[name.start]
    if (
        not rest
        and word.is_sent_start
        and (word.pos_ in {"NOUN", "VERB"} or first in language.lexicon.entries)
    ):
        return True
    if not rest and first in {*people.collectives, *people.offices}:
        return True
    if name.kind is EntityKind.PERSON or not rest or not language.grammar.head_first:
        return False
    return (first in people.collectives and first not in people.government_bodies) or first in people.offices


def _known(match: Match, doc: Doc, text: str, language: Language, offset: int) -> Name:
    entity, start, first = match.entity, match.start_token, match.span.start
    end = max(match.end_token, start + 1)
    if entity.kind is EntityKind.PERSON:
        titles = leading_titles([doc[index].text for index in range(start, end)], language)
        start, first = (start + titles, doc[start + titles].idx) if titles else (start, first)
    span = Span(first + offset, match.span.end + offset)
    return Name(start, end, span, text[first : match.span.end], entity.kind, entity, match.alias.sense)


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
    end = next(
        (n for n in middle if kind is not EntityKind.PERSON and doc[n].lower_ in language.people.honorifics),
        end,
    )
    start, end = _trimmed(doc, start, end, language.people.directions)
    if start >= end:
        return None
    text = doc[start:end].text
    span = Span(doc[start].idx + offset, doc[start].idx + offset + len(text))
    return Name(start, end, span, text, _kind_of(kind, text, language))


def _trimmed(doc: Doc, start: int, end: int, directions: Collection[str]) -> tuple[int, int]:
    """Without what is no part of a name at its ends: "selatan", "the", brackets, "'s"."""
    while start < end and (not doc[start].text[:1].isupper() or doc[start].pos_ == "DET"):
        start += 1
    opened = (
        index for index in range(start + 1, end) if doc[index].text == "(" and ")" not in doc[index:end].text
    )
    end = next(opened, end)
    while end > start and (not doc[end - 1].text[:1].isalnum() or doc[end - 1].lower_ in directions):
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
        return _person_with(name, inside)
    crossing = any(other.start < name.start or other.end > name.end for other in inside)
    if crossing or _covered(name, inside):
        return None, inside
    if name.kind is EntityKind.PLACE:
        return _place_with(name, inside)
    return name, [other for other in inside if other.kind is EntityKind.COUNTRY and other.sense in _STATES]


def _person_with(name: Name, inside: list[Name]) -> tuple[Name | None, list[Name]]:
    """A person keeps a name that holds a country's ("Jordan Bardella"), unless the country leads it."""
    person = next((other for other in inside if other.kind is EntityKind.PERSON), None)
    if person is not None and len(inside) > 1:
        return None, inside
    if person is not None:
        return replace(name, known=person.known, sense=person.sense), []
    leading = next((other for other in inside if other.start == name.start), None)
    if leading is None or name.end - leading.end < 1 + (leading.kind is EntityKind.COUNTRY):
        return name, []
    words = name.text.split()[leading.end - name.start :]
    text = name.text[name.text.index(words[0]) :] if words else name.text
    span = Span(name.span.end - len(text), name.span.end)
    return replace(name, start=leading.end, span=span, text=text), [leading]


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
