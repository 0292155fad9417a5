"""Articles that a source gives again with another text: which entries are corrections, and of which item.

An entry corrects the item of its own source that has one of its keys, if its title and text are new, or it
says that it was changed later than before. A text that the item has had before is no correction, so that an
entry which goes back and forth between two texts is not read in every round. A file says what it is now:
what is read under its name counts, also if it is an earlier text.

An item that could not be used is read once it comes with another text.

What is poorer never takes the place of what is richer: a text that is much shorter than the one before is
passed over, and counted as skipped.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from cypher.sources.store import LOADED, SKIPPED
from ingest.documents import Incoming, Skipped
from ingest.documents.formats.feed import TEASER
from ingest.following import item_rows
from ingest.following.fetched import Fetched, Version

_ABOUT = 0.8
"""A teaser that has at least this share of the length of a whole text may be a corrected short article."""

_MUCH = 0.5
"""Another text with less than this share of the length of the one before is poorer."""

_POORER = "is much shorter than the text that was read before, which stays"
_HINT = "If the article was withdrawn, reject its claims."


def is_later(
    database: sqlite3.Connection, source: str, item: int, version: Version, *, is_named: bool = False
) -> bool:
    """Whether this is a later version of an item of the source, which it may have found by a name."""
    row = database.execute("SELECT source, updated FROM item WHERE id = ?", [item]).fetchone()
    if row["source"] != source:
        return False
    if version.is_now and is_named:
        return True
    if version.updated and row["updated"] and version.updated != row["updated"]:
        return bool(version.updated > row["updated"])
    return not _is_said(database, source, version)


def correct(
    database: sqlite3.Connection, source: str, item: int, fetched: Fetched, *, is_named: bool
) -> None:
    """Queue a later version of an item in the place of what it has, unless it is poorer."""
    version, found = fetched.version, fetched.found
    if version is None or isinstance(found, Skipped):
        return
    _measure(database, item, found)
    if is_later(database, source, item, version, is_named=is_named):
        _replace(database, source, item, found, version)
    if version.updated:
        database.execute(
            "UPDATE item SET updated = max(coalesce(updated, ''), ?) WHERE id = ?", [version.updated, item]
        )


def _measure(database: sqlite3.Connection, item: int, found: Incoming) -> None:
    """Measure the text of an item that an earlier release wrote, when it comes again."""
    unmeasured = database.execute("SELECT 1 FROM item WHERE id = ? AND sample IS NULL", [item]).fetchone()
    if unmeasured and item_rows.says(database, item, found.document):
        item_rows.change(database, item, item_rows.measures_of(found))


def _replace(database: sqlite3.Connection, source: str, item: int, found: Incoming, version: Version) -> None:
    """Let the item wait with this version, under the id of its document, so that the load replaces it."""
    row = database.execute("SELECT * FROM item WHERE id = ?", [item]).fetchone()
    document = found.document
    if (document.title, document.content_hash) == (row["title"], row["content"]):
        return
    if _is_poorer(row, found):
        if not _is_said(database, source, version):
            item_rows.insert(database, source, Skipped(found.origin, _POORER, _HINT), title=document.title)
        return
    incoming = replace(found, document=replace(document, id=row["document"] or document.id))
    changed = {
        "origin": found.origin,
        "corrected": row["corrected"] + (row["state"] == LOADED),
        "reason": None,
        "hint": None,
    }
    columns = {**item_rows.columns_of(incoming), **changed}
    item_rows.change(database, item, columns)


def _is_poorer(row: sqlite3.Row, found: Incoming) -> bool:
    """Whether a text says much less than that of an item: by its length, or as the teaser of a whole one."""
    before, now = row["length"], len(found.document.text)
    if before is None or row["state"] == SKIPPED:
        return False
    least = _ABOUT if TEASER in found.remarks and not row["teaser"] else _MUCH
    return bool(now < least * before)


def _is_said(database: sqlite3.Connection, source: str, version: Version) -> bool:
    """Whether an item of the source has said the same before."""
    key = [source, version.said]
    return database.execute("SELECT 1 FROM key WHERE scope = ? AND key = ?", key).fetchone() is not None
