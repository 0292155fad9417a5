"""Fetches one source, and keeps what it finds in pieces."""

from __future__ import annotations

import time

from cypher.errors import UsageError
from cypher.sources.source import Source
from cypher.sources.store import Store
from ingest.following import outcomes
from ingest.following.fetched import Fetched, FetchError, Memory
from ingest.following.kinds import kind_of

_PIECE = 200
"""The maximum number of items that are kept in one transaction."""

_SECONDS = 2.0
"""The maximum seconds until an item is written to disk, while more items come."""


def fetch(store: Store, source: Source) -> None:
    """Fetch a source once and note the result. Raises `DatabaseError` if the state cannot be kept."""
    memory = outcomes.memory_of(store, source)
    failure: FetchError | None = FetchError("could not be read: an error of the program", "See its log.")
    try:
        new = _fetch_all(store, source, memory)
        failure = None
    except FetchError as error:
        failure = error
    except UsageError as error:
        failure = FetchError("is of a kind that is not known", str(error))
    finally:  # also for an error of the program, which goes on to the log
        if failure is not None:
            outcomes.fail(store, source, failure)
    if failure is None and new is not None:
        outcomes.succeed(store, source, new, memory)


def _fetch_all(store: Store, source: Source, memory: Memory) -> int | None:
    """Keep all items of a source; return how many are new, or None if it was removed meanwhile."""
    new = 0
    piece: list[Fetched] = []
    kept_at = time.monotonic()
    for item in kind_of(source.kind)(source, memory):
        piece.append(item)
        if len(piece) >= _PIECE or time.monotonic() - kept_at > _SECONDS:
            more = outcomes.keep(store, source, piece)
            if more is None:
                return None
            new, kept_at = new + more, time.monotonic()
            piece = []
    more = outcomes.keep(store, source, piece)
    return None if more is None else new + more
