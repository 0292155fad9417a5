"""Keeps the properties of a file that describe its article: programs write many that do not."""

from __future__ import annotations

import re
from datetime import date

from ingest.documents.dates import is_over

LONGEST_TITLE = 300
_SHORTEST_WORD = 4
_FIRST, _LAST = 4000, 2000
_OF_FILES = re.compile(
    r"\.(?:docx?|pdf|indd|qxd|qxp|rtf|odt|txt|pptx?|xlsx?|tex|dvi|pub|html?)\b|^(?:microsoft|untitled|layout|slide)\b",
    re.IGNORECASE,
)
_EARLIEST = "1990-01-01"
_OF_TEMPLATES = ("2013-12-23T23:15:00Z",)
"""Times that programs leave in every file that they make."""


def title_in(stated: str | None, text: str) -> str | None:
    """Return a stated title if it is one: most of its words stand in the beginning of the text."""
    title = " ".join((stated or "").split())
    if len(title.split()) < 2 or len(title) > LONGEST_TITLE or _OF_FILES.search(title):
        return None
    words = _words(title)
    found = sum(word in _words(text[:_FIRST]) for word in words)
    return title if words and found >= 0.6 * len(words) else None


def author_in(stated: str | None, text: str) -> str | None:
    """Return a stated author if the beginning or the end of the text names it, too.

    Most files name the user of the computer instead.
    """
    author = " ".join((stated or "").split())
    if not 3 <= len(author) <= 100 or "@" in author:
        return None
    said = f"{text[:_FIRST]}\n{text[-_LAST:]}"
    return author if re.search(rf"(?<!\w){re.escape(author)}(?!\w)", " ".join(said.split())) else None


def day_of(stated: str | None) -> str | None:
    """Return the day of a time such as ``D:20240301…`` or ``2024-03-01T…``; None if it cannot be right."""
    found = re.match(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)", stated or "")
    if found is None or stated in _OF_TEMPLATES:
        return None
    try:
        day = date(*map(int, found.groups())).isoformat()
    except ValueError:
        return None
    return day if day >= _EARLIEST and is_over(day) else None


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) >= _SHORTEST_WORD}
