"""Reads articles from a table (CSV or TSV): a header, then one article per row, in cells of plain text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from ingest.documents.formats.columns import Columns, known_columns, names_the_text, places_of
from ingest.documents.formats.table_lines import Lines, Record, lines_of, records
from ingest.documents.records import Found, RawArticle, Remark, Source, UnusableError

_DELIMITERS = ",;\t"
_STATED_DELIMITER = re.compile(r"\ufeff?sep=(.)\s*", re.IGNORECASE)
"""A first line with which Excel states the delimiter."""

_NO_UTF_8 = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
"""Maps bytes that are not UTF-8, as `surrogateescape` decodes them, to their characters in Windows-1252."""


def is_table(start: str) -> bool:
    """Return whether a file begins with a header of several columns, one of them for the text."""
    rows = (_cells(start, delimiter) for delimiter in _DELIMITERS)
    return any(len(cells) > 1 and names_the_text(cells) for cells in rows)


def read_table(source: Source) -> Iterator[Found]:
    """Yield the article of each row. Raises `UnusableError` if no column is known to contain the text."""
    with lines_of(source.stream) as lines:
        rows = records(lines, _delimiter(lines, source.columns))
        header = _header(rows)
        first = next(rows, None)
        places = places_of(header, source.columns, first.cells if first else ())
        if first is None:
            raise UnusableError("has no rows below its header", "Remove it, or check how it was exported.")
        has_remarked = False
        for row in chain([first], rows):
            found = row.error or _attempt(row.cells, header, places)
            if isinstance(found, RawArticle) and found.remarks:
                found = replace(found, remarks=()) if has_remarked else found
                has_remarked = True
            yield Found(found, f"line {row.line}")


def _delimiter(lines: Lines, columns: Columns) -> str:
    """Return the delimiter with which the first line that is not blank has the most known columns."""
    lines.begin()
    line = next((line for line in lines if line.strip()), "")
    stated = _STATED_DELIMITER.fullmatch(line)
    if stated is not None:
        return stated[1]
    lines.repeat(max(len(lines.record) - 1, 0))

    def fitness(delimiter: str) -> tuple[int, int]:
        cells = _cells(line, delimiter)
        return known_columns(cells, columns), len(cells)

    return max(_DELIMITERS, key=fitness)


def _cells(text: str, delimiter: str) -> list[str]:
    """Return the cells of the first line of a text."""
    line = re.split("[\r\n]", text, maxsplit=1)[0]
    return next(csv.reader([line], delimiter=delimiter), [])


def _header(rows: Iterator[Record]) -> Sequence[str]:
    header = next(rows, None)
    if header is None:
        raise UnusableError("has no rows", "Remove it, or check how it was exported.")
    if header.error:
        raise header.error
    return [cell.translate(_NO_UTF_8) for cell in header.cells]


def _attempt(
    cells: Sequence[str], header: Sequence[str], places: Mapping[str, int]
) -> RawArticle | UnusableError:
    if any(map(str.strip, cells[len(header) :])):
        return UnusableError(
            f"has {len(cells)} cells, but the header has {len(header)}",
            "Put cells that hold the delimiter, or line ends, into quotation marks.",
        )
    values = {name: cells[place] for name, place in places.items() if place < len(cells)}
    read = {name: value.translate(_NO_UTF_8) for name, value in values.items()}
    text = read.get("text", "")
    if not text.strip():
        return UnusableError(
            f"has no text: its cell of the column “{header[places['text']].strip()}” is empty",
            "Fill it in, or remove the row.",
        )
    optional = {name: read.get(name, "").strip() or None for name in places}
    return RawArticle(
        text=text,
        title=optional.get("title"),
        language=optional.get("language"),
        published_on=optional.get("date"),
        publisher=optional.get("publisher"),
        url=optional.get("url"),
        given_id=optional.get("id"),
        remarks=() if read == values else (Remark("not UTF-8, read as windows-1252"),),
    )
