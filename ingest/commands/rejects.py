"""The file to which an import writes the rows that cannot be used, each with its line and the reason."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from cypher.database.export import inert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ingest.datasets.coded import CodedEvent, Read, Rejected

_COLUMNS = ("file", "line", "event", "reason", "text")
_MOST_SHOWN = 5


@dataclass(slots=True)
class Rejects:
    """Counts rejected rows and writes them to `path`, a CSV file that is only made if there are any."""

    path: Path
    count: int = 0
    _file: TextIO | None = None
    _rows: Any = None
    first: list[str] = field(default_factory=list)
    """What is said of the first ones."""

    def without(self, rows: Iterable[Read]) -> Iterator[CodedEvent]:
        """Yield the events among what a reader gives; the rejected rows go to the file."""
        from ingest.datasets.coded import Rejected  # noqa: PLC0415 - help answers at once

        for row in rows:
            if isinstance(row, Rejected):
                self._write(row)
            else:
                yield row

    def refuse(self, event: CodedEvent, reason: str) -> None:
        """Write an event that the graph cannot hold."""
        self._write(event.rejected(reason))

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()

    def _write(self, row: Rejected) -> None:
        if self._file is None:
            self._file = self.path.open("w", encoding="utf-8", newline="")
            self._rows = csv.writer(self._file)
            self._rows.writerow(_COLUMNS)
        cells = (row.file, row.line if row.file else "", row.event, row.reason, row.text)
        self._rows.writerow([inert(str(cell)) for cell in cells])
        self.count += 1
        if len(self.first) < _MOST_SHOWN:
            self.first.append(str(row))
