"""Finds the dates that a sentence names.

Absolute dates are parsed with dateparser. Expressions that it does not support ("dua hari lalu", "pekan
lalu", "awal Oktober", "sehari setelah …") are parsed here, with the words in the language's ``dates.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from cypher.model.graph import DatePrecision, Span
from ingest.extraction.mentions.calendar import back_in_time, last_weekday, read_absolute, shifted
from ingest.extraction.vocabulary.language import Language

_KINDS = ("numeric", "absolute", "month", "recent", "ago", "ahead", "unit", "weekday", "day", "year")
_BOUND = r"(?<!\w){}(?!\w)"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a sentence, with its span in the document.

    `day` is the date, or the first day of a longer period given by `precision`. A bare `weekday` is read as
    the latest one; plans on it lie in the future.
    """

    span: Span
    day: date
    precision: DatePrecision
    weekday: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """An interval such as "sehari setelah …" ("a day after").

    The event after it happened `days` before (negative) or after the date that precedes it.
    """

    span: Span
    days: int


@dataclass(frozen=True, slots=True)
class _Patterns:
    everything: re.Pattern[str]
    shift: re.Pattern[str]
    words: Mapping[str, Any]


def find_dates(text: str, offset: int, language: Language, published: date | None) -> Iterator[DateMention]:
    """Yield the dates in a sentence that starts at `offset`.

    Without a day of publication, relative dates are left out.
    """
    patterns = _patterns(language)
    for match in patterns.everything.finditer(text):
        read = _read(match, patterns.words, published)
        if read is not None:
            span = Span(match.start() + offset, match.end() + offset)
            bare = match.group("weekday") is not None and match.group("side") is None
            yield DateMention(span, *read, weekday=bare)


def find_shifts(text: str, offset: int, language: Language) -> Iterator[Shift]:
    """Yield the intervals that date the event after them by the date before them."""
    patterns = _patterns(language)
    for match in patterns.shift.finditer(text):
        unit, count = _quantity(match.group("amount"), patterns.words)
        days = int(count * {"day": 1, "week": 7, "month": 30, "year": 365}[unit])
        sign = -1 if match.group("side").lower() in patterns.words["after"] else 1
        yield Shift(Span(match.start() + offset, match.end() + offset), sign * days)


@cache
def _patterns(language: Language) -> _Patterns:
    words = language.dates
    weekday, month = _any(words["weekdays"]), _any(words["months"])
    numbers, units = _any(words["numbers"]), _any(words["units"])
    amount = rf"(?:(?:\d{{1,2}}|{numbers})\s+{units}|{_any(words['single_units'])})"
    day_month = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{month}|{month}\s+\d{{1,2}}(?!\d|\s*[.,]\d))"
    parts = [
        rf"(?P<numeric>(?:{weekday},?\s*)?\(?\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\)?)",
        rf"(?P<absolute>{day_month}(?:,?\s+\d{{4}})?|\d{{4}}-\d\d-\d\d)",
        rf"(?P<month>(?:{_any(words['parts'])}\s+)?{month}(?:\s+(?P<month_year>\d{{4}}))?)",
        rf"(?P<recent>{_recent(words, amount)})",
        rf"(?P<ago>{amount}\s+{_any(words['ago'])})",
        rf"(?P<ahead>{amount}\s+{_any(words['ahead'])}|{_any(words['in'])}\s+{amount})",
        rf"(?P<unit>{_unit(words)})",
        rf"(?P<weekday>{_weekday(words, weekday)})",
        rf"(?P<day>{_any(words['days'])})",
        rf"(?P<year>{_any(words['year_words'])}\s+(?P<number>(?:19|20)\d\d))",
    ]
    everything = _BOUND.format(f"(?:{'|'.join(parts)})")
    side = rf"(?P<side>{_any(words['after'] + words['before'])})"
    shift = _BOUND.format(rf"(?P<amount>{amount})\s+{side}")
    return _Patterns(re.compile(everything, re.IGNORECASE), re.compile(shift, re.IGNORECASE), words)


def _unit(words: Mapping[str, Any]) -> str:
    unit, near = _any(words["units"]), _any(words["last"] + words["next"] + words["this"])
    return rf"{unit}\s+{near}" if words["unit_first"] else rf"{near}\s+{unit}"


