"""Reads the dates that the matches of `patterns` name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from cypher.model.graph import DatePrecision
from ingest.extraction.mentions.times.calendar import (
    UNKNOWN,
    Reading,
    day_of_year,
    full_date,
    month_of_year,
    nearest_weekday,
    same_day,
    shifted,
    weekday_of_week,
)
from ingest.extraction.mentions.times.hijri import hijri_period
from ingest.extraction.mentions.times.patterns import KINDS, bounded
from ingest.extraction.mentions.times.publication import Publication
from ingest.extraction.mentions.times.quantities import any_of, quantity

Match = re.Match[str]
Words = Mapping[str, Any]

_FOUR_DIGITS = 4


def read_from(match: Match, words: Words, published: Publication | None) -> Reading | None:
    """Return what an expression names, no more precisely than the day of publication is known if it needs it.

    A day without a year is known in full if its weekday tells the year: "Sunday, October 8".
    """
    if published is None or published.first == published.last:
        return read(match, words, published.first if published else None)
    if _kind(match) in _RELATIVE:
        found = read(match, words, published.middle)
        return published.limited(found) if found else None
    stated = read(match, words, None)
    if stated is not None:
        return stated
    early, late = (read(match, words, day) for day in (published.first, published.last))
    if early is None or late is None:
        return None
    if early == late and early.day == early.ahead and _weekday_in(match.group().lower(), words) is not None:
        return early
    return published.limited(Reading(late.day, early.ahead, late.precision))


def read(match: Match, words: Words, published: date | None) -> Reading | None:
    """Return what an expression names; None if it needs a day of publication, or names no possible day."""
    kind = _kind(match)
    if kind in _ALONE:
        return _ALONE[kind](match, words, published)
    text = match.group(kind).lower()
    return _RELATIVE[kind](text, words, published) if published else None


def _kind(match: Match) -> str:
    return next(name for name in KINDS if match.group(name) is not None)


def _unknown(match: Match, words: Words, published: date | None) -> Reading:
    return UNKNOWN


def _hijri(match: Match, words: Words, published: date | None) -> Reading:
    """Read a day or month of the Islamic calendar; a feast has a day of its own."""
    name = (match.group("hijri_of") or match.group("hijri_month")).lower()
    year = match.group("hijri_year") or match.group("hijri_month_year")
    month, feast = words["hijri_feasts"].get(name, (words["hijri"].get(name), None))
    day = feast or (int(match.group("hijri_day")) if match.group("hijri_day") else None)
    found = hijri_period(int(year), month, day) if year else None
    return Reading.of(*found) if found else UNKNOWN


def _numeric(match: Match, words: Words, published: date | None) -> Reading | None:
    """Read a day in digits by the order of the language; the other order if that lies after publication."""
    text = match.group("numeric")
    first, second, *year = map(int, re.findall(r"\d+", text))
    is_dotted = match.group("dot") is not None
    pairs = [(second, first), (first, second)]  # as month and day
    if words["order"] == "MDY" and not is_dotted:
        pairs.reverse()
    if not year:
        weekday = _weekday_in(text.lower(), words)
        return next((found for pair in pairs if (found := _yearless(*pair, published, weekday))), None)
    dates = [each for month, day in pairs if (each := full_date(year[0], month, day))]
    past = [each for each in dates if not published or (each.day and each.day <= published)]
    return next(iter(past if not is_dotted and past else dates), None)


def _absolute(match: Match, words: Words, published: date | None) -> Reading | None:
    """Read a day with the name of a month, or in the order of ISO 8601."""
    text = match.group("absolute").lower()
    iso = re.search(r"(\d{4})[-/]?(\d{1,2})[-/]?(\d{1,2})$", text)
    if iso is not None and not match.group("day_year"):
        return full_date(*map(int, iso.groups()))
    month = _month_in(text, words)
    day = next(int(each) for each in re.findall(r"\d+", text) if len(each) < _FOUR_DIGITS)
    if match.group("day_year"):
        return full_date(int(match.group("day_year")), month, day)
    if published and match.group("day_which"):
        return full_date(published.year + _side(match.group("day_which").lower(), words), month, day)
    return _yearless(month, day, published, _weekday_in(text, words))


def _yearless(month: int, day: int, published: date | None, weekday: int | None) -> Reading | None:
    return day_of_year(month, day, published, weekday) if published else None


def _weekday_in(text: str, words: Words) -> int | None:
    return next(
        (words["weekdays"][each] for each in re.findall(r"[^\W\d_'’]+", text) if each in words["weekdays"]),
        None,
    )


def _month(match: Match, words: Words, published: date | None) -> Reading | None:
    number = _month_in((match.group("month_name") or match.group("short_name")).lower(), words)
    year = match.group("month_year") or match.group("short_year")
    if year:
        return Reading.of(date(int(year), number, 1), DatePrecision.MONTH)
    if published is None:
        return None
    if match.group("month_which"):
        shift = _side(match.group("month_which").lower(), words)
        return Reading.of(date(published.year + shift, number, 1), DatePrecision.MONTH)
    before = match.groupdict().get("month_before")
    return month_of_year(number, published, _side((match.group("month_side") or before or "").lower(), words))


def _year(match: Match, words: Words, published: date | None) -> Reading:
    number = re.match(r"\d+", match.group("season_year") or match.group("number"))
    return Reading.of(date(int(number.group() if number else 1), 1, 1), DatePrecision.YEAR)


def _day(text: str, words: Words, published: date) -> Reading:
    return Reading.of(published + timedelta(days=words["days"][text]))


def _weekday(text: str, words: Words, published: date) -> Reading:
    """Read a weekday of a named week ("Jumat pekan depan"), else the previous or next such day."""
    found = text.split()
    number = next(words["weekdays"][word] for word in found if word in words["weekdays"])
    side = _side(text, words)
    if any(words["units"].get(word) == "week" for word in found if word not in words["weekdays"]):
        return weekday_of_week(number, published, side)
    return nearest_weekday(number, published, side)


def _unit(text: str, words: Words, published: date) -> Reading | None:
    unit = next(words["units"][word] for word in text.split() if word in words["units"])
    return shifted(published, unit, _side(text, words))


def _month_day(text: str, words: Words, published: date) -> Reading | None:
    """Read "the 12th of last month"."""
    month, day = shifted(published, "month", _side(text, words)), re.search(r"\d+", text)
    return (
        full_date(month.day.year, month.day.month, int(day.group())) if month and month.day and day else None
    )


def _fixed(text: str, words: Words, published: date) -> Reading | None:
    unit, count = words["fixed"][text]
    return shifted(published, unit, count)


def _exact(text: str, words: Words, published: date) -> Reading | None:
    amount = quantity(_amount(text, words), words)
    return same_day(published, amount[0], -amount[1]) if amount else UNKNOWN


def _amount(text: str, words: Words) -> str:
    """Return the amount of an expression without the words that say "exactly" and "today"."""
    marks = [*words["exact"]["before"], *words["exact"]["after"], *words["ago"]]
    return bounded(any_of(marks)).sub("", text).strip()


def _ago(text: str, words: Words, published: date) -> Reading | None:
    amount = quantity(text, words)
    return shifted(published, amount[0], -amount[1]) if amount else UNKNOWN


def _recent(text: str, words: Words, published: date) -> Reading | None:
    """Read "in the last three days": on one of these days, so not more exactly than their week."""
    found, amount = _ago(text, words, published), quantity(text, words)
    if found and found.day and amount and amount[0] == "day":
        return Reading.of(found.day, DatePrecision.WEEK)
    return found


def _ahead(text: str, words: Words, published: date) -> Reading | None:
    amount = quantity(text, words)
    found = shifted(published, *amount) if amount else None
    return Reading(None, found.ahead, found.precision) if found else None


def _month_in(text: str, words: Words) -> int:
    """Return the number of the month whose name, or short name, is in a text."""
    known = re.findall(r"[^\W\d_]+", text)
    names = (words["short_months"].get(word, word) for word in known)
    return int(next(words["months"][name] for name in names if name in words["months"]))


def _side(text: str, words: Words) -> int:
    """Return -1 for the past ("lalu"), 1 for the future ("depan"), else 0."""
    for count, group in ((-1, "last"), (1, "next")):
        if re.search(rf"(?<!\w){any_of(words[group])}(?!\w)", text):
            return count
    return 0


_ALONE: Mapping[str, Callable[[Match, Words, date | None], Reading | None]] = MappingProxyType(
    {
        "vague": _unknown,
        "hijri": _hijri,
        "numeric": _numeric,
        "absolute": _absolute,
        "month": _month,
        "year": _year,
    }
)
_RELATIVE: Mapping[str, Callable[[str, Words, date], Reading | None]] = MappingProxyType(
    {
        "recent": _recent,
        "month_day": _month_day,
        "exact": _exact,
        "ago": _ago,
        "ahead": _ahead,
        "fixed": _fixed,
        "unit": _unit,
        "weekday": _weekday,
        "day": _day,
    }
)
