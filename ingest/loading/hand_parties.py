"""Finds the parties that an analyst names in a claim made by hand."""

from __future__ import annotations

from cypher.database import Database
from cypher.errors import UsageError
from cypher.model.graph import Entity, EntityKind
from cypher.model.ids import alias_key, content_id
from cypher.records.explore import FoundEntity, FullEntity, KeyedEntity
from ingest.knowledge import load_knowledge
from ingest.loading.collectives import state

NEW_KINDS = (
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
    EntityKind.ARMED_GROUP,
    EntityKind.GOVERNMENT_BODY,
)
"""The kinds of actors that may be new to the graph."""

_OFFERED = 5
_BEGINNINGS = (12, 8, 5, 4, 3)
_STATES = frozenset({EntityKind.COUNTRY})
_LONGEST_NAME = 120


def party(database: Database, named: str, new: EntityKind | None = None) -> Entity:
    """Return the entity with this id or name; the code of a state need not be in the graph.

    A name that nobody has becomes a new actor of the kind `new`. Raises `UsageError` if the name is unknown
    and no kind is given, if several entities have it, or if it is an unnamed group.
    """
    wanted = named.strip()
    entity = _by_id(database, wanted) or _by_name(database, wanted) or _state(wanted)
    if entity is None:
        return _new(database, wanted, new)
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
    if row.kind == EntityKind.COUNTRY:
        return state(row.id) if row.id in load_knowledge().entities else None
    acts_for = row.acts_for if row.acts_for != row.id else None
    return Entity(row.id, row.name, EntityKind(row.kind), row.country, acts_for=acts_for)


def _by_name(database: Database, wanted: str) -> Entity | None:
    key = alias_key(wanted)
    rows = database.rows(KeyedEntity, "explore/entities_by_key", keys=[key]) if key else []
    if len(rows) > 1:
        listed = "; ".join(f"{row.name} ({row.kind}, {row.id})" for row in rows)
        raise UsageError(f"{wanted!r} is the name of several: {listed}. Give the id of one.")
    return _by_id(database, rows[0].id) if rows else None


def _state(wanted: str) -> Entity | None:
    known = load_knowledge().entities.get(wanted)
    return state(wanted) if known is not None and known.kind in _STATES else None


def _new(database: Database, wanted: str, kind: EntityKind | None) -> Entity:
    key = alias_key(wanted)
    if not key or not wanted.isprintable() or len(wanted) > _LONGEST_NAME:
        raise UsageError(f"{wanted[:_LONGEST_NAME]!r} is no name of an actor.")
    if kind is not None:
        return Entity(content_id("actor", kind.value, key), wanted, kind)
    nearest = _nearest(database, key)
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
