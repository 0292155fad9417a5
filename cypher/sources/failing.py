"""What failed to be fetched or read since a moment, by source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cypher.sources.store import SKIPPED, Store

_ERRORS = """
SELECT source, reason, hint, times AS number, last_at, 1 AS of_source FROM trouble
WHERE is_error AND last_at >= :since ORDER BY last_at DESC, source, reason
"""
_SKIPPED = """
SELECT source, reason, hint, count(*) AS number, max(done_at) AS last_at, 0 AS of_source FROM item
WHERE state = :state AND done_at >= :since
GROUP BY source, reason, hint ORDER BY number DESC, source, reason
"""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a source could not be fetched, or why items of it could not be read.

    `number` is how often the source failed in this way at all, or how many items were skipped since the
    moment. `last_at` is in seconds since 1970.
    """

    source: str
    reason: str
    hint: str
    number: int
    last_at: float
    of_source: bool


def failed_since(store: Store, since: str) -> list[Failure]:
    """Return what failed since a moment (ISO date and time): sources first, then items by their number.

    Raises `DatabaseError` if the file of the sources cannot be read; without a file there are none.
    """
    if not store.path.exists():
        return []
    asked = {"since": datetime.fromisoformat(since).timestamp(), "state": SKIPPED}
    with store.reading() as database:
        rows = [*database.execute(_ERRORS, asked), *database.execute(_SKIPPED, asked)]
    return [
        Failure(
            row["source"],
            row["reason"] or "",
            row["hint"] or "",
            row["number"],
            row["last_at"],
            bool(row["of_source"]),
        )
        for row in rows
    ]
