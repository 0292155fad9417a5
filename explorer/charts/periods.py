"""Periods of time as results name them: a day, week, month, quarter or year, with the days that it covers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-?Q([1-4])|-?W(\d{2}))?", re.ASCII)
_YEARS = range(1000, 9000)


class Unit(IntEnum):
    """Kinds of periods, the shortest first."""

    DAY = 0
    WEEK = 1
    MONTH = 2
    QUARTER = 3
    YEAR = 4


_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A period by its first day."""

    first: date
    unit: Unit

    @property
    def end(self) -> date:
        """The first day after it."""
        return _moved(self.first, self.unit, 1)

    def moved(self, steps: int) -> Period:
        """Return the period of the same unit so many steps later, or earlier if negative."""
        return Period(_moved(self.first, self.unit, steps), self.unit)

    def middle(self) -> datetime:
        """Return its middle."""
        return _midnight(self.first) + (self.end - self.first) / 2

    def text(self) -> str:
        """Return it as an ISO date without what is not known, or two dates of a week or quarter."""
        whole = self.first.isoformat()
        if self.unit in (Unit.WEEK, Unit.QUARTER):
            last = (self.end - timedelta(days=1)).isoformat()
            return f"{whole} – {last}" if self.unit is Unit.WEEK else f"{whole[:7]} – {last[:7]}"
        return whole[: {Unit.YEAR: 4, Unit.MONTH: 7}.get(self.unit, 10)]


def period_named(value: object) -> Period | None:
    """Return the period of a text: ``2024``, ``2024-01``, ``2024-01-05``, ``2024-Q1`` or ``2024-W05``."""
    match = _FORM.fullmatch(value) if isinstance(value, str) else None
    if match is None or int(match[1]) not in _YEARS:
        return None
    try:
        return _period(*(int(part) if part else None for part in match.groups()))
    except ValueError:  # for example the month 13
        return None


def _period(
    year: int | None, month: int | None, day: int | None, quarter: int | None, week: int | None
) -> Period:
    whole = year or 0
    if week:
        return Period(date.fromisocalendar(whole, week, 1), Unit.WEEK)
    if quarter:
        return Period(date(whole, 3 * quarter - 2, 1), Unit.QUARTER)
    unit = Unit.YEAR if month is None else Unit.MONTH if day is None else Unit.DAY
    return Period(date(whole, 1 if month is None else month, 1 if day is None else day), unit)


def common_unit(periods: Iterable[Period], column: str) -> Unit:
    """Return the unit of the axis for these periods, at least one: the shortest of them.

    A column of days that are all first days of a longer period, and is named by it, counts in that one.
    """
    found = list(periods)
    named = next((unit for unit in Unit if unit.name == column.upper()), Unit.DAY)
    if all(each.first == _begun(each.first, named) for each in found):
        return max(named, min(each.unit for each in found))
    return min(each.unit for each in found)


def parts_of(period: Period, unit: Unit) -> list[Period]:
    """Return the periods of a unit that this one covers: itself, or its parts if it is longer."""
    first = Period(_begun(period.first, unit), unit)
    return list(until(first, Period(max(first.first, period.end - timedelta(days=1)), unit)))


def until(first: Period, last: Period) -> Iterator[Period]:
    """Yield the periods from the first to the one in which the last begins."""
    while first.first <= last.first:
        yield first
        first = first.moved(1)


def count(first: Period, last: Period) -> int:
    """Return the number of periods from the first to the last, both of one unit."""
    if first.unit in _DAYS:
        return (last.first - first.first).days // _DAYS[first.unit] + 1
    return (_month(last.first) - _month(first.first)) // _MONTHS[first.unit] + 1


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _begun(day: date, unit: Unit) -> date:
    """Return the first day of the period of this unit in which the day lies."""
    if unit in _DAYS:
        return day - timedelta(days=day.weekday()) if unit is Unit.WEEK else day
    first = (day.month - 1) // _MONTHS[unit] * _MONTHS[unit] + 1
    return date(day.year, first, 1)


def _moved(day: date, unit: Unit, steps: int) -> date:
    if unit in _DAYS:
        return day + timedelta(days=_DAYS[unit] * steps)
    year, month = divmod(_month(day) + _MONTHS[unit] * steps, 12)
    return date(year, month + 1, 1)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
