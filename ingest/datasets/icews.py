"""Reads ICEWS: the files of the Dataverse study 28075, and shorter tables of the same events.

A row is an event in one sentence of one story, and its only report. Its country columns are those of the
actors; only the last one is that of the place. Events are dated by their story, which is thus as old.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cypher.errors import InputError
from cypher.model.ids import content_id
from ingest.datasets.cameo import code_of, coding, label
from ingest.datasets.coded import CodedEvent, CodedParty, CodedPlace, CodedReport, Read, Rejected
from ingest.datasets.opening import Opened, all_opened
from ingest.datasets.rows import Row, tab_rows
from ingest.datasets.territories import country_named
from ingest.datasets.twins import joined
from ingest.datasets.values import day, number, place

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
    for row in rows:
        if isinstance(row, Rejected):
            yield row
            continue
        table, is_header = _table(row)
        events = table.events(rows if is_header else _again(row, rows))
        yield from joined(events, by_sentence="story id" in table.places)


def _again(first: Row, rows: Iterator[Row | Rejected]) -> Iterator[Row | Rejected]:
    yield first
    yield from rows


def _table(row: Row) -> tuple[_Table, bool]:
    """Return the columns of a file by its first row, and whether that is a header."""
    if len(row.cells) == len(COLUMNS) and day(row.cells[1]):
        return _Table({name: at for at, name in enumerate(COLUMNS)}, len(COLUMNS)), False
    names = (re.sub(r"[\W_]+", " ", cell).strip().lower() for cell in row.cells)
    places = {_ALSO.get(name, name): at for at, name in enumerate(names)}
    lacking = {"event date", "source name", "target name"} - places.keys()
    if lacking or not places.keys() & {"cameo code", "event text"}:
        raise InputError(
            f"{row.line.file} is no file of ICEWS: its first line names no {_listed(lacking)}. "
            "Download the events of the Dataverse study 28075."
        )
    return _Table(places, len(row.cells)), True


def _listed(lacking: set[str]) -> str:
    return ", ".join(f"“{name}”" for name in sorted(lacking) or ["cameo code"])


class _UnusableError(Exception):
    """A row cannot be used; the text is the reason."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The positions of the columns that a file has, by name, and the number of its columns."""

    places: Mapping[str, int]
    width: int

    def events(self, rows: Iterator[Row | Rejected]) -> Iterator[Read]:
        for row in rows:
            if isinstance(row, Rejected):
                yield row
                continue
            try:
                yield row.misfit(self.width) or self._event(row)
            except _UnusableError as error:
                yield row.rejected(str(error))

    def _cell(self, row: Row, name: str) -> str:
        at = self.places.get(name)
        return "" if at is None else row.cells[at]

    def _event(self, row: Row) -> CodedEvent:
        date = self._date(row)
        code = self._code(row)
        meaning = coding(code)
        if meaning is None:
            raise _UnusableError(f"has the unknown event code “{code}”")
        number_of_event = self._cell(row, "event id")
        return CodedEvent(
            key=f"{number_of_event}-{date}" if number_of_event else content_id("icews", *row.cells),
            code=code,
            label=self._cell(row, "event text") or label(code),
            event_type=meaning.event_type,
            mode=meaning.mode,
            date=date,
            actors=self._party(row, "source") or self._nobody(),
            recipients=self._party(row, "target"),
            intensity=number(self._cell(row, "intensity")),
            place=self._place(row),
            reports=(self._report(row, date),),
        )

    @staticmethod
    def _nobody() -> tuple[CodedParty, ...]:
        raise _UnusableError("names no source")

    def _date(self, row: Row) -> str:
        written = self._cell(row, "event date")
        date = day(written)
        if date is None:
            raise _UnusableError(f"has no date but “{written}”" if written else "has no date")
        return date

    def _code(self, row: Row) -> str:
        """Return the code of the event; older files have only its words, or have them in its column."""
        written = self._cell(row, "cameo code") or self._cell(row, "event text")
        code = written if written[:1].isdigit() else code_of(written)
        if code is None:
            raise _UnusableError(f"has the unknown event “{written}”" if written else "has no event code")
        return code

    def _party(self, row: Row, side: str) -> tuple[CodedParty, ...]:
        name, country = self._cell(row, f"{side} name"), self._cell(row, f"{side} country")
        if not name:
            return ()
        sectors = self._cell(row, f"{side} sectors")
        listed = tuple(map(str.strip, _SECTORS.split(sectors))) if sectors else ()
        return (CodedParty(name, country=(country and country_named(country)) or "", sectors=listed),)

    def _place(self, row: Row) -> CodedPlace | None:
        country = self._cell(row, "country")
        parts = (*(self._cell(row, name) for name in ("city", "district", "province")), country)
        return place(
            ", ".join(dict.fromkeys(filter(None, parts))),
            (country and country_named(country)) or "",
            self._cell(row, "latitude"),
            self._cell(row, "longitude"),
        )

    def _report(self, row: Row, date: str) -> CodedReport:
        story, sentence = self._cell(row, "story id"), self._cell(row, "sentence number")
        return CodedReport(
            key=f"{story}-{sentence}",
            document=story or date,
            publisher=self._cell(row, "publisher") or None,
            published_on=date,
            sentence=int(sentence) if sentence.isdecimal() else 0,
        )
