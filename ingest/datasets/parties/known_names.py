"""Looks names of data sets up in the knowledge base, as whole names and within a country."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cypher.model.graph import EntityKind
from ingest.knowledge import Alias, KnownEntity, Sense, load_knowledge

_ELSEWHERE = frozenset({EntityKind.PERSON, EntityKind.GOVERNMENT_BODY, EntityKind.PLACE})
"""Kinds that are somebody else if their country is another one."""

_MIDDLE = re.compile(r"^(\S+) (?:\S+ ){1,2}(\S+)$")
"""A full name with middle names or a patronymic: "Sergey Viktorovich Lavrov"."""


def known_name(name: str, country: str, *, is_leader: bool = False) -> KnownEntity | None:
    """Return the entity with this name, other than a country; None if there is none in this country.

    A person may be named with middle names, a party without that word. A single word names a person only of
    a stated country. A leader is known by the full name whatever the country: ICEWS counts the president of
    France, who is a prince of Andorra, as Andorran.
    """
    leader = next(_fitting(name, ""), None) if is_leader and " " in name else None
    if leader is not None and leader.kind is EntityKind.PERSON:
        return leader
    found = next(_fitting(name, country), None) or next(_fitting(f"{name} Party", country), None)
    middle = _MIDDLE.match(name) if found is None else None
    if middle is not None:
        shorter = next(_fitting(f"{middle[1]} {middle[2]}", country), None)
        return shorter if shorter is not None and shorter.kind is EntityKind.PERSON else None
    return found


def _fitting(name: str, country: str) -> Iterator[KnownEntity]:
    for entity, alias in load_knowledge().named(name):
        if entity.kind is EntityKind.COUNTRY or not _is_written_so(alias, name):
            continue
        if country and entity.country not in (country, None) and entity.kind in _ELSEWHERE:
            continue
        if entity.kind is EntityKind.PERSON and " " not in name and entity.country != (country or ""):
            continue
        yield entity


def _is_written_so(alias: Alias, name: str) -> bool:
    return alias.sense is not Sense.ABBREVIATION or alias.text == name


def known_body(names: tuple[str, ...], country: str) -> KnownEntity | None:
    """Return the body of a government with one of these names, such as "Foreign Ministry"."""
    knowledge = load_knowledge()
    for name in names:
        for alias in knowledge.entities[country].aliases:
            for text in (f"{alias.text} {name}", f"{name} of {alias.text}", f"{name} of the {alias.text}"):
                for entity, _ in knowledge.named(text):
                    if (entity.kind, entity.country) == (EntityKind.GOVERNMENT_BODY, country):
                        return entity
    return None


def known_member(name: str, country: str) -> KnownEntity | None:
    """Return the body, organisation or group of a country with this name: "Senate", "Likud"."""
    return next(
        (
            entity
            for entity, alias in load_knowledge().named(name)
            if entity.country == country
            and entity.kind not in (EntityKind.COUNTRY, EntityKind.PERSON, EntityKind.PLACE)
            and _is_written_so(alias, name)
        ),
        None,
    )


def country_meant(name: str) -> str | None:
    """Return the country that a name stands for in any sense: its people, its capital, a seat."""
    named = load_knowledge().named(name)
    return next(
        (each.id for each, alias in named if each.kind is EntityKind.COUNTRY and _is_written_so(alias, name)),
        None,
    )
