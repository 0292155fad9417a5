"""Cypher that a person typed: it may only read, ends in time, and cannot flood the page.

Two layers keep it from writing, and neither parses the text here. The database is asked for read access
(which Neo4j enforces) as a user without the right to write (on the embedded engine). And the transaction
is committed only when the database reports that nothing was written. Where the user has more rights than
reading, the database is first asked what the text would do: read access alone still administers a server
and fetches addresses.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import Any

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from cypher.bolt.cancelling import Work, when_cancelled
from cypher.bolt.connection import DRIVER_OPTIONS, Access
from cypher.bolt.driver_errors import Origin, explained, timed_out
from cypher.bolt.table import Table
from cypher.catalog.return_clause import returned_columns
from cypher.errors import StatementCancelledError, WriteRefusedError

_BEFORE = re.compile(r"(?:\s+|//[^\n]*(?:\n|$)|/\*.*?\*/)*", re.DOTALL)
_ADMINISTRATION = re.compile(
    rf"{_BEFORE.pattern}(?:(?:EXPLAIN|PROFILE|USE\s+\S+){_BEFORE.pattern})*"
    rf"(?:(?:SHOW|TERMINATE|START){_BEFORE.pattern}TRANSACTIONS?|COMMIT|ROLLBACK)\b",
    re.DOTALL | re.IGNORECASE,
)
"""Commands that list, end, begin or close transactions; only at the beginning are they commands."""

NAME = "the typed query"
"""What errors call it."""

_BATCH = 1000
_EXPLAIN = "EXPLAIN "
_OUTWARD = ("LoadCSV", "TerminateTransactions")  # operators that read access allows and a reader must not use


@dataclass(frozen=True, slots=True)
class AdhocQuery:
    """A text with its parameters, the seconds it may take and the rows it may return."""

    text: str
    parameters: Mapping[str, object]
    timeout: float
    row_cap: int

    def answer(self, access: Access) -> Table:
        """What comes back; raises `DatabaseError`.

        The query has a connection of its own, which is cut when its time is over or its work is cancelled.
        Neo4j then ends the statement at once, an embedded engine soon (`cypher.engine.guard.slots`).
        """
        with closing(asyncio.new_event_loop()) as loop:
            asked = loop.create_task(self._asked(access))
            running = Work(lambda: loop.run_until_complete(asked))  # this thread may be running another loop
            with when_cancelled(lambda: loop.call_soon_threadsafe(asked.cancel)):
                running.wait()
        with suppress(asyncio.CancelledError):
            return running.result()
        raise StatementCancelledError("The query was cancelled; nothing was changed. Run it again any time.")

    async def _asked(self, access: Access) -> Table:
        try:
            async with (
                asyncio.timeout(self.timeout),
                neo4j.AsyncGraphDatabase.driver(access.uri, auth=access.auth, **DRIVER_OPTIONS) as driver,
                driver.session(
                    database=access.database,
                    default_access_mode=neo4j.READ_ACCESS,
                    fetch_size=min(self.row_cap + 1, _BATCH),
                ) as session,
            ):
                if access.embedded:
                    self._refuse_administration()
                else:
                    await self._inspect(session, access)
                return await self._transaction(session)
        except TimeoutError as error:
            raise timed_out(NAME, self.timeout) from error
        except (DriverError, Neo4jError) as error:
            raise explained(error, NAME, access.place, self._origin(access)) from error

    def _origin(self, access: Access) -> Origin:
        """The embedded engine drops what stands before the first word and counts columns from 0."""
        if not access.embedded:
            return Origin()
        dropped = _BEFORE.match(self.text)[0]  # type: ignore[index]  # it matches nothing, too
        return Origin(dropped.count("\n"), len(dropped) - dropped.rfind("\n") - 1, first=0)

    def _refuse_administration(self) -> None:
        """Say so at once; what the engine lets a slot's user list and end is its own query alone."""
        if _ADMINISTRATION.match(self.text):
            raise _refusal()

    async def _inspect(self, session: neo4j.AsyncSession, access: Access) -> None:
        """Refuse what does not read the graph, by the plan that the database makes of the text."""
        try:
            async with await session.begin_transaction(timeout=self.timeout) as transaction:
                result = await transaction.run(f"{_EXPLAIN}{self.text}", dict(self.parameters))
                summary = await result.consume()
        except Neo4jError as error:
            raise explained(error, NAME, access.place, Origin(columns=-len(_EXPLAIN))) from error
        outward = [operator for operator in _operators(summary.plan) if operator.startswith(_OUTWARD)]
        if summary.query_type != "r" or outward:
            raise _refusal()

    async def _transaction(self, session: neo4j.AsyncSession) -> Table:
        async with await session.begin_transaction(timeout=self.timeout) as transaction:
            result = await transaction.run(self.text, dict(self.parameters))
            columns = result.keys() or returned_columns(self.text)
            records = await result.fetch(self.row_cap + 1)
            _refuse_writes(await result.consume())
            await transaction.commit()  # some writes are refused only here
            return Table.of(columns, records, self.row_cap)


def _refuse_writes(summary: neo4j.ResultSummary) -> None:
    says_write = summary.query_type in {"w", "rw"} and summary.plan is None  # EXPLAIN and PROFILE of a read
    if summary.counters.contains_updates or says_write:
        raise _refusal()


def _refusal() -> WriteRefusedError:
    return WriteRefusedError(
        "The typed query would do more than read the graph, and only reading is allowed here; nothing was "
        "changed. Use the commands ingest and annotate, or a Cypher shell of the database."
    )


def _operators(plan: dict[str, Any] | None) -> Iterator[str]:
    if plan is None:
        return
    yield str(plan.get("operatorType", ""))
    for child in plan.get("children", []):
        yield from _operators(child)
