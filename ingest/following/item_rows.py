"""Items of sources as rows of the table on disk."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Mapping
from dataclasses import asdict

from cypher.model.graph import DatePrecision, Document
from cypher.sources.store import SKIPPED, WAITING
from ingest.documents import Incoming, Skipped
from ingest.documents.formats.feed import TEASER
from ingest.documents.records import Remark
from ingest.following.alike import sample_of

Row = Mapping[str, str | float | bytes | None]


def insert(database: sqlite3.Connection, source: str, found: Incoming | Skipped, **more: str | None) -> int:
    """Write a new item with the columns `more`; return its number."""
    row = {"source": source, "origin": found.origin, "found_at": time.time(), **columns_of(found), **more}
    names, marks = ", ".join(row), ", ".join(f":{each}" for each in row)
    written = database.execute(f"INSERT INTO item ({names}) VALUES ({marks})", row)  # noqa: S608 - own names
    assert written.lastrowid is not None  # noqa: S101 - SQLite gives one to each row
    return written.lastrowid


def change(database: sqlite3.Connection, item: int, values: Row) -> None:
    """Set columns of an item."""
    setting = ", ".join(f"{each} = :{each}" for each in values)
    database.execute(f"UPDATE item SET {setting} WHERE id = :item", {**values, "item": item})  # noqa: S608 - own names


def says(database: sqlite3.Connection, item: int, document: Document) -> bool:
    """Whether an item has the title and the text of a document."""
    asked = [item, document.title, document.content_hash]
    alike = "SELECT 1 FROM item WHERE id = ? AND title IS ? AND content = ?"
    return database.execute(alike, asked).fetchone() is not None


def columns_of(found: Incoming | Skipped) -> Row:
    """Return the columns that differ between what waits and what cannot be used."""
    if isinstance(found, Skipped):
        return {"state": SKIPPED, "reason": found.reason, "hint": found.hint, "done_at": time.time()}
    document = found.document
    return {
        "state": WAITING,
        "title": document.title,
        "document": document.id,
        "content": document.content_hash,
        "body": json.dumps(asdict(found), ensure_ascii=False),
        **measures_of(found),
    }


def measures_of(found: Incoming) -> Row:
    """Return the columns by which versions of an article are compared once its text is in the graph."""
    text = found.document.text
    return {"length": len(text), "teaser": TEASER in found.remarks, "sample": sample_of(text)}


def incoming_of(body: str) -> Incoming:
    """Return what waits, of the column `body`."""
    row = json.loads(body)
    document = Document(
        **{**row["document"], "published_precision": DatePrecision(row["document"]["published_precision"])}
    )
    return Incoming(document, row["origin"], row["given_id"], tuple(map(Remark, row["remarks"])))
