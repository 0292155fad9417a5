"""Runs typed queries on the embedded engine: each in a slot, with a deadline, repeated if the engine ends.

One typed query can take all the engine's memory and end it. Its author then gets an error, and the queries of
others are run again.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from threading import Thread

from cypher.bolt.cancelling import Work, when_cancelled
from cypher.bolt.connection import Access
from cypher.bolt.driver_errors import timed_out
from cypher.bolt.table import Table
from cypher.database.adhoc import NAME, AdhocQuery
from cypher.engine.client import ensure_running
from cypher.engine.folder import DATABASE, EngineFolder
from cypher.engine.guard.endings import Cause, Ending, ending_of
from cypher.engine.guard.overdue import end
from cypher.engine.guard.slots import Slot, slot, slot_passwords
from cypher.engine.processes import Server
from cypher.engine.users import passwords
from cypher.errors import (
    BusyError,
    DatabaseError,
    StatementCancelledError,
    StatementMemoryError,
    StatementTimeoutError,
    UnavailableError,
)

_ENDING = 0.5  # seconds after the deadline in which the query itself may still report the time-out
_PAUSE = 0.25
_NOTED = 2.0  # seconds in which a supervisor notices that its engine has ended
_ASK_FOR_LESS = (
    "Build no text, list or map that grows with each step, collect less, bound the length of paths, "
    "and use LIMIT."
)


@dataclass(frozen=True, slots=True)
class EmbeddedQuery:
    """A typed query for the engine on `folder`."""

    query: AdhocQuery
    folder: EngineFolder

    def answer(self) -> Table:
        """Run the query and return its rows, within its time limit even if the engine is restarted.

        Raises `DatabaseError`.
        """
        deadline = time.monotonic() + self.query.timeout
        work = Work(lambda: self._answer_by(deadline))
        with when_cancelled(work.cancel):
            if not work.wait(self.query.timeout + _ENDING):
                work.cancel()
                raise timed_out(NAME, self.query.timeout)
        return work.result()

    def _answer_by(self, deadline: float) -> Table:
        with slot(self.folder, deadline - time.monotonic()) as held:
            server, logged = ensure_running(self.folder), self.folder.log_size()
            try:
                return self._attempt(server, held, deadline)
            except UnavailableError as error:
                if blamed := self._blamed(server, held, error, logged):
                    raise blamed from error
            server, logged = ensure_running(self.folder), self.folder.log_size()
            try:
                return self._attempt(server, held, deadline)
            except UnavailableError as error:
                raise self._blamed(server, held, error, logged) or _restarted() from error

    def _attempt(self, server: Server, held: Slot, deadline: float) -> Table:
        password = slot_passwords(passwords(self.folder))[held.user]
        uri = f"bolt://127.0.0.1:{server.port}"
        access = Access(uri, held.user, password, DATABASE, home=self.folder.root)
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or not held.sent_to(server.java.pid):
                raise timed_out(NAME, self.query.timeout)
            try:
                return replace(self.query, timeout=left).answer(access)
            except StatementCancelledError:
                self._end(server, held)
                raise
            except StatementTimeoutError as error:
                self._end(server, held)
                if deadline - time.monotonic() > _PAUSE:  # the engine's own limit for regular expressions
                    raise
                raise timed_out(NAME, self.query.timeout) from error
            except BusyError:
                if deadline - time.monotonic() < _PAUSE:
                    raise
                time.sleep(_PAUSE)

    def _end(self, server: Server, held: Slot) -> None:
        """Have the engine end the query, without waiting for it."""
        Thread(target=end, args=(self.folder, server, [held]), name="ending", daemon=True).start()

    def _blamed(
        self, server: Server, held: Slot, error: UnavailableError, logged: int
    ) -> DatabaseError | None:
        """Return the error for the author, or `None` if the query may run again on the restarted engine.

        If several queries were running, it is not known which took the memory: only the one that began last
        gets the error. `logged` is the size of the engine's log when the query was sent.
        """
        ending = self._ending(server)
        if ending is None and ensure_running(self.folder).java == server.java:
            return _too_large() if self.folder.ran_out_of_memory(logged) else error
        if ending is None or ending.cause is not Cause.MEMORY:
            return None
        if len(ending.queries) < 2:
            return StatementMemoryError(
                f"The database engine ran out of memory ({server.heap} MB) while the typed query ran; it is "
                f"being restarted, and nothing was changed. {_ASK_FOR_LESS}"
            )
        if max(ending.queries) <= held.began:
            return StatementMemoryError(
                f"The database engine ran out of memory ({server.heap} MB) while the typed query ran; it is "
                "being restarted, and nothing was changed. This query or another one at the same time took "
                f"the memory: run it again. If that fails, too: {_ASK_FOR_LESS}"
            )
        return None

    def _ending(self, server: Server) -> Ending | None:
        """Wait until the supervisor has recorded how the engine ended; `None` if it has not by then."""
        deadline = time.monotonic() + _NOTED
        while (ending := ending_of(self.folder, server.java)) is None and time.monotonic() < deadline:
            time.sleep(_NOTED / 40)
        return ending


def _too_large() -> StatementMemoryError:
    """The error for a text or list that no heap can hold: it ends the query's connection, not the engine."""
    return StatementMemoryError(
        "The typed query made a text or a list that is too large for the database engine; nothing was "
        f"changed. {_ASK_FOR_LESS}"
    )


def _restarted() -> UnavailableError:
    return UnavailableError(
        "The engine was restarted twice while the typed query ran, because of other queries; nothing was "
        "changed. Run it again in a minute."
    )
