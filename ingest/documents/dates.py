"""Finds the day of publication of an article: stated in its metadata, address or lines, else guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib.resources import files

import dateparser
import yaml
from babel import Locale

from cypher.model.graph import DatePrecision

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=/|-|$)")
_YEAR = r"(?:19|20)\d{2}"
_MONTH = r"[^\W\d_]{3,10}\.?"
_FULL_DATE = (
    rf"(?<![\w/-])(\d{{1,2}}/\d{{1,2}}/\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH} \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?, \d{{4}}|\d{{4}}[-/]\d{{2}}[-/]\d{{2}})"
    r"(?!\d|/|-\d)"
)
"""A date, but not the beginning of a longer number such as that of a decree: 06/05/2024-77."""

_LONGEST = 200
"""The maximum number of characters read of a stated date; weekday, date, time and place are shorter."""

_OPENING = 3000
_FIRST_LINES, _LAST_LINES = 10, 2
_DATE_LINE, _PUBLISHED_LINE = 70, 120
"""The maximum lengths of lines that are only a date, and of those that say when an article was published."""

_MOST_WORDS = 6
_READING = r"\d+[ -]?(?:mins?|minutes?|menit)(?: (?:read|baca|membaca))?"
"""How long it takes to read an article, which stands beside its date."""

_TIME = re.compile(
    rf"\b\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?\b"
    rf"|\b(?:am|pm|wib|wita|wit|gmt|utc|est|by|oleh|at|pukul|{_READING})\b",
    re.IGNORECASE,
)


def stated_date(value: str, language: str) -> str | None:
    """Return the ISO date in `value` ("2023-10-09T08:00Z", "Senin, 9 Oktober 2023 10:15 WIB"), if any."""
    value = value.strip()[:_LONGEST]
    found = _ISO.match(value.replace("/", "-", 2) if re.match(r"\d{4}/", value) else value)
    if found is not None:
        return _valid(found.group())
    match = re.search(_FULL_DATE, value)
    return _parsed(match.group() if match else value, language)


def stated_period(value: str, language: str) -> tuple[str, DatePrecision] | None:
    """Return the first day of the month or year that `value` states ("2023-10", "Oktober 2023", "2023")."""
    value = value.strip()[:_LONGEST]
    if re.fullmatch(_YEAR, value):
        return f"{value}-01-01", DatePrecision.YEAR
    if re.fullmatch(rf"{_YEAR}-(?:0[1-9]|1[0-2])", value):
        return f"{value}-01", DatePrecision.MONTH
    if re.fullmatch(rf"{_MONTH} {_YEAR}", value) is None:
        return None
    settings = {"REQUIRE_PARTS": ["month", "year"], "STRICT_PARSING": False, "PREFER_DAY_OF_MONTH": "first"}
    found = dateparser.parse(value, languages=[language], settings=settings)
    return (found.date().isoformat(), DatePrecision.MONTH) if found else None


def address_date(url: str) -> str | None:
    """Return the date in an address such as ``…/2023/10/09/title``, if it has one."""
    found = _IN_ADDRESS.search(url)
    if found is None:
        return None
    year, month, day = map(int, found.groups())
    return _valid(f"{year:04}-{month:02}-{day:02}")


def is_over(day: str) -> bool:
    """Return whether a day has begun somewhere on Earth, so that something can be published on it."""
    return day <= (datetime.now(UTC).date() + timedelta(days=1)).isoformat()


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that may say when it was published: the first and the last ones."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[:_FIRST_LINES] + lines[max(_FIRST_LINES, len(lines) - _LAST_LINES) :]


def published_in(lines: Iterable[str], language: str) -> str | None:
    """Return the first date that lines state: "Published 2 March 2024", "OSLO, 2 March 2024 - …"."""
    known = list(lines)
    readers = (_after_word, _dateline, _alone)
    found = (day for reader in readers for line in known if (day := reader(line, language)) is not None)
    return next((day for day in found if is_over(day)), None)


def updated_in(lines: Iterable[str], language: str) -> str | None:
    """Return the first date after a word such as "Updated" in some lines."""
    days = (_after_word(line, language, "updated") for line in lines)
    return next((day for day in days if day is not None), None)


def guessed_date(text: str, language: str) -> str | None:
    """Return the latest full date near the beginning of a text that can be a guess of its publication.

    It stands after a weekday, "Senin (9/10/2023)", or in brackets at the end of a line; what lies ahead
    ("will open on Monday, 5 May 2025") does not count.
    """
    dates = [day for day in (_parsed(found, language) for found in _candidates(text, language)) if day]
    return max(filter(is_over, dates), default=None)


def _candidates(text: str, language: str) -> Iterator[str]:
    opening, ahead = text[:_OPENING], _any_word("ahead", language)
    for match in _beside_weekday(language).finditer(opening):
        sentence = re.split(r"[.!?]\s|\n", opening[: match.start()])[-1]
        if ahead.search(sentence) is None:
            yield match.group(1)
    for line in lines_of(text):
        in_brackets = re.search(rf"[(\[](?:[^()\[\]\d]{{2,30}},\s+)?{_FULL_DATE}[)\]]\W*$", line)
        if in_brackets is not None and ahead.search(line) is None:
            yield in_brackets.group(1)


def _after_word(line: str, language: str, group: str = "published") -> str | None:
    """Read the date behind a word such as "Published", in a line that begins with a word of this kind."""
    pattern = _marked_date(group, language)
    if len(line) > _PUBLISHED_LINE or _opening_word(language).match(line) is None:
        return None
    found = pattern.search(line)
    return _parsed(found.group(1), language) if found else None


@cache
def _marked_date(group: str, language: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_words(group, language)}\b{_BETWEEN}{_FULL_DATE}", re.IGNORECASE)


@cache
def _opening_word(language: str) -> re.Pattern[str]:
    words = "|".join(_words(group, language) for group in ("opens", "published", "updated"))
    return re.compile(rf"\W*(?:{words})\b", re.IGNORECASE)


_BETWEEN = r"[\s:,|–-]*(?:on|at|pada|tanggal)?[\s:,|–-]*(?:[^\W\d_]{3,10},?\s+)?"


def _dateline(line: str, language: str) -> str | None:
    """Read "OSLO, Friday, March 1, 2024 (Wire) — …": only capitalised words before the date."""
    if _any_word("not_published", language).match(line):
        return None
    word = r"(?:[^\W\d_a-z][\w'’.]*|\([^)]{1,30}\))"
    found = re.match(
        rf"{word}(?:[\s,/–-]+{word}){{0,7}}[\s,–-]+\(?{_FULL_DATE}\)?(?:\s*\([^)]{{1,30}}\))?\s*[-–—:.]", line
    )
    return _parsed(found.group(1), language) if found else None


def _alone(line: str, language: str) -> str | None:
    """Read a line that has only a date, beside a weekday, a time, and names of authors and publishers."""
    found = re.search(_FULL_DATE, line)
    if found is None or len(line) > _DATE_LINE or _any_word("not_published", language).search(line):
        return None
    others = re.findall(r"[^\W\d_][\w'’]*", _TIME.sub(" ", line.replace(found.group(), " ")))
    is_date_line = len(others) <= _MOST_WORDS and all(word[0].isupper() for word in others)
    return _parsed(found.group(1), language) if is_date_line else None


@cache
def _any_word(group: str, language: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_words(group, language)}\b|©", re.IGNORECASE)


def _words(group: str, language: str) -> str:
    return f"(?:{'|'.join(_publication(language)[group])})"


@cache
def _publication(language: str) -> dict[str, list[str]]:
    """Read the expressions of ``publication.yaml`` in the language's folder."""
    path = files("ingest").joinpath("languages", language, "publication.yaml")
    groups: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return groups


@cache
def _beside_weekday(language: str) -> re.Pattern[str]:
    names = {
        name for width in ("wide", "abbreviated") for name in Locale(language).days["format"][width].values()
    }
    weekday = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(rf"\b(?:{weekday})\b,?\s*\(?{_FULL_DATE}", re.IGNORECASE)


def _parsed(value: str, language: str) -> str | None:
    value = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", value)
    iso = value.replace("/", "-")
    if _ISO.fullmatch(iso):
        return _valid(iso)
    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True}
    found = dateparser.parse(value, languages=[language], settings={**settings, **_order(language)})
    return None if found is None else found.date().isoformat()


def _order(language: str) -> dict[str, str]:
    """Return the order of day and month by CLDR; English without a country counts as American."""
    pattern = Locale(language).date_formats["short"].pattern
    return {"DATE_ORDER": "DMY" if pattern.lower().startswith("d") else "MDY"}


def _valid(value: str) -> str | None:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        return None
