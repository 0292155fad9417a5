"""Reads the rows of event data sets: bounded lines, in any mix of encodings, split at tabs or as CSV.

A line that cannot be read becomes `Rejected`, and reading goes on with the next one. Cells in which a source
says "not known" in its own way (`ABSENT`) are empty texts.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ingest.datasets.coded import Origin, Rejected
from ingest.datasets.files.opening import READ_ERRORS, Opened
from ingest.documents.characters import valid

LONGEST_LINE = 1 << 20
"""The maximum length of a line in bytes, and of a record that spans several lines in characters."""

MOST_LINES = 200
"""The maximum number of lines of a record in CSV."""

ABSENT = frozenset({"", "NA", "N/A", "NULL", "Null", "null", "None", "none", "NaN", "nan", r"\N"})
"""The cells that say that something is not known. "NA" is Namibia only where a reader asks for it."""

_SHOWN = 200
_BOM = b"\xef\xbb\xbf"
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")
_INNER_QUOTE = re.compile(r'(?<![\\"])"(?!")')

csv.field_size_limit(max(csv.field_size_limit(), LONGEST_LINE + 1))  # for GDELT's and UCDP's longest cells


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end; the first line of a file has the number 1."""

    file: str
    number: int
    text: str

    def origin(self) -> Origin:
        """Return where the line stands."""
        return Origin(self.file, self.number, self.text[:_SHOWN])

    def rejected(self, reason: str) -> Rejected:
        """Return the line as one that cannot be used."""
        return self.origin().rejected(reason)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a record, which begins on the line `number`; a cell that says nothing is empty."""

    line: Line
    cells: Sequence[str]

    def rejected(self, reason: str) -> Rejected:
        """Return the row as one that cannot be used."""
        return self.line.rejected(reason)

    def misfit(self, *widths: int) -> Rejected | None:
        """Return why a row has another number of cells than these, None if it fits."""
        if len(self.cells) in widths:
            return None
        expected = " or ".join(map(str, widths))
        return self.rejected(f"has {len(self.cells)} cells instead of {expected}")


def _rejected(file: str, number: int, reason: str, text: str = "") -> Rejected:
    return Origin(file, number, text[:_SHOWN]).rejected(reason)


def lines(source: Opened) -> Iterator[Line | Rejected]:
    """Yield the lines of a file that are not blank.

    Lines that are not UTF-8 are read as Windows-1252. Rejected are lines longer than `LONGEST_LINE`, of which
    only the beginning is held, lines with NUL characters, and those in no or several encodings. A damaged
    archive is rejected from the line at which it breaks off.
    """
    number = 0
    try:
        while raw := source.stream.readline(LONGEST_LINE + 1):
            number += 1
            raw = raw.removeprefix(_BOM) if number == 1 else raw
            if len(raw) > LONGEST_LINE and not raw.endswith(b"\n"):
                _skip_to_line_end(source)
                reason = f"is longer than {LONGEST_LINE:,} bytes"
                yield _rejected(source.name, number, reason, raw[:_SHOWN].decode("utf-8", "replace"))
            elif not raw.isspace():
                yield _decoded(source.name, number, raw.rstrip(b"\r\n"))
    except READ_ERRORS as error:
        yield _rejected(source.name, number + 1, f"cannot be read, nor anything after it ({error})")


def _skip_to_line_end(source: Opened) -> None:
    while (rest := source.stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass


def _decoded(file: str, number: int, raw: bytes) -> Line | Rejected:
    if b"\0" in raw:
        return _rejected(file, number, "holds a NUL character", raw[:_SHOWN].decode("utf-8", "replace"))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        replaced = raw.decode("utf-8", "replace")
        if any("\x7f" < char != "\ufffd" for char in replaced):
            return _rejected(file, number, "is damaged: only a part of it is UTF-8", replaced)
        try:
            text = raw.decode("cp1252")
        except UnicodeDecodeError:
            return _rejected(file, number, "is neither UTF-8 nor Windows-1252", replaced)
    return Line(file, number, valid(text) if _CONTROL.search(text) else text)


def tab_rows(source: Opened, literal: Collection[int] = ()) -> Iterator[Row | Rejected]:
    """Yield the rows of a file with tabs, its header among them; quotation marks are text.

    Only a cell that is quoted as a whole loses its quotation marks, as Dataverse writes text. In the columns
    `literal`, numbered from 0, words such as "NA" are values.
    """
    for line in lines(source):
        if isinstance(line, Rejected):
            yield line
            continue
        cells = line.text.split("\t")
        if '"' in line.text:
            cells = [_unquoted(cell) for cell in cells]
        yield Row(line, _told(cells, literal))


def _told(cells: Sequence[str], literal: Collection[int] = ()) -> Sequence[str]:
    if not literal:
        return ["" if (bare := cell.strip()) in ABSENT else bare for cell in cells]
    numbered = enumerate(map(str.strip, cells))
    return ["" if cell in ABSENT and at not in literal else cell for at, cell in numbered]


def _unquoted(cell: str) -> str:
    inner = cell[1:-1]
    if len(cell) < 2 or not (cell[0] == cell[-1] == '"') or _INNER_QUOTE.search(inner):
        return cell
    return inner.replace(r"\"", '"').replace('""', '"')


def csv_rows(
    source: Opened, delimiter: str = ",", width: int | None = None, literal: Collection[int] = ()
) -> Iterator[Row | Rejected]:
    """Yield the records of a CSV file, its header among them; quoted cells may hold line ends.

    A record has `width` cells, or as many as the first one. If a quotation mark is not closed, only the line
    that opens it is rejected: the lines after it are read again.
    """
    again: list[Line | Rejected] = []
    source_lines = lines(source)
    while first := (again.pop() if again else next(source_lines, None)):
        if isinstance(first, Rejected):
            yield first
            continue
        held = _record(first, source_lines, again)
        row = _parsed(held, delimiter, width)
        if isinstance(row, Rejected):
            again.extend(reversed(held[1:]))
            yield row
            continue
        width = len(row.cells) if width is None else width
        yield Row(row.line, _told(row.cells, literal))


def _record(first: Line, following: Iterator[Line | Rejected], again: list[Line | Rejected]) -> list[Line]:
    """Return the lines of a record: as many as it takes to close each quotation mark, if that is possible."""
    held, quotes, size = [first], first.text.count('"'), len(first.text)
    while quotes % 2:
        line = again.pop() if again else next(following, None)
        if line is None:
            break
        if isinstance(line, Rejected) or len(held) == MOST_LINES or size > LONGEST_LINE:
            again.append(line)
            break
        held.append(line)
        quotes += line.text.count('"')
        size += len(line.text)
    return held


def _parsed(held: Sequence[Line], delimiter: str, width: int | None) -> Row | Rejected:
    first = held[0]
    try:
        text = "\n".join(line.text for line in held)
        cells = next(csv.reader([text], delimiter=delimiter, strict=True))
    except (csv.Error, StopIteration):
        return first.rejected("has a quotation mark that is not closed or stands within a cell")
    row = Row(first, cells)
    return row if width is None else row.misfit(width) or row
