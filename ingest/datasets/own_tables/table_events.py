"""Makes events of the rows of somebody's own table; their cells are found by the fields of events."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from cypher.model.graph import DatePrecision
from cypher.model.ids import content_id
from cypher.model.ontology import event_types
from ingest.datasets.coded import CodedEvent, CodedParty, CodedPlace, CodedReport
from ingest.datasets.codes.cameo import Coding, coding, label
from ingest.datasets.codes.country_codes import country_of
from ingest.datasets.codes.plover_words import mode_named, plover_named
from ingest.datasets.files.cells import Cells, RowError
from ingest.datasets.files.days import day_of, first_day
from ingest.datasets.own_tables.mapping import Codes, TableMapping
from ingest.documents.characters import shown

_PERIODS = (
    (re.compile(r"\d{4}"), "-01-01", DatePrecision.YEAR),
    (re.compile(r"\d{4}-\d{2}"), "-01", DatePrecision.MONTH),
)
_MONTHS = ("%m", "%b", "%B")
_DAYS = ("%d", "%j", "%x", "%c")


class TableEvents:
    """Makes events of rows as a mapping says."""

    def __init__(self, mapping: TableMapping) -> None:
        self._mapping = mapping
        self._words: Mapping[str, Coding | None] = {
            word.casefold(): plover_named(meaning) for word, meaning in mapping.words.items()
        }

    def event(self, cells: Cells) -> CodedEvent:
        """Return the event of a row; raises `RowError` if it says too little, or something that is wrong."""
        told, directed = cells["event"], self._mapping.directed
        meaning = self._meaning(told)
        date, precision = self._moment(cells["date"])
        actors, recipients = self._parties(cells, "actor"), self._parties(cells, "recipient")
        if not actors:
            raise RowError("names no actor")
        key = cells["key"] or content_id("row", *cells.row.cells)
        return CodedEvent(
            key=key,
            code=told,
            label=(label(told) if self._mapping.codes is Codes.CAMEO else "") or told,
            event_type=meaning.event_type,
            mode=mode_named(event_types()[meaning.event_type], cells["mode"]) or meaning.mode,
            date=date,
            precision=precision,
            actors=actors if directed else tuple(dict.fromkeys((*actors, *recipients))),
            recipients=recipients if directed else (),
            directed=directed,
            reports=(self._report(cells, key),),
            intensity=cells.number("intensity"),
            place=_place(cells),
            fatalities=cells.count("fatalities"),
            origin=cells.row.line.origin(),
        )

    def _meaning(self, told: str) -> Coding:
        if not told:
            raise RowError("does not say what happened")
        meaning, lack = self._words.get(told.casefold()), "given no event type by the mapping"
        if meaning is None and self._mapping.codes is Codes.CAMEO:
            meaning, lack = coding(told), "no event code of CAMEO"
        elif meaning is None and self._mapping.codes is Codes.PLOVER:
            meaning, lack = plover_named(told), "no event type of PLOVER"
        if meaning is None:
            raise RowError(f"says that “{shown(told, 60)}” happened, which is {lack}")
        return meaning

    def _moment(self, text: str) -> tuple[str, DatePrecision]:
        moment = moment_of(text, self._mapping.dates)
        if moment is None:
            form = f" as {self._mapping.dates}" if self._mapping.dates else ""
            raise RowError(f"has no date{form}" + (f", but “{shown(text, 30)}”" if text else ""))
        return moment

    def _parties(self, cells: Cells, side: str) -> tuple[CodedParty, ...]:
        names, codes = self._listed(cells[side]), self._listed(cells[f"{side}_code"])
        countries, sectors = self._listed(cells[f"{side}_country"]), self._listed(cells[f"{side}_sector"])
        count = max(len(names), len(codes))
        countries *= count if len(countries) == 1 else 1
        own = tuple(filter(None, sectors)) if count == 1 else ()
        columns = (each if len(each) == count else [""] * count for each in (names, codes, countries))
        parties = (
            CodedParty(name, code, country_of(country) if country else "", own)
            for name, code, country in zip(*columns, strict=True)
            if name or code
        )
        return tuple(dict.fromkeys(parties))

    def _listed(self, cell: str) -> list[str]:
        return [item.strip() for item in cell.split(self._mapping.parties)] if cell else []

    def _report(self, cells: Cells, key: str) -> CodedReport:
        confidence = cells.number("confidence")
        if confidence is not None and not 0 <= confidence <= 1:
            raise RowError(f"has a confidence that is not between 0 and 1: {confidence}")
        published = moment_of(cells["published"], self._mapping.dates) or moment_of(cells["published"])
        is_day = published is not None and published[1] is DatePrecision.DAY
        return CodedReport(
            key="1",
            document=cells["url"] or cells["title"] or key,
            url=cells["url"] or None,
            title=cells["title"] or None,
            publisher=cells["publisher"] or None,
            published_on=published[0] if published and is_day else None,
            language=cells["language"].lower() or "en",
            text=cells["text"],
            confidence=confidence,
        )


def _place(cells: Cells) -> CodedPlace | None:
    latitude, longitude = cells.coordinates()
    name, country = cells["place"], country_of(cells["country"]) if cells["country"] else ""
    return CodedPlace(name, country, latitude, longitude) if name or country or latitude is not None else None


def moment_of(text: str, form: str | None = None) -> tuple[str, DatePrecision] | None:
    """Return the first day of a day, month or year and which of them it is; None if it is none.

    `form` is a format as ``%d.%m.%Y``; without one, `day_of` reads days, and ``2024-05`` is a month.
    """
    if form is not None:
        return _formatted(text, form)
    for pattern, rest, precision in _PERIODS:
        if pattern.fullmatch(text):
            day = day_of(text + rest)
            return (day, precision) if day else None
    day = day_of(text)
    return (day, DatePrecision.DAY) if day else None


def _formatted(text: str, form: str) -> tuple[str, DatePrecision] | None:
    try:
        day = datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007 - only its day is used
    except ValueError:
        return None
    known = DatePrecision.MONTH if any(code in form for code in _MONTHS) else DatePrecision.YEAR
    precision = DatePrecision.DAY if any(code in form for code in _DAYS) else known
    return first_day(day, precision), precision
