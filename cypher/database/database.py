"""The one door to the database: connect, read, write. Nothing outside `cypher` imports the driver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import TypeVar

from cypher.bolt.connection import Access, Connection, Step
from cypher.bolt.settings import Role, Settings
from cypher.bolt.table import Table
from cypher.catalog.catalog import catalog, statement
from cypher.database.adhoc import AdhocQuery
from cypher.database.adhoc_embedded import EmbeddedQuery
from cypher.database.typed_rows import records_of
from cypher.engine.client import endpoint, ensure_running, leased
from cypher.engine.folder import EngineFolder
from cypher.records.row import Row

__all__ = ["Database", "Role", "Settings", "Table", "connect"]

R = TypeVar("R", bound=Row)

_READ_PATIENCE = 3.0  # seconds; somebody is looking at an empty page
_RESTART_PATIENCE = 20.0  # an engine of ours that ended is back sooner, also on a busy machine


@contextmanager
def connect(settings: Settings, role: Role = Role.READER) -> Iterator[Database]:
    """Open the database for `role`; without a URI the embedded engine is started or joined.

    An analyst's connection brings the schema up to date. Raises `DatabaseError` with the next step when
    the database cannot be reached or refuses the credentials.
    """
    with ExitStack() as stack:
        folder = stack.enter_context(leased(settings.home)) if settings.embedded else None
        database = Database(settings, role, folder)
        stack.callback(database.close)
        database.check_access()
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
        """Run the catalogue's statement `name`, which must not write; defaults are filled in."""
        wanted = statement(name)
        patience = _READ_PATIENCE if self._folder is None else _RESTART_PATIENCE
        found = self._connection.run(name, wanted.text, wanted.bind(parameters), patience=patience)
        return found if found.columns else Table(wanted.columns, found.rows)

    def rows(self, record: type[R], name: str, **parameters: object) -> list[R]:
        """Like `read`, as records of the class that the statement declares; see `cypher.records`."""
        return records_of(self.read(name, **parameters), record)

    def write(self, name: str, **parameters: object) -> Table:
        """Run the catalogue's statement `name` in one transaction; it is on disk when this returns.

        Conflicts with other writers are tried again. Raises `WriteRefusedError` for a reader, and
        `UnavailableError` when the connection broke during the commit, so that the outcome is not known.
        """
        wanted = statement(name)
        may_write = self.role is not Role.READER
        return self._connection.run(name, wanted.text, wanted.bind(parameters), write=may_write)

    def write_rows(self, record: type[R], name: str, **parameters: object) -> list[R]:
        """Like `write`, as records of the class that the statement declares."""
        return records_of(self.write(name, **parameters), record)

    def write_together(self, steps: Sequence[tuple[str, Mapping[str, object]]]) -> Table:
        """Run statements of the catalogue, each with its parameters, in one transaction; see `write`.

        Gives the answer to the first, which decides: when it begins with 0 or null, the others are left out.
        """
        wanted = [(statement(name), parameters) for name, parameters in steps]
        bound = [Step(each.name, each.text, each.bind(values)) for each, values in wanted]
        return self._connection.run_together(bound, write=self.role is not Role.READER)

    def read_text(
        self,
        text: str,
        parameters: Mapping[str, object] | None = None,
        timeout: float = 20.0,
        row_cap: int = 5000,
    ) -> Table:
        """Run Cypher that a person typed: it may only read, for `timeout` seconds, and give `row_cap` rows.

        Raises `WriteRefusedError`, `StatementTimeoutError`, `StatementMemoryError`, or `StatementError` with
        the position.
        """
        query = AdhocQuery(text, dict(parameters or {}), timeout, row_cap)
        if self._folder is not None:
            return EmbeddedQuery(query, self._folder).answer()
        return query.answer(self._access(Role.READER))

    def missing_schema(self) -> list[str]:
        """The catalogue's names of the constraints and indexes that the database does not have."""
        known = {row["owningConstraint"] or row["name"] for row in self.read("check/indexes").records()}
        declared = [name for name in catalog() if name.startswith("schema/")]
        return [name for name in declared if _created_name(statement(name).text) not in known]

    def apply_schema(self) -> None:
        """Create the constraints and indexes of ``cypher/statements/schema/`` that are missing, as owner."""
        missing = self.missing_schema()
        if not missing:
            return
        owner = Connection(lambda: self._access(Role.OWNER))
        try:
            for name in missing:
                owner.run(name, statement(name).text, {}, write=True)
        finally:
            owner.close()

    def rehearse(self, name: str) -> Table:
        """Run the catalogue's statement `name`, which writes, and take it back again."""
        return self._connection.rehearse(name, statement(name).text)

    def check_access(self) -> None:
        """Learn whether the database answers; raises `UnavailableError`."""
        name = "check/answer"
        patience = _READ_PATIENCE if self._settings.embedded else 0
        self._connection.run(name, statement(name).text, {}, patience=patience)

    def close(self) -> None:
        """Close the connections."""
        self._connection.close()

    def _access(self, role: Role) -> Access:
        """Where `role` reaches the database; an embedded engine that ended is started again."""
        if self._folder is None:
            settings = self._settings
            return Access(settings.uri or "", settings.user, settings.password, settings.database)
        server = ensure_running(self._folder)
        place, root = endpoint(self._folder, server, role), self._folder.root
        return Access(place.uri, place.user, place.password, place.database, root, server.java.born)


def _created_name(text: str) -> str:
    """The name in ``CREATE CONSTRAINT name IF NOT EXISTS …``."""
    return text.split()[2]
