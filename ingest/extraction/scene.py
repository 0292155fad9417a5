"""Links the names of a document before events are looked for.

A `Scene` holds what is known about one sentence, a `Story` what is known about the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from cypher.model.graph import Entity, EntityKind, Mention, Span
from cypher.model.ids import alias_key, content_id
from ingest.extraction.mentions.bodies.ministries import States
from ingest.extraction.mentions.bodies.seats import seated_body
from ingest.extraction.mentions.bodies.ships import country_of_ship
from ingest.extraction.mentions.offices import Office, find_offices
from ingest.extraction.mentions.times.publication import Publication
from ingest.extraction.parse import ParsedDocument
from ingest.extraction.syntax.sentence import Name, Parse
from ingest.knowledge import Sense, load_knowledge
from ingest.resolution.coreference import History
from ingest.resolution.linking import WHOLE_COUNTRIES, Linker, Named, countries_by_name

_PLAYED, _SHARE_PLAYED = 3, 0.3
"""Least number and share of sentences with words of play in a document about sport."""

_PLACED = frozenset({Sense.CAPITAL, Sense.SEAT})


class Odds(NamedTuple):
    """Log-odds that a document and one of its sentences tell acts of states.

    `alone` means that the document has no other sentence; `countries` that it names no party but countries.
    """

    document: float
    sentence: float
    alone: bool
    countries: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """A parsed sentence, its offices by token, and the entity of each name."""

    parse: Parse
    offices: Mapping[int, Office]
    entities: Mapping[Name, Entity]


@dataclass(slots=True)
class Story:
    """A document during extraction: its linked entities, their mentions, and who was named most recently."""

    parsed: ParsedDocument
    linker: Linker
    scenes: tuple[Scene, ...] = ()
    history: History = field(default_factory=History)
    mentions: dict[tuple[str, int, int], Mention] = field(default_factory=dict)
    references: dict[tuple[str, int], Entity] = field(default_factory=dict)
    """The entities of pronouns and descriptions, by sentence id and token."""

    sporting: bool = False
    """Whether the document is about sport."""

    odds: Mapping[str, Odds] | None = None
    """The odds that a sentence tells acts of states, by its id; None before the first event."""

    @property
    def publication(self) -> Publication | None:
        """When the document was published, as far as it is known."""
        return Publication.of(self.parsed.document)

    def mention(self, parse: Parse, entity: Entity, span: Span, reason: str) -> None:
        """Record a mention of an entity at a span; the first reason given for a span is kept."""
        self.linker.entities.setdefault(entity.id, entity)
        key = (entity.id, span.start, span.end)
        self.mentions.setdefault(key, Mention(entity.id, parse.record.id, span, parse.text(span), reason))

    def group(self, text: str, concept: str, country: str | None) -> Entity:
        """Return the entity of an unnamed group.

        The entity is shared between documents if its country is known or a name describes it ("negara
        Muslim"); otherwise it belongs to this document only.
        """
        described = " " in text and not text.islower()
        scope = country or ("" if described else self.parsed.document.id)
        label = concept if country else alias_key(text)
        entity = Entity(
            content_id("actor", "group", label, scope),
            text,
            EntityKind.GROUP,
            country,
            concept=concept,
        )
        return self.linker.entities.setdefault(entity.id, entity)


def open_story(parsed: ParsedDocument) -> Story:
    """Link all names of a document and create its scenes."""
    offices = [tuple(find_offices(parse)) for parse in parsed.sentences]
    introduced = countries_by_name(_introductions(offices))
    states = States(parsed.language.people.home)
    named: dict[int, Named] = {}
    for parse in parsed.sentences:
        own = {id(name): _named(name, parse, introduced, states) for name in parse.names}
        named |= own
        states.note(parse, {item.text: item.country for item in own.values()})
    linker = Linker(tuple(named.values()))
    story = Story(parsed, linker)
    scenes = []
    for parse, found in zip(parsed.sentences, offices, strict=True):
        entities = {name: linker.link(named[id(name)]) for name in parse.names}
        _link_abbreviations(parse, entities, linker)
        entities |= _bodies_seated(parse, linker)
        for name, entity in entities.items():
            if not (_is_adjective(parse, name) or _is_currency(parse, name)):
                _mention_name(story, parse, name, entity)
        scenes.append(Scene(parse, _by_token(found), entities))
    story.scenes = tuple(scenes)
    story.sporting = _is_about_sport(parsed)
    return story


def _bodies_seated(parse: Parse, linker: Linker) -> dict[Name, Entity]:
    """Return the bodies for which the names of cities stand in a sentence."""
    found = ((name, seated_body(parse, name)) for name in parse.names)
    return {name: linker.known(load_knowledge().entities[body]) for name, body in found if body}


def _is_about_sport(parsed: ParsedDocument) -> bool:
    """Return whether words of play stand in many sentences of a document."""
    words = parsed.language.groups["sport"]
    played = sum(not words.isdisjoint(parse.lower) for parse in parsed.sentences)
    return played >= _PLAYED and played >= _SHARE_PLAYED * len(parsed.sentences)


def _introductions(offices: list[tuple[Office, ...]]) -> Iterator[tuple[str, str]]:
    for office in (item for found in offices for item in found):
        country = _country_of(office.body) if office.body else None
        if office.person is not None and country is not None:
            yield office.person.text, country


def _country_of(name: Name) -> str | None:
    if name.known is None:
        return None
    return name.known.id if name.known.kind is EntityKind.COUNTRY else name.known.country


def _named(name: Name, parse: Parse, introduced: Mapping[str, str], states: States) -> Named:
    country, implied = None, False
    if name.known is None and name.kind is not EntityKind.PERSON:
        inner = next(
            (other for other in parse.names if other is not name and name.span.covers(other.span)), None
        )
        country = _country_of(inner) if inner else None
        if inner is None and name.kind is EntityKind.GOVERNMENT_BODY:
            country, implied = country_of_ship(name.text) or states.of_body(parse, name), True
    elif name.known is None:
        country = introduced.get(alias_key(name.text))
    return Named(name.text, name.kind, name.known, name.sense, country, implied=implied)


def _link_abbreviations(parse: Parse, entities: dict[Name, Entity], linker: Linker) -> None:
    """Link a name in brackets to the name before it: "Organisasi Kerja Sama Islam (OKI)"."""
    for long, short in zip(parse.names, parse.names[1:], strict=False):
        bracketed = short.start == long.end + 1 and parse.words[long.end] == "("
        closed = short.end < len(parse) and parse.words[short.end] == ")"
        if not (bracketed and closed and short.text.isupper()) or long.kind is EntityKind.COUNTRY:
            continue
        known, other = (long, short) if entities[long].id in linker.reasons else (short, long)
        if entities[other].id not in linker.reasons:
            linker.abbreviate(_plain(other), entities[known])
            entities[other] = entities[known]


def _plain(name: Name) -> Named:
    return Named(name.text, name.kind)


def _mention_name(story: Story, parse: Parse, name: Name, entity: Entity) -> None:
    knowledge = story.linker.reasons.get(entity.id)
    reason = f"“{name.text}” is a name of {entity.name}" if knowledge else "named in the text"
    if name.sense is Sense.DEMONYM:
        reason = f"“{name.text}” stands for {entity.name}: demonym"
    if name.sense in _PLACED and entity.kind is EntityKind.COUNTRY:
        what = "capital" if name.sense is Sense.CAPITAL else "seat of the government"
        reason = f"“{name.text}” stands for {entity.name}: {what}"
        is_body = name.sense is Sense.SEAT and not _is_visited(parse, name)
        kind = EntityKind.GOVERNMENT_BODY if is_body else EntityKind.PLACE
        if name.sense is Sense.SEAT or _is_placed(parse, name):
            own_id = content_id("actor", kind.value, alias_key(name.text), entity.id)
            own = Entity(own_id, name.text, kind, entity.id)
            story.mention(parse, own, name.span, f"{what} of {entity.name}")
    story.mention(parse, entity, name.span, reason)
    if entity.id in WHOLE_COUNTRIES and entity.country:
        country = story.linker.known(load_knowledge().entities[entity.country])
        story.mention(parse, country, name.span, f"“{name.text}” is part of {country.name}")


def own_place(story: Story, name: Name, country: Entity) -> Entity | None:
    """Return the city of a name that stands for a country, if it is also used as a place: "di Kabul"."""
    own_id = content_id("actor", EntityKind.PLACE.value, alias_key(name.text), country.id)
    return story.linker.entities.get(own_id)


def _is_visited(parse: Parse, name: Name) -> bool:
    """Return whether a seat of government is meant as a building: "di Kremlin"."""
    return name.start > 0 and parse.lower[name.start - 1] in parse.language.people.placing


def _is_placed(parse: Parse, name: Name) -> bool:
    """Return whether a capital is meant as a place: "di Kabul", "in London and Kabul".

    In "Kabul mengatakan" it stands for the country.
    """
    people, before = parse.language.people, name.start - 1
    while before >= 0 and (_joins_names(parse, before) or _only_points(parse, before)):
        before -= 1
    if before < 0:
        return False
    if _is_governed(parse, name) or _dates_address(parse, name):
        return True
    word = parse.lower[before]
    noun = word in people.territories or word in people.place_words
    return word in people.place_markers or (noun and parse.language.grammar.head_first)


def _is_governed(parse: Parse, name: Name) -> bool:
    """Return whether a governor's or mayor's title stands right before a capital: "gubernur DKI Jakarta"."""
    head_first, before = parse.language.grammar.head_first, parse.lower[max(0, name.start - 2) : name.start]
    offices = parse.language.people.offices
    titles = {offices.get(before[-1]), offices.get(" ".join(before))} if before else set()
    return head_first and not titles.isdisjoint({"governor", "mayor"})


def _dates_address(parse: Parse, name: Name) -> bool:
    """Return whether a capital closes an address, before a day: "kompleks parlemen, Jakarta, Selasa"."""
    if not name.start or parse.lower[name.start - 1] != "," or name.end + 1 >= len(parse):
        return False
    days = parse.language.dates["weekdays"]
    return parse.lower[name.end] in {",", "("} and parse.lower[name.end + 1] in days


def _only_points(parse: Parse, index: int) -> bool:
    """Return whether a word is a direction that may stand inside a phrase: "in north Mogadishu"."""
    word, people = parse.lower[index], parse.language.people
    return word in people.directions and word not in people.place_markers


def _joins_names(parse: Parse, index: int) -> bool:
    """Return whether a word belongs to a list of places: a name, or a comma or conjunction after one."""
    if index in parse.name_at:
        return parse.name_at[index].kind in (EntityKind.PLACE, EntityKind.COUNTRY)
    between = parse.lower[index] == "," or parse.is_word(index, "conjunctions")
    return between and index > 0 and (index - 1 in parse.name_at or parse.lower[index - 1] == ",")


def _is_adjective(parse: Parse, name: Name) -> bool:
    """Return whether the name of a region only describes a noun.

    In "negara-negara Afrika" it does; "Asia Tengah" is a place.
    """
    region = name.known is not None and name.kind is EntityKind.PLACE and name.known.country is None
    region = region and name.end - name.start == 1
    before = parse.words[name.start - 1] if name.start else ""
    lower_noun = before[:1].islower() and parse.tags[name.start - 1] == "NOUN" if name.start else False
    is_water = name.text.lower().split()[0] in parse.language.people.place_words  # "pelabuhan Laut Hitam"
    return region and parse.language.grammar.head_first and not is_water and (lower_noun or before.isupper())


def _is_currency(parse: Parse, name: Name) -> bool:
    """Return whether a country's name describes a currency: "200 dolar AS"."""
    return name.start > 0 and parse.lower[name.start - 1] in parse.language.people.currencies


def _by_token(offices: tuple[Office, ...]) -> dict[int, Office]:
    return {index: office for office in offices for index in range(office.first, office.last)}
