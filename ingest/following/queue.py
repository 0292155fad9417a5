"""The items of sources on disk: those that wait for the graph, and the keys of all that were found.

An item is written with its document while it waits. Once its document is in the graph, or it was skipped,
only its keys, title and reason are kept.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from cypher.model.graph import DatePrecision, Document
from cypher.sources.store import LOADED, SKIPPED, WAITING, Store
from ingest.documents import Incoming, Skipped
from ingest.documents.records import Remark
from ingest.following import corrections
from ingest.following.fetched import Fetched, Version
from ingest.following.identity import EVERYWHERE


@dataclass(frozen=True, slots=True)
class Waiting:
    """An item that waits for the graph, with the grade of its source."""

    item: int
    incoming: Incoming
    grade: str | None


def knows(store: Store, source: str, keys: Sequence[str]) -> bool:
    """Whether an item with one of these keys was found before."""
    with store.reading() as database:
        return _known(database, source, keys) is not None


def corrects(store: Store, source: str, keys: Sequence[str], version: Version) -> bool:
    """Whether this is a later version of an item of the source with one of these keys."""
    with store.reading() as database:
        known = _known(database, source, keys)
        return known is not None and corrections.is_later(database, source, known, version)


def put(database: sqlite3.Connection, source: str, items: Iterable[Fetched]) -> int:
    """Queue the items that are not known, within a transaction; return how many these are.

    Later versions of known items are queued, too.
    """
    return sum(_put(database, source, each) for each in items)


def _put(database: sqlite3.Connection, source: str, fetched: Fetched) -> bool:
    known = _known(database, source, fetched.keys)
    if known is not None:
        _correct(database, source, known, fetched)
        _name(database, source, fetched.keys, known)
        return False
    row = {
        "source": source,
        "origin": fetched.found.origin,
        "found_at": time.time(),
        "updated": fetched.version and fetched.version.updated,
        **_said(fetched.found),
    }
    names, marks = ", ".join(row), ", ".join(f":{each}" for each in row)
    written = database.execute(f"INSERT INTO item ({names}) VALUES ({marks})", row)  # noqa: S608 - own names
    assert written.lastrowid is not None  # noqa: S101 - SQLite gives one to each row
    _name(database, source, fetched.keys, written.lastrowid)
    return True


def _correct(database: sqlite3.Connection, source: str, item: int, fetched: Fetched) -> None:
    """Queue a later version of an item in the place of what it has."""
    version = fetched.version
    if version is None or isinstance(fetched.found, Skipped):
        return
    if corrections.is_later(database, source, item, version):
        incoming = corrections.of_item(database, item, fetched.found)
        if incoming is not None:
            changes = {"origin": incoming.origin, **_said(incoming)}
            setting = ", ".join(f"{each} = :{each}" for each in changes)
            database.execute(
                f"UPDATE item SET corrected = corrected + (state = :loaded), {setting} WHERE id = :id",  # noqa: S608 - own names
                {**changes, "loaded": LOADED, "id": item},
            )
    if version.updated:
        database.execute(
            "UPDATE item SET updated = max(coalesce(updated, ''), ?) WHERE id = ?", [version.updated, item]
        )


def _said(found: Incoming | Skipped) -> dict[str, str | float | None]:
    """Return the columns that differ between what waits and what cannot be used."""
    if isinstance(found, Skipped):
        return {"state": SKIPPED, "reason": found.reason, "hint": found.hint, "done_at": time.time()}
    document = found.document
    return {
        "state": WAITING,
        "title": document.title,
        "document": document.id,
        "content": document.content_hash,
        "body": _body(found),
    }


def _known(database: sqlite3.Connection, source: str, keys: Sequence[str]) -> int | None:
    for key in keys:
        row = database.execute(
            "SELECT item FROM key WHERE scope = ? AND key = ?", [_scope(source, key), key]
        ).fetchone()
        if row is not None:
            return int(row["item"])
    return None


def _name(database: sqlite3.Connection, source: str, keys: Sequence[str], item: int) -> None:
    database.executemany(
        "INSERT OR IGNORE INTO key (scope, key, item) VALUES (?, ?, ?)",
        [(_scope(source, key), key, item) for key in keys],
    )


def _scope(source: str, key: str) -> str:
    return "" if key.startswith(EVERYWHERE) else source


def waiting(store: Store, most: int) -> list[Waiting]:
    """Return the first items that wait for the graph."""
    with store.reading() as database:
        rows = database.execute(
            "SELECT id, body, source.grade AS grade FROM item JOIN source ON source.name = item.source "
            "WHERE state = ? ORDER BY id LIMIT ?",
            [WAITING, most],
        )
        return [Waiting(row["id"], _incoming(row["body"]), row["grade"]) for row in rows]


def finish(store: Store, loaded: Iterable[Waiting], skipped: Iterable[tuple[int, str, str]]) -> None:
    """Mark items whose documents are in the graph, and items that cannot be used, with reason and hint."""
    now = time.time()
    with store.writing() as database:
        database.executemany(
            "UPDATE item SET state = ?, body = NULL, grade = ?, done_at = ? WHERE id = ?",
            [(LOADED, each.grade or "", now, each.item) for each in loaded],
        )
        database.executemany(
            "UPDATE item SET state = ?, body = NULL, reason = ?, hint = ?, done_at = ? WHERE id = ?",
            [(SKIPPED, reason, hint, now, item) for item, reason, hint in skipped],
        )


def _body(incoming: Incoming) -> str:
    return json.dumps(asdict(incoming), ensure_ascii=False)


def _incoming(body: str) -> Incoming:
    row = json.loads(body)
    document = Document(
        **{**row["document"], "published_precision": DatePrecision(row["document"]["published_precision"])}
    )
    return Incoming(document, row["origin"], row["given_id"], tuple(map(Remark, row["remarks"])))
