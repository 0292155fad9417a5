"""A database whose writes are noted, and end when a test says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from cypher.database import Database, Table
from cypher.database.typed_rows import records_of
from cypher.model.release import GRAPH_RELEASE, VERSION
from cypher.records.row import Row

R = TypeVar("R", bound=Row)


class InterruptedLoadError(Exception):
    """Stands for whatever ends a load half-way."""


class Interruptible:
    """A real database that stops before its `stop`-th write; notes what was asked, and states on the way."""

    def __init__(self, database: Database, stop: int | None = None) -> None:
        self._database, self._stop = database, stop
        self.written: list[str] = []
        self.asked: set[str] = set()
        self.passed: list[dict[str, int]] = []

    def write(self, name: str, **parameters: object) -> Table:
        self._pass([name])
        return self._database.write(name, **parameters)

    def read(self, name: str, **parameters: object) -> Table:
        self.asked.add(name)
        return self._database.read(name, **parameters)

    def rows(self, record: type[R], name: str, **parameters: object) -> list[R]:
        return records_of(self.read(name, **parameters), record)

    def tables_together(self, steps: Sequence[tuple[str, Mapping[str, object]]]) -> list[Table]:
        self._pass([name for name, _ in steps])
        return self._database.tables_together(steps)

    def write_rows(self, record: type[R], name: str, **parameters: object) -> list[R]:
        return records_of(self.write(name, **parameters), record)

    def graph_release(self) -> int:
        return self._database.graph_release()

    def record_release(self) -> None:
        self.write("check/leave_release", release=GRAPH_RELEASE, version=VERSION)

    def _pass(self, names: Sequence[str]) -> None:
        """Note a transaction of the statements with these names, or stop before it."""
        if self._stop is not None and len(self.written) >= self._stop:
            raise InterruptedLoadError(names[0])
        self.passed += [self._database.read("explore/counts").records()[0]] * len(names)
        self.written += names
