"""Date arithmetic, and absolute dates parsed with dateparser."""

from __future__ import annotations

import warnings
from datetime import date, datetime, time, timedelta
from functools import lru_cache

import dateparser

from cypher.model.graph import DatePrecision

_FAR_AHEAD = timedelta(days=90)
"""A date without a year that would lie further in the future than this belongs to the previous year."""


@lru_cache(maxsize=4096)
def read_absolute(text: str, locale: str, order: str, published: date | None) -> date | None:
    """Parse a date with day and month; None if unreadable.

    Without a year, the date is set near the day of publication; without a day of publication it is None.
    """
    if published is None and not text.replace(" ", "")[-4:].isdigit() and "-" not in text:
        return None
    base = datetime.combine(published or date(2000, 1, 1), time())
    settings = {"DATE_ORDER": order, "RELATIVE_BASE": base, "REQUIRE_PARTS": ["day", "month"]}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateparser's own use of a deprecated strptime default
        found = dateparser.parse(text, languages=[locale], settings=settings)
    if found is None:
        return None
    day = found.date()
    ahead = published is not None and day - published > _FAR_AHEAD and str(day.year) not in text
    return day.replace(year=day.year - 1) if ahead and (day.month, day.day) != (2, 29) else day


def last_weekday(weekday: int, published: date) -> date:
    """Return the latest such weekday (Monday is 0) up to and including the day of publication."""
    return published - timedelta(days=(published.weekday() - weekday) % 7)


def back_in_time(month: int, published: date) -> date:
    """Return the first day of a month without a year, in this year or, if that is far ahead, in the last."""
    year = published.year - 1 if month > published.month + 3 else published.year
    return date(year, month, 1)


def shifted(day: date, unit: str, count: int) -> tuple[date, DatePrecision] | None:
    """Return `day` moved by `count` units, with the unit as precision; None outside the calendar."""
    try:
        return _shifted(day, unit, count)
    except (ValueError, OverflowError):
        return None


def _shifted(day: date, unit: str, count: int) -> tuple[date, DatePrecision]:
    if unit == "day":
        return day + timedelta(days=count), DatePrecision.DAY
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday + timedelta(weeks=count), DatePrecision.WEEK
    if unit == "month":
        months = day.year * 12 + day.month - 1 + count
        return date(months // 12, months % 12 + 1, 1), DatePrecision.MONTH
    return date(day.year + count, 1, 1), DatePrecision.YEAR
