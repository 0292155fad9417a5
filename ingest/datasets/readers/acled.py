"""Reads ACLED: CSV of the export tool or the interface, of all years, and the ids of deleted events.

The columns are found by name, so that 31 columns, the 35 with population, and the layout before 2023 with
``data_id`` and ``iso3`` are all read. What ACLED's types become stands with reasons in ``acled_types.csv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import chain
from pathlib import Path

from cypher.errors import InputError
from cypher.model.graph import DatePrecision
from ingest.datasets.coded import CodedEvent, CodedParty, CodedPlace, CodedReport, Read, Rejected
from ingest.datasets.codes.country_codes import country_of
from ingest.datasets.files.cells import (
    Cells,
    RowError,
    attempts,
    delimiter_of,
    header_of,
    named_rows,
    places_of,
)
from ingest.datasets.files.days import first_day, needed_day
from ingest.datasets.files.opening import Opened, all_opened
from ingest.datasets.files.rows import csv_rows
from ingest.datasets.files.values import listed
from ingest.datasets.readers.acled_names import party_of
from ingest.datasets.tables import rows
from ingest.documents.characters import shown

_NEEDED = ("event_id_cnty", "event_date", "event_type", "actor1")
_PRECISIONS = {1: DatePrecision.DAY, 2: DatePrecision.WEEK, 3: DatePrecision.MONTH}
_REMEMBERED = 20_000
"""The number of rows in which a second row of an event is looked for; a monadic export has one per actor."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a type of ACLED becomes.

    `by` is who does it: both sides together; the first actor to the second, or the second to the first; or
    only the first, whatever the second is. `alone` are type and mode without a second actor.
    """

    event_type: str
    mode: str | None
    by: str
    alone: tuple[str, str | None] | None


def read_acled(paths: Sequence[Path]) -> Iterator[Read]:
    """Yield the events of ACLED files and the rows that were rejected (see `Reader`).

    Battles and agreements have no direction: the sides are actors together, without their associates, who
    would appear as their adversaries. Elsewhere associates take part beside the actor. Each source is a
    report with ACLED's notes as its text, published on the day on which ACLED last wrote the row.
    """
    for source in all_opened(paths):
        found = named_rows(source, "file of ACLED with events", _NEEDED)
        yield from attempts(_once(found), lambda cells: [_event(cells)])


def withdrawn(paths: Sequence[Path]) -> Iterator[str]:
    """Yield the keys of the events that ACLED has deleted, from files with a column ``event_id_cnty``.

    A file of one column without a header is read too. Lines that cannot be read are left out.

    Raises:
        InputError: a file does not exist, or is a table without this column.
    """
    for source in all_opened(paths):
        yield from _ids(source)


def _ids(source: Opened) -> Iterator[str]:
    lines = csv_rows(source, delimiter_of(source))
    first = header_of(lines, source)
    place = places_of(first.cells).get(_NEEDED[0])
    if place is None and len(first.cells) > 1:
        raise InputError(
            f"{source.name} is no list of deleted events: its first line has no column “{_NEEDED[0]}”. "
            "Name the file that ACLED gives for deleted events."
        )
    for row in chain([first] if place is None else [], lines):
        if not isinstance(row, Rejected) and (key := row.cells[place or 0]):
            yield key


def _once(found: Iterator[Cells | Rejected]) -> Iterator[Cells | Rejected]:
    """Reject a row whose event stands in one of the rows before it."""
    recent: dict[str, None] = {}
    for cells in found:
        if isinstance(cells, Rejected):
            yield cells
            continue
        key = cells["event_id_cnty"]
        if key in recent:
            yield cells.row.rejected("repeats an event; export dyads, with both actors in one row")
            continue
        yield cells
        recent[key] = None
        if len(recent) > _REMEMBERED:
            del recent[next(iter(recent))]


def _event(cells: Cells) -> CodedEvent:
    key, acled = cells["event_id_cnty"], cells["sub_event_type"] or cells["event_type"]
    if not key:
        raise RowError("has no id in “event_id_cnty”")
    kind = _kinds().get(acled.lower())
    if kind is None:
        raise RowError(f"is of the type “{shown(acled, 60)}”, which says too little about what happened")
    day = needed_day(cells["event_date"], "event_date")
    precision = _PRECISIONS.get(cells.whole("time_precision") or 1, DatePrecision.DAY)
    event_type, mode, by = kind.event_type, kind.mode, kind.by
    if kind.alone and not cells["actor2"]:
        (event_type, mode), by = kind.alone, "first"
    actors, recipients = _parties(cells, by)
    return CodedEvent(
        key=key,
        code=cells["event_type"],
        label=acled,
        event_type=event_type,
        mode=mode,
        date=first_day(day, precision),
        precision=precision,
        actors=actors,
        recipients=recipients,
        directed=by != "both",
        reports=_reports(cells),
        place=_place(cells),
        fatalities=cells.count("fatalities"),
        origin=cells.row.line.origin(),
    )


def _parties(cells: Cells, by: str) -> tuple[tuple[CodedParty, ...], tuple[CodedParty, ...]]:
    if not cells["actor1"]:
        raise RowError("names nobody in “actor1”")
    if by == "both":
        return (*_side(cells, "1")[:1], *_side(cells, "2")[:1]), ()
    first = _side(cells, "1")
    if by == "only":
        return first, ()
    second = _side(cells, "2")
    return (second, first) if by == "second" else (first, second)


def _side(cells: Cells, number: str) -> tuple[CodedParty, ...]:
    """Return an actor, then its associates."""
    actor = cells[f"actor{number}"]
    if not actor:
        return ()
    # The kind is the actor's alone
    associates = (party_of(name) for name in listed(cells[f"assoc_actor_{number}"]))
    return tuple(dict.fromkeys((party_of(actor, cells[f"inter{number}"]), *associates)))


def _place(cells: Cells) -> CodedPlace:
    latitude, longitude = cells.coordinates()
    country = country_of(cells["iso3"] or cells["iso"]) or country_of(cells["country"])
    return CodedPlace(cells["location"], country, latitude, longitude)


def _reports(cells: Cells) -> tuple[CodedReport, ...]:
    """Return a report for each source; ACLED names no articles, so each is known by event and source."""
    sources = list(dict.fromkeys(listed(cells["source"]))) or ["ACLED"]
    key, published = cells["event_id_cnty"], _uploaded(cells)
    return tuple(
        CodedReport(
            key=source,
            document=f"{key} {source}",
            publisher=source,
            published_on=published,
            text=cells["notes"],
        )
        for source in sources
    )


def _uploaded(cells: Cells) -> str | None:
    seconds = cells.count("timestamp")
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds else None
    except (ValueError, OverflowError, OSError):
        raise RowError(f"has no time in “timestamp”, but “{seconds}”") from None


@cache
def _kinds() -> Mapping[str, _Kind]:
    """Read the table of types, by ACLED's names in small letters."""
    return {
        row["acled"].lower(): _Kind(
            row["event_type"],
            row["mode"] or None,
            row["by"],
            (row["alone_type"], row["alone_mode"] or None) if row["alone_type"] else None,
        )
        for row in rows("acled_types.csv")
    }
