"""Reads Phoenix: daily files ``events.full.YYYYMMDD.txt`` without a header, and Historical Phoenix.

A row is what one day's stories say of who does what to whom. Ids of sentences, addresses and publishers are
joined by ``;``: a story is a report. Its quad classes are numbered in another way than PLOVER's and are not
read; neither are the actors' parts, which stand in the full code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from ingest.datasets.coded import CodedEvent, CodedPlace, CodedReport, Read, Rejected
from ingest.datasets.codes.cameo import label, needed_coding
from ingest.datasets.codes.country_codes import country_of
from ingest.datasets.files.cells import Cells, RowError, attempts, cells_of, first_names
from ingest.datasets.files.opening import Opened, all_opened
from ingest.datasets.files.refusals import OtherFormatError
from ingest.datasets.files.rows import Row, tab_rows
from ingest.datasets.files.values import day, listed
from ingest.datasets.readers.addresses import article_of, is_address, publisher_at
from ingest.datasets.readers.phoenix_historical import historical_events, is_historical
from ingest.datasets.readers.phoenix_parties import parties_of
from ingest.documents.characters import shown

COLUMNS = (
    *("event id", "date", "year", "month", "day"),
    *("source", "source entity", "source role", "source attribute"),
    *("target", "target entity", "target role", "target attribute"),
    *("code", "root code", "quad class", "goldstein", "issues", "latitude", "longitude"),
    *("location", "state", "country", "sentences", "addresses", "publishers"),
)
"""The columns, in order."""

_PLACES = {name: at for at, name in enumerate(COLUMNS)}
_LOOKED_AT = 100
"""The number of rows among which one must be of Phoenix."""


def read_phoenix(paths: Sequence[Path]) -> Iterator[Read]:
    """Yield the events of Phoenix files and the rows that were rejected; see `Reader`."""
    for source in all_opened(paths):
        names = first_names(source)
        if is_historical(names):
            yield from historical_events(source, names)
        else:
            yield from attempts(_cells(source), lambda cells: [_event(cells)])


def _cells(source: Opened) -> Iterator[Cells | Rejected]:
    rows = tab_rows(source)
    first = list(islice(rows, _LOOKED_AT))
    if first and not any(isinstance(row, Row) and _is_event(row) for row in first):
        raise OtherFormatError(
            f"{source.name} is no file of Phoenix, which has {len(COLUMNS)} cells in a row and no header, "
            "or the columns eid and story_date. Name the files events.full.*.txt or Phoenix….csv.",
            source.name,
        )
    return cells_of(chain(first, rows), _PLACES, len(COLUMNS))


def _is_event(row: Row) -> bool:
    return len(row.cells) == len(COLUMNS) and day(row.cells[_PLACES["date"]]) is not None


def _event(cells: Cells) -> CodedEvent:
    date = day(cells["date"])
    if date is None or not cells["event id"]:
        raise RowError(f"has no id, or no date but “{shown(cells['date'])}”")
    code = cells["code"]
    meaning = needed_coding(code)
    actors = parties_of(cells["source"])
    if not actors:
        raise RowError("names no source")
    return CodedEvent(
        key=f"{cells['event id']}-{date}",
        code=code,
        label=label(code),
        event_type=meaning.event_type,
        mode=meaning.mode,
        date=date,
        actors=actors,
        recipients=parties_of(cells["target"]),
        intensity=cells.number("goldstein"),
        place=_place(cells),
        reports=tuple(_reports(cells, date)),
        origin=cells.row.line.origin(),
    )


def _place(cells: Cells) -> CodedPlace | None:
    latitude, longitude = cells.coordinates()
    country = cells["country"]
    parts = (cells["location"], cells["state"], "" if len(country) == 3 and country.isupper() else country)
    name = ", ".join(dict.fromkeys(filter(None, parts)))
    if not name and not country and latitude is None:
        return None
    return CodedPlace(name, country_of(country) or "", latitude, longitude)


def _reports(cells: Cells, date: str) -> Iterator[CodedReport]:
    """Yield a report for each story; if lists differ in length, it is not told what belongs together."""
    addresses, stories = listed(cells["addresses"]), _stories(listed(cells["sentences"]))
    if not stories or (addresses and len(stories) != len(addresses)):
        stories = dict.fromkeys(addresses or [date], 0)
    addresses, publishers = (
        each if len(each) == len(stories) else [""] * len(stories)
        for each in (addresses, listed(cells["publishers"]))
    )
    seen: set[str] = set()
    for (story, number), address, publisher in zip(stories.items(), addresses, publishers, strict=True):
        document = article_of(address or story)
        if document not in seen:
            seen.add(document)
            yield CodedReport(
                key=document,
                document=document,
                url=address if is_address(address) else None,
                publisher=publisher or publisher_at(address) or None,
                published_on=date,
                sentence=number,
            )


def _stories(sentences: Iterable[str]) -> dict[str, int]:
    """Return the first sentence of each story, whose id the ids of sentences begin with: ``5cd1_2``."""
    stories: dict[str, int] = {}
    for sentence in sentences:
        story, _, number = sentence.rpartition("_")
        stories.setdefault(story or sentence, int(number) if number.isdecimal() else 0)
    return stories
