"""Finds the publication date of an article: in its metadata, its address, or its first lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import dateparser
from babel import Locale

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=/|-|$)")
_FULL_DATE = (
    r"(\d{1,2}/\d{1,2}/\d{4}|\d{1,2} [^\W\d_]{3,9} \d{4}|[^\W\d_]{3,9} \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2})"
)
_LONGEST = 200
"""The maximum number of characters read of a stated date; weekday, date, time and place are shorter."""

_OPENING = 3000
_DATE_LINE = 70
"""The maximum length of a date line: a line below the headline that has a full date."""


def stated_date(value: str, language: str) -> str | None:
    """Return the ISO date in `value` ("2023-10-09T08:00Z", "Senin, 9 Oktober 2023 10:15 WIB"), if any."""
    value = value.strip()[:_LONGEST]
    found = _ISO.match(value)
    if found is not None:
        return _valid(found.group())
    match = re.search(_FULL_DATE, value)
    return _parsed(match.group() if match else value, language)


def address_date(url: str) -> str | None:
    """Return the date in an address such as ``…/2023/10/09/title``, if it has one."""
    found = _IN_ADDRESS.search(url)
    if found is None:
        return None
    year, month, day = map(int, found.groups())
    return _valid(f"{year:04}-{month:02}-{day:02}")


def opening_date(text: str, language: str) -> str | None:
    """Return the latest full date near the beginning of a text.

    It stands after a weekday, "Senin (9/10/2023)", or in a line of at most `_DATE_LINE` characters.
    """
    opening = text[:_OPENING]
    dates = [day for day in (_parsed(found, language) for found in _candidates(opening, language)) if day]
    return max(dates, default=None)


def _candidates(opening: str, language: str) -> Iterator[str]:
    for match in _beside_weekday(language).finditer(opening):
        yield match.group(1)
    for line in opening.splitlines()[:10]:
        found = re.search(_FULL_DATE, line)
        if found is not None and len(line) <= _DATE_LINE:
            yield found.group(1)


@cache
def _beside_weekday(language: str) -> re.Pattern[str]:
    names = {
        name for width in ("wide", "abbreviated") for name in Locale(language).days["format"][width].values()
    }
    weekday = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(rf"\b(?:{weekday})\b,?\s*\(?{_FULL_DATE}", re.IGNORECASE)


def _parsed(value: str, language: str) -> str | None:
    if _ISO.fullmatch(value):
        return _valid(value)
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
