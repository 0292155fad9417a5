"""Ways to read a `Table` in a test."""

from __future__ import annotations

from typing import Any

from cypher.database import Table


def column(table: Table, *names: str) -> list[Any]:
    """The values of one column, or tuples of several."""
    rows = [tuple(record[name] for name in names) for record in table.records()]
    return [row[0] for row in rows] if len(names) == 1 else rows


def pairs(table: Table) -> set[tuple[str, str, str]]:
    """The ties of a graph result as (actor, recipient, sign)."""
    return {(row["actor"], row["recipient"], row["sign"]) for row in table.records()}
