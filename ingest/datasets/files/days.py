"""Reads the days of event data sets: ISO dates, days with the name of a month, and periods."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache

from babel import Locale

from cypher.model.graph import DatePrecision
from ingest.datasets.files.cells import RowError
from ingest.datasets.files.values import day as iso_day
from ingest.documents.characters import shown
from ingest.languages import supported_languages

_WRITTEN = re.compile(r"(\d{1,2})[ -]([^\W\d_]{3,12})\.?[ -](\d{4})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@lru_cache(maxsize=1024)
def day_of(text: str) -> str | None:
    """Return the ISO date of a day: ``2025-05-16``, with a time, ``16 May 2025`` or ``16/05/2025``.

    None if it is no day. The month never comes first; its name may be in any language that we read.
    """
    if match := _SLASHES.fullmatch(text):
        day, month, year = match.groups()
    elif (match := _WRITTEN.fullmatch(text)) and match[2].lower() in _months():
        day, month, year = match[1], str(_months()[match[2].lower()]), match[3]
    else:
        return iso_day(text)
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


@cache
def _months() -> Mapping[str, int]:
    """Return the months by their names and abbreviations in all languages that are supported."""
    names = (Locale(language).months["format"] for language in supported_languages())
    return {
        name.lower().rstrip("."): number
        for of_language in names
        for width in ("abbreviated", "wide")
        for number, name in of_language[width].items()
    }


def needed_day(text: str, column: str) -> str:
    """Return what `day_of` finds in a cell; raises `RowError` if it is no day."""
    day = day_of(text)
    if day is None:
        raise RowError(f"has no date in “{column}”" + (f", but “{shown(text, 30)}”" if text else ""))
    return day


def first_day(day: str, precision: DatePrecision) -> str:
    """Return the first day of the month or year in which an ISO date lies, if no more is known."""
    cut = {DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}.get(precision, 10)
    return day[:cut] + "-01-01"[: 10 - cut] if cut < 10 else day


def period(start: str, end: str) -> tuple[str, DatePrecision]:
    """Return the first day and the precision of the shortest day, week, month or year with both days.

    A week may begin on any day. Days of two years give the year of the first.
    """
    if start == end:
        return start, DatePrecision.DAY
    if (date.fromisoformat(end) - date.fromisoformat(start)).days < 7:
        return start, DatePrecision.WEEK
    precision = DatePrecision.MONTH if start[:7] == end[:7] else DatePrecision.YEAR
    return first_day(start, precision), precision
