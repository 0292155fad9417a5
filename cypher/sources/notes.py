"""What the follower notes of itself, by name, for the page *Sources*."""

from __future__ import annotations

import time

from cypher.sources.store import Store

GRAPH_FAILED = "graph failed"
"""The name of the note that says why fetched articles could not be loaded yet."""

ALERTS = "alerts"
"""The name of the note that says that somebody has rules of alerts."""


def write(store: Store, name: str, text: str) -> None:
    """Keep a text under a name."""
    with store.writing() as database:
        database.execute("INSERT OR REPLACE INTO note VALUES (?, ?, ?)", [name, text, time.time()])


def forget(store: Store, name: str) -> None:
    """Delete the text under a name."""
    with store.writing() as database:
        database.execute("DELETE FROM note WHERE name = ?", [name])


def read(store: Store, name: str) -> str | None:
    """Return the text that is kept under a name."""
    with store.reading() as database:
        row = database.execute("SELECT text FROM note WHERE name = ?", [name]).fetchone()
    return str(row["text"]) if row else None
