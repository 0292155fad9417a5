"""Adds claims of data sets about events that the graph has already, from news or from other data sets."""

from __future__ import annotations

from cypher.database import Database
from cypher.errors import DatabaseError
from cypher.model.assertions import Row, assertion_writes
from cypher.records.load import MergedClaims
from ingest.loading.coded.batches import Batch
from ingest.loading.coded.rows import merged_claim_rows
from ingest.loading.new_claims import add_claims
from ingest.loading.writer import Tally, Writer

_JOINING = ("load/form_ties", "load/deny_ties")


def join(database: Database, batch: Batch) -> None:
    """Merge the claims of a batch, whose documents and events are in the graph.

    What the graph says of an event stays, but an event without a day gets that of the data set.
    """
    writer = Writer(database, Tally())
    events = list(batch.events.values())
    writer.send("load/date_events", _dates(batch))
    renewed: set[str] = set()
    for name, rows in assertion_writes(events):
        if name in _JOINING:
            renewed |= writer.join(name, rows)
        elif name != "load/merge_events":
            writer.send(name, rows)
    rows = merged_claim_rows(batch.reports.values())
    added = add_claims(database, rows, events)
    answers = writer.merge("claims", MergedClaims, "load/merge_claims", added.left)
    if len(rows) > sum(each.merged for each in (*answers, *added.answers)):
        raise DatabaseError(
            "Some events could not be loaded, because another load removed them at the same time. "
            "Nothing incomplete is shown; run this import again."
        )
    renewed.update(assertion for each in answers for assertion in each.renewed)
    writer.recount(sorted(renewed))


def _dates(batch: Batch) -> list[Row]:
    return [
        {"id": event.id, "date": event.date, "date_precision": event.date_precision.value}
        for event in batch.events.values()
    ]
