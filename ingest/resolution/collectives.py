"""Says for whom the acts of an unnamed group count: its state, its forces, its armed groups or its people."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from cypher.model.graph import Entity, EntityKind
from cypher.model.ids import content_id
from ingest.knowledge import load_knowledge
from ingest.knowledge.shown import collective_names
from ingest.knowledge.tables import rows


class CountsFor(StrEnum):
    """For whom the acts of a group's members count. `HELD` are people whose owner may be their captor."""

    STATE = "state"
    FORCES = "forces"
    EQUIPMENT = "equipment"
    ARMED_GROUPS = "armed groups"
    PEOPLE = "people"
    HELD = "held"


_CONCEPTS: Mapping[CountsFor, str] = {
    CountsFor.FORCES: "forces",
    CountsFor.EQUIPMENT: "forces",
    CountsFor.ARMED_GROUPS: "rebels",
    CountsFor.PEOPLE: "citizens",
    CountsFor.HELD: "citizens",
}
"""The concept of the collective that stands for a kind of group."""


@cache
def _kinds() -> Mapping[str, CountsFor]:
    return {row["concept"]: CountsFor(row["counts_for"]) for row in rows("collectives.csv")}


def counts_for(concept: str | None) -> CountsFor:
    """Return for whom a group of this concept acts; a concept outside the table is of people."""
    return _kinds().get(concept or "", CountsFor.PEOPLE)


def acts_for_owner(concept: str | None) -> bool:
    """Return whether members of a group act for the body that is named beside them.

    "Taliban fighters" and "inspectors of the IAEA" do, "supporters of Hamas" do not.
    """
    return counts_for(concept) not in (CountsFor.PEOPLE, CountsFor.HELD)


def state(country: str) -> Entity:
    """Return the entity of a country, by its ISO 3166-1 alpha-3 code."""
    known = load_knowledge().entities[country]
    spellings = tuple(dict.fromkeys(alias.text for alias in known.aliases))
    return Entity(country, known.name, EntityKind.COUNTRY, country, spellings)


def collective(country: str, kind: CountsFor) -> Entity:
    """Return who counts for a group of a country: the state itself, or "people of Palestine".

    Such a collective has one id and one name, so that groups of many texts share it.
    """
    if kind is CountsFor.STATE:
        return state(country)
    concept = _CONCEPTS[kind]
    return Entity(
        content_id("actor", "group", concept, country),
        collective_names(concept, country)["en"],
        EntityKind.GROUP,
        country,
        concept=concept,
    )
