"""Says for whom a query on two entities was really asked: at a level, for what they count for there.

The statements themselves do it (`parts/lifted_pair`, `parts/sides_of_pair`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from cypher.catalog.catalog import Statement, catalog
from cypher.model.graph import Level
from cypher.records.explore import CountedFor

_SIDES = ("first", "second")

Reading = Callable[..., Iterable[CountedFor]]
"""Runs the statement `explore/counts_for` with these parameters."""


@dataclass(frozen=True, slots=True)
class Lifted:
    """An entity that was asked about, and what the answer is about instead, by their names."""

    asked: str
    answered: str


def lifted(read: Reading, query: Statement, values: Mapping[str, object]) -> list[Lifted]:
    """Return the sides of a pair for which a query takes their state, body or bloc.

    `values` are the bound parameters. Empty for queries of analysts, and for others that do not ask about a
    pair at a level.
    """
    level = values.get("level", Level.ACTOR)
    names = {parameter.name for parameter in query.parameters}
    if level == Level.ACTOR or query.name not in catalog() or not names.issuperset(_SIDES):
        return []
    pair = list(dict.fromkeys(str(values[side]) for side in _SIDES))
    return [
        Lifted(row.name, row.meant_name)
        for row in read(entities=pair, level=level)
        if row.name and row.meant_name and row.meant not in (row.entity, row.shown)
    ]
