"""Runs typed Cypher: read-only, with limits for time and rows.

Two layers keep it from writing; neither of them parses the text here. First, it runs with read access (which
Neo4j enforces), and on the embedded engine as a user without the right to write. Second, the transaction is
committed only if the database reports that nothing was written. On Neo4j the plan is inspected as well,
because read access alone still allows a user to administer the server and to fetch addresses.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import Any

from cypher.bolt.bookmarks import latest
from cypher.bolt.cancelling import Work, when_cancelled
from cypher.bolt.connection import DRIVER_OPTIONS, Access
from cypher.bolt.driver import DriverError, Neo4jError, neo4j
from cypher.bolt.driver_errors import Origin, explained, timed_out
from cypher.bolt.table import Table
from cypher.catalog.return_clause import returned_columns
from cypher.database.plans import BEFORE, asks_for_plan, plan_table, refuse_profile, sent
from cypher.errors import StatementCancelledError, WriteRefusedError

_ADMINISTRATION = re.compile(
    rf"{BEFORE.pattern}(?:(?:EXPLAIN|PROFILE|USE\s+\S+){BEFORE.pattern})*"
    rf"(?:(?:SHOW|TERMINATE|START){BEFORE.pattern}TRANSACTIONS?|COMMIT|ROLLBACK)\b",
    re.DOTALL | re.IGNORECASE,
)
"""Matches commands that list, end, begin or close transactions; they are commands only at the beginning."""

NAME = "the typed query"
"""How errors name a typed query."""

_BATCH = 1000
_EXPLAIN = "EXPLAIN "
_OUTWARD = ("LoadCSV", "TerminateTransactions")  # operators that read access allows, but we do not


@dataclass(frozen=True, slots=True)
class AdhocQuery:
    """A typed text with its parameters, its time limit in seconds and the maximum number of rows."""

    text: str
    parameters: Mapping[str, object]
    timeout: float
    row_cap: int

    def answer(self, access: Access) -> Table:
        """Run the query and return its rows, or the plan for ``EXPLAIN``; raises `DatabaseError`.

        The query has its own connection, which is closed at the time limit or when its work is cancelled.
        Neo4j then ends the statement at once, the embedded engine soon after (`cypher.engine.guard.slots`).
        """
        refuse_profile(self.text)
        with closing(asyncio.new_event_loop()) as loop:
            asked = loop.create_task(self._asked(access))
            running = Work(lambda: loop.run_until_complete(asked))  # the caller's thread may run another loop
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
                    bookmarks=None if access.embedded else latest(access.server_database),
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
        """Where positions in errors count from.

        The embedded engine drops everything before the first word and counts columns from 0.
        """
        if not access.embedded:
            return Origin()
        dropped = BEFORE.match(self.text)[0]  # type: ignore[index]  # it always matches, if only nothing
        return Origin(dropped.count("\n"), len(dropped) - dropped.rfind("\n") - 1, first=0)

    def _refuse_administration(self) -> None:
        """Refuse commands on transactions early; even so, a slot's user could only end its own query."""
        if _ADMINISTRATION.match(self.text):
            raise _refusal()

    async def _inspect(self, session: neo4j.AsyncSession, access: Access) -> None:
        """Refuse a text that does more than read the graph, according to the database's plan for it."""
        before = "" if asks_for_plan(self.text) else _EXPLAIN
        try:
            async with await session.begin_transaction(timeout=self.timeout) as transaction:
                result = await transaction.run(f"{before}{self.text}", dict(self.parameters))
                summary = await result.consume()
        except Neo4jError as error:
            raise explained(error, NAME, access.place, Origin(columns=-len(before))) from error
        outward = [operator for operator in _operators(summary.plan) if operator.startswith(_OUTWARD)]
        if summary.query_type != "r" or outward:
            raise _refusal()

    async def _transaction(self, session: neo4j.AsyncSession) -> Table:
        async with await session.begin_transaction(timeout=self.timeout) as transaction:
            result = await transaction.run(sent(self.text), dict(self.parameters))
            columns = result.keys() or returned_columns(self.text)
            records = await result.fetch(self.row_cap + 1)
            summary = await result.consume()
            _refuse_writes(summary)
            await transaction.commit()  # the embedded engine refuses some writes only here
            if asks_for_plan(self.text):
                return plan_table(summary.plan)
            return Table.of(columns, records, self.row_cap)


def _refuse_writes(summary: neo4j.ResultSummary) -> None:
    says_write = summary.query_type in {"w", "rw"} and summary.plan is None  # EXPLAIN and PROFILE of a read
    if summary.counters.contains_updates or says_write:
        raise _refusal()


def _refusal() -> WriteRefusedError:
    return WriteRefusedError(
        "The typed query would do more than read the graph, and only reading is allowed here; nothing was "
        "changed. Use the commands ingest and annotate, or the database's own Cypher shell."
    )


def _operators(plan: dict[str, Any] | None) -> Iterator[str]:
    if plan is None:
        return
    yield str(plan.get("operatorType", ""))
    for child in plan.get("children", []):
        yield from _operators(child)
