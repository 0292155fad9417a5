"""Reads GDELT: events of 1.0 and 2.0, the reduced file, and the mentions of 2.0, which are reports of events.

A row holds two systems of codes: countries of actors are CAMEO's (``IRQ``), those of places FIPS 10-4
(``IZ``). An event happened on SQLDATE, and is known since it was added or mentioned. GDELT shifts SQLDATE by
exactly 7, 30 or 365 days if a text says "last week", "last month" or "last year": no more is known then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from cypher.model.graph import DatePrecision
from ingest.datasets.coded import CodedEvent, CodedParty, CodedPlace, CodedReport, Read, Rejected
from ingest.datasets.codes.actor_codes import country_of_code
from ingest.datasets.codes.cameo import label, needed_coding
from ingest.datasets.files.cells import RowError
from ingest.datasets.files.days import first_day
from ingest.datasets.files.opening import all_opened
from ingest.datasets.files.refusals import NoEventsError
from ingest.datasets.files.rows import Row
from ingest.datasets.files.values import day, number
from ingest.datasets.readers.addresses import article_of, is_address, publisher_at
from ingest.datasets.readers.gdelt_layouts import EVENT_WIDTHS, Content, Layout, content_of, event_layout
from ingest.datasets.readers.gdelt_mentions import Mentions, kept_mentions, reports_with_confidence
from ingest.datasets.readers.gdelt_reduced import reduced_events
from ingest.datasets.tables import rows as table_rows
from ingest.documents.characters import shown

_NAMES = {"actor": 5, "recipient": 15}
_CODE, _GOLDSTEIN = 26, 30
_SHIFTS = {7: DatePrecision.WEEK, 30: DatePrecision.MONTH, 365: DatePrecision.YEAR}
_DECADE = 3650
_COUNTRY_ONLY = "1"
"""The type of a place that is a whole country; its coordinates are only the middle of it."""


def read_gdelt(paths: Sequence[Path]) -> Iterator[Read]:
    """Yield the events of GDELT's files and the rows that were rejected; see `Reader`.

    Mentions among the files are the reports of the events, whatever the order of the files. Without any, the
    only report is the article at SOURCEURL.
    """
    contents = {content_of(source)[0] for source in all_opened(paths)}
    if Content.MENTIONS not in contents:
        yield from _events(paths, None)
        return
    if Content.EVENTS not in contents:
        raise NoEventsError(
            "These files of GDELT have mentions, but not their events. "
            "Name *.export.CSV.zip of the same time, too."
        )
    with kept_mentions() as mentions:
        for source in all_opened(paths):
            content, rows = content_of(source)
            if content is Content.MENTIONS:
                yield from mentions.keep(rows)
        mentions.sort()
        yield from _events(paths, mentions)
        yield from mentions.lost()


def _events(paths: Sequence[Path], mentions: Mentions | None) -> Iterator[Read]:
    for source in all_opened(paths):
        content, rows = content_of(source)
        if content is Content.REDUCED:
            yield from reduced_events(rows)
        for row in rows if content is Content.EVENTS else ():
            if isinstance(row, Rejected):
                yield row
                continue
            try:
                yield row.misfit(*EVENT_WIDTHS) or _event(row, mentions)
            except RowError as error:
                yield row.rejected(str(error))


def _event(row: Row, mentions: Mentions | None) -> CodedEvent:
    cells, layout = row.cells, event_layout(row)
    if layout is None:
        raise RowError("has no number of an event, or no time at which it was added")
    mentioned = mentions.reports(int(cells[0])) if mentions else ()
    added, happened = day(cells[layout.added][:8]), day(cells[1])
    if added is None or happened is None:
        raise RowError(f"has no date but “{shown(cells[1])}”")
    code = cells[_CODE]
    meaning = needed_coding(code)
    actors = _party(cells, "actor")
    if not actors:
        raise RowError("names no first actor")
    precision = _precision(happened, added)
    return CodedEvent(
        key=cells[0],
        code=code,
        label=label(code),
        event_type=meaning.event_type,
        mode=meaning.mode,
        date=first_day(happened, precision),
        precision=precision,
        actors=actors,
        recipients=_party(cells, "recipient"),
        intensity=number(cells[_GOLDSTEIN]),
        place=_place(cells, layout),
        reports=reports_with_confidence(mentioned) or (_report(cells, layout, added),),
        origin=row.line.origin(),
    )


def _precision(happened: str, added: str) -> DatePrecision:
    days = (date.fromisoformat(added) - date.fromisoformat(happened)).days
    if days == _DECADE:
        raise RowError("tells of some day a decade ago")
    return _SHIFTS.get(days, DatePrecision.DAY)


def _party(cells: Sequence[str], side: str) -> tuple[CodedParty, ...]:
    at = _NAMES[side]
    code, name, country = cells[at : at + 3]
    return (CodedParty(name, code, country_of_code(country)),) if code or name else ()


def _place(cells: Sequence[str], layout: Layout) -> CodedPlace | None:
    kind, name, country = cells[layout.place : layout.place + 3]
    if not name and not country:
        return None
    latitude, longitude = (number(cell) for cell in cells[layout.latitude : layout.latitude + 2])
    is_exact = kind != _COUNTRY_ONLY and latitude is not None and longitude is not None
    is_on_earth = is_exact and abs(latitude or 0) <= 90 and abs(longitude or 0) <= 180
    where = (latitude, longitude) if is_on_earth else (None, None)
    return CodedPlace(name, _fips().get(country, ""), *where)


def _report(cells: Sequence[str], layout: Layout, added: str) -> CodedReport:
    """Return the report at the address in a row; rows without one are only known by their day."""
    address = cells[layout.address] if layout.address is not None else ""
    article = article_of(address) if address else added
    return CodedReport(
        key=article,
        document=article,
        url=address if is_address(address) else None,
        publisher=publisher_at(address) or None,
        published_on=added,
    )


@cache
def _fips() -> Mapping[str, str]:
    return {row["fips"]: row["iso3"] for row in table_rows("fips.csv")}
