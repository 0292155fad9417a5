"""The items of sources on disk: those that wait for the graph, and the keys of all that were found.

An item is written with its document while it waits. Once its document is in the graph, or it was skipped,
only its keys, title and reason are kept.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cypher.sources.store import LOADED, SKIPPED, WAITING, Store
from ingest.documents import Incoming
from ingest.following import corrections, item_rows, known_items
from ingest.following.fetched import Fetched, Version


@dataclass(frozen=True, slots=True)
class Waiting:
    """An item that waits for the graph, with the grade of its source."""

    item: int
    incoming: Incoming
    grade: str | None


def knows(store: Store, source: str, keys: Sequence[str]) -> bool:
    """Whether an item with one of these keys was found before."""
    with store.reading() as database:
        return known_items.by_keys(database, source, keys) is not None


def holds(store: Store, source: str, fetched: Fetched) -> bool:
    """Whether an item was found before, by its keys or by a name of it."""
    with store.reading() as database:
        return known_items.find(database, source, fetched) is not None


def corrects(store: Store, source: str, keys: Sequence[str], version: Version) -> bool:
    """Whether this is a later version of an item of the source with one of these keys."""
    with store.reading() as database:
        known = known_items.by_keys(database, source, keys)
        return known is not None and corrections.is_later(database, source, known, version)


def put(database: sqlite3.Connection, source: str, items: Iterable[Fetched]) -> int:
    """Queue the items that are not known, within a transaction; return how many these are.

    Later versions of known items are queued, too.
    """
    return sum(_put(database, source, each) for each in items)


def _put(database: sqlite3.Connection, source: str, fetched: Fetched) -> bool:
    known = known_items.find(database, source, fetched)
    if known is not None:
        corrections.correct(database, source, known.item, fetched, is_named=known.is_named)
        known_items.keep(database, source, fetched, known.item)
        return False
    updated = fetched.version.updated if fetched.version else None
    item = item_rows.insert(database, source, fetched.found, updated=updated)
    known_items.keep(database, source, fetched, item)
    return True


def waiting(store: Store, most: int) -> list[Waiting]:
    """Return the first items that wait for the graph."""
    with store.reading() as database:
        rows = database.execute(
            "SELECT id, body, source.grade AS grade FROM item JOIN source ON source.name = item.source "
            "WHERE state = ? ORDER BY id LIMIT ?",
            [WAITING, most],
        )
        return [Waiting(row["id"], item_rows.incoming_of(row["body"]), row["grade"]) for row in rows]


def finish(store: Store, loaded: Iterable[Waiting], skipped: Iterable[tuple[Waiting, str, str]]) -> None:
    """Mark items whose documents are in the graph, and items that cannot be used, with reason and hint.

    An item that was corrected since it was read with `waiting` waits on with its new version.
    """
    now = time.time()
    with store.writing() as database:
        for each in loaded:
            _mark(database, each, {"state": LOADED, "grade": each.grade or "", "done_at": now})
        for each, reason, hint in skipped:
            _mark(database, each, {"state": SKIPPED, "reason": reason, "hint": hint, "done_at": now})


def _mark(database: sqlite3.Connection, waiting: Waiting, values: item_rows.Row) -> None:
    if item_rows.says(database, waiting.item, waiting.incoming.document):
        item_rows.change(database, waiting.item, {**values, "body": None})
