"""Finds the place of an event and uses places to infer the country of unnamed groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cypher.model.graph import EntityKind
from ingest.extraction.events.triggers import Trigger
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.groups import concept_of, country_of
from ingest.extraction.parties.party import Party
from ingest.extraction.scene import own_place
from ingest.extraction.syntax.phrases import child, conjuncts, oblique, obliques
from ingest.extraction.syntax.sentence import Name, Parse
from ingest.knowledge import load_knowledge

_PLACES = frozenset({EntityKind.PLACE, EntityKind.COUNTRY})
_LOCALS = frozenset(
    {"citizens", "court", "lawmakers", "opposition", "police", "protesters", "students", "workers"}
)
"""Concepts of groups that usually belong to the country they are in; troops, rebels and envoys may not."""
_TOWNS = frozenset({EntityKind.PLACE})
_VISITING = frozenset({"CONSULT"})
_STRIKING = frozenset({"ASSAULT", "PROTEST"})


def find_places(finder: PartyFinder, trigger: Trigger) -> Iterator[Party]:
    """Yield the cities and countries where the sentence places an event."""
    entities = finder.scene.entities
    for name in dict.fromkeys(_placed_names(finder.scene.parse, trigger)):
        for entity in (own_place(finder.story, name, entities[name]), entities[name]):
            if entity is not None:
                yield Party(entity, name.span, 0.9)


def _placed_names(parse: Parse, trigger: Trigger) -> Iterator[Name]:
    above = parse.heads[trigger.head]
    happens = parse.lower[above] in parse.language.lexicon.happenings
    for word in parse.words_in("place_prepositions"):
        for verb in (trigger.head, above) if happens else (trigger.head,):
            head = oblique(parse, verb, word)
            if head is not None:
                name = parse.name_at.get(head) or parse.name_at.get(head + 1)
                if name is not None and name.kind in _PLACES:
                    yield name


def is_only_where(parse: Parse, party: Party, trigger: Trigger, places: tuple[Party, ...]) -> bool:
    """Return whether a party is only the place of the event: a city after "in", or a sea or region.

    A known sea or region without a country cannot be acted on. Cities can be visited, and attacked. A country
    after "in" is the place of an attack that has no object: "struck in X", not "struck targets in X".
    """
    kind = party.entity.kind
    struck = trigger.sense.event_type in _STRIKING and child(parse, trigger.head, "object") is None
    acted_on = trigger.sense.event_type in _VISITING or kind not in (_PLACES if struck else _TOWNS)
    if not acted_on and any(_is_listed_with(parse, party, place) for place in places):
        return True
    region = party.entity.kind is EntityKind.PLACE and party.entity.country is None
    known = region and party.entity.id in load_knowledge().entities
    return known and trigger.sense.event_type not in _VISITING


def _is_listed_with(parse: Parse, party: Party, place: Party) -> bool:
    """Return whether a party is this place, or named in one list with it: "in X and Y"."""
    head = parse.head_of(place.span)
    listed = conjuncts(parse, head) if head is not None else ()
    return place.span.overlaps(party.span) or parse.head_of(party.span) in listed


def at_home(finder: PartyFinder, trigger: Trigger, party: Party, places: tuple[Party, ...]) -> Party:
    """Return an unnamed group with the country of the place it is in.

    Examples: "Residents of Callao", "students marched in Lima". The place of the event only counts for senses
    that are `local`: events in which people act in their own country.
    """
    if party.entity.kind is not EntityKind.GROUP or party.entity.country or not party.certainty:
        return party
    parse = finder.scene.parse
    head = parse.head_of(party.span)
    if head is None:
        return party
    concept = concept_of(parse, head)[2] or party.entity.name.lower()
    where = [finder.scene.entities[name] for name in _names_where(parse, head) if concept in _LOCALS]
    where += [place.entity for place in places if trigger.sense.local]
    country = next(filter(None, map(country_of, where)), None)
    if country is None:
        return party
    entity = finder.story.group(party.entity.name, concept, country)
    reason = f"“{entity.name}” are taken to be of where they are"
    finder.story.mention(parse, entity, party.span, reason)
    return replace(party, entity=entity, certainty=0.9 * party.certainty, reason=party.reason or reason)


def _names_where(parse: Parse, head: int) -> Iterator[Name]:
    """Yield the places that prepositions of place attach to a noun: "residents in northern Kosovo"."""
    placing = parse.language.grammar.words["place_prepositions"]
    names = (parse.name_at.get(noun) for word, noun in obliques(parse, head) if word in placing)
    yield from (name for name in names if name is not None and name.kind in _PLACES)
