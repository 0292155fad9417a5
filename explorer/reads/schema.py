"""The reads of the typed queries' help: which labels, relationship types and properties the graph has."""

from __future__ import annotations

from collections.abc import Sequence

from cypher.records.explore import KnownName
from explorer.reads.connections import read


def known_names() -> Sequence[KnownName]:
    """Return the names that the database knows."""
    return read(KnownName, "explore/names")
