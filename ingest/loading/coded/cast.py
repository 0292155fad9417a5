"""The parties of coded events as entities of the graph, and the states and bodies for which they act."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TypeAlias

from cypher.model.affiliation import people_of
from cypher.model.blocs import blocs_ever
from cypher.model.graph import Entity, EntityKind
from ingest.datasets.coded import CodedParty
from ingest.knowledge import load_knowledge
from ingest.loading.bodies import affiliation, known_entities, usual_body
from ingest.resolution.collectives import CountsFor, collective, state

Resolve: TypeAlias = Callable[[CodedParty], Entity | None]
"""Gives the entity that a party of a data set is, None if it cannot be told."""

_REMEMBERED = 4000
"""How many results are remembered: data sets name the same parties again and again."""


class Cast:
    """Resolves parties, and says whom each acts for on the day of an event."""

    def __init__(self, resolve: Resolve) -> None:
        self.entity: Resolve = lru_cache(_REMEMBERED)(resolve)

    def entities(self, parties: Iterable[CodedParty]) -> tuple[Entity, ...]:
        """Return the entities of those parties that can be told, each once."""
        found = (self.entity(party) for party in parties)
        return tuple({each.id: each for each in found if each is not None}.values())


def acts_for(entity: Entity, days: tuple[str, str]) -> str:
    """Return the id of what a party acts for from the first to the last of these days (ISO).

    A term of office on these days counts first, then what the data set says of the party (its `acts_for`).
    """
    return _body(entity, days if load_knowledge().terms(entity.id) else ())


@lru_cache(_REMEMBERED)
def _body(entity: Entity, days: tuple[str, ...]) -> str:
    return affiliation(entity, days, _offices(entity))


def _offices(entity: Entity) -> Mapping[str, str]:
    return {entity.id: entity.acts_for} if entity.acts_for else {}


def place_of(country: str) -> Entity | None:
    """Return a country by its ISO 3166-1 alpha-3 code, None if there is none."""
    known = load_knowledge().entities.get(country)
    return state(country) if known is not None and known.kind is EntityKind.COUNTRY else None


@lru_cache(_REMEMBERED)
def with_bodies(parties: tuple[Entity, ...], bodies: tuple[str, ...]) -> tuple[Entity, ...]:
    """Return parties with what they usually act for, and those for which they act now (ids).

    The blocs of all states among them are added.
    """
    own = {each.id: replace(each, acts_for=usual_body(each, _offices(each))) for each in parties}
    peoples = {people_of(each.country): each.country for each in parties if each.country}
    needed = {*bodies, *(each.acts_for for each in own.values() if each.acts_for)} - own.keys()
    for body in sorted(needed & peoples.keys()):
        own[body] = collective(peoples[body], CountsFor.PEOPLE)
    needed |= {bloc for each in needed | own.keys() for bloc in blocs_ever(each)}
    return (*own.values(), *known_entities(needed - own.keys()))
