"""Says for whom a query on two entities was really asked: above the level of actors, for what they act for.

The statements themselves do it (`parts/lifted_pair`, `parts/sides_of_pair`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cypher.catalog.catalog import Statement, catalog
from cypher.database import Database
from cypher.model.blocs import bloc_of
from cypher.model.graph import Level
from cypher.records.explore import FullEntity

_SIDES = ("first", "second")


@dataclass(frozen=True, slots=True)
class Lifted:
    """An entity that was asked about, and what the answer is about instead, by their names."""

    asked: str
    answered: str


def lifted(database: Database, query: Statement, values: Mapping[str, object]) -> list[Lifted]:
    """Return the sides of a pair for which a query takes their state, body or bloc.

    `values` are the bound parameters. Empty for queries of analysts, and for others that do not ask about a
    pair at a level.
    """
    level = values.get("level", Level.ACTOR)
    names = {parameter.name for parameter in query.parameters}
    if level == Level.ACTOR or query.name not in catalog() or not names.issuperset(_SIDES):
        return []
    return list(_raised(database, [str(values[side]) for side in _SIDES], str(level)))


def _raised(database: Database, ids: list[str], level: str) -> Iterator[Lifted]:
    for each in dict.fromkeys(ids):
        asked = _entity(database, each)
        body = asked.acts_for if asked else each
        above = bloc_of(body, None) if level == Level.BLOC else body
        answered = _entity(database, above) if asked and above != each else None
        if asked and answered:
            yield Lifted(asked.name, answered.name)


def _entity(database: Database, entity: str) -> FullEntity | None:
    return next(iter(database.rows(FullEntity, "explore/entity", entity=entity)), None)
