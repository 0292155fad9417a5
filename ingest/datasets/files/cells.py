"""Reads the rows of tables with a header: cells by the names of their columns, as texts and numbers.

What is wrong with a row is a `RowError`, from which `attempts` makes a rejected row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from cypher.errors import InputError
from ingest.datasets.coded import CodedEvent, Read, Rejected
from ingest.datasets.files.opening import Opened
from ingest.datasets.files.refusals import OtherFormatError
from ingest.datasets.files.rows import Row, csv_rows
from ingest.datasets.files.values import number as finite
from ingest.documents.characters import shown

_DELIMITERS = ",;\t|"
_PEEKED = 1 << 16
_LARGEST = 2**53
"""The largest whole number that is read; above it, floating-point numbers leave out some."""


class RowError(Exception):
    """A row cannot be used; the text goes on with a sentence that begins with the row."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A row whose cells are found by the names of their columns, in small letters."""

    row: Row
    places: Mapping[str, int]

    def __getitem__(self, column: str) -> str:
        """Return the text of a cell, empty if there is no such column."""
        place = self.places.get(column)
        return "" if place is None or place >= len(self.row.cells) else self.row.cells[place]

    def number(self, column: str) -> float | None:
        """Return the number in a cell, None if it is empty; raises `RowError` if it is no number."""
        text = self[column]
        if not text:
            return None
        number = finite(text)
        if number is None:
            raise RowError(f"has no number in “{column}”, but “{shown(text, 30)}”")
        return number

    def whole(self, column: str) -> int | None:
        """Return the whole number in a cell, which may be written as ``300380.0``; else as `number`."""
        number = self.number(column)
        if number is not None and (number != int(number) or abs(number) > _LARGEST):
            raise RowError(f"has no whole number in “{column}”, but “{shown(self[column], 30)}”")
        return None if number is None else int(number)

    def count(self, column: str) -> int | None:
        """Return the whole number in a cell that counts something; raises `RowError` if it is below zero."""
        number = self.whole(column)
        if number is not None and number < 0:
            raise RowError(f"has a number below zero in “{column}”: {number}")
        return number

    def coordinates(self, latitude: str = "latitude", longitude: str = "longitude") -> _Coordinates:
        """Return latitude and longitude in degrees, None if not known; raises `RowError` if not on Earth."""
        place = self.number(latitude), self.number(longitude)
        if abs(place[0] or 0) > 90 or abs(place[1] or 0) > 180:
            raise RowError(f"has a place that is not on Earth: {place[0]}, {place[1]}")
        return (None, None) if None in place else place


_Coordinates = tuple[float | None, float | None]


def places_of(header: Sequence[str]) -> dict[str, int]:
    """Return the places of the columns by name, in small letters; the first of two with one name counts."""
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        places.setdefault(name.strip().lower(), place)
    return places


def cells_of(
    rows: Iterable[Row | Rejected], places: Mapping[str, int], width: int
) -> Iterator[Cells | Rejected]:
    """Yield the rows of a file as cells; a row of another width is rejected."""
    for row in rows:
        yield row if isinstance(row, Rejected) else row.misfit(width) or Cells(row, places)


def header_of(rows: Iterator[Row | Rejected], source: Opened) -> Row:
    """Return the first row of a file; raises `InputError` if there is none, or it cannot be read."""
    first = next(rows, None)
    if first is None:
        raise InputError(f"{source.name} is empty. Download it again.")
    if isinstance(first, Rejected):
        raise InputError(f"The first line of {source.name} {first.reason}. Download the file again.")
    return first


def named_rows(
    source: Opened, kind: str, needed: Sequence[str], columns: Sequence[str] = ()
) -> Iterator[Cells | Rejected]:
    """Yield the rows of a CSV file; the first line tells the delimiter.

    A file may lack the header if its rows are as wide as `columns`, which then name them.

    Raises:
        OtherFormatError: there is no header with the `needed` columns; `kind` is what the file should be.
    """
    rows: Iterator[Row | Rejected] = csv_rows(source, delimiter_of(source))
    header = header_of(rows, source)
    places = places_of(header.cells)
    missing = [column for column in needed if column not in places]
    if missing and len(header.cells) == len(columns):
        places, rows = places_of(columns), chain([header], rows)
    elif missing:
        raise OtherFormatError(
            f"{source.name} is no {kind}: its first line has no column “{missing[0]}”.", source.name
        )
    for row in rows:
        yield row if isinstance(row, Rejected) else Cells(row, places)


def first_names(source: Opened) -> frozenset[str]:
    """Return the cells of a file's first line, in small letters, without reading on."""
    first = source.stream.peek(_PEEKED)[:_PEEKED].removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0]
    cells = first.decode("utf-8", "replace").split(delimiter_of(source))
    return frozenset(cell.strip().strip('"').lower() for cell in cells)


def delimiter_of(source: Opened) -> str:
    """Return which of comma, semicolon, tab and bar stands most often in the first line."""
    first = source.stream.peek(_PEEKED)[:_PEEKED].lstrip().split(b"\n", 1)[0]
    return max(_DELIMITERS, key=lambda delimiter: first.count(delimiter.encode()))


def attempts(
    rows: Iterable[Cells | Rejected], events_of: Callable[[Cells], Sequence[CodedEvent]]
) -> Iterator[Read]:
    """Yield the events of each row, or the row as rejected if `events_of` raises `RowError`."""
    for cells in rows:
        if isinstance(cells, Rejected):
            yield cells
            continue
        try:
            events = events_of(cells)
        except RowError as error:
            yield cells.row.rejected(str(error))
        else:
            yield from events
