"""Reads POLECAT: weekly files with tabs, whose event types and modes are those of PLOVER.

The columns are found by name. In some files the header names columns that the rows lack, or the rows end with
empty cells, so that the header alone does not tell which cell is which (see `_Layout`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

from babel import Locale

from cypher.model.ontology import EventType, event_types
from ingest.datasets.coded import CodedEvent, CodedPlace, CodedReport, Read, Rejected
from ingest.datasets.codes.country_codes import country_of
from ingest.datasets.codes.plover_words import plain
from ingest.datasets.files.cells import Cells, RowError, attempts, header_of, places_of
from ingest.datasets.files.opening import Opened, all_opened
from ingest.datasets.files.refusals import OtherFormatError
from ingest.datasets.files.rows import Row, tab_rows
from ingest.datasets.files.values import day, number
from ingest.datasets.readers.polecat_parties import parties_of
from ingest.documents.characters import shown

_NEEDED = ("event id", "event date", "event type", "actor name", "recipient name")
_OFTEN_EMPTY = ("headline", "event text", "feed", "story id")
"""Columns that the header of some files names, without cells for them in the rows."""

_SUFFIX = re.compile(r"_[A-Z]+(?:_[A-Z0-9]+)*$")
"""What follows the story in an id: ``20190801-2309-4e08_COOPERATE_R``."""


def read_polecat(paths: Sequence[Path]) -> Iterator[Read]:
    """Yield the events of POLECAT files and the rows that were rejected (see `Reader`).

    Actors and recipients may be several. The events of one story share its document.
    """
    for source in all_opened(paths):
        yield from attempts(_rows(source), lambda cells: [_event(cells)])


def _rows(source: Opened) -> Iterator[Cells | Rejected]:
    rows = tab_rows(source)
    header = header_of(rows, source)
    missing = [name for name in _NEEDED if name not in places_of(header.cells)]
    if missing:
        raise OtherFormatError(
            f"{source.name} is no file of POLECAT: its first line has no column “{missing[0]}”. "
            "Download the events of the Dataverse study AJGVIT.",
            source.name,
        )
    layout = _Layout(header.cells)
    for row in rows:
        yield row if isinstance(row, Rejected) else layout.cells(row)


class _Layout:
    """The columns that the rows of a file may have: all of the header, or without some of `_OFTEN_EMPTY`."""

    def __init__(self, header: Sequence[str]) -> None:
        names = [name.lower() for name in header]
        while names and not names[-1]:
            names.pop()
        absent = [name for name in _OFTEN_EMPTY if name in names]
        fewer = [set(chosen) for count in range(len(absent) + 1) for chosen in combinations(absent, count)]
        kept = ([name for name in names if name not in chosen] for chosen in fewer)
        self._possible = [(len(each), places_of(each)) for each in kept]

    def cells(self, row: Row) -> Cells | Rejected:
        """Return the cells of a row by the widest layout that fits it, and in which its cells make sense."""
        width = len(row.cells)
        fitting = [
            Cells(row, places)
            for size, places in self._possible
            if width == size or (width > size and not any(row.cells[size:]))
        ]
        if not fitting:
            return row.misfit(*sorted(size for size, _ in self._possible)) or row.rejected("is too short")
        return next(filter(_makes_sense, fitting), fitting[0]) if len(fitting) > 1 else fitting[0]


def _makes_sense(cells: Cells) -> bool:
    """Whether dates, event type and numbers stand where they should."""
    numbers = (cells["latitude"], cells["longitude"], cells["geonames id"])
    return (
        day(cells["event date"]) is not None
        and cells["event type"].upper() in event_types()
        and all(not text or number(text) is not None for text in numbers)
        and (not cells["publication date"] or day(cells["publication date"]) is not None)
    )


def _event(cells: Cells) -> CodedEvent:
    key, date = cells["event id"], day(cells["event date"])
    if not key:
        raise RowError("has no id in “Event ID”")
    if date is None:
        raise RowError(f"has no date in “Event Date”, but “{shown(cells['event date'], 30)}”")
    kind = _kind(cells)
    mode = plain(cells["event mode"])
    actors = parties_of(cells, "actor")
    if not actors:
        raise RowError("names no actor")
    return CodedEvent(
        key=key,
        code=kind.code,
        label=" ".join(filter(None, (kind.code, mode))),
        event_type=kind.code,
        mode=mode if mode in kind.modes else None,
        date=date,
        actors=actors,
        recipients=parties_of(cells, "recipient"),
        reports=(_report(cells, key),),
        intensity=number(cells["intensity"] or cells["event intensity"]),
        place=_place(cells),
        origin=cells.row.line.origin(),
    )


def _kind(cells: Cells) -> EventType:
    code = cells["event type"].upper()
    kind = event_types().get(code)
    if kind is None or kind.imported:
        raise RowError(f"is of no event type of PLOVER, but “{shown(code, 30)}”")
    return kind


def _place(cells: Cells) -> CodedPlace:
    latitude, longitude = cells.coordinates()
    name = next(filter(None, (cells[each] for each in ("placename", "city", "district", "province"))), "")
    return CodedPlace(name, country_of(cells["country"]), latitude, longitude)


def _report(cells: Cells, key: str) -> CodedReport:
    story = _SUFFIX.sub("", key)
    return CodedReport(
        key=story,
        document=story,
        title=cells["headline"] or None,
        publisher=cells["source"] or None,
        published_on=day(cells["publication date"]),
        language=_language(cells["language"]),
        text=cells["event text"],
    )


def _language(text: str) -> str:
    """Return the code of a language that is given by code or English name; English if it is unknown."""
    given = text.lower()
    return _languages().get(given, given if re.fullmatch("[a-z]{2}", given) else "en")


@cache
def _languages() -> Mapping[str, str]:
    return {name.lower(): code for code, name in Locale("en").languages.items()}
