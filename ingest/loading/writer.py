"""Writes the rows of a batch in pieces, and counts what was new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from cypher.database import Database
from cypher.judging.transaction import recounts
from cypher.model.assertions import Row
from cypher.records.load import BegunDocuments, JoinedTies, Merged, MergedClaims, RetiredClaim

Sent = TypeVar("Sent", Row, str)
Answer = TypeVar("Answer", BegunDocuments, Merged, MergedClaims)

PIECE = 5000
"""The maximum number of rows per statement."""

WORDED = 1000
"""The maximum number of sentences per statement that links them to their words: engines hold all links."""


@dataclass(frozen=True, slots=True)
class Count:
    """The numbers of merged items of a kind: `new` to the graph, and `known` before."""

    new: int
    known: int


@dataclass(frozen=True, slots=True)
class LoadSummary:
    """The result of a load. `removed` counts claims that the extractor no longer makes.

    `skipped` has the reason for each document that was not loaded, by its id.
    """

    documents: Count
    sentences: Count
    entities: Count
    events: Count
    relations: Count
    claims: Count
    removed: int = 0
    skipped: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """The counts of a load so far. Ids of entities, events and relations are stored, because these recur."""

    new: dict[str, int] = field(default_factory=dict)
    merged: dict[str, int] = field(default_factory=dict)
    seen: dict[str, set[object]] = field(default_factory=dict)
    actors: set[str] = field(default_factory=set)
    removed: int = 0
    skipped: dict[str, str] = field(default_factory=dict)

    def count(self, kind: str, rows_: Sequence[Row], new: int) -> None:
        """Count rows of a kind, of which `new` were not in the graph."""
        self.new[kind] = self.new.get(kind, 0) + new
        if kind in ("entities", "events", "relations"):
            self.seen.setdefault(kind, set()).update(row["id"] for row in rows_)
            self.merged[kind] = len(self.seen[kind])
        else:
            self.merged[kind] = self.merged.get(kind, 0) + len(rows_)

    def _of(self, kind: str) -> Count:
        new = self.new.get(kind, 0)
        return Count(new, self.merged.get(kind, 0) - new)

    def summary(self) -> LoadSummary:
        """Return the result of the load."""
        return LoadSummary(
            documents=self._of("documents"),
            sentences=self._of("sentences"),
            entities=self._of("entities"),
            events=self._of("events"),
            relations=self._of("relations"),
            claims=self._of("claims"),
            removed=self.removed,
            skipped=self.skipped,
        )


def pieces(listed: list[Sent], most: int = PIECE) -> Iterator[list[Sent]]:
    """Cut a list into parts of at most `most`, and never more than `PIECE`, members."""
    size = min(most, PIECE)
    return (listed[start : start + size] for start in range(0, len(listed), size))


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes rows in pieces of `PIECE`; statements without rows are not run."""

    database: Database
    tally: Tally

    def merge(self, kind: str, record: type[Answer], name: str, rows_: list[Row]) -> list[Answer]:
        """Write rows in pieces, count the new ones, and return the results of all pieces in order."""
        results = (self.database.write_rows(record, name, rows=piece) for piece in pieces(rows_))
        answers = [answer for result in results for answer in result]
        self.tally.count(kind, rows_, sum(answer.merged - answer.known for answer in answers))
        return answers

    def send(self, name: str, rows_: list[Row]) -> None:
        """Write rows in pieces."""
        for piece in pieces(rows_):
            self.database.write(name, rows=piece)

    def join(self, name: str, rows_: list[Row]) -> set[str]:
        """Link events and relations to their ties; return those that other ties had counted before."""
        results = (self.database.write_rows(JoinedTies, name, rows=piece) for piece in pieces(rows_))
        return {assertion for result in results for row in result for assertion in row.rejoined}

    def recount(self, assertions: list[str], *, renewed: bool = True) -> None:
        """Update the lenses of events and relations, and the counts of their ties."""
        for start in range(0, len(assertions), PIECE):
            for name, parameters in recounts(assertions[start : start + PIECE], renewed=renewed):
                self.database.write(name, **parameters)

    def send_ids(self, name: str, ids: list[str]) -> None:
        """Write ids as `send` writes rows."""
        for piece in pieces(ids):
            self.database.write(name, ids=piece)

    def retire(self, claims: list[str]) -> list[RetiredClaim]:
        """Hide claims, by their ids; return what they asserted."""
        results = (
            self.database.write_rows(RetiredClaim, "load/retire_claims", ids=piece)
            for piece in pieces(claims)
        )
        return [row for result in results for row in result]
