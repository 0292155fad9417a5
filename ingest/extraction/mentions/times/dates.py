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
from ingest.extraction.mentions.times.calendar import back_in_time, last_weekday, read_absolute, shifted
from ingest.extraction.mentions.times.quantities import (
    NOT_A_NUMBER,
    any_of,
    number_pattern,
    quantity,
    vague_pattern,
)
from ingest.extraction.vocabulary.language import Language

_KINDS = ("vague", "numeric", "absolute", "month", "recent", "ago", "ahead", "unit", "weekday", "day", "year")
_BOUND = r"(?<!\w){}(?!\w)"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a sentence, with its span in the document.

    `day` is the date, or the first day of a longer period given by `precision`; None for an expression that
    says when without naming a year ("decades ago", "in the 1980s"). A bare `weekday` is read as the latest
    one; plans on it lie in the future, as do plans on a `yearless` day.
    """

    span: Span
    day: date | None
    precision: DatePrecision
    weekday: bool = False
    yearless: bool = False


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
        if _is_word(match, text, patterns.words):
            continue
        read = _read(match, patterns.words, published)
        if read is not None:
            span = Span(match.start() + offset, match.end() + offset)
            bare = match.group("weekday") is not None and match.group("side") is None
            dated = match.group("absolute") or match.group("numeric") or "0000"
            yearless = re.search(r"\d{4}|\d/\d+/\d", dated) is None
            yield DateMention(span, *read, weekday=bare, yearless=yearless)


def find_shifts(text: str, offset: int, language: Language) -> Iterator[Shift]:
    """Yield the intervals that date the event after them by the date before them."""
    patterns = _patterns(language)
    for match in patterns.shift.finditer(text):
        unit, count = quantity(match.group("amount"), patterns.words)
        days = int(count * {"day": 1, "week": 7, "month": 30, "year": 365}[unit])
        sign = -1 if match.group("side").lower() in patterns.words["after"] else 1
        yield Shift(Span(match.start() + offset, match.end() + offset), sign * days)


@cache
def _patterns(language: Language) -> _Patterns:
    words = language.dates
    weekday, month = any_of(words["weekdays"]), any_of(words["months"])
    number, units = number_pattern(words), any_of(words["units"])
    amount = rf"(?:{number}\s+{units}|{any_of(words['single_units'])})"
    named = rf"(?:{month}|{any_of(words['short_months'])}\.?)"
    ordinal = "(?:st|nd|rd|th)?"
    day_month = rf"(?:\d{{1,2}}{ordinal}\s+{named}|{named}\s+\d{{1,2}}(?!\d|\s*[.,]\d){ordinal})"
    dotted = r"\d{1,2}(?P<dot>[.-])\d{1,2}(?P=dot)\d{4}"
    parts = [
        rf"(?P<vague>{vague_pattern(words)})",
        rf"(?P<numeric>(?:{weekday},?\s*)?\(?\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\)?|{dotted})",
        rf"(?P<absolute>{day_month}(?:,?\s+\d{{4}})?|\d{{4}}-\d\d-\d\d)",
        rf"(?P<month>(?:{any_of(words['parts'])}\s+)?{month}(?:\s+(?P<month_year>\d{{4}}))?)",
        rf"(?P<recent>{_recent(words, amount)})",
        rf"(?P<ago>{amount}\s+{any_of(words['ago'])})",
        rf"(?P<ahead>{amount}\s+{any_of(words['ahead'])}|{any_of(words['in'])}\s+{amount})",
        rf"(?P<unit>{_unit(words)})",
        rf"(?P<weekday>{_weekday(words, weekday)})",
        rf"(?P<day>{any_of(words['days'])})",
        rf"(?P<year>{any_of(words['year_words'])}\s+(?P<number>(?:19|20)\d\d|1\d{{3}}{NOT_A_NUMBER})(?!-?an\b))",
    ]
    everything = _BOUND.format(f"(?:{'|'.join(parts)})")
    side = rf"(?P<side>{any_of(words['after'] + words['before'])})"
    shift = _BOUND.format(rf"(?P<amount>{amount})\s+{side}")
    return _Patterns(re.compile(everything, re.IGNORECASE), re.compile(shift, re.IGNORECASE), words)


def _unit(words: Mapping[str, Any]) -> str:
    unit, near = any_of(words["units"]), any_of(words["last"] + words["next"] + words["this"])
    return rf"{unit}\s+{near}" if words["unit_first"] else rf"{near}\s+{unit}"


def _recent(words: Mapping[str, Any], amount: str) -> str:
    """Return the pattern of expressions such as "dalam tiga hari terakhir" and "in the last three days"."""
    recent, within = any_of(words["recent"]), rf"(?:{any_of(words['in'])}\s+)?"
    return rf"{within}{amount}\s+{recent}" if words["unit_first"] else rf"{within}{recent}\s+{amount}"


def _weekday(words: Mapping[str, Any], weekday: str) -> str:
    """Return the pattern of weekdays.

    Examples: "Jumat", "Jumat pekan depan", "Kamis lalu", "last Friday", "Friday next week".
    """
    side = any_of(words["last"] + words["next"])
    alone, week = rf"(?P<side>{side}|{_unit(words)})", rf"(?P<side>{_unit(words)})"
    if words["unit_first"]:
        return rf"{weekday}(?:\s+{alone})?"
    return rf"(?:(?P<before>{side})\s+)?{weekday}(?:\s+{week})?"


def _is_word(match: re.Match[str], text: str, words: Mapping[str, Any]) -> bool:
    """Return whether a month is an ordinary word or a name: "that may have", "Theresa May met"."""
    found = re.search(_BOUND.format(any_of(words["also_words"])), match.group(), re.IGNORECASE)
    if found is None or match.group("month_year"):
        return False
    if not found.group()[0].isupper():
        return True
    before = text[: match.start()].split()
    alone = match.group("month") is not None and len(match.group().split()) == 1
    return alone and not (before and before[-1].lower() in words["month_prepositions"])


def _read(
    match: re.Match[str], words: Mapping[str, Any], published: date | None
) -> tuple[date | None, DatePrecision] | None:
    kind = next(name for name in _KINDS if match.group(name) is not None)
    text = match.group(kind).lower()
    if kind == "vague":
        return None, DatePrecision.UNKNOWN
    if kind in ("numeric", "absolute"):
        return _absolute(re.sub(r"^[^\d(]*\(?(?=\d+/)|[()]", "", text), words, published)
    if kind == "year":
        return date(int(match.group("number")), 1, 1), DatePrecision.YEAR
    if kind == "month":
        return _month(text, match.group("month_year"), words, published)
    return _relative(kind, text, words, published) if published else None


def _absolute(
    text: str, words: Mapping[str, Any], published: date | None
) -> tuple[date, DatePrecision] | None:
    """Read a day; "10/03/2024" in a text of March 2024 is the tenth of March, whatever the usual order."""
    for short, month in words["short_months"].items():
        text = re.sub(rf"(?<!\w){short}\b\.?", month, text)
    order = words["order"] if re.search(r"\d[.-]\d", text) is None else "DMY"
    day = read_absolute(text, words["locale"], order, published)
    if day and published and day > published and re.search(r"\d/\d+/\d", text):
        other = read_absolute(text, words["locale"], "DMY" if order == "MDY" else "MDY", published)
        day = other if other and other <= published else day
    return (day, DatePrecision.DAY) if day else None


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
    unit, count = quantity(text, words)
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
    day = last_weekday(number, published - timedelta(days=side < 0))
    return day + timedelta(days=7) if side > 0 else day


def _side(text: str, words: Mapping[str, Any]) -> int:
    """Return -1 for the past ("lalu"), 1 for the future ("depan"), else 0."""
    for count, group in ((-1, "last"), (1, "next")):
        if re.search(_BOUND.format(any_of(words[group])), text):
            return count
    return 0
