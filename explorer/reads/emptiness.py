"""Tells whether the graph is empty, so that a first load can make it at once."""

from __future__ import annotations

from cypher.bolt.settings import Settings
from cypher.bulk.embedded import what_is_loaded
from explorer.reads.connections import counts, reader


def can_be_made_at_once() -> bool:
    """Return whether the graph is the embedded engine's, and nothing was loaded into it yet."""
    if not Settings.from_environment().embedded or counts().events or counts().documents:
        return False
    return not what_is_loaded(reader())
