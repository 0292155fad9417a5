"""Ways to read a `Table` in a test."""

from __future__ import annotations

from typing import Any

from cypher.database import Database, Table


def column(table: Table, *names: str) -> list[Any]:
    """The values of one column, or tuples of several."""
    rows = [tuple(record[name] for name in names) for record in table.records()]
    return [row[0] for row in rows] if len(names) == 1 else rows


def pairs(table: Table) -> set[tuple[str, str, str]]:
    """The ties of a graph result as (actor, recipient, sign)."""
    return {(row["actor"], row["recipient"], row["sign"]) for row in table.records()}


def tied(database: Database, level: str) -> set[str]:
    """The ties at a level in a small graph, each as "IRN USA conflict 2" with its number of claims."""
    ids = column(database.read("explore/newest_ties", level=level), "tie")
    drawn = database.read("explore/ties", ids=ids).records()
    return {f"{row['actor']} {row['recipient']} {row['sign']} {row['claims']}" for row in drawn}


def newest(
    database: Database, lens: str = "trusted", *, known_by: str | None = None, **asked: object
) -> Table:
    """The ties of actors that the newest claims are about, without their versions: of a small graph, all."""
    seen = {"lens": lens, "known_by": known_by}
    ids = column(
        database.read("explore/newest_ties", **seen, **{"limit": 500, "level": "actor", **asked}), "tie"
    )
    found = database.read("explore/ties", ids=ids, **seen)
    shown = tuple(name for name in found.columns if name != "version")
    return Table(shown, tuple(tuple(row[name] for name in shown) for row in found.records()))
