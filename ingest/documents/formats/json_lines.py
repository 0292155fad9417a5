"""Reads articles from JSON Lines, or from an array: objects with a required ``text`` and optional fields."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BufferedReader, TextIOWrapper
from typing import Any, Protocol

from ingest.documents.characters import shown
from ingest.documents.encoding import WIDE_MARKS, decode, opening
from ingest.documents.formats.json_fields import (
    FIELDS,
    TEXTS,
    given_id,
    is_guessed,
    kind_of,
    precision_of,
    published_on,
    text_of,
)
from ingest.documents.records import MAX_CHARACTERS, Found, RawArticle, Remark, Source, UnusableError

_MAX_LINE = 12 * MAX_CHARACTERS
"""The maximum length of a line in bytes: the longest article with each character as escaped surrogates."""

_MEANT = {
    "date": "published_on",
    "published": "published_on",
    "published_at": "published_on",
    "datepublished": "published_on",
    "pubdate": "published_on",
    "headline": "title",
    "body": "text",
    "content": "text",
    "article": "text",
    "source": "publisher",
    "link": "url",
    "lang": "language",
}
"""Names that other programs give to the fields."""

_OPENING, _MAX_SPREAD = 4096, 64 * MAX_CHARACTERS
_LINES_HINT = "Write one JSON object a line; an array becomes rows with: jq -c '.[]'"
_MOST_NAMED = 5
_Row = Callable[[], tuple[dict[str, Any], tuple[Remark, ...]]]


def are_rows(start: str) -> bool:
    """Return whether a file with this beginning is JSON Lines, or an array of objects."""
    return start.startswith("{") or re.match(r"\[\s*\{", start) is not None


def read_rows(source: Source) -> Iterator[Found]:
    """Yield the article of each line, or of each object of an array, or the reason why it cannot be used."""
    is_empty, unknown = True, set[str]()
    start = opening(source.stream.peek(_OPENING)).text
    rows = _spread(source.stream) if _are_spread(start) else _one_a_line(source.stream)
    for place, row in rows:
        is_empty = False
        try:
            found: RawArticle | UnusableError = _article(row, unknown)
        except UnusableError as error:
            found = error
        yield Found(found, place)
    if is_empty:
        raise UnusableError("has no rows", "Remove it, or check how it was exported.")


def _are_spread(start: str) -> bool:
    """Return whether rows share an array or span lines. An array that is one line of several is a bad row."""
    if not start.startswith("["):
        return re.match(r"\{\s*\n", start) is not None
    first, _, rest = start.partition("\n")
    return are_rows(start) and not (rest.strip() and _is_json(first))


def _is_json(text: str) -> bool:
    """Whether a text in small letters is JSON; some programs write `Infinity` and `NaN` for numbers."""
    try:
        json.loads(text.replace("infinity", "Infinity").replace("nan", "NaN"))
    except (ValueError, RecursionError):
        return False
    return True


def _one_a_line(stream: BufferedReader) -> Iterator[tuple[str, _Row]]:
    for number, line in _lines(stream):
        yield f"line {number}", partial(_row, line)


def _spread(stream: BufferedReader) -> Iterator[tuple[str, _Row]]:
    """Yield the objects of an array, or of values that are spread over lines. The file is read as a whole."""
    data = stream.read(_MAX_SPREAD + 1)
    if len(data) > _MAX_SPREAD:
        raise UnusableError(
            f"has more than {_MAX_SPREAD:,} bytes of JSON that is not one object a line", _LINES_HINT
        )
    text, remarks = decode(data)
    for number, value in enumerate(_values(text), 1):
        yield f"item {number}", partial(_whole, value, remarks)


def _values(text: str) -> Iterator[object]:
    decoder, place = json.JSONDecoder(object_pairs_hook=_unambiguous), 0
    while place < len(text.rstrip()):
        place += len(text[place:]) - len(text[place:].lstrip(" \t\r\n,\ufeff"))
        try:
            value, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            if isinstance(error, json.JSONDecodeError):
                raise UnusableError(f"is not JSON at character {error.pos + 1}", _LINES_HINT) from error
            raise UnusableError("is not JSON", _LINES_HINT) from error
        yield from value if isinstance(value, list) else [value]


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


def _row(line: bytes) -> tuple[dict[str, Any], tuple[Remark, ...]]:
    """Parse a line. Raises `UnusableError` if it is too long or no JSON object."""
    if len(line) > _MAX_LINE:
        raise UnusableError(
            f"is longer than {_MAX_LINE:,} bytes", f"One article has at most {MAX_CHARACTERS:,} characters."
        )
    text, remarks = decode(line)
    return _parsed(text), remarks


def _article(read: _Row, unknown: set[str]) -> RawArticle:
    """Return the article of a row; a remark names the fields that are not in `unknown` yet.

    Raises `UnusableError` if it is not a valid row.
    """
    row, remarks = read()
    body = row.get("text")
    if not isinstance(body, str):
        wrong = 'has no "text"' if body is None else f'has a "text" that is {kind_of(body)}, not a string'
        meant = next((name for name, field in _MEANT.items() if field == "text" and name in row), None)
        if meant and body is None:
            raise UnusableError(
                wrong, f'Every row needs a "text" that is a string. Rename "{meant}" to "text".'
            )
        raise UnusableError(wrong, 'Every row needs a "text" that is a string.')
    day, dated = published_on(row)
    optional = {name: text_of(row, name) for name in TEXTS}
    new = [name for name in row if name not in {*FIELDS, *unknown}]
    unknown.update(new)
    return RawArticle(
        text=body,
        title=optional["title"],
        language=optional["language"],
        published_on=day,
        publisher=optional["publisher"],
        url=optional["url"],
        given_id=given_id(row),
        remarks=(*remarks, *dated, *map(_ignored, new[:_MOST_NAMED])),
        published_precision=precision_of(row),
        published_guessed=is_guessed(row),
    )


def _ignored(name: str) -> Remark:
    field = _MEANT.get(name.lower())
    if field is None:
        return Remark(f'field "{shown(name)}" is ignored')
    return Remark(f'field "{shown(name)}" is ignored; if it is the "{field}", rename it')


def _parsed(text: str) -> dict[str, Any]:
    try:
        row = json.loads(text, object_pairs_hook=_unambiguous)
    except json.JSONDecodeError as error:
        raise UnusableError(
            f"is not JSON ({error.msg} at character {error.pos + 1})",
            _LINES_HINT,
        ) from error
    except RecursionError as error:
        raise UnusableError("is nested too deeply", "A row is a flat JSON object.") from error
    except ValueError as error:
        raise UnusableError("has a number with too many digits", "Write it as a string.") from error
    return _object(row)


def _whole(value: object, remarks: tuple[Remark, ...]) -> tuple[dict[str, Any], tuple[Remark, ...]]:
    return _object(value), remarks


def _object(row: object) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise UnusableError(f"is {kind_of(row)}, not an object", 'Write each row as an object with a "text".')
    return row


def _unambiguous(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Build the object. Raises `UnusableError` if a field that is read occurs twice."""
    row = dict(pairs)
    if len(row) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next((name for name in FIELDS if names.count(name) > 1), None)
        if twice is not None:
            raise UnusableError(f'has "{twice}" more than once', "Name each field once.")
    return row


def _skip_to_line_end(stream: _Rows) -> None:
    while (part := stream.readline(1 << 20)) and not part.endswith(b"\n"):
        pass
