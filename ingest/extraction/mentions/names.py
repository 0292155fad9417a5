"""Finds the names in a text: the recogniser's names, completed and corrected by the knowledge base.

Known names are added where the recogniser found nothing, replace its names where both found the same words,
and split names that it ran together ("Taliban Afghanistan"). Titles are not part of a person's name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from simplemma import is_known
from spacy.tokens import Doc

from cypher.model.graph import EntityKind, Span
from ingest.extraction.mentions.abbreviations import with_abbreviated
from ingest.extraction.mentions.bodies.headed import with_headed
from ingest.extraction.mentions.bodies.organs import organs, outside
from ingest.extraction.mentions.bodies.portfolios import without_portfolios
from ingest.extraction.mentions.bodies.seats import stands_for_body
from ingest.extraction.mentions.bodies.ships import with_ships
from ingest.extraction.mentions.event_names import without_events
from ingest.extraction.mentions.given_names import with_given_names
from ingest.extraction.mentions.introductions import misspelt, with_introduced
from ingest.extraction.mentions.joining import joined, with_known
from ingest.extraction.mentions.namesakes import without_namesakes
from ingest.extraction.mentions.recognised import is_titled, leading_titles, recognised_names
from ingest.extraction.mentions.shared_names import meant
from ingest.extraction.mentions.surroundings import with_surroundings
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.extraction.vocabulary.name_words import name_words
from ingest.knowledge import Sense
from ingest.resolution.gazetteer import Match, load_gazetteer

_NAMESAKES = frozenset({EntityKind.PERSON, EntityKind.PLACE})
"""Kinds of known names that may be a common word at the start of a sentence: "Sisi kiri", "Malang bagi …"."""

_HYPHENS = frozenset("-–")
_STATES = frozenset({Sense.NAME, Sense.DEMONYM, Sense.SHORT, Sense.ABBREVIATION})


def find_names(doc: Doc, language: Language, offset: int) -> list[Name]:
    """Return the names in `doc`, left to right, in token positions of `doc` and spans shifted by `offset`.

    A country inside a longer name ("Iran" in "Kementerian Luar Negeri Iran") is also returned as a name.
    """
    text = doc.text  # spaCy rebuilds the text on every access
    capitals = [index for index, word in enumerate(doc) if word.text[:1].isupper()]
    matches = meant(load_gazetteer(language.code).find(doc, text))
    known = [_known(match, doc, text, language, offset) for match in matches]
    known = [name for name in known if not _is_word(doc, name, language)]
    recognised = list(recognised_names(doc, language, offset))
    parts = list(organs(doc, [*recognised, *known], language, offset, capitals))
    known, recognised = outside(known, parts) + parts, outside(recognised, parts)
    names = list(joined(doc, _merged(doc, recognised, known, language), language, offset))
    names = with_ships(doc, list(with_headed(doc, names, language, offset, capitals)), offset, capitals)
    countries = misspelt(doc, names, language, offset)
    names = [name for name in names if not any(name.span.overlaps(country.span) for country in countries)]
    names += countries
    names = list(joined(doc, with_introduced(doc, names, language, offset), language, offset))
    names = with_given_names(doc, names, language, offset)
    names = list(without_namesakes(doc, with_abbreviated(doc, names, language, offset), language))
    names = list(without_events(doc, with_surroundings(doc, names, language, offset, capitals), language))
    names = list(without_portfolios(doc, names, language))
    return sorted(names, key=lambda name: (name.start, -name.end))


def _is_word(doc: Doc, name: Name, language: Language) -> bool:
    """Return whether a known name is used as a common word ("lima", "baku"): nothing marks it as a place."""
    before = doc[name.start - 1].lower_ if name.start else ""
    if name.text.lower() in name_words(language.code).also_words:
        if name.sense is Sense.SEAT:
            return not stands_for_body(doc[name.start : name.end], language)
        return before not in language.people.placing
    word, opening = doc[name.start], name.end - name.start == 1 and name.kind in _NAMESAKES
    opening = opening and bool(word.is_sent_start) and word.pos_ != "PROPN" and language.grammar.head_first
    return opening and is_known(word.lower_, lang=language.code)


def _known(match: Match, doc: Doc, text: str, language: Language, offset: int) -> Name:
    entity, start, first = match.entity, match.start_token, match.span.start
    end = max(match.end_token, start + 1)
    if entity.kind is EntityKind.PERSON:
        titles = leading_titles([doc[index].text for index in range(start, end)], language)
        start, first = (start + titles, doc[start + titles].idx) if titles else (start, first)
    span = Span(first + offset, match.span.end + offset)
    return Name(start, end, span, text[first : match.span.end], entity.kind, entity, match.alias.sense)


def _merged(doc: Doc, recognised: list[Name], known: list[Name], language: Language) -> Iterator[Name]:
    at = _by_token(known)
    dropped: set[int] = set()
    for name in recognised:
        tokens = range(name.start, name.end)
        inside = list({id(other): other for token in tokens for other in at.get(token, ())}.values())
        if not inside:
            yield name
            continue
        keep, kept_inside = _reconciled(doc, name, inside, language)
        if keep is not None:
            yield keep
        dropped |= set(map(id, inside)) - set(map(id, kept_inside))
    yield from (other for other in known if id(other) not in dropped)


def _by_token(names: Iterable[Name]) -> Mapping[int, list[Name]]:
    """Which names hold a token, in their order."""
    at: defaultdict[int, list[Name]] = defaultdict(list)
    for name in names:
        for token in range(name.start, name.end):
            at[token].append(name)
    return at


def _reconciled(
    doc: Doc, name: Name, inside: list[Name], language: Language
) -> tuple[Name | None, list[Name]]:
    """Return what is kept of a recognised name and of the known names that overlap it."""
    longest = max(inside, key=lambda other: other.end - other.start)
    if longest.start <= name.start and name.end <= longest.end:
        return None, inside
    if name.kind is EntityKind.PERSON:
        return _person_with(name, inside, titled=is_titled(doc, name.start, language))
    if _is_other_states(inside, language):
        return replace(name, kind=EntityKind.GOVERNMENT_BODY), inside[1:]
    crossing = any(other.start < name.start or other.end > name.end for other in inside)
    if crossing or _covered(doc, name, inside):
        return None, inside
    if name.kind is EntityKind.PLACE:
        return _place_with(doc, name, inside, language)
    return name, [other for other in inside if other.kind is EntityKind.COUNTRY and other.sense in _STATES]


def _is_other_states(inside: list[Name], language: Language) -> bool:
    """Return whether a body known by a common noun is another state's: "Kongres" in "Kongres El Salvador"."""
    body, *rest = inside
    common = (
        body.kind is EntityKind.GOVERNMENT_BODY and body.text.lower() in language.people.government_bodies
    )
    return common and len(rest) == 1 and rest[0].kind is EntityKind.COUNTRY


