"""Reads GDELT's reduced file, ``GDELT.MASTERREDUCEDV2.TXT``: events of 1979 to 2013 without numbers.

A row stands for all events of a day with the same parties, code and places, and counts them; it becomes one
event. It has no address, no name of a place, and no day on which it was added: that day is not known, so the
event is known since it was imported, and days that GDELT has shifted cannot be told from others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from cypher.model.ids import content_id
from ingest.datasets.coded import CodedEvent, CodedParty, CodedPlace, CodedReport, Read, Rejected
from ingest.datasets.codes.cameo import label, needed_coding
from ingest.datasets.files.cells import Cells, RowError, attempts, cells_of, places_of
from ingest.datasets.files.rows import Row
from ingest.datasets.files.values import day
from ingest.documents.characters import shown

COLUMNS = (
    *("Date", "Source", "Target", "CAMEOCode", "NumEvents", "NumArts", "QuadClass", "Goldstein"),
    *("SourceGeoType", "SourceGeoLat", "SourceGeoLong", "TargetGeoType", "TargetGeoLat", "TargetGeoLong"),
    *("ActionGeoType", "ActionGeoLat", "ActionGeoLong"),
)
"""The columns, in order."""

_PLACES = places_of(COLUMNS)
_NEEDED = frozenset({"date", "source", "target", "cameocode", "numevents"})
_NOT_IN_THE_KEY = frozenset({"numevents", "numarts"})
"""What a later file may count anew for the same events."""

_QUAD_CLASSES = frozenset("1234")
_COUNTRY_ONLY = "1"
"""The type of a place that is a whole country; its coordinates are only the middle of it."""


def is_reduced(row: Row) -> bool:
    """Return whether a row is the header of a reduced file, or has its cells."""
    if _is_header(row):
        return True
    cells = row.cells
    fits = len(cells) == len(COLUMNS) and cells[4].isdecimal() and cells[6] in _QUAD_CLASSES
    return fits and day(cells[0]) is not None


def reduced_events(rows: Iterable[Row | Rejected]) -> Iterator[Read]:
    """Yield the events of a reduced file and the rows that were rejected."""
    return attempts(_cells(iter(rows)), lambda cells: [_event(cells)])


def _is_header(row: Row) -> bool:
    return {cell.lower() for cell in row.cells} >= _NEEDED


def _cells(rows: Iterator[Row | Rejected]) -> Iterator[Cells | Rejected]:
    """Return the cells of the rows; a header says where they are."""
    places: Mapping[str, int] = _PLACES
    width = len(COLUMNS)
    first = next(rows, None)
    if isinstance(first, Row) and _is_header(first):
        places, width = places_of(first.cells), len(first.cells)
    elif first is not None:
        rows = chain([first], rows)
    return cells_of(rows, places, width)


def _event(cells: Cells) -> CodedEvent:
    date, code = day(cells["date"]), cells["cameocode"]
    if date is None:
        raise RowError(f"has no date but “{shown(cells['date'])}”")
    meaning = needed_coding(code)
    if not cells["source"]:
        raise RowError("names no source")
    return CodedEvent(
        key=content_id("row", *(cells[name] for name in _PLACES if name not in _NOT_IN_THE_KEY)),
        code=code,
        label=label(code),
        event_type=meaning.event_type,
        mode=meaning.mode,
        date=date,
        actors=(CodedParty(code=cells["source"]),),
        recipients=(CodedParty(code=cells["target"]),) if cells["target"] else (),
        intensity=cells.number("goldstein"),
        place=_place(cells),
        reports=(CodedReport(key=date, document=date),),
        origin=cells.row.line.origin(),
    )


def _place(cells: Cells) -> CodedPlace | None:
    if cells["actiongeotype"] in {"", "0", _COUNTRY_ONLY}:
        return None
    latitude, longitude = cells.coordinates("actiongeolat", "actiongeolong")
    return None if latitude is None else CodedPlace(latitude=latitude, longitude=longitude)
