"""The functions that the headers of statements name after ``:then``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cypher.analysis.adversaries import talkers_to_adversaries
from cypher.analysis.brokers import brokers_between_blocs
from cypher.analysis.rates import against_baseline
from cypher.analysis.sides import changed_sides, communities_over_time
from cypher.analysis.triads import balance, enemies_of_enemies, triangles
from cypher.analysis.values import Values
from cypher.bolt.table import Table

Step = Callable[[Table, Values], Table]
"""Computes a result from the rows of a statement and the values of its parameters."""

STEPS: Mapping[str, Step] = {
    "against_baseline": against_baseline,
    "balance": balance,
    "brokers_between_blocs": brokers_between_blocs,
    "changed_sides": changed_sides,
    "communities_over_time": communities_over_time,
    "enemies_of_enemies": enemies_of_enemies,
    "talkers_to_adversaries": talkers_to_adversaries,
    "triangles": triangles,
}
"""The functions by the names that headers use."""


def computed(then: str | None, table: Table, values: Values) -> Table:
    """Return the result that the function called `then` computes; `table` itself if there is none."""
    return STEPS[then](table, values) if then else table
