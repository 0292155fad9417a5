"""Reads the cells that data sets have in common: dates, numbers and lists."""

from __future__ import annotations

import math
import re
from datetime import date
from functools import lru_cache

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


def listed(cell: str, separator: str = ";") -> list[str]:
    """Return the items of a list, without those that are blank."""
    return [item for part in cell.split(separator) if (item := part.strip())]
