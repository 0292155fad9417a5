"""Reads ICEWS: the files of the Dataverse study 28075, and shorter tables of the same events.

A row is an event in one sentence of one story, and its only report. Its country columns are those of the
actors; only the last one is that of the place. Events are dated by their story, which is thus as old.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from cypher.model.ids import content_id
from ingest.datasets.coded import CodedEvent, CodedParty, CodedPlace, CodedReport, Read
from ingest.datasets.codes.cameo import code_of, label, needed_coding
from ingest.datasets.codes.territories import country_named
from ingest.datasets.files.cells import Cells, RowError, attempts, cells_of, header_of
from ingest.datasets.files.opening import Opened, all_opened
from ingest.datasets.files.refusals import OtherFormatError
from ingest.datasets.files.rows import Row, tab_rows
from ingest.datasets.files.values import day
from ingest.datasets.readers.twins import joined
from ingest.documents.characters import shown

COLUMNS = (
    *("event id", "event date", "source name", "source sectors", "source country", "event text"),
    *("cameo code", "intensity", "target name", "target sectors", "target country", "story id"),
    *("sentence number", "publisher", "city", "district", "province", "country", "latitude", "longitude"),
)
"""The columns of the yearly files, in order."""

_ALSO = {"date": "event date", "source": "source name", "target": "target name", "relation": "event text"}
_ALSO |= {"cameo": "cameo code"}
_SECTORS = re.compile(r",(?! )(?![^()]*\))")
"""The commas between sectors; those within one are followed by a space or stand in brackets."""


def read_icews(paths: Sequence[Path]) -> Iterator[Read]:
    """Yield the events of ICEWS files, twins joined, and their rejected rows; see `Reader`."""
    for source in all_opened(paths):
        yield from _read(source)


def _read(source: Opened) -> Iterator[Read]:
    rows = tab_rows(source)
    first = header_of(rows, source)
    width, places = len(first.cells), _places(first)
    if places is None:  # a part of a file, without its header
        rows, places = chain([first], rows), {name: at for at, name in enumerate(COLUMNS)}
    yield from joined(attempts(cells_of(rows, places, width), lambda cells: [_event(cells)]))


def _places(first: Row) -> dict[str, int] | None:
    """Return the places of the columns by their names in a header, None if the first line is no header."""
    if len(first.cells) == len(COLUMNS) and day(first.cells[1]):
        return None
    names = (re.sub(r"[\W_]+", " ", cell).strip().lower() for cell in first.cells)
    places = {_ALSO.get(name, name): at for at, name in enumerate(names)}
    lacking = sorted({"event date", "source name", "target name"} - places.keys())
    if lacking or not places.keys() & {"cameo code", "event text"}:
        column = next(iter(lacking), "cameo code")
        raise OtherFormatError(
            f"{first.line.file} is no file of ICEWS: its first line has no column “{column}”. "
            "Download the events of the Dataverse study 28075.",
            first.line.file,
        )
    return places


def _event(cells: Cells) -> CodedEvent:
    date = _date(cells)
    code = _code(cells)
    meaning = needed_coding(code)
    actors = _party(cells, "source")
    if not actors:
        raise RowError("names no source")
    number = cells["event id"]
    return CodedEvent(
        key=f"{number}-{date}" if number else content_id("icews", *cells.row.cells),
        code=code,
        label=cells["event text"] or label(code),
        event_type=meaning.event_type,
        mode=meaning.mode,
        date=date,
        actors=actors,
        recipients=_party(cells, "target"),
        intensity=cells.number("intensity"),
        place=_place(cells),
        reports=(_report(cells, date),),
        origin=cells.row.line.origin(),
    )


def _date(cells: Cells) -> str:
    written = cells["event date"]
    date = day(written)
    if date is None:
        raise RowError(f"has no date but “{shown(written)}”" if written else "has no date")
    return date


def _code(cells: Cells) -> str:
    """Return the code of the event; older files have only its words, or have them in its column."""
    written = cells["cameo code"] or cells["event text"]
    code = written if written[:1].isdigit() else code_of(written)
    if code is None:
        raise RowError(f"has the unknown event “{shown(written)}”" if written else "has no event code")
    return code


def _party(cells: Cells, side: str) -> tuple[CodedParty, ...]:
    name, sectors = cells[f"{side} name"], cells[f"{side} sectors"]
    if not name:
        return ()
    listed = tuple(map(str.strip, _SECTORS.split(sectors))) if sectors else ()
    return (CodedParty(name, country=country_named(cells[f"{side} country"]) or "", sectors=listed),)


def _place(cells: Cells) -> CodedPlace | None:
    country = cells["country"]
    parts = (cells["city"], cells["district"], cells["province"], country)
    name = ", ".join(dict.fromkeys(filter(None, parts)))
    latitude, longitude = cells.coordinates()
    if not name and latitude is None:
        return None
    return CodedPlace(name, country_named(country) or "", latitude, longitude)


def _report(cells: Cells, date: str) -> CodedReport:
    story, sentence = cells["story id"], cells["sentence number"]
    return CodedReport(
        key=f"{story}-{sentence}",
        document=story or date,
        title=f"Story ID {story}" if story else None,
        publisher=cells["publisher"] or None,
        published_on=date,
        sentence=int(sentence) if sentence.isdecimal() else 0,
    )
