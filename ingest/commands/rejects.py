"""The file to which an import writes the rows that cannot be used, each with its line and the reason."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from cypher.errors import InputError, UsageError

# The driver and the readers are imported where they are used, so that help and wrong use answer at once.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ingest.datasets.coded import CodedEvent, Read, Rejected

_COLUMNS = ("file", "line", "event", "reason", "text")
_HEADER = ",".join(_COLUMNS)
_MOST_SHOWN = 5


@dataclass(slots=True)
class Rejects:
    """Counts rejected rows and writes them to `path`, a CSV file that is only made if there are any.

    A list of an earlier import is replaced.
    """

    path: Path
    count: int = 0
    _file: TextIO | None = None
    _rows: Any = None
    first: list[str] = field(default_factory=list)
    """What is said of the first ones."""

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Close the file at the end.

        Raises:
            UsageError: the file cannot be written, or is something else than a list of rejected rows.
            InputError: the disk is full.
        """
        self._check()
        try:
            yield
        finally:
            if self._file is not None:
                with self._disk_errors():
                    self._file.close()

    def without(self, rows: Iterable[Read]) -> Iterator[CodedEvent]:
        """Yield the events among what a reader gives; the rejected rows go to the file."""
        from ingest.datasets.coded import Rejected

        for row in rows:
            if isinstance(row, Rejected):
                self._write(row)
            else:
                yield row

    def refuse(self, event: CodedEvent, reason: str) -> None:
        """Write an event that the graph cannot hold."""
        self._write(event.rejected(reason))

    def _check(self) -> None:
        """Look whether the file can be written, before hours of work."""
        try:
            is_new = not self.path.exists()
            if self.path.is_file() and self._begins_otherwise():
                raise UsageError(
                    f"{self.path} exists and is no list of rejected rows, so it is not overwritten. "
                    "Name another file with --rejects."
                )
            self.path.open("a", encoding="utf-8").close()
            if is_new:
                self.path.unlink()
        except OSError as error:
            raise UsageError(
                f"Rejected rows cannot be written to {self.path} ({error.strerror}). "
                "Name a file in a folder that you may write to, with --rejects."
            ) from error

    def _begins_otherwise(self) -> bool:
        with self.path.open(encoding="utf-8", errors="replace") as file:
            return file.readline(len(_HEADER) + 2).rstrip("\r\n") not in {"", _HEADER}

    @contextmanager
    def _disk_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise InputError(
                f"Rejected rows could not be written to {self.path} ({error.strerror}). Free some space, or "
                "name another file with --rejects, and import again: what is loaded already is passed over."
            ) from error

    def _write(self, row: Rejected) -> None:
        from cypher.database.export import inert

        cells = (row.file, row.line if row.file else "", row.event, row.reason, row.text)
        with self._disk_errors():
            if self._file is None:
                self._file = self.path.open("w", encoding="utf-8", newline="")
                self._rows = csv.writer(self._file)
                self._rows.writerow(_COLUMNS)
            self._rows.writerow([inert(str(cell)) for cell in cells])
        self.count += 1
        if len(self.first) < _MOST_SHOWN:
            self.first.append(str(row))
