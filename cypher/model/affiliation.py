"""Whose act it is: the state or body that an entity acts for, as far as its kind and country tell.

What an entity acts for is the id of another entity, or its own id. A state body, an official or a soldier
acts for the state. People of a state act for its people, not for the state. Armed groups and organisations
act for themselves. Terms of office and other knowledge come before this rule (`ingest.loading.bodies`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from cypher.model.graph import EntityKind
from cypher.model.ids import content_id

CITIZENS = "citizens"
"""The concept of the group that stands for all people of a state."""

OFFICIAL = (
    *("aircraft", "court", "forces", "infrastructure", "junta", "lawmakers", "leaders", "ministries"),
    *("officials", "police", "ships", "soldiers", "states"),
    *("ambassador", "cabinet minister", "chancellor", "commander", "defence minister", "deputy ambassador"),
    *("deputy foreign minister", "deputy prime minister", "envoy", "foreign minister", "governor"),
    *("interior minister", "judge", "lawmaker", "leader", "mayor", "minister", "monarch", "negotiator"),
    *("official", "president", "prime minister", "secretary of state", "speaker", "spokesperson"),
    *("supreme leader", "vice president"),
)
"""Concepts of groups, and of office holders without a name, that act for their state."""

ARMED = ("attackers", "rebels")
"""Concepts of groups that act only for themselves."""

_STANDS_FOR_STATE = frozenset({EntityKind.GOVERNMENT_BODY, EntityKind.PLACE})


def group_id(concept: str, country: str) -> str:
    """Return the id of the unnamed group of a concept, such as "forces", and a country."""
    return content_id("actor", "group", concept, country)


def people_of(country: str) -> str:
    """Return the id of the people of a state."""
    return group_id(CITIZENS, country)


def usual_affiliation(entity: str, kind: EntityKind, country: str | None) -> str | None:
    """Return what an entity acts for by its kind and country; None if it acts for itself.

    A group of any concept that is neither `OFFICIAL` nor `ARMED` acts for the people of its country. A person
    acts for a state only by an office, of which this rule knows nothing.
    """
    if kind is EntityKind.COUNTRY or country is None:
        return None
    if kind in _STANDS_FOR_STATE:
        return country
    body = _of_group(entity, country) if kind is EntityKind.GROUP else None
    return None if body == entity else body


def _of_group(group: str, country: str) -> str | None:
    chosen = _concept_ids(country).get(group, CITIZENS)
    if chosen in ARMED:
        return None
    return country if chosen in OFFICIAL else people_of(country)


@cache
def _concept_ids(country: str) -> Mapping[str, str]:
    """The concepts of the groups of a country, by the ids of the groups: a graph has no concepts."""
    return {group_id(concept, country): concept for concept in (*OFFICIAL, *ARMED)}
