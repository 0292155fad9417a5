"""What programs can ask, whatever the door: each question has a turn, is limited, and is noted."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from cypher.database import Database
from cypher.errors import KonstelasiError, UnavailableError, UsageError
from explorer.interface.answers import SIZE_CAP, Answer, answer
from explorer.interface.callers import Caller
from explorer.interface.calls import Call, note_call
from explorer.interface.described import described
from explorer.interface.operations import Operation, queries_for, query_named, read_operation
from explorer.interface.problems import Problem, problem_of
from explorer.interface.turns import Turns
from explorer.interface.values import fitting_values

Found = TypeVar("Found")

Given = Callable[[Operation], Mapping[str, object]]
"""Returns the values that a program gives for an operation, by parameter."""


@dataclass(slots=True)
class _Note:
    """What is known of a question while it is answered."""

    act: str
    operation: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """Answers questions that come by `door` on the graph that `reach` opens; `size` is the
    maximum size of the rows of an answer in bytes of JSON. All methods raise `Problem`."""

    reach: Callable[[], Database]
    door: str
    turns: Turns = field(default_factory=Turns)
    size: int = SIZE_CAP

    def queries(self, caller: Caller) -> list[dict[str, object]]:
        """Return the descriptions of all queries that a caller may ask."""

        def found(note: _Note) -> list[dict[str, object]]:
            listed = [described(each) for each in queries_for(self._database(), caller.name).values()]
            note.rows = len(listed)
            return listed

        return self._noted(caller, _Note("list queries"), found)

    def query(self, caller: Caller, name: str) -> dict[str, object]:
        """Return the description of one query."""

        def found(note: _Note) -> dict[str, object]:
            wanted = query_named(name, self._database(), caller.name)
            note.operation = wanted.statement.name
            return described(wanted)

        return self._noted(caller, _Note("describe query", name), found)

    def run_query(self, caller: Caller, name: str, given: Given) -> Answer:
        """Run the query called `name`."""
        find = partial(query_named, name, author=caller.name)
        return self._run(caller, _Note("run query", name), find, given)

    def read(self, caller: Caller, path: str, given: Given) -> Answer:
        """Run one of the other reads, by its address."""
        note = _Note("read", path)
        return self._run(caller, note, lambda _database: read_operation(path), given)

    def _run(
        self, caller: Caller, begun: _Note, find: Callable[[Database], Operation], given: Given
    ) -> Answer:
        def found(note: _Note) -> Answer:
            database = self._database()
            wanted = find(database)
            note.operation = wanted.statement.name
            note.values = fitting_values(given(wanted), wanted, database)
            rows = answer(database, wanted, note.values, self.size)
            note.rows = len(rows.rows)
            return rows

        return self._noted(caller, begun, found)

    def _database(self) -> Database:
        """Return the open graph; settings with which it cannot be opened are no fault of the caller."""
        try:
            return self.reach()
        except UsageError as error:
            raise UnavailableError(str(error)) from error

    def _noted(self, caller: Caller, note: _Note, do: Callable[[_Note], Found]) -> Found:
        """Answer in a turn of the caller, and note the call with its outcome."""
        begun, status = time.monotonic(), 500
        try:
            with self.turns.turn(caller.name):
                found = do(note)
            status = 200
            return found
        except KonstelasiError as error:
            problem = problem_of(error)
            status = problem.status
            raise problem from None
        except Problem as problem:
            status = problem.status
            raise
        finally:
            spent = time.monotonic() - begun
            note_call(
                Call(caller, self.door, note.act, note.operation, note.values, status, note.rows, spent)
            )
