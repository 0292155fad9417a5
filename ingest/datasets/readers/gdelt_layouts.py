"""The layouts of GDELT's files: which cell is what, told by the width of the rows.

Only the reduced file has a header, which may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain, islice

from ingest.datasets.coded import Rejected
from ingest.datasets.files.opening import Opened
from ingest.datasets.files.refusals import NoEventsError, OtherFormatError
from ingest.datasets.files.rows import Row, tab_rows
from ingest.datasets.files.values import day
from ingest.datasets.readers.gdelt_reduced import is_reduced


@dataclass(frozen=True, slots=True)
class Layout:
    """The number of cells of a row and the places of some; `added` holds the time at which GDELT wrote it.

    `place` is the first cell on the place of an event, `latitude` that of its coordinates. `address` is None
    before April 2013.
    """

    width: int
    added: int
    place: int = 0
    latitude: int = 0
    address: int | None = None

    def fits(self, row: Row) -> bool:
        """Return whether a row has this layout: the width, and digits where numbers and times stand."""
        cells = row.cells
        return len(cells) == self.width and cells[0].isdecimal() and day(cells[self.added][:8]) is not None


class Content(Enum):
    """What a file holds: events with a row each, many events in a row, or mentions of events."""

    EVENTS = auto()
    REDUCED = auto()
    MENTIONS = auto()


MENTIONS = Layout(16, added=2)
EVENTS: tuple[Layout, ...] = (
    Layout(61, added=59, place=51, latitude=56, address=60),
    Layout(58, added=56, place=49, latitude=53, address=57),
    Layout(57, added=56, place=49, latitude=53),
)
"""Events of GDELT 2.0; of GDELT 1.0; and those without an address."""

EVENT_WIDTHS = tuple(each.width for each in EVENTS)
_LOOKED_AT = 100
"""The number of rows in which the first one with a known layout is looked for."""

_GKG_WIDTH = 27
_GKG_ID = re.compile(r"\d{14}-T?\d+")
_OLD_GKG = ["date", "numarts"]
"""The first columns of version 1 of the GKG, and of its counts."""


def event_layout(row: Row) -> Layout | None:
    """Return the layout of a row of events, None if it has none of them."""
    return next((each for each in EVENTS if each.fits(row)), None)


def content_of(source: Opened) -> tuple[Content, Iterator[Row | Rejected]]:
    """Return what a file holds, by its first row of a known layout, and all its rows.

    Raises:
        NoEventsError: it is a file of the Global Knowledge Graph.
        OtherFormatError: no row has a known layout.
    """
    rows = tab_rows(source)
    seen: list[Row | Rejected] = []
    for row in islice(rows, _LOOKED_AT):
        seen.append(row)
        content = _content(row, source) if isinstance(row, Row) else None
        if content is not None:
            return content, chain(seen, rows)
    if not seen:  # GDELT has empty files
        return Content.EVENTS, rows
    raise OtherFormatError(
        f"{source.name} is no file of GDELT with events (57, 58 or 61 cells a row, or 17 in the reduced "
        "file) or mentions (16 cells). Download *.export.CSV.zip and *.mentions.CSV.zip.",
        source.name,
    )


def _content(row: Row, source: Opened) -> Content | None:
    if event_layout(row):
        return Content.EVENTS
    if MENTIONS.fits(row):
        return Content.MENTIONS
    if is_reduced(row):
        return Content.REDUCED
    if _is_gkg(row):
        raise NoEventsError(
            f"{source.name} is of GDELT's Global Knowledge Graph, which lists the names, places and themes "
            "of each article. It does not say who does what to whom, so it gives no events. Download "
            "*.export.CSV.zip and *.mentions.CSV.zip of the same time."
        )
    return None


def _is_gkg(row: Row) -> bool:
    cells = row.cells
    is_new = len(cells) == _GKG_WIDTH and _GKG_ID.fullmatch(cells[0]) is not None
    return is_new or [cell.lower() for cell in cells[:2]] == _OLD_GKG