def _person_with(name: Name, inside: list[Name], *, titled: bool) -> tuple[Name | None, list[Name]]:
    """Return what is kept of a person's name and of the known names inside it.

    A name that begins with a place ("Milan Rocen") stays a person, unless a title stands before it.
    """
    person = next((other for other in inside if other.kind is EntityKind.PERSON), None)
    if person is not None and len(inside) > 1:
        return None, inside
    other = _other_of_pair(name, person) if person is not None else None
    if other is not None:
        return other, inside
    if person is not None:
        return with_known(name, person), []
    leading = next((other for other in inside if other.start == name.start), None)
    place = leading is not None and leading.kind is not EntityKind.COUNTRY
    if leading is None or name.end - leading.end < (1 if place and titled else 2):
        return name, []
    words = name.text.split()[leading.end - name.start :]
    text = name.text[name.text.index(words[0]) :] if words else name.text
    span = Span(name.span.end - len(text), name.span.end)
    return replace(name, start=leading.end, span=span, text=text), [leading]


def _other_of_pair(name: Name, person: Name) -> Name | None:
    """Return the other part of a hyphenated pair with a known person: "Djarot" in "Ahok-Djarot"."""
    first, last = person.span.start - name.span.start, person.span.end - name.span.start
    if name.text[last : last + 1] in _HYPHENS:
        span = Span(name.span.start + last + 1, name.span.end)
        return replace(name, start=person.end - 1, span=span, text=name.text[last + 1 :])
    if first > 1 and name.text[first - 1] in _HYPHENS:
        span = Span(name.span.start, name.span.start + first - 1)
        return replace(name, end=person.start + 1, span=span, text=name.text[: first - 1])
    return None


def _place_with(
    doc: Doc, name: Name, inside: list[Name], language: Language
) -> tuple[Name | None, list[Name]]:
    """Return what is kept of a place: "Gaza utara" is linked to Gaza, "Irak selatan" becomes the country.

    A building and the capital where it stands are two places: "Gedung Departemen Keuangan" "Jakarta".
    """
    first = inside[0]
    built = doc[name.start].lower_ in name_words(language.code).buildings
    if built and first.sense is Sense.CAPITAL and first.start - name.start > 1 and first.end == name.end:
        text = doc[name.start : first.start].text
        span = Span(name.span.start, name.span.start + len(text))
        return replace(name, end=first.start, span=span, text=text), inside
    if any(other.kind not in (EntityKind.PLACE, EntityKind.COUNTRY) for other in inside):
        return None, inside
    if first.kind is EntityKind.COUNTRY and first.sense in _STATES:
        return None, inside
    return replace(name, known=first.known, sense=first.sense), []


def _covered(doc: Doc, name: Name, inside: list[Name]) -> bool:
    """Return whether known names have all words of a name: "Mali, Burkina Faso" are two."""
    words = sum(not doc[index].is_punct for index in range(name.start, name.end))
    return sum(other.end - other.start for other in inside) >= words
