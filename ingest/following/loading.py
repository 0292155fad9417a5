"""Loads the items that wait into the graph, and marks them as done once their documents are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cypher.database import Database
from cypher.sources.store import Store
from ingest.documents import Incoming
from ingest.following import queue
from ingest.following.queue import Waiting
from ingest.loading.load import load
from ingest.pipeline import CHUNK_DOCUMENTS, Tally, run
from ingest.second_reader import SecondReader


def load_waiting(database: Database, store: Store, reader: SecondReader | None = None) -> int:
    """Load some of the items that wait, read again by `reader`; return how many were done, 0 if none waits.

    Raises `DatabaseError` if the graph cannot be written to; they wait on, and loading them again completes
    what was begun.
    """
    items = queue.waiting(store, CHUNK_DOCUMENTS)
    if not items:
        return 0
    tally = Tally()
    extractions = (each.extraction for each in run(_by_number(items), tally))
    read = reader.again(extractions) if reader else extractions
    grades = {each.incoming.document.id: each.grade for each in items}
    refused = load(database, read, grades=grades).skipped
    skipped = {int(each.origin): (each.reason, each.hint) for each in tally.skipped}
    skipped |= {
        each.item: (refused[document].rstrip("."), "")
        for each in items
        if (document := each.incoming.document.id) in refused
    }
    loaded = [each for each in items if each.item not in skipped]
    queue.finish(store, loaded, [(each, *skipped[each.item]) for each in items if each.item in skipped])
    return len(items)


def _by_number(items: list[Waiting]) -> Iterator[Incoming]:
    """Yield what waits, named by its number, by which the pipeline says what it skips."""
    return (replace(each.incoming, origin=str(each.item)) for each in items)
