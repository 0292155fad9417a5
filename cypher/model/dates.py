"""Dates of events as far as they are known: a day, a month or a year, and the days that these cover.

A reduced date is an ISO date without the parts that are not known: ``2011``, ``2023-10`` or ``2023-10-07``.
As texts, reduced dates are ordered like the first days that they cover.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from cypher.model.graph import DatePrecision, Document

_LENGTHS = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7}


def reduced(day: str | None, precision: DatePrecision) -> str | None:
    """Return an ISO date without the parts that `precision` says are not known. A week is its Monday."""
    return day[: _LENGTHS.get(precision, 10)] if day else None


def publication_period(document: Document) -> tuple[str, str] | None:
    """Return the first and the last day on which a document may have been published; None if unknown."""
    if document.published_on is None:
        return None
    return period_of(document.published_on, document.published_precision)


def period_of(day: str, precision: DatePrecision = DatePrecision.DAY) -> tuple[str, str]:
    """Return the first and the last day of what a reduced date, or a date with its precision, covers.

    Raises `ValueError` for a text that is no such date.
    """
    whole = day[: _LENGTHS.get(precision, 10)]
    if len(whole) == 4:
        first = date(int(whole), 1, 1)
        return first.isoformat(), first.replace(month=12, day=31).isoformat()
    if len(whole) == 7:
        first = date.fromisoformat(f"{whole}-01")
        return first.isoformat(), first.replace(day=monthrange(first.year, first.month)[1]).isoformat()
    first = date.fromisoformat(whole)
    last = first + timedelta(days=6) if precision is DatePrecision.WEEK else first
    return first.isoformat(), last.isoformat()
