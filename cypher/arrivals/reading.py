"""Reads what came in since a moment."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Protocol, TypeVar

from cypher.arrivals.items import Asked
from cypher.arrivals.news import News
from cypher.bolt.table import Table
from cypher.records.arrivals import ArrivedEntity, NewClaim, NewDocument, RecentLoad, StatedTie
from cypher.records.row import Row
from cypher.records.shared import DrawnTie, EvidenceClaim

R = TypeVar("R", bound=Row)

MOST_DOCUMENTS = 3000
"""The maximum number of documents that are compared with the rest of the graph."""


class Reading(Protocol):
    """Reads catalogue statements: a `Database`, or what reads from one in the reader's language."""

    def read(self, name: str, **parameters: object) -> Table:
        """Return the result of a statement."""
        ...

    def rows(self, record: type[R], name: str, **parameters: object) -> list[R]:
        """Return the rows of a statement as records."""
        ...


def compared_since(loads: Iterable[RecentLoad], since: str) -> tuple[str, int]:
    """Return from when on all documents are compared, and how many came in before, since `since`.

    `loads` are the batches since then, the newest first. Batches that finished in the same second stay
    together. If the newest alone has too many documents, none are compared.
    """
    held, left, moment, full = 0, 0, since, False
    for finished_at, each in groupby(loads, key=lambda load: load.finished_at):
        documents = sum(load.documents for load in each)
        full = full or held + documents > MOST_DOCUMENTS
        if full:
            left += documents
            moment = max(moment, _after(finished_at))
        else:
            held += documents
    return moment, left


def _after(moment: str) -> str:
    """Return a text that sorts behind this second, and before the next one."""
    return f"{moment}~"


def read_news(database: Reading, asked: Asked) -> News:
    """Return all that came in since the moment in `asked`."""
    since = asked.since
    documents = database.rows(NewDocument, "arrivals/documents", since=since)
    if not documents:
        return News()
    claims = database.rows(NewClaim, "arrivals/claims", since=since, lens=asked.lens)
    known = {each.claim: each for each in claims}
    stated = database.rows(StatedTie, "arrivals/ties", since=since, lens=asked.lens, level=asked.level)
    entities = database.rows(ArrivedEntity, "arrivals/entities", since=since)
    return News(
        {each.document: each for each in documents},
        known,
        tuple(each for each in stated if each.claim in known),
        {each.id: each for each in entities},
    )


def read_ties(database: Reading, ids: Iterable[str], lens: str) -> dict[str, DrawnTie]:
    """Return ties by their ids, with names."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    rows = database.rows(
        DrawnTie, "explore/counted_ties", ids=wanted, lens=lens, limit=len(wanted), level=None
    )
    return {row.tie: row for row in rows}


def read_evidence(database: Reading, ids: Iterable[str]) -> dict[str, EvidenceClaim]:
    """Return claims by their ids, with their sentences."""
    wanted = sorted(set(ids))
    rows = database.rows(EvidenceClaim, "arrivals/evidence", ids=wanted) if wanted else ()
    return {row.claim: row for row in rows}