def _recent(words: Mapping[str, Any], amount: str) -> str:
    """Return the pattern of expressions such as "dalam tiga hari terakhir" and "in the last three days"."""
    recent, within = _any(words["recent"]), rf"(?:{_any(words['in'])}\s+)?"
    return rf"{within}{amount}\s+{recent}" if words["unit_first"] else rf"{within}{recent}\s+{amount}"


def _weekday(words: Mapping[str, Any], weekday: str) -> str:
    """Return the pattern of weekdays.

    Examples: "Jumat", "Jumat pekan depan", "Kamis lalu", "last Friday", "Friday next week".
    """
    side = _any(words["last"] + words["next"])
    alone, week = rf"(?P<side>{side}|{_unit(words)})", rf"(?P<side>{_unit(words)})"
    if words["unit_first"]:
        return rf"{weekday}(?:\s+{alone})?"
    return rf"(?:(?P<before>{side})\s+)?{weekday}(?:\s+{week})?"


def _any(words: object) -> str:
    ordered = sorted(map(str, words), key=len, reverse=True)  # type: ignore[call-overload]
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else r"(?!)"


def _read(
    match: re.Match[str], words: Mapping[str, Any], published: date | None
) -> tuple[date, DatePrecision] | None:
    kind = next(name for name in _KINDS if match.group(name) is not None)
    text = match.group(kind).lower()
    if kind in ("numeric", "absolute"):
        day = read_absolute(
            re.sub(r"^[^\d(]*\(?(?=\d+/)|[()]", "", text), words["locale"], words["order"], published
        )
        return (day, DatePrecision.DAY) if day else None
    if kind == "year":
        return date(int(match.group("number")), 1, 1), DatePrecision.YEAR
    if kind == "month":
        return _month(text, match.group("month_year"), words, published)
    return _relative(kind, text, words, published) if published else None


def _month(
    text: str, year: str | None, words: Mapping[str, Any], published: date | None
) -> tuple[date, DatePrecision] | None:
    number = next(number for name, number in words["months"].items() if name in text.split())
    if year:
        return date(int(year), number, 1), DatePrecision.MONTH
    if published is None:
        return None
    return back_in_time(number, published), DatePrecision.MONTH


def _relative(
    kind: str, text: str, words: Mapping[str, Any], published: date
) -> tuple[date, DatePrecision] | None:
    if kind == "day":
        return published + timedelta(days=words["days"][text]), DatePrecision.DAY
    if kind == "weekday":
        return _on_weekday(text, words, published), DatePrecision.DAY
    if kind == "unit":
        unit = next(words["units"][word] for word in text.split() if word in words["units"])
        return shifted(published, unit, _side(text, words))
    unit, count = _quantity(text, words)
    moved = shifted(published, unit, count if kind == "ahead" else -count)
    if kind == "recent" and unit == "day" and moved is not None:
        return moved[0], DatePrecision.WEEK
    return moved


def _on_weekday(text: str, words: Mapping[str, Any], published: date) -> date:
    """Return a weekday of a named week ("Jumat pekan depan"), else the previous or next such day."""
    found = text.split()
    number = next(words["weekdays"][word] for word in found if word in words["weekdays"])
    side = _side(text, words)
    if any(words["units"].get(word) == "week" for word in found if word not in words["weekdays"]):
        return published - timedelta(days=published.weekday() - number - 7 * side)
    day = last_weekday(number, published)
    return day + timedelta(days=7) if side > 0 else day


def _side(text: str, words: Mapping[str, Any]) -> int:
    """Return -1 for the past ("lalu"), 1 for the future ("depan"), else 0."""
    for count, group in ((-1, "last"), (1, "next")):
        if re.search(_BOUND.format(_any(words[group])), text):
            return count
    return 0


def _quantity(text: str, words: Mapping[str, Any]) -> tuple[str, int]:
    unit, count = "day", 1
    for word in text.lower().split():
        unit = words["units"].get(word, words["single_units"].get(word, unit))
        count = int(word) if word.isdigit() else words["numbers"].get(word, count)
    return unit, count
