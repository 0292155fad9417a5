"""Date arithmetic: what an expression of time names for something past, and for something that lies ahead."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cypher.model.graph import DatePrecision

_FIRST_YEAR, _CENTURY, _PIVOT = 1000, 100, 70
_ORDER = (DatePrecision.DAY, DatePrecision.WEEK, DatePrecision.MONTH, DatePrecision.YEAR)
_LEAP_CYCLE = 8
"""The maximum number of years between two leap days, around 1900."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The first day that an expression names: for an event of the past (`day`), and for a plan (`ahead`).

    They differ without a year ("on 5 May") or week ("on Monday"). Both are None if no year is named
    ("decades ago"); `day` alone is None if the expression is only about the future ("in two weeks").
    """

    day: date | None
    ahead: date | None
    precision: DatePrecision

    @classmethod
    def of(cls, day: date, precision: DatePrecision = DatePrecision.DAY) -> Reading:
        """Return the reading of an expression that names one day or period; unknown before the year 1000."""
        return cls(day, day, precision) if day.year >= _FIRST_YEAR else UNKNOWN


UNKNOWN = Reading(None, None, DatePrecision.UNKNOWN)


def full_date(year: int, month: int, day: int) -> Reading | None:
    """Return a day of a year, which may have two digits; None if there is no such day."""
    if year < _CENTURY:
        year += 2000 if year < _PIVOT else 1900
    found = _valid(year, month, day)
    return Reading.of(found) if found else None


def day_of_year(month: int, day: int, published: date, weekday: int | None = None) -> Reading | None:
    """Return a day without a year: the latest up to publication, and for plans the next from it on.

    A `weekday` beside it decides, if it fits in one of the years around publication.
    """
    years = range(published.year - _LEAP_CYCLE, published.year + _LEAP_CYCLE + 1)
    days = [found for year in years if (found := _valid(year, month, day))]
    near = (each for each in days if each.weekday() == weekday and abs(each.year - published.year) <= 1)
    fitting = next(near, None)
    if fitting is not None:
        return Reading.of(fitting)
    return _around(days, lambda each: each <= published, lambda each: each >= published, DatePrecision.DAY)


def month_of_year(month: int, published: date, side: int = 0) -> Reading | None:
    """Return a month without a year; with a `side`, "last May" (-1) or "next May" (1), not the current."""
    months = [date(published.year + shift, month, 1) for shift in (-1, 0, 1)]
    current = published.replace(day=1)
    past, ahead = current - timedelta(days=side < 0), current + timedelta(days=side > 0)
    found = _around(months, lambda each: each <= past, lambda each: each >= ahead, DatePrecision.MONTH)
    if found is None or not side:
        return found
    only = found.day if side < 0 else found.ahead
    return Reading(only, only, DatePrecision.MONTH)


def weekday_of_week(weekday: int, published: date, weeks: int) -> Reading:
    """Return a weekday (Monday is 0) of the week of publication or of another one."""
    return Reading.of(published + timedelta(days=weekday - published.weekday() + 7 * weeks))


def nearest_weekday(weekday: int, published: date, side: int) -> Reading:
    """Return a weekday: the latest up to publication and the next; with a `side`, only before or behind."""
    back = (published.weekday() - weekday) % 7
    latest = published - timedelta(days=back or (7 if side < 0 else 0))
    coming = published - timedelta(days=back) + timedelta(days=7)
    if side:
        return Reading.of(latest if side < 0 else coming)
    return Reading(latest, coming, DatePrecision.DAY)


def same_day(day: date, unit: str, count: int) -> Reading | None:
    """Return the day that lies `count` units from `day`: "a year ago today"."""
    if unit in ("day", "week"):
        return shifted(day, "day", count * (7 if unit == "week" else 1))
    moved = shifted(day, unit, count)
    if moved is None or moved.day is None:
        return moved
    year, month = moved.day.year, moved.day.month if unit == "month" else day.month
    return Reading.of(date(year, month, min(day.day, monthrange(year, month)[1])))


def shifted(day: date, unit: str, count: int) -> Reading | None:
    """Return `day` moved by `count` units, with the unit as precision; None outside the calendar."""
    try:
        return Reading.of(*_shifted(day, unit, count))
    except (ValueError, OverflowError):
        return None


def moved(day: date, precision: DatePrecision, unit: str, count: int) -> Reading | None:
    """Return a date moved by an interval, no more precisely than either; None if the interval is finer.

    "Two days after" 7 May is 9 May; "a year after" it is in the next year; "a month after 2014" is unknown.
    """
    if precision not in _ORDER:
        return None
    if precision is DatePrecision.DAY and unit == "week":
        return shifted(day, "day", 7 * count)
    return shifted(day, unit, count) if _ORDER.index(precision) <= _ORDER.index(DatePrecision(unit)) else None


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


def _around(
    days: Iterable[date],
    is_past: Callable[[date], bool],
    is_ahead: Callable[[date], bool],
    precision: DatePrecision,
) -> Reading | None:
    known = sorted(days)
    past = max(filter(is_past, known), default=None)
    return Reading(past, min(filter(is_ahead, known), default=None), precision) if known else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
