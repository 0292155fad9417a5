"""One user's connections to one database. Each statement is a transaction, retried where that is safe."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from cypher.bolt import bookmarks
from cypher.bolt.cancelling import go_on
from cypher.bolt.driver import DriverError, Neo4jError, neo4j
from cypher.bolt.driver_errors import Place, explained, may_be_stopping
from cypher.bolt.settings import Role, Settings
from cypher.bolt.table import Table
from cypher.bolt.timing import timed
from cypher.bolt.transient import LOST, reason_to_retry
from cypher.errors import UnavailableError

STATEMENT_SECONDS = 60.0
"""How long a catalogue statement may run on a server."""

PATIENCE_SECONDS = 30.0
"""How long a write is retried after conflicts with other writers or a lost connection."""

DRIVER_OPTIONS: dict[str, Any] = {
    "notifications_min_severity": "OFF",
    "connection_timeout": 10.0,
    "connection_acquisition_timeout": 20.0,
    "user_agent": "konstelasi",
}
"""Options of every driver: no notifications about queries, and no wait without a limit."""

_LONGEST_PAUSE = 0.2


@dataclass(frozen=True, slots=True)
class Access:
    """The address, user and database of a connection. `database` is `None` for the user's home database.

    `home` is the data folder of an embedded engine, whose users have only the rights of their role. `born` is
    the time when that engine was started, so that the access to a restarted engine differs. `variables`
    begins the names of the settings that give user and password of a server.
    """

    uri: str
    user: str | None
    password: str | None = field(repr=False)
    database: str | None
    home: Path | None = None
    born: float | None = None
    variables: str = "KONSTELASI"

    @classmethod
    def to_server(cls, settings: Settings, role: Role) -> Access:
        """Return the access to the server of `settings` for `role`."""
        login = settings.login(role)
        address, database = settings.uri or "", settings.database
        return cls(address, login.user, login.password, database, variables=login.variables)

    @property
    def place(self) -> Place:
        """This access as errors name it."""
        return Place(self.uri, self.user, self.database, self.home, self.variables)

    @property
    def embedded(self) -> bool:
        """Whether this leads to an embedded engine."""
        return self.home is not None

    @property
    def server_database(self) -> bookmarks.Database:
        """The database as its bookmarks are kept for it."""
        return self.uri, self.database

    @property
    def auth(self) -> tuple[str, str] | None:
        """The credentials for the driver; `None` for a server without authentication."""
        return None if self.user is None else (self.user, self.password or "")


class Step(NamedTuple):
    """One statement of a transaction: its name for errors, its text and its parameters."""

    name: str
    text: str
    values: Mapping[str, object]


class Connection:
    """A pool of connections for one `Access`, safe to share between threads.

    `reach` returns the access. It is called at the start, and again when the connection is lost: it may
    restart the embedded engine, which may then listen on another port.
    """

    def __init__(self, reach: Callable[[], Access]) -> None:
        self._reach = reach
        self._access = reach()
        self._driver = _driver(self._access)

    def run(
        self,
        name: str,
        text: str,
        values: Mapping[str, object],
        *,
        write: bool = False,
        patience: float = PATIENCE_SECONDS,
    ) -> Table:
        """Run the statement called `name` and commit it.

        It is retried, for `patience` seconds after its first failure, after conflicts with other writers,
        connections that broke before the commit, and indexes that were just being made.
        Raises `DatabaseError`.
        """
        (table,) = self.run_together([Step(name, text, values)], write=write, patience=patience)
        return table

    def run_together(
        self, steps: Sequence[Step], *, write: bool = False, patience: float = PATIENCE_SECONDS
    ) -> list[Table]:
        """Run several statements in one transaction, in order, as `run` does; return their results.

        The others run only if the first result has a row whose first value is neither 0 nor null. If they do
        not, only the first has a result.
        """
        name = " with ".join(step.name for step in steps)
        deadline = None
        tries = 0
        while True:
            tries += 1
            try:
                return self._transaction(name, steps, write=write)
            except (DriverError, Neo4jError) as error:
                failed = time.monotonic()
                deadline = deadline or failed + patience
                if failed > deadline or not (self._recovered(error) or reason_to_retry(error, tries)):
                    raise explained(error, name, self._access.place) from error
                deadline += time.monotonic() - failed  # time spent on finding the engine does not count
            time.sleep(random.random() * min(0.005 * 2**tries, _LONGEST_PAUSE))  # noqa: S311

    def product(self) -> str:
        """Return what answers, with its version, as in "Neo4j 5.26.12"; raises `DatabaseError`."""
        try:
            return product_of(str(self._driver.get_server_info().agent))
        except (DriverError, Neo4jError) as error:
            raise explained(error, "the question for its version", self._access.place) from error

    def rehearse(self, name: str, text: str) -> Table:
        """Run the writing statement called `name` and roll it back; raises `DatabaseError` if it fails."""
        try:
            with self._session(neo4j.WRITE_ACCESS) as session:
                transaction = session.begin_transaction(timeout=STATEMENT_SECONDS)
                result = transaction.run(text)
                table = Table.of(result.keys(), list(result))
                transaction.rollback()
                return table
        except (DriverError, Neo4jError) as error:
            raise explained(error, name, self._access.place) from error

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def _transaction(self, name: str, steps: Sequence[Step], *, write: bool) -> list[Table]:
        mode = neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS
        with (
            self._session(mode) as session,
            session.begin_transaction(timeout=STATEMENT_SECONDS) as transaction,
        ):
            first, *others = steps
            go_on()
            tables = [_answer(transaction, first)]
            if tables[0].affirms:
                for step in others:
                    go_on()
                    tables.append(_answer(transaction, step))
            go_on()
            self._commit(transaction, name, write=write)
            return tables

    def _session(self, mode: str) -> neo4j.Session:
        shared = None if self._access.embedded else bookmarks.manager_of(self._access.server_database)
        return self._driver.session(
            database=self._access.database, default_access_mode=mode, bookmark_manager=shared
        )

    def _commit(self, transaction: neo4j.Transaction, name: str, *, write: bool) -> None:
        try:
            transaction.commit()
        except LOST as error:
            if not write:
                raise
            raise UnavailableError(
                f"The connection to {self._access.uri} broke during the commit of {name}, so it may or "
                "may not have been written. Run it again: what is already there is not written twice."
            ) from error

    def _recovered(self, error: Exception) -> bool:
        """Look for the database again after `error`; return whether it may answer now.

        Another engine may serve it: an embedded engine that is being stopped refuses known users, databases
        and valid requests. A server may have got another database, which does not know the bookmarks.
        """
        if bookmarks.forgot_unknown(error, self._access.server_database):
            return True
        if not isinstance(error, LOST) and not (self._access.embedded and may_be_stopping(error)):
            return False
        access = self._reach()
        if access == self._access:
            return False
        old, self._driver, self._access = self._driver, _driver(access), access
        old.close()
        return True


def product_of(agent: str) -> str:
    """Return the name and version in what a server calls itself.

    ArcadeDB calls itself "Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)".
    """
    _, opened, inside = agent.partition("(")
    return inside.rstrip(")") if opened else agent.replace("/", " ", 1)


def _answer(transaction: neo4j.Transaction, step: Step) -> Table:
    with timed(step.name):
        result = transaction.run(step.text, dict(step.values))
        return Table.of(result.keys(), list(result))


def _driver(access: Access) -> neo4j.Driver:
    try:
        return neo4j.GraphDatabase.driver(access.uri, auth=access.auth, **DRIVER_OPTIONS)
    except DriverError as error:
        raise explained(error, "the connection", access.place) from error
