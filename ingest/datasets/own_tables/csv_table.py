"""Reads events from somebody's own table in CSV, by a mapping of its columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from cypher.errors import InputError
from ingest.datasets.coded import Read, Reader, Rejected
from ingest.datasets.files.cells import Cells, attempts, delimiter_of, header_of
from ingest.datasets.files.opening import Opened, all_opened
from ingest.datasets.files.recoding import DAMAGED, recoded
from ingest.datasets.files.rows import Row, csv_rows
from ingest.datasets.own_tables.mapping import TableMapping, nearest
from ingest.datasets.own_tables.table_events import TableEvents
from ingest.documents.characters import shown


@dataclass(frozen=True, slots=True)
class FirstRows:
    """The names of a table's columns, the cells of its first rows, and what separates them."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    separator: str


def table_reader(mapping: TableMapping) -> Reader:
    """Return a reader of tables with a header, whose columns `mapping` knows.

    The reader raises `InputError` for a file without one of these columns.
    """

    def read(paths: Sequence[Path]) -> Iterator[Read]:
        events = TableEvents(mapping)
        for source in all_opened(paths):
            yield from attempts(_rows(source, mapping), lambda cells: [events.event(cells)])

    return read


def first_rows(
    path: Path, most: int = 200, encoding: str | None = None, separator: str | None = None
) -> FirstRows:
    """Return the first rows of a table, for proposing a mapping; rows that cannot be read are left out.

    Without `encoding` and `separator`, these are found out.

    Raises:
        InputError: the file does not exist, or has no header.
    """
    for source in all_opened([path]):
        readable = recoded(source, encoding)
        parting = separator or delimiter_of(readable)
        rows = csv_rows(readable, parting)
        columns = header_of(rows, readable).cells
        cells = (row.cells for row in rows if isinstance(row, Row))
        return FirstRows(columns, list(islice(cells, most)), parting)
    raise InputError(f"{shown(str(path))} is an archive without files. Name a table.")


def _rows(source: Opened, mapping: TableMapping) -> Iterator[Cells | Rejected]:
    """Yield the rows, with their cells found by the fields of events."""
    readable = recoded(source, mapping.encoding)
    rows = csv_rows(readable, mapping.separator or delimiter_of(readable))
    header = header_of(rows, readable)
    places = _places(header, mapping.columns)
    constants = {field: len(header.cells) + at for at, field in enumerate(mapping.constants)}
    for row in rows:
        if isinstance(row, Rejected):
            yield row
        elif mapping.encoding and any(DAMAGED in cell for cell in row.cells):
            yield row.rejected(f"is not in the encoding {mapping.encoding}")
        else:
            filled = {field: at for field, at in places.items() if row.cells[at] or field not in constants}
            yield Cells(Row(row.line, (*row.cells, *mapping.constants.values())), constants | filled)


def _places(header: Row, columns: Mapping[str, str]) -> dict[str, int]:
    names = [name.casefold() for name in header.cells]
    missing = next((field for field, name in columns.items() if name.casefold() not in names), None)
    if missing is not None:
        listed = ", ".join(f"“{shown(name, 30)}”" for name in header.cells)
        raise InputError(
            f"{header.line.file} has no column “{shown(columns[missing])}”, which the mapping names for "
            f"{missing}{nearest(columns[missing], tuple(header.cells))} Its columns are {listed}. "
            "Correct the mapping below [columns]."
        )
    return {field: names.index(name.casefold()) for field, name in columns.items()}
