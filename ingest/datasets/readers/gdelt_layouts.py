"""The layouts of GDELT's files, which have no header: which cell is what, told by the width of the rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from cypher.errors import InputError
from ingest.datasets.coded import Rejected
from ingest.datasets.files.opening import Opened
from ingest.datasets.files.rows import Row, tab_rows
from ingest.datasets.files.values import day


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


def event_layout(row: Row) -> Layout | None:
    """Return the layout of a row of events, None if it has none of them."""
    return next((each for each in EVENTS if each.fits(row)), None)


def has_mentions(source: Opened) -> tuple[bool, Iterator[Row | Rejected]]:
    """Return whether a file holds mentions and not events, by its first row of a known layout, and all rows.

    Raises:
        InputError: no row has a known layout.
    """
    rows = tab_rows(source)
    seen: list[Row | Rejected] = []
    for row in islice(rows, _LOOKED_AT):
        seen.append(row)
        if isinstance(row, Row) and (MENTIONS.fits(row) or event_layout(row)):
            return MENTIONS.fits(row), chain(seen, rows)
    if not seen:  # GDELT has empty files
        return False, rows
    raise InputError(
        f"{source.name} is no file of GDELT with events (57, 58 or 61 cells a row) or mentions (16 cells). "
        "Download *.export.CSV.zip and *.mentions.CSV.zip; the GKG is not read."
    )
