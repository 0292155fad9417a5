"""Reads Historical Phoenix of the Cline Center: CSV files with a header, as ``PhoenixNYT_1945-2005.csv``.

A row is an event that one story tells. The story is known by its number (``aid``), and has no address. Dates
have the month first. ``01/01/1970`` stands for a day that is not known, and event codes may have lost their
leading zero, which their root tells. Issues and quad classes are not read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from ingest.datasets.coded import CodedEvent, CodedPlace, CodedReport, Read
from ingest.datasets.codes.cameo import label, needed_coding
from ingest.datasets.codes.country_codes import country_of
from ingest.datasets.files.cells import Cells, RowError, attempts, named_rows
from ingest.datasets.files.opening import Opened
from ingest.datasets.files.refusals import NoEventsError
from ingest.datasets.files.values import day
from ingest.datasets.readers.phoenix_parties import parties_of
from ingest.documents.characters import shown

NEEDED = ("eid", "story_date", "source", "target", "code")
"""The columns that a file must have."""

_OF_STORIES = frozenset({"aid", "pubdate"})
"""Columns of the files ``MetaData….csv``, which list the stories."""

_PUBLISHERS: Mapping[str, str] = {
    "NYT": "The New York Times",
    "SWB": "BBC Summary of World Broadcasts",
    "FBIS": "Foreign Broadcast Information Service",
    "WSJ": "The Wall Street Journal",
}
_LETTERS = re.compile(r"[^\d_]*")
_NO_DAY = "1970-01-01"


def is_historical(names: Collection[str]) -> bool:
    """Return whether the first line of a file, in small letters, is that of Historical Phoenix."""
    return {"eid", "story_date"} <= set(names) or set(names) >= _OF_STORIES


def historical_events(source: Opened, names: Collection[str]) -> Iterator[Read]:
    """Yield the events of a file and the rows that were rejected; `names` are the columns in its header.

    Raises:
        NoEventsError: the file lists stories.
        OtherFormatError: a column is missing.
    """
    if "eid" not in names:
        raise NoEventsError(
            f"{source.name} lists the stories of Historical Phoenix, without their events. "
            "Name the file Phoenix….csv beside it."
        )
    rows = named_rows(source, "file of Historical Phoenix", NEEDED)
    return attempts(rows, lambda cells: [_event(cells)])


def _event(cells: Cells) -> CodedEvent:
    key, date = cells["eid"], day(cells["story_date"])
    if date is None or not key:
        raise RowError(f"has no id, or no date but “{shown(cells['story_date'])}”")
    if date == _NO_DAY:
        raise RowError("has the day 1970-01-01, which stands for an unknown one")
    code = _code(cells)
    meaning = needed_coding(code)
    actors = parties_of(cells["source"])
    if not actors:
        raise RowError("names no source")
    return CodedEvent(
        key=key,
        code=code,
        label=label(code),
        event_type=meaning.event_type,
        mode=meaning.mode,
        date=date,
        actors=actors,
        recipients=parties_of(cells["target"]),
        intensity=cells.number("goldstein"),
        place=_place(cells),
        reports=(_report(cells, key, date),),
        origin=cells.row.line.origin(),
    )


def _code(cells: Cells) -> str:
    """Return the event code, with the leading zero that a spreadsheet takes away."""
    code, root = cells["code"], cells.whole("root_code")
    padded = f"0{code}"
    is_cut = code.isdecimal() and root is not None and int(code[:2]) != root and int(padded[:2]) == root
    return padded if is_cut else code


def _place(cells: Cells) -> CodedPlace | None:
    latitude, longitude = cells.coordinates("lat", "lon")
    name = ", ".join(dict.fromkeys(filter(None, (cells["placename"], cells["statename"]))))
    country = country_of(cells["countryname"]) if cells["countryname"] else ""
    if not name and not country and latitude is None:
        return None
    return CodedPlace(name, country or "", latitude, longitude)


def _report(cells: Cells, key: str, date: str) -> CodedReport:
    """Return the report in the story; the letters of an event's id tell the collection that it is from."""
    letters = _LETTERS.match(key)
    collection = letters[0].strip("- ") if letters else ""
    document = " ".join(filter(None, (collection, cells["aid"]))) if cells["aid"] else key
    publisher = next((name for code, name in _PUBLISHERS.items() if code in collection.upper()), collection)
    return CodedReport(key=document, document=document, publisher=publisher or None, published_on=date)
