"""The interface to the database: connect, read, write. Nothing outside `cypher` imports the driver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TypeVar

from cypher.analysis.steps import computed
from cypher.bolt.connection import Access, Connection, Step
from cypher.bolt.settings import Role, Settings
from cypher.bolt.table import Table
from cypher.bolt.timing import timed
from cypher.catalog.catalog import catalog, statement
from cypher.database.adhoc import AdhocQuery
from cypher.database.adhoc_embedded import EmbeddedQuery
from cypher.database.typed_rows import records_of
from cypher.engine.client import endpoint, ensure_running, leased
from cypher.engine.folder import EngineFolder
from cypher.errors import NewerGraphError, UnfinishedGraphError
from cypher.model.release import GRAPH_RELEASE, PROGRAM, VERSION
from cypher.records.row import Row

__all__ = ["FILLING", "Database", "Role", "Settings", "Table", "connect"]

R = TypeVar("R", bound=Row)

FILLING = "the graph is being filled"
"""The mark of a graph that a copy or a restore has not completed; it is no part of the content."""

TYPED = "typed"
"""The name of all queries that are not in the catalogue, where their times are measured."""

_READ_PATIENCE = 3.0  # seconds; a reader is waiting for the page
_RESTART_PATIENCE = 20.0  # seconds; enough for a restart of the embedded engine, even on a busy machine


@dataclass(frozen=True, slots=True)
class Index:
    """An index with its labels and fields; `name` is that of the constraint that owns it, if one does."""

    name: str
    labels: tuple[str, ...]
    fields: tuple[str, ...]


@contextmanager
def connect(
    settings: Settings, role: Role = Role.READER, *, even_unfinished: bool = False
) -> Iterator[Database]:
    """Open the database for `role`; without a URI, start or join the embedded engine.

    An analyst's connection also brings the schema up to date. Raises `DatabaseError` when the database cannot
    be reached or refuses the credentials, `NewerGraphError` for the graph of a newer version, and
    `UnfinishedGraphError` for one that is being filled, unless it may be `even_unfinished`.
    """
    with ExitStack() as stack:
        folder = stack.enter_context(leased(settings.home)) if settings.embedded else None
        database = Database(settings, role, folder)
        stack.callback(database.close)
        database.check_access()
        database.refuse_newer_graph()
        if not even_unfinished:
            database.refuse_unfinished_graph()
        if role is not Role.READER:
            database.apply_schema()
        yield database


class Database:
    """An open database, safe to share between threads. Use `connect` to get one."""

    def __init__(self, settings: Settings, role: Role, folder: EngineFolder | None) -> None:
        self.role = role
        self._settings = settings
        self._folder = folder
        self._connection = Connection(lambda: self._access(role))

    def read(self, name: str, **parameters: object) -> Table:
        """Run the reading catalogue statement `name`; missing parameters get their defaults."""
        wanted = statement(name)
        patience = _READ_PATIENCE if self._folder is None else _RESTART_PATIENCE
        values = wanted.bind(parameters)
        found = self._connection.run(name, wanted.text, values, patience=patience)
        return computed(wanted.then, named(found, wanted.read.names or wanted.columns), values)

    def rows(self, record: type[R], name: str, **parameters: object) -> list[R]:
        """Like `read`, as records of the class that the statement declares; see `cypher.records`."""
        return records_of(self.read(name, **parameters), record)

    def write(self, name: str, **parameters: object) -> Table:
        """Run the catalogue statement `name` in one transaction and commit it.

        It is retried after conflicts with other writers. Raises `WriteRefusedError` for a reader, and
        `UnavailableError` when the connection broke during the commit, so that the outcome is unknown.
        """
        wanted = statement(name)
        may_write = self.role is not Role.READER
        return self._connection.run(name, wanted.text, wanted.bind(parameters), write=may_write)

    def write_rows(self, record: type[R], name: str, **parameters: object) -> list[R]:
        """Like `write`, as records of the class that the statement declares."""
        return records_of(self.write(name, **parameters), record)

    def write_together(self, steps: Sequence[tuple[str, Mapping[str, object]]]) -> bool:
        """Run catalogue statements, each with its parameters, in one transaction, as `write` does.

        The others run only if the result of the first has a row whose first value is neither 0 nor null.
        Returns whether they ran.
        """
        return self.tables_together(steps)[0].affirms

    def tables_together(self, steps: Sequence[tuple[str, Mapping[str, object]]]) -> list[Table]:
        """Like `write_together`, but return the results; if the others did not run, that of the first."""
        wanted = [(statement(name), parameters) for name, parameters in steps]
        bound = [Step(each.name, each.text, each.bind(values)) for each, values in wanted]
        return self._connection.run_together(bound, write=self.role is not Role.READER)

    def run_built(self, steps: Sequence[Step]) -> list[Table]:
        """Run statements whose texts the program built from names of the model, in one transaction.

        They may write unless this is a reader's connection. The others run only if the first affirms, as in
        `write_together`.
        """
        return self._connection.run_together(steps, write=self.role is not Role.READER)

    def read_text(
        self,
        text: str,
        parameters: Mapping[str, object] | None = None,
        timeout: float = 20.0,
        row_cap: int = 5000,
    ) -> Table:
        """Run typed Cypher, read-only, for at most `timeout` seconds, and return at most `row_cap` rows.

        Raises `WriteRefusedError`, `StatementTimeoutError`, `StatementMemoryError`, or `StatementError` with
        the position of the mistake.
        """
        query = AdhocQuery(text, dict(parameters or {}), timeout, row_cap)
        with timed(TYPED):
            if self._folder is not None:
                return EmbeddedQuery(query, self._folder).answer()
            return query.answer(self._access(Role.READER))

    def indexes(self) -> list[Index]:
        """The indexes of the database; the two databases tell more of them, each in columns of its own."""
        return [
            Index(
                row["owningConstraint"] or row["name"],
                tuple(row["labelsOrTypes"] or ()),
                tuple(row["properties"] or ()),
            )
            for row in self.read("check/indexes").records()
        ]

    def missing_schema(self) -> list[str]:
        """Return the names of the ``schema/`` statements whose constraint or index the database lacks."""
        known = {index.name for index in self.indexes()}
        declared = [name for name in catalog() if name.startswith("schema/")]
        return [name for name in declared if _created_name(statement(name).text) not in known]

    def apply_schema(self) -> None:
        """Create the missing constraints and indexes of ``cypher/statements/schema/``, as the owner."""
        missing = self.missing_schema()
        if not missing:
            return
        is_new = len(missing) == sum(name.startswith("schema/") for name in catalog())
        owner = Connection(lambda: self._access(Role.OWNER))
        try:
            for name in missing:
                owner.run(name, statement(name).text, {}, write=True)
        finally:
            owner.close()
        if is_new:
            self.record_release()

    def graph_release(self) -> int:
        """Return the release of the graph's shape; 1, that of version 0.1.0, if none is recorded."""
        rows = self.read("check/graph_release").rows
        return int(rows[0][0]) if rows else 1

    def record_release(self) -> None:
        """Record that the graph has the shape of this version."""
        self.write("check/leave_release", release=GRAPH_RELEASE, version=VERSION)

    def refuse_newer_graph(self) -> None:
        """Raise `NewerGraphError` if a newer version of the program made the graph."""
        rows = self.read("check/graph_release").rows
        if rows and int(rows[0][0]) > GRAPH_RELEASE:
            release, version = rows[0]
            raise NewerGraphError(
                f"The graph has release {release} of its shape, from Konstelasi {version}; this is {PROGRAM} "
                f"and reads releases up to {GRAPH_RELEASE}. Install Konstelasi {version} or newer, or name "
                "another data folder with KONSTELASI_HOME."
            )

    def is_unfinished(self) -> bool:
        """Whether a copy or a restore that fills the graph is running or was cut off."""
        return bool(self.read("check/mark", mark=FILLING).rows)

    def refuse_unfinished_graph(self) -> None:
        """Raise `UnfinishedGraphError` if a copy or a restore has not completed the graph."""
        if self.is_unfinished():
            raise UnfinishedGraphError(
                "The graph is being filled by a copy or a restore, or one was cut off. Wait until it ends, "
                "or run it again: it begins anew."
            )

    def rehearse(self, name: str) -> Table:
        """Run the writing catalogue statement `name` and roll it back."""
        return self._connection.rehearse(name, statement(name).text)

    def check_access(self) -> None:
        """Check that the database answers; raises `UnavailableError`."""
        name = "check/answer"
        patience = _READ_PATIENCE if self._settings.embedded else 0
        self._connection.run(name, statement(name).text, {}, patience=patience)

    def product(self) -> str:
        """Return what answers, with its version, as in "Neo4j 5.26.12"."""
        return self._connection.product()

    def close(self) -> None:
        """Close the connections."""
        self._connection.close()

    def _access(self, role: Role) -> Access:
        """Return the access for `role`; start the embedded engine again if it has ended."""
        if self._folder is None:
            return Access.to_server(self._settings, role)
        server = ensure_running(self._folder)
        place, root = endpoint(self._folder, server, role), self._folder.root
        return Access(place.uri, place.user, place.password, place.database, root, server.java.born)


def named(found: Table, columns: Sequence[str]) -> Table:
    """Return the rows under their columns, which the embedded engine does not name if there are none."""
    return found if found.columns else Table(tuple(columns), found.rows)


def _created_name(text: str) -> str:
    """The name in ``CREATE CONSTRAINT name IF NOT EXISTS …``."""
    return text.split()[2]
