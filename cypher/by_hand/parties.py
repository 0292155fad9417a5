"""Finds the parties that an analyst names in a claim made by hand."""

from __future__ import annotations

from typing import NoReturn

from cypher.by_hand.knowledge import Knowledge
from cypher.database import Database
from cypher.errors import UsageError
from cypher.model.graph import Entity, EntityKind
from cypher.model.ids import alias_key, content_id
from cypher.records.explore import FoundEntity, FullEntity, KeyedEntity

NEW_KINDS = (
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
    EntityKind.ARMED_GROUP,
    EntityKind.GOVERNMENT_BODY,
)
"""The kinds of actors that may be new to the graph."""

_OFFERED = 5
_BEGINNINGS = (12, 8, 5, 4, 3)
_LONGEST_NAME = 120


def party(
    database: Database, named: str, new: EntityKind | None = None, knowledge: Knowledge | None = None
) -> Entity:
    """Return the entity with this id or name; the code of a state that is known need not be in the graph.

    A name that nobody has becomes a new actor of the kind `new`. Raises `UsageError` if the name is unknown
    and no kind is given, if several entities have it, or if it is an unnamed group.
    """
    wanted = named.strip()
    state = (knowledge or Knowledge()).state
    entity = _by_id(database, wanted) or _by_name(database, wanted) or state(wanted)
    if entity is None:
        return new_actor(wanted, new) if new is not None else _unknown(database, wanted)
    if entity.kind in (EntityKind.GROUP, EntityKind.PLACE):
        raise UsageError(
            f"{entity.name} is {_SAID[entity.kind]}. Name the state or the body that acts, and tell the rest "
            "in a note."
        )
    return entity


_SAID = {EntityKind.GROUP: "a group without a name of its own", EntityKind.PLACE: "a place"}


def _by_id(database: Database, wanted: str) -> Entity | None:
    row = next(iter(database.rows(FullEntity, "explore/entity", entity=wanted)), None) if wanted else None
    if row is None:
        return None
    acts_for = row.acts_for if row.acts_for != row.id else None
    return Entity(row.id, row.name, EntityKind(row.kind), row.country, acts_for=acts_for)


def _by_name(database: Database, wanted: str) -> Entity | None:
    key = alias_key(wanted)
    rows = database.rows(KeyedEntity, "explore/entities_by_key", keys=[key]) if key else []
    if len(rows) > 1:
        listed = "; ".join(f"{row.name} ({row.kind}, {row.id})" for row in rows)
        raise UsageError(f"{wanted!r} is the name of several: {listed}. Give the id of one.")
    return _by_id(database, rows[0].id) if rows else None


def new_actor(name: str, kind: EntityKind) -> Entity:
    """Return an actor that the graph does not have. Raises `UsageError` if the name cannot be one."""
    key = _checked_key(name)
    return Entity(content_id("actor", kind.value, key), name, kind)


def _checked_key(name: str) -> str:
    key = alias_key(name)
    if not key or not name.isprintable() or len(name) > _LONGEST_NAME:
        raise UsageError(f"{name[:_LONGEST_NAME]!r} is no name of an actor.")
    return key


def _unknown(database: Database, wanted: str) -> NoReturn:
    """Say that nobody has this name, and which names are near."""
    nearest = _nearest(database, _checked_key(wanted))
    kinds = ", ".join(NEW_KINDS)
    if nearest:
        listed = ", ".join(nearest)
        raise UsageError(
            f"There is no actor {wanted!r}. Did you mean {listed}? For a new actor, give its kind with "
            f"--new: {kinds}. For a state that is not in the graph yet, give its code of three letters."
        )
    raise UsageError(
        f"There is no actor {wanted!r}. For a new actor, give its kind with --new: {kinds}. "
        "For a state that is not in the graph yet, give its code of three letters."
    )


def _nearest(database: Database, key: str) -> list[str]:
    """Return the names that begin like `key`, with their ids."""
    for length in _BEGINNINGS:
        rows = database.rows(FoundEntity, "explore/search_entities", text=key[:length], limit=_OFFERED)
        if rows:
            return [f"{row.name} ({row.id})" for row in rows]
    return []
