"""Removes sources, and puts them back with all that was known of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cypher.errors import UsageError
from cypher.sources.store import Store

_Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Removed:
    """A source with its items, their keys and its troubles, as rows of the tables."""

    source: _Row
    items: Sequence[_Row]
    keys: Sequence[_Row]
    troubles: Sequence[_Row]


def remove(store: Store, name: str) -> Removed:
    """Remove a source with all that is known of it; articles that were loaded stay in the graph.

    Returns what `put_back` needs. Raises `UsageError` if there is no such source.
    """
    with store.writing() as database:
        source = _rows(database, "SELECT * FROM source WHERE name = ?", name)
        if not source:
            raise UsageError(f"There is no source {name!r}. Choose one of the list.")
        removed = Removed(
            source[0],
            _rows(database, "SELECT * FROM item WHERE source = ? ORDER BY id", name),
            _rows(database, "SELECT key.* FROM key JOIN item ON item.id = key.item WHERE source = ?", name),
            _rows(database, "SELECT * FROM trouble WHERE source = ?", name),
        )
        database.execute("DELETE FROM source WHERE name = ?", [name])
    return removed


def put_back(store: Store, removed: Removed) -> None:
    """Put a source back as it was; raises `UsageError` if there is one of its name again."""
    name = removed.source["name"]
    with store.writing() as database:
        if database.execute("SELECT 1 FROM source WHERE name = ?", [name]).fetchone():
            raise UsageError(f"There is a source {name!r} again. Remove that one first.")
        _insert(database, "source", removed.source)
        moved = {row["id"]: _insert(database, "item", _without_id(row)) for row in removed.items}
        for row in removed.keys:
            _insert(database, "key", {**row, "item": moved[row["item"]]})
        for row in removed.troubles:
            _insert(database, "trouble", _without_id(row))


def _rows(database: sqlite3.Connection, statement: str, name: str) -> list[_Row]:
    return [dict(row) for row in database.execute(statement, [name])]


def _without_id(row: _Row) -> _Row:
    """Return a row without its id, which another row may have by now."""
    return {name: value for name, value in row.items() if name != "id"}


def _insert(database: sqlite3.Connection, table: str, row: _Row) -> int | None:
    """Insert a row, unless another source has its key by now; return its id."""
    names, marks = ", ".join(row), ", ".join(f":{each}" for each in row)
    return database.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", row).lastrowid  # noqa: S608
