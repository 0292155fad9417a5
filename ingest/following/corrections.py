"""Articles that a source gives again with another text: which entries are corrections, and of which item.

An entry corrects the item of its own source that has one of its keys, if its title and text are new, or it
says that it was changed later than before. A text that the item has had before is no correction, so that an
entry which goes back and forth between two texts is not read in every round.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from cypher.sources.store import LOADED, WAITING
from ingest.documents import Incoming
from ingest.following.fetched import Version


def is_later(database: sqlite3.Connection, source: str, item: int, version: Version) -> bool:
    """Whether this is a later version of an item of the source."""
    row = database.execute("SELECT source, state, updated FROM item WHERE id = ?", [item]).fetchone()
    if row["source"] != source or row["state"] not in (LOADED, WAITING):
        return False
    if version.updated and row["updated"] and version.updated != row["updated"]:
        return bool(version.updated > row["updated"])
    key = [source, version.said]
    return database.execute("SELECT 1 FROM key WHERE scope = ? AND key = ?", key).fetchone() is None


def of_item(database: sqlite3.Connection, item: int, incoming: Incoming) -> Incoming | None:
    """Return a version as a document with the id of the item; None if title and text are those that it has.

    So the load puts it in the place of the version before.
    """
    row = database.execute("SELECT document, title, content FROM item WHERE id = ?", [item]).fetchone()
    document = incoming.document
    if (document.title, document.content_hash) == (row["title"], row["content"]):
        return None
    return replace(incoming, document=replace(document, id=row["document"]))
