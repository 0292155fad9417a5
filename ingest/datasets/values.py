"""Reads the cells that data sets have in common: dates, numbers and coordinates."""

from __future__ import annotations

import math
import re
from datetime import date
from functools import lru_cache

from ingest.datasets.coded import CodedPlace

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?")
_MONTH_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@lru_cache(4096)
def day(text: str) -> str | None:
    """Return the ISO date for ``2018-06-01``, ``20180601``, with or without a time, and ``6/1/2018``.

    Dates with slashes have the month first, as in ICEWS. None if the text is no such date.
    """
    if found := _ISO.fullmatch(text):
        parts = found[1], found[2], found[3]
    elif found := _MONTH_FIRST.fullmatch(text):
        parts = found[3], found[1], found[2]
    else:
        return None
    try:
        return date(*map(int, parts)).isoformat()
    except ValueError:
        return None


def number(text: str) -> float | None:
    """Return a finite number, None if the text is none."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def place(name: str, country: str, latitude: str, longitude: str) -> CodedPlace | None:
    """Return a place, None if nothing is said of it; coordinates count only as a pair that is on Earth."""
    north, east = number(latitude), number(longitude)
    if north is None or east is None or abs(north) > 90 or abs(east) > 180:
        north = east = None
    return CodedPlace(name, country, north, east) if name or country or north is not None else None
