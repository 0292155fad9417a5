"""Reads the records of a table with their line numbers, in any encoding, despite broken quotation marks."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader, TextIOWrapper

from ingest.documents.encoding import WIDE_MARKS, refuse_binary
from ingest.documents.records import MAX_CHARACTERS, UnusableError

MAX_RECORD = 12 * MAX_CHARACTERS
"""The maximum length of a record in characters: the longest article with doubled quotation marks."""

csv.field_size_limit(MAX_RECORD + 1)

_MOST_UNCLOSED = 10
"""The number of unclosed quotation marks after which reading stops; each causes a second reading."""

_UNCLOSED = UnusableError(
    "has a quotation mark that is never closed",
    "Close it; a quotation mark within a quoted cell is written twice.",
)

_GIVEN_UP = UnusableError(
    "has a quotation mark that is not closed for many lines; the rest of the file is not read",
    _UNCLOSED.hint,
)


@dataclass(slots=True)
class Lines:
    """The lines of a file, for `csv.reader`: `number` of them so far, the last ones in `record`."""

    text: TextIOWrapper
    number: int = 0
    record: list[str] = field(default_factory=list)
    is_cut: bool = False
    """Whether the file ended within the record."""
    is_given_up: bool = False
    """Whether nothing is read after this record, because it is too long."""
    _size: int = 0
    _again: list[str] = field(default_factory=list)
    """Lines to be read again, the next one last."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else self.text.readline(MAX_RECORD + 1)
        if not line:
            self.is_cut = bool(self.record)
            raise StopIteration
        self.number += 1
        self.record.append(line)
        self._size += len(line)
        if self._size <= MAX_RECORD:
            return line
        if len(self.record) == 1:
            self._skip_to_line_end(line)
            raise UnusableError(f"is longer than {MAX_RECORD:,} characters", "Split it into its articles.")
        self.is_cut = self.is_given_up = True
        raise StopIteration

    def begin(self) -> None:
        """Begin a new record with the next line."""
        self.record, self._size, self.is_cut = [], 0, False

    def repeat(self, start: int) -> None:
        """Let the lines of the record, except its first `start`, be read again."""
        self._again.extend(reversed(self.record[start:]))
        self.number -= len(self.record) - start

    def _skip_to_line_end(self, line: str) -> None:
        while line and not line.endswith(("\n", "\r")):
            line = self.text.readline(1 << 20)


@contextmanager
def lines_of(stream: BufferedReader) -> Iterator[Lines]:
    """Open the lines of a table. Bytes that are not UTF-8 become lone surrogates (`surrogateescape`)."""
    start = stream.peek(4)
    encoding = next((encoding for mark, encoding in WIDE_MARKS if start.startswith(mark)), None)
    if encoding is None:
        refuse_binary(start)
    errors = "replace" if encoding else "surrogateescape"
    text = TextIOWrapper(stream, encoding or "utf-8-sig", errors, newline="")
    try:
        yield Lines(text)
    finally:
        text.detach()  # leaves the stream open for its owner


@dataclass(frozen=True, slots=True)
class Record:
    """A row: the number of its first line, and its cells or the error."""

    line: int
    cells: Sequence[str] = ()
    error: UnusableError | None = None


def records(lines: Lines, delimiter: str) -> Iterator[Record]:
    """Yield the records that are not blank."""
    reader, unclosed = csv.reader(lines, delimiter=delimiter), 0
    while not lines.is_given_up:
        lines.begin()
        record = _record(reader, lines.number + 1)
        if not lines.record:
            return
        if lines.is_cut:
            unclosed += 1
            lines.is_given_up |= unclosed == _MOST_UNCLOSED
            lines.repeat(1)
            reader = csv.reader(lines, delimiter=delimiter)
            record = Record(record.line, error=_GIVEN_UP if lines.is_given_up else _UNCLOSED)
        if record.error or any(map(str.strip, record.cells)):
            yield record


def _record(reader: Iterator[list[str]], line: int) -> Record:
    try:
        return Record(line, next(reader, []))
    except csv.Error as error:
        return Record(
            line, error=UnusableError(f"is no row of a table ({error})", "Write it as the others are.")
        )
    except UnusableError as error:
        return Record(line, error=error)
