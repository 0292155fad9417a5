"""Reads articles from JSON Lines: one object per line, with a required ``text`` and optional fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, TextIOWrapper
from typing import Any, Protocol

from ingest.documents.encoding import WIDE_MARKS, decode
from ingest.documents.records import MAX_CHARACTERS, Found, RawArticle, Source, UnusableError

_MAX_LINE = 12 * MAX_CHARACTERS
"""The maximum length of a line in bytes: the longest article with each character as escaped surrogates."""

_KINDS = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a string",
    list: "a list",
    dict: "an object",
}

_OPTIONAL = ("title", "language", "published_on", "publisher", "url")


def are_rows(start: str) -> bool:
    """Return whether a file with this beginning is JSON Lines."""
    return start.startswith("{")


def read_rows(source: Source) -> Iterator[Found]:
    """Yield the article of each line, or the reason why it cannot be used."""
    is_empty = True
    for number, line in _lines(source.stream):
        is_empty = False
        try:
            found: RawArticle | UnusableError = _article(line)
        except UnusableError as error:
            found = error
        yield Found(found, f"line {number}")
    if is_empty:
        raise UnusableError("has no rows", "Remove it, or check how it was exported.")


def _lines(stream: BufferedReader) -> Iterator[tuple[int, bytes]]:
    """Yield the non-empty lines with their numbers from 1; too long ones are cut, to bound memory."""
    with _in_utf8(stream) as rows:
        number = 0
        while line := rows.readline(_MAX_LINE + 1):
            number += 1
            if len(line) > _MAX_LINE and not line.endswith(b"\n"):
                _skip_to_line_end(rows)
            if line.strip():
                yield number, line


class _Rows(Protocol):
    """A source of lines of bytes."""

    def readline(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class _Recoded:
    """Recodes the lines of a UTF-16 or UTF-32 file to UTF-8; in these, a line end is not a single byte."""

    text: TextIOWrapper

    def readline(self, size: int, /) -> bytes:
        """Read a line as a file does, but with `size` in characters."""
        return self.text.readline(size).encode()


@contextmanager
def _in_utf8(stream: BufferedReader) -> Iterator[_Rows]:
    start = stream.peek(4)
    encoding = next((encoding for mark, encoding in WIDE_MARKS if start.startswith(mark)), None)
    if encoding is None:
        yield stream
        return
    text = TextIOWrapper(stream, encoding, errors="replace", newline="\n")
    try:
        yield _Recoded(text)
    finally:
        text.detach()  # leaves the stream open for its owner


def _article(line: bytes) -> RawArticle:
    """Parse a line. Raises `UnusableError` if it is not a valid row."""
    if len(line) > _MAX_LINE:
        raise UnusableError(
            f"is longer than {_MAX_LINE:,} bytes", f"One article has at most {MAX_CHARACTERS:,} characters."
        )
    text, remarks = decode(line)
    row = _parsed(text)
    body = row.get("text")
    if not isinstance(body, str):
        wrong = 'has no "text"' if body is None else f'has a "text" that is {_kind(body)}, not a string'
        raise UnusableError(wrong, 'Every row needs a "text" that is a string.')
    optional = {name: _optional(row, name) for name in _OPTIONAL}
    return RawArticle(text=body, given_id=_given_id(row), remarks=remarks, **optional)


def _parsed(text: str) -> dict[str, Any]:
    try:
        row = json.loads(text, object_pairs_hook=_unambiguous)
    except json.JSONDecodeError as error:
        raise UnusableError(
            f"is not JSON ({error.msg} at character {error.pos + 1})",
            "Write one JSON object a line; an array becomes rows with: jq -c '.[]'",
        ) from error
    except RecursionError as error:
        raise UnusableError("is nested too deeply", "A row is a flat JSON object.") from error
    except ValueError as error:
        raise UnusableError("has a number with too many digits", "Write it as a string.") from error
    if not isinstance(row, dict):
        raise UnusableError(f"is {_kind(row)}, not an object", 'Write rows like {"text": "…"}.')
    return row


def _unambiguous(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Build the object. Raises `UnusableError` if a field that is read occurs twice."""
    row = dict(pairs)
    if len(row) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next((name for name in ("text", "id", *_OPTIONAL) if names.count(name) > 1), None)
        if twice is not None:
            raise UnusableError(f'has "{twice}" more than once', "Name each field once.")
    return row


def _kind(value: object) -> str:
    """Return the JSON name of the value's type."""
    if value is None:
        return "null"
    return next(name for kind, name in _KINDS.items() if isinstance(value, kind))


def _optional(row: dict[str, Any], name: str) -> str | None:
    value = row.get(name)
    if value is None or isinstance(value, str):
        return value or None
    raise UnusableError(
        f'has a "{name}" that is {_kind(value)}, not a string', f'Leave "{name}" out or make it a string.'
    )


def _given_id(row: dict[str, Any]) -> str | None:
    value = row.get("id")
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise UnusableError(
        f'has an "id" that is {_kind(value)}, neither a string nor a whole number',
        'Leave "id" out or change it.',
    )


def _skip_to_line_end(stream: _Rows) -> None:
    while (part := stream.readline(1 << 20)) and not part.endswith(b"\n"):
        pass
