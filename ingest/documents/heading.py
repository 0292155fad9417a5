"""Finds the title and the publisher of an article in its first lines, where nobody has given them."""

from __future__ import annotations

import re

LONGEST = 160
"""Maximum number of characters of a title that the first line gives."""

_SHORTEST = 3  # words
_LINES = 4  # lines in which a dateline is looked for
_AGENCIES = (
    *("AA", "AFP", "Anadolu", "ANSA", "ANTARA", "AP", "BBC", "Bernama", "CNN", "dpa", "DW", "EFE", "IANS"),
    *("IRNA", "KCNA", "Kyodo", "PTI", "Reuters", "SPA", "TASS", "UPI", "VOA", "WAFA", "Xinhua", "Yonhap"),
)
_PUBLISHED_IN = "Indonesia|International|News"
_SITE = r"[A-Za-z][\w-]*\.(?:com|net|org|id|co\.id|co)"
_NAME = rf"{_SITE}|(?:{'|'.join(_AGENCIES)}|CNBC)(?: (?:{_PUBLISHED_IN}))?"
_DASH = r"\s*(?:--|[-–—:])\s"
_DATELINES = (
    re.compile(rf"^[^()\n]{{2,60}}\((?i:(?P<name>{_NAME}))\){_DASH}"),
    re.compile(rf"^[^,()\n]{{2,40}}, (?i:(?P<name>{_NAME})){_DASH}"),
    re.compile(rf"^(?P<name>{_SITE}), [^,()\n]{{2,40}}{_DASH}", re.IGNORECASE),
)


def title_of(text: str) -> str | None:
    """Return the first line of an article if it is a headline: short, no sentence, above other lines."""
    lines = _first_lines(text)
    if len(lines) == 1:
        return None
    first = lines[0] if lines else ""
    headline = len(first.split()) >= _SHORTEST and len(first) <= LONGEST and first[-1] not in ".,;:"
    return first if headline and publisher_of(first) is None else None


def publisher_of(text: str) -> str | None:
    """Return the agency or site that a dateline names, such as ``Jakarta (ANTARA) -``."""
    for line in _first_lines(text):
        found = next(filter(None, (dateline.match(line) for dateline in _DATELINES)), None)
        if found:
            return found["name"]
    return None


def _first_lines(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text[:4000].splitlines())
    return [line for line in lines if line][:_LINES]
