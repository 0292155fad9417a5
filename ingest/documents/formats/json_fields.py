"""Reads the fields of an article that is a JSON object, or says what is wrong with one."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Any

from cypher.model.graph import DatePrecision
from ingest.documents.characters import shown
from ingest.documents.records import Remark, UnusableError

Row = dict[str, Any]

TEXTS = ("title", "language", "publisher", "url")
_DATED = ("published_on", "published_precision", "published_guessed")
FIELDS = ("text", "id", *_DATED, *TEXTS)
"""The names of all fields."""

_KINDS = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a string",
    list: "a list",
    dict: "an object",
}

_SECONDS, _MILLISECONDS = 10, 13
"""The numbers of digits of the seconds, or milliseconds, from 1970 to a day between 2001 and 2286."""

_PRECISIONS = (DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR)


def published_on(row: Row) -> tuple[str | None, tuple[Remark, ...]]:
    """Return the day of publication of a row; a number is read as a day, or as seconds since 1970."""
    value = row.get("published_on")
    if not isinstance(value, int | float) or isinstance(value, bool):
        return text_of(row, "published_on"), ()
    digits = str(int(value)) if math.isfinite(value) else ""
    if len(digits) == len("20240301"):
        return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}", ()
    seconds = value / 1000 if len(digits) == _MILLISECONDS else value
    if len(digits) not in (_SECONDS, _MILLISECONDS) or seconds < 0:
        raise UnusableError(
            f'has a "published_on" that is the number {shown(str(value))}', "Write it as 2024-03-01."
        )
    day = datetime.fromtimestamp(seconds, UTC).date().isoformat()
    return day, (Remark(f'"published_on" is a number, read as time since 1970: {day}'),)


def precision_of(row: Row) -> DatePrecision:
    """Return how far a row says that its day of publication is known."""
    value = row.get("published_precision") or DatePrecision.DAY
    if value not in _PRECISIONS:
        raise UnusableError(
            f'has a "published_precision" that is {shown(str(value))!r}', "Write day, month or year."
        )
    return DatePrecision(value)


def is_guessed(row: Row) -> bool:
    """Return whether a row says that its day of publication is only a guess."""
    value = row.get("published_guessed")
    if value is None or isinstance(value, bool):
        return bool(value)
    raise UnusableError(
        f'has a "published_guessed" that is {kind_of(value)}, neither true nor false',
        'Leave "published_guessed" out or write true or false.',
    )


def kind_of(value: object) -> str:
    """Return the JSON name of the value's type."""
    if value is None:
        return "null"
    return next(name for kind, name in _KINDS.items() if isinstance(value, kind))


def text_of(row: Row, name: str) -> str | None:
    """Return the text of an optional field; raises `UnusableError` if it is something else."""
    value = row.get(name)
    if value is None or isinstance(value, str):
        return value or None
    raise UnusableError(
        f'has a "{name}" that is {kind_of(value)}, not a string', f'Leave "{name}" out or make it a string.'
    )


def given_id(row: Row) -> str | None:
    """Return the id that a row gives its article; raises `UnusableError` if it is no text or whole number."""
    value = row.get("id")
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise UnusableError(
        f'has an "id" that is {kind_of(value)}, neither a string nor a whole number',
        'Leave "id" out or change it.',
    )
