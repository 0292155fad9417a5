"""Keeps the results of fetches: new items, the memory of the source, and when it is fetched next."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Mapping, Sequence
from functools import partial

from cypher.sources.source import Source
from cypher.sources.store import Store
from ingest.following import queue
from ingest.following.fetched import Fetched, FetchError, Memory

LONGEST_PAUSE = 6 * 3600.0
"""The maximum seconds between two fetches of a source that fails again and again."""

_KEPT = 30
"""The number of different troubles of a source that are kept."""


def memory_of(store: Store, source: Source) -> Memory:
    """Return what a source remembers."""
    with store.reading() as database:
        row = database.execute("SELECT memory, last_at FROM source WHERE name = ?", [source.name]).fetchone()
    values = json.loads(row["memory"]) if row else {}
    return Memory(
        values,
        partial(queue.knows, store, source.name),
        partial(queue.corrects, store, source.name),
        partial(queue.holds, store, source.name),
        is_first=row is None or row["last_at"] is None,
    )


def keep(store: Store, source: Source, items: Sequence[Fetched]) -> int | None:
    """Queue items of a fetch that goes on; return how many are new, or None if the source was removed."""
    with store.writing() as database:
        if not _exists(database, source):
            return None
        return queue.put(database, source.name, items)


def succeed(store: Store, source: Source, new: int, memory: Memory) -> None:
    """Note that a fetch has come to its end and found `new` items."""
    now = time.time()
    with store.writing() as database:
        if not _exists(database, source):
            return
        _remember(database, source, memory.remembered)
        database.execute(
            "UPDATE source SET last_at = ?, last_new = ?, failures = 0, next_at = ? WHERE name = ?",
            [now, new, now + source.every, source.name],
        )
        for remark in memory.remarks:
            _note(database, source, remark, "", is_error=False)


def fail(store: Store, source: Source, error: FetchError) -> None:
    """Note why a fetch failed. The next one comes later with each failure, or when the source asks for it."""
    now = time.time()
    is_error = error.retry_after is None or error.status is not None  # or else its host asks for a pause
    with store.writing() as database:
        if not _exists(database, source):
            return
        (failures,) = database.execute("SELECT failures FROM source WHERE name = ?", [source.name]).fetchone()
        database.execute(
            "UPDATE source SET last_at = ?, last_new = 0, failures = ?, next_at = ?, ended = ? "
            "WHERE name = ?",
            [
                now,
                failures + is_error,
                now + pause_after(source, failures + 1, error),
                error.ended,
                source.name,
            ],
        )
        _note(database, source, error.reason, error.hint, is_error=is_error)


def pause_after(source: Source, failures: int, error: FetchError) -> float:
    """Return the seconds until the next fetch after so many failures in a row."""
    pause = max(source.every, min(source.every * 2.0 ** min(failures, 20), LONGEST_PAUSE))
    return pause if error.retry_after is None else max(source.every, error.retry_after)


def _exists(database: sqlite3.Connection, source: Source) -> bool:
    return database.execute("SELECT 1 FROM source WHERE name = ?", [source.name]).fetchone() is not None


def _remember(database: sqlite3.Connection, source: Source, values: Mapping[str, str | None]) -> None:
    if not values:
        return
    (known,) = database.execute("SELECT memory FROM source WHERE name = ?", [source.name]).fetchone()
    kept = {name: value for name, value in {**json.loads(known), **values}.items() if value is not None}
    database.execute("UPDATE source SET memory = ? WHERE name = ?", [json.dumps(kept), source.name])


def _note(database: sqlite3.Connection, source: Source, reason: str, hint: str, *, is_error: bool) -> None:
    now = time.time()
    database.execute(
        "INSERT INTO trouble (source, reason, hint, times, first_at, last_at, is_error) "
        "VALUES (?, ?, ?, 1, ?, ?, ?) ON CONFLICT (source, reason) DO UPDATE SET times = times + 1, "
        "last_at = excluded.last_at, hint = excluded.hint",
        [source.name, reason, hint, now, now, is_error],
    )
    database.execute(
        "DELETE FROM trouble WHERE source = ? AND id NOT IN "
        "(SELECT id FROM trouble WHERE source = ? ORDER BY last_at DESC LIMIT ?)",
        [source.name, source.name, _KEPT],
    )
