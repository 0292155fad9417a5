"""Which item of a source was fetched again: by its keys, or by a name that the source gives it.

A key says what an item is, and stays with it. A name, such as the path of a file, may be given to something
else later: an item that only a name leads to is the same one unless title and text are wholly different. The
name then belongs to the new item.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from cypher.sources.store import SKIPPED
from ingest.documents import Incoming
from ingest.following.alike import are_alike, sample_of
from ingest.following.fetched import Fetched
from ingest.following.identity import EVERYWHERE


@dataclass(frozen=True, slots=True)
class Known:
    """An item that was found before; `is_named` if a name leads to it."""

    item: int
    is_named: bool = False


def find(database: sqlite3.Connection, source: str, fetched: Fetched) -> Known | None:
    """Return the item that was fetched again, None if it is new."""
    known = by_keys(database, source, fetched.keys)
    if isinstance(fetched.found, Incoming):
        for name in fetched.names:
            holder = _holder(database, source, name)
            if holder is not None and (
                holder["id"] == known or (known is None and _is_same(holder, fetched.found))
            ):
                return Known(holder["id"], is_named=True)
    return None if known is None else Known(known)


def by_keys(database: sqlite3.Connection, source: str, keys: Sequence[str]) -> int | None:
    """Return the item with the first of these keys that is known, None if none is."""
    for key in keys:
        row = database.execute(
            "SELECT item FROM key WHERE scope = ? AND key = ?", [_scope(source, key), key]
        ).fetchone()
        if row is not None:
            return int(row["item"])
    return None


def keep(database: sqlite3.Connection, source: str, fetched: Fetched, item: int) -> None:
    """Let keys and names lead to an item: keys that are not known, and all names."""
    database.executemany(
        "INSERT OR IGNORE INTO key (scope, key, item) VALUES (?, ?, ?)",
        [(_scope(source, key), key, item) for key in fetched.keys],
    )
    if isinstance(fetched.found, Incoming):
        database.executemany(
            "INSERT OR REPLACE INTO key (scope, key, item) VALUES (?, ?, ?)",
            [(source, name, item) for name in fetched.names],
        )


def _holder(database: sqlite3.Connection, source: str, name: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = database.execute(
        "SELECT id, title, sample FROM item WHERE id = (SELECT item FROM key WHERE scope = ? AND key = ?) "
        "AND state <> ?",
        [source, name, SKIPPED],
    ).fetchone()
    return row


def _is_same(holder: sqlite3.Row, found: Incoming) -> bool:
    document = found.document
    return are_alike(holder["title"], holder["sample"], document.title, sample_of(document.text))


def _scope(source: str, key: str) -> str:
    return "" if key.startswith(EVERYWHERE) else source
