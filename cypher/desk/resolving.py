"""Finds the entities that a person or a program names instead of giving their ids."""

from __future__ import annotations

from collections.abc import Mapping

from cypher.catalog.catalog import Statement
from cypher.catalog.parameters import ParameterType
from cypher.database import Database
from cypher.desk.meanings import meanings_of
from cypher.errors import UsageError
from cypher.records.explore import FoundEntity

_SHOWN = 80
"""Characters of an unknown name that a message shows."""

_LISTED = 6
"""Candidates that a message lists."""


def resolved(database: Database, wanted: Statement, values: Mapping[str, object]) -> dict[str, object]:
    """Replace the names of entities in `values` by their ids.

    Several entities are a list, or one text with commas. Raises `UsageError` for a name that no entity has,
    or several.
    """
    kinds = {parameter.name: parameter.type for parameter in wanted.parameters}
    return {name: resolved_value(database, kinds.get(name), value) for name, value in values.items()}


def resolved_value(database: Database, kind: ParameterType | None, value: object) -> object:
    """Return the value of one parameter with the names of entities replaced by their ids, as `resolved`."""
    if kind is ParameterType.ENTITY and isinstance(value, str):
        return _entity_id(database, value)
    if kind is ParameterType.ENTITIES and isinstance(value, str | list | tuple):
        names = value.split(",") if isinstance(value, str) else [str(each) for each in value]
        return [_entity_id(database, name.strip()) for name in names]
    return value


def _entity_id(database: Database, text: str) -> str:
    if database.read("explore/entity", entity=text).rows:
        return text
    named = database.rows(FoundEntity, "explore/search_entities", text=text, lens="all")
    found = meanings_of(text, named)
    if found.exact and found.only:
        return found.only.id
    shown = text[:_SHOWN]
    listed = ", ".join(f"{each.name} ({each.id})" for each in found.candidates[:_LISTED])
    if found.exact:
        raise UsageError(f"{shown!r} can mean {listed}. Give the id of the one that you mean.")
    near = f" Did you mean {listed}? Give its id." if listed else ""
    raise UsageError(f"No entity in the graph is called {shown!r}.{near}")
