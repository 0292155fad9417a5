"""Says for whom the acts of an unnamed group count: its state, its forces, its armed groups or its people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from cypher.model.graph import Entity, EntityKind
from cypher.model.ids import content_id
from ingest.knowledge import load_knowledge
from ingest.knowledge.tables import rows


class CountsFor(StrEnum):
    """For whom the acts of a group's members count. `HELD` are people whose owner may be their captor."""

    STATE = "state"
    FORCES = "forces"
    EQUIPMENT = "equipment"
    ARMED_GROUPS = "armed groups"
    PEOPLE = "people"
    HELD = "held"


_COLLECTIVES: Mapping[CountsFor, tuple[str, str]] = {
    CountsFor.FORCES: ("forces", "forces"),
    CountsFor.EQUIPMENT: ("forces", "forces"),
    CountsFor.ARMED_GROUPS: ("rebels", "armed groups"),
    CountsFor.PEOPLE: ("citizens", "people"),
    CountsFor.HELD: ("citizens", "people"),
}
"""The concept and the English name of the collective that stands for a kind of group."""

_WITH_ARTICLE = re.compile(
    r"(United|Central African|Dominican|Democratic|Czech) |.* (Islands|Republic)$"
    r"|(Netherlands|Philippines|Maldives|Bahamas|Gambia|Comoros)$"
)


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
    return Entity(country, load_knowledge().entities[country].name, EntityKind.COUNTRY)


def collective(country: str, kind: CountsFor) -> Entity:
    """Return who counts for a group of a country: the state itself, or "people of Palestine".

    Such a collective has one id and one name, so that groups of many texts share it.
    """
    if kind is CountsFor.STATE:
        return state(country)
    concept, called = _COLLECTIVES[kind]
    name = load_knowledge().entities[country].name
    article = "the " if _WITH_ARTICLE.match(name) else ""
    return Entity(
        content_id("actor", "group", concept, country),
        f"{called} of {article}{name}",
        EntityKind.GROUP,
        country,
        concept=concept,
    )
