"""Reads the records of WARC files, in which crawlers keep web pages, one after another in bounded memory."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.documents.records import UnusableError

if TYPE_CHECKING:
    from typing_extensions import Buffer

GZIP = b"\x1f\x8b"
_LONGEST_LINE, _MOST_HEADERS = 65_536, 200
_PIECE = 1 << 20
_FAULTS = (EOFError, zlib.error, gzip.BadGzipFile, ValueError)

Headers = Mapping[str, str]
"""Headers by their names in lower case."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its place in the file, from 1, its headers, and the first bytes of its content."""

    number: int
    headers: Headers
    content: bytes


def records_of(stream: io.BufferedReader, wanted: Callable[[Headers], bool], most: int) -> Iterator[Record]:
    """Yield the records whose headers are wanted, each with at most `most` bytes of its content.

    Raises:
        UnusableError: the file is damaged; the records before the damage have been yielded.
    """
    number = 0
    try:
        unpacked = _unpacked(stream)
        while (headers := _next_headers(unpacked)) is not None:
            length = int(headers.get("content-length", ""))
            content = _read(unpacked, min(length, most)) if wanted(headers) and length >= 0 else b""
            _skip(unpacked, length - len(content))
            number += 1
            if content:
                yield Record(number, headers, content)
    except _FAULTS as error:
        raise UnusableError(
            f"is damaged after {number:,} records: only these were read", "Fetch it again from its source."
        ) from error


class _Unpacked(io.RawIOBase):
    """The content of a packed stream, passed on as soon as it is unpacked: later damage does not lose it."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._packed = gzip.GzipFile(fileobj=stream)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        data = self._packed.read1(len(view))
        view[: len(data)] = data
        return len(data)


def headers_of(lines: list[bytes]) -> dict[str, str]:
    """Return headers by their names in lower case; the first of several counts."""
    headers: dict[str, str] = {}
    for line in lines:
        name, _, value = line.decode("utf-8", "replace").partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
    return headers


def _unpacked(stream: io.BufferedReader) -> io.BufferedReader:
    """Return the stream without its compression, in which each record may be packed by itself."""
    if not stream.peek(2).startswith(GZIP):
        return stream
    return io.BufferedReader(_Unpacked(stream), _PIECE)


def _next_headers(stream: io.BufferedReader) -> Headers | None:
    """Return the headers of the next record, None at the end of the file."""
    first = stream.readline(_LONGEST_LINE)
    while first in (b"\r\n", b"\n"):
        first = stream.readline(_LONGEST_LINE)
    if not first:
        return None
    if not first.startswith(b"WARC/"):
        raise ValueError("no record begins here")
    lines: list[bytes] = []
    while (line := stream.readline(_LONGEST_LINE)).strip():
        lines.append(line)
        if len(lines) > _MOST_HEADERS or not line.endswith(b"\n"):
            raise ValueError("a record has too many headers")
    return headers_of(lines)


def _read(stream: io.BufferedReader, length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def _skip(stream: io.BufferedReader, length: int) -> None:
    if length < 0:
        raise ValueError("a record has no length")
    while length > 0:
        length -= len(_read(stream, min(length, _PIECE)))
