"""Days and months of the Islamic calendar as far as the Gregorian month or year is certain.

The tabular calendar differs from the months that authorities proclaim by a day, so that no day is certain:
only the month or year that contains all of the possible days.
"""

from __future__ import annotations

from datetime import date, timedelta

from cypher.model.graph import DatePrecision

_EPOCH = date(622, 7, 19).toordinal()
"""The day before 1 Muharram of the first year, by the tabular calendar (civil epoch, proleptic Gregorian)."""

_CYCLE, _LONG_YEAR_SHIFT, _LEAP_YEARS = 30, 3, 11
_DOUBT = timedelta(days=1)
_LONGEST_MONTH = 30


def hijri_period(year: int, month: int, day: int | None) -> tuple[date, DatePrecision] | None:
    """Return the Gregorian month or year of a day, or of a whole month without `day`.

    None if it may lie in two years, or if the calendar has no such month or day.
    """
    if not (1 <= month <= 12 and 1 <= (day or 1) <= _LONGEST_MONTH):
        return None
    first = _tabular(year, month, day or 1) - _DOUBT
    last = _tabular(year, month, day or _LONGEST_MONTH) + _DOUBT
    if (first.year, first.month) == (last.year, last.month):
        return first.replace(day=1), DatePrecision.MONTH
    return (date(first.year, 1, 1), DatePrecision.YEAR) if first.year == last.year else None


def _tabular(year: int, month: int, day: int) -> date:
    """Return a day of the tabular calendar: months of 30 and 29 days in turn, 11 long years in 30."""
    months = (59 * (month - 1) + 1) // 2
    leaps = (_LONG_YEAR_SHIFT + _LEAP_YEARS * year) // _CYCLE
    return date.fromordinal(_EPOCH + 354 * (year - 1) + leaps + months + day - 1)
