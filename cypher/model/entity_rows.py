"""The rows of the statements that load entities and their names: pure functions, one per statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from cypher.model.affiliation import people_of
from cypher.model.assertions import Row
from cypher.model.blocs import blocs_of_state
from cypher.model.graph import Entity, EntityKind
from cypher.model.ids import alias_key, content_id

Names: TypeAlias = Callable[[Entity], list[str]]
"""Gives the names of an entity in other languages than English, each as ``language:name``."""


def country_rows(entities: Iterable[Entity], names: Names) -> list[Row]:
    """Return the rows for ``load/merge_countries``."""
    found = {each.id: each for each in entities if each.kind is EntityKind.COUNTRY}
    return [
        {"id": each.id, "name": each.name, "names": names(each), "people": people_of(each.id)}
        | blocs_of_state(each.id)
        for each in found.values()
    ]


def actor_rows(entities: Iterable[Entity], names: Names) -> list[Row]:
    """Return the rows for ``load/merge_actors``.

    An entity may stand there several times. If only some state its country, or what it acts for, it is kept.
    """
    rows: dict[str, Row] = {}
    for entity in (each for each in entities if each.kind is not EntityKind.COUNTRY):
        known = rows.get(entity.id, {})
        rows[entity.id] = {
            "id": entity.id,
            "name": entity.name,
            "names": names(entity),
            "kind": entity.kind.value,
            "country": entity.country or known.get("country"),
            "acts_for": entity.acts_for or known.get("acts_for"),
        }
    return list(rows.values())


def alias_rows(entities: Iterable[Entity], names: Names) -> list[Row]:
    """Return the rows for ``load/merge_aliases``: each name of an entity with its key.

    A country's code is one of its aliases.
    """
    rows: dict[str, Row] = {}
    for entity in entities:
        code = (entity.id,) if entity.kind is EntityKind.COUNTRY else ()
        local = (named.partition(":")[2] for named in names(entity))
        for name in filter(None, (entity.name, *entity.aliases, *local, *code)):
            key = alias_key(name)
            if key:
                link = content_id("names", key, entity.id)
                rows.setdefault(link, {"id": link, "key": key, "text": name, "entity": entity.id})
    return list(rows.values())
