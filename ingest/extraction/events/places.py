"""Where it happened: the places that a sentence names beside an event or the verb that carries it."""

from __future__ import annotations

from collections.abc import Iterator

from cypher.model import EntityKind
from ingest.extraction.events.triggers import Trigger
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.party import Party
from ingest.extraction.scene import own_place
from ingest.extraction.syntax.phrases import oblique
from ingest.extraction.syntax.sentence import Name, Parse
from ingest.knowledge import load_knowledge

_PLACES = frozenset({EntityKind.PLACE, EntityKind.COUNTRY})
_VISITING = frozenset({"CONSULT"})


def find_places(finder: PartyFinder, trigger: Trigger) -> Iterator[Party]:
    """The city and the country where an event took place, as far as the sentence says so."""
    entities = finder.scene.entities
    for name in dict.fromkeys(_placed_names(finder.scene.parse, trigger)):
        for entity in (own_place(finder.story, name, entities[name]), entities[name]):
            if entity is not None:
                yield Party(entity, name.span, 0.9)


def _placed_names(parse: Parse, trigger: Trigger) -> Iterator[Name]:
    above = parse.heads[trigger.head]
    happens = parse.lower[above] in parse.language.lexicon.happenings
    for word in parse.language.grammar.words["place_prepositions"]:
        for verb in (trigger.head, above) if happens else (trigger.head,):
            head = oblique(parse, verb, word)
            if head is not None:
                name = parse.name_at.get(head) or parse.name_at.get(head + 1)
                if name is not None and name.kind in _PLACES:
                    yield name


def is_only_where(party: Party, trigger: Trigger) -> bool:
    """Whether a party is a known sea or region of no country, which can only be visited, not acted on."""
    region = party.entity.kind is EntityKind.PLACE and party.entity.country is None
    known = region and party.entity.id in load_knowledge().entities
    return known and trigger.sense.event_type not in _VISITING
