"""Takes claims of data sets out of the graph: rows that a later release changed or withdrew.

Annotations on them stay, as for news that is extracted again: they apply once more if the claim comes back.
"""

from __future__ import annotations

from collections.abc import Iterable

from cypher.database import Database
from cypher.model.ids import by_dataset
from cypher.records.load import ClaimOfRow, PlaceOfClaim
from ingest.loading.coded.facts import Dataset
from ingest.loading.coded.plan import finished
from ingest.loading.writer import Tally, Writer, pieces


def retire(database: Database, claims: Iterable[str]) -> int:
    """Remove claims, and the events, sentences and documents that nothing else needs; return their number."""
    writer = Writer(database, Tally())
    return sum(_retire_piece(writer, piece) for piece in pieces(sorted(claims)))


def withdraw(database: Database, dataset: Dataset, keys: Iterable[str]) -> int:
    """Remove the claims of events that a data set has withdrawn, by their keys; return their number.

    Keys that the graph does not have are passed over.
    """
    found: set[str] = set()
    for piece in pieces(list(keys)):
        rows = database.rows(
            ClaimOfRow, "load/claims_of_rows", extractor=by_dataset(dataset.name), keys=piece
        )
        found.update(row.claim for row in rows)
    number = retire(database, found)
    if number:
        name, parameters = finished(0)
        database.write(name, **parameters)
    return number


def _retire_piece(writer: Writer, claims: list[str]) -> int:
    places = writer.database.rows(PlaceOfClaim, "load/places_of_claims", ids=claims)
    retired = writer.retire(claims)
    assertions = sorted({each for row in retired for each in (row.assertion, row.extracted) if each})
    writer.recount(assertions)
    writer.send_ids("load/remove_unclaimed", assertions)
    removed = sorted({row.claim for row in retired})
    writer.send_ids("load/remove_retired_claims", removed)
    writer.send_ids("load/remove_stale_sentences", sorted({row.sentence for row in places}))
    writer.send_ids("load/remove_emptied_documents", sorted({row.document for row in places}))
    return len(removed)
