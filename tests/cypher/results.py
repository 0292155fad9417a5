"""Ways to read a `Table` in a test."""

from __future__ import annotations

from functools import partial
from typing import Any

from cypher.database import Database, Table
from cypher.desk.lifting import Reading
from cypher.records.explore import CountedFor


def column(table: Table, *names: str) -> list[Any]:
    """The values of one column, or tuples of several."""
    rows = [tuple(record[name] for name in names) for record in table.records()]
    return [row[0] for row in rows] if len(names) == 1 else rows


def pairs(table: Table) -> set[tuple[str, str, str]]:
    """The ties of a graph result as (actor, recipient, sign)."""
    return {(row["actor"], row["recipient"], row["sign"]) for row in table.records()}


def ties_of(database: Database, level: str) -> list[str]:
    """The ids of all ties of a level, whatever lens shows them."""
    found = database.read_text("MATCH (tie:Tie {level: $level}) RETURN tie.id AS tie", {"level": level})
    return sorted(column(found, "tie"))


def tied(database: Database, level: str) -> set[str]:
    """The ties at a level in a small graph, each as "IRN USA conflict 2" with its number of claims."""
    found = database.read("explore/ties", ids=ties_of(database, level)).records()
    return {f"{row['actor']} {row['recipient']} {row['sign']} {row['claims']}" for row in found}


def drawn(database: Database, lens: str = "trusted", *, known_by: str | None = None) -> Table:
    """All ties of actors that the lens shows, those with most voices first, without their versions."""
    found = database.read("explore/ties", ids=ties_of(database, "actor"), lens=lens, known_by=known_by)
    shown = tuple(name for name in found.columns if name != "version")
    return Table(shown, tuple(tuple(row[name] for name in shown) for row in found.records()))


def counting(database: Database) -> Reading:
    """What entities count for in this graph, for `cypher.desk.lifting`."""
    return partial(database.rows, CountedFor, "explore/counts_for")
