"""Articles from JSON Lines: one object a line, ``text`` required, the rest optional."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BufferedIOBase
from typing import Any

from ingest.documents.encoding import decode
from ingest.documents.records import MAX_CHARACTERS, RawArticle, UnusableError

_MAX_LINE = 12 * MAX_CHARACTERS
"""Bytes: the longest article with every character escaped as a surrogate pair."""

_OPTIONAL = ("title", "language", "published_on", "publisher", "url")


def lines(stream: BufferedIOBase) -> Iterator[tuple[int, bytes]]:
    """The non-empty lines with their numbers from 1; one that is too long is cut, so memory stays bounded."""
    number = 0
    while line := stream.readline(_MAX_LINE + 1):
        number += 1
        if len(line) > _MAX_LINE and not line.endswith(b"\n"):
            _skip_to_line_end(stream)
        if line.strip():
            yield number, line


def read_row(line: bytes) -> RawArticle:
    """The article of a line. Raises `UnusableError` for a line that is no row of the contract."""
    if len(line) > _MAX_LINE:
        raise UnusableError(
            f"is longer than {_MAX_LINE:,} bytes", f"One article has at most {MAX_CHARACTERS:,} characters."
        )
    text, remarks = decode(line)
    row = _parsed(text)
    body = row.get("text")
    if not isinstance(body, str):
        raise UnusableError('has no "text"', 'Every row needs a "text" that is a string.')
    optional = {name: _optional(row, name) for name in _OPTIONAL}
    return RawArticle(text=body, given_id=_given_id(row), remarks=remarks, **optional)


def _parsed(text: str) -> dict[str, Any]:
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnusableError(
            f"is not JSON ({error.msg} at character {error.pos + 1})",
            "Write one JSON object a line; an array becomes rows with: jq -c '.[]'",
        ) from error
    except RecursionError as error:
        raise UnusableError("is nested too deeply", "A row is a flat JSON object.") from error
    if not isinstance(row, dict):
        raise UnusableError(
            f"is a JSON {type(row).__name__}, not an object", 'Write rows like {"text": "…"}.'
        )
    return row


def _optional(row: dict[str, Any], name: str) -> str | None:
    value = row.get(name)
    if value is None or isinstance(value, str):
        return value or None
    raise UnusableError(f'has a "{name}" that is not a string', f'Leave "{name}" out or make it a string.')


def _given_id(row: dict[str, Any]) -> str | None:
    value = row.get("id")
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise UnusableError(
        'has an "id" that is neither a string nor a whole number', 'Leave "id" out or change it.'
    )


def _skip_to_line_end(stream: BufferedIOBase) -> None:
    while (part := stream.readline(1 << 20)) and not part.endswith(b"\n"):
        pass
