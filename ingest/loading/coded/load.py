"""Loads the events of data sets into the graph, idempotently. Running a killed load again completes it.

The claims of new events are written with their events, ties and counts in one transaction for each batch.
Those of events that the graph has already are added to them afterwards. Rows that the graph knows, by the id
and the fingerprint of their claims, are passed over. While the graph writes a batch, the next one is planned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TypeAlias

from cypher.database import Database
from cypher.errors import BusyError, DatabaseError, StatementMemoryError, StatementTimeoutError
from cypher.judging.annotations import restore
from cypher.judging.merging import settle
from cypher.judging.migration import bring_up_to_date
from cypher.model.assertions import tie_rows
from cypher.records.explore import GraphCounts
from ingest.datasets.coded import CodedEvent
from ingest.datasets.parties.resolution import resolve
from ingest.loading.coded.batches import Batch, Reject, batches
from ingest.loading.coded.cast import Cast, Resolve
from ingest.loading.coded.collecting import rarely_collecting
from ingest.loading.coded.facts import Dataset
from ingest.loading.coded.joining import join
from ingest.loading.coded.plan import Plan, Planner, finished
from ingest.loading.coded.retiring import retire
from ingest.loading.writer import pieces

TRIES = 5
"""How often a batch is planned again while other writers change the same ties."""

SMALLEST = 50
"""Batches of so many reports are not halved any more when they take too long or too much memory."""

Progress: TypeAlias = Callable[[int], None]
"""Is told how many coded events were read since the last call."""


@dataclass(slots=True)
class CodedSummary:
    """The result of an import: coded events that were read, rejected ones, and what became of their claims.

    `created` counts the events that no report had told before. `changed` claims were replaced, because their
    rows have changed.
    """

    read: int = 0
    rejected: int = 0
    created: int = 0
    new: int = 0
    known: int = 0
    changed: int = 0

    def counting(self, reject: Reject) -> Reject:
        """Return what counts a rejected event and then tells `reject` of it."""

        def rejected(event: CodedEvent, reason: str) -> None:
            self.rejected += 1
            reject(event, reason)

        return rejected


def load_coded(
    database: Database,
    dataset: Dataset,
    events: Iterable[CodedEvent],
    progress: Progress = lambda _: None,
    *,
    resolve: Resolve = resolve,
    reject: Reject = lambda event, reason: None,
) -> CodedSummary:
    """Load coded events; `reject` is told of each that cannot be loaded, and why.

    Raises `DatabaseError` if the database fails; loading the same events again then completes the load.
    """
    bring_up_to_date(database)
    loader = _Loader(database, Planner(database), judged=_judged(database))
    source = batches(events, dataset, Cast(resolve), loader.summary.counting(reject))
    with rarely_collecting():
        loader.load(source, progress)
    return loader.summary


def _judged(database: Database) -> bool:
    (counts,) = database.rows(GraphCounts, "explore/counts")
    return counts.annotations > 0


class _Outcome(Enum):
    """What became of a plan. It is outdated if the graph is not as it was planned."""

    WRITTEN = auto()
    OUTDATED = auto()
    TOO_LARGE = auto()


@dataclass(slots=True)
class _Loader:
    """Writes batches in order. `judged` says whether claims that come back may have been judged before."""

    database: Database
    planner: Planner
    judged: bool
    summary: CodedSummary = field(default_factory=CodedSummary)

    def load(self, source: Iterator[Batch], progress: Progress) -> None:
        """Write all batches; the next one is planned in a thread."""
        with ThreadPoolExecutor(1) as ahead:
            plan = self._next(source)
            while plan is not None:
                upcoming = ahead.submit(self._next, source)
                outcome = self._try(plan)
                following = upcoming.result()
                if outcome is _Outcome.WRITTEN:
                    sound = self._finish(plan)
                else:
                    self._rewrite(plan.batch, halve=outcome is _Outcome.TOO_LARGE)
                    sound = False
                if not sound and following is not None:
                    self.planner.forget()
                    following = self.planner.plan(following.batch)
                progress(plan.batch.size)
                plan = following

    def _next(self, source: Iterator[Batch]) -> Plan | None:
        batch = next(source, None)
        return None if batch is None else self.planner.plan(batch)

    def _try(self, plan: Plan) -> _Outcome:
        """Write what a plan creates, in one transaction."""
        if plan.changed or plan.uncounted:
            return _Outcome.OUTDATED
        for name, rows in plan.entity_writes:
            for piece in pieces(rows):
                self.database.write(name, rows=piece)
        self.planner.wrote(plan.entities)
        try:
            written = not plan.steps or self.database.tables_together(plan.steps)[0].affirms
        except (StatementTimeoutError, StatementMemoryError):
            if len(plan.batch.reports) <= SMALLEST:
                raise
            return _Outcome.TOO_LARGE
        except DatabaseError as problem:
            if type(problem) is not DatabaseError and not isinstance(problem, BusyError):
                raise
            return _Outcome.OUTDATED  # another load created the same things
        return _Outcome.WRITTEN if written else _Outcome.OUTDATED

    def _rewrite(self, batch: Batch, *, halve: bool = False) -> None:
        """Write a batch whose plan was wrong: by what the graph has now, and without claims that changed.

        If it is too large for one transaction of this database, it is written in halves.
        """
        for _ in range(TRIES):
            if halve:
                for half in batch.halves():
                    self._rewrite(half)
                return
            self.planner.forget()
            plan = self.planner.plan(batch)
            if plan.changed:
                self.summary.changed += retire(self.database, plan.changed)
                self.judged = True
                continue
            if plan.uncounted:
                self._count_ties(batch)
                continue
            outcome = self._try(plan)
            if outcome is _Outcome.WRITTEN:
                self._finish(plan)
                return
            halve = outcome is _Outcome.TOO_LARGE
        raise DatabaseError(
            "Other writers kept changing the same ties, or the database refused a batch several times. "
            "Nothing incomplete is shown; run this import again."
        )

    def _count_ties(self, batch: Batch) -> None:
        ties = [str(row["id"]) for row in tie_rows(batch.events.values())]
        for piece in pieces(ties):
            self.database.write("load/count_ties", ties=piece, renewed=False)

    def _finish(self, plan: Plan) -> bool:
        """Do what comes after the transaction; return whether later plans are right in spite of it."""
        if plan.joining.reports:
            join(self.database, plan.joining)
        restored = restore(self.database, plan.fresh) if self.judged else 0
        settled = settle(self.database) if plan.fresh else 0
        if plan.fresh:
            name, parameters = finished(plan.documents)
            self.database.write(name, **parameters)
        self.summary.read += plan.batch.size
        self.summary.known += plan.known
        self.summary.new += len(plan.fresh)
        self.summary.created += plan.created
        return not (plan.joining.reports or restored or settled)
