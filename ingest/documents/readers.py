"""The readers, one for each format. A new format needs an entry in `cypher.model.formats` and one here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cypher.model.formats import FEED, HTML, JSON_LINES, TABLE, TEXT, Format
from ingest.documents.formats.feed import is_feed, read_feed
from ingest.documents.formats.html import is_page, read_page
from ingest.documents.formats.json_lines import are_rows, read_rows
from ingest.documents.formats.table import is_table, read_table
from ingest.documents.formats.text import is_text, read_text
from ingest.documents.records import Found, Source


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one format.

    `fits` decides by the beginning of a file (`encoding.opening`), not by its name; at most one reader fits a
    file. `read` yields the articles of a file in order, and raises `UnusableError` if the whole file cannot
    be used.
    """

    format: Format
    fits: Callable[[str], bool]
    read: Callable[[Source], Iterator[Found]]


READERS = (
    Reader(TEXT, is_text, read_text),
    Reader(HTML, is_page, read_page),
    Reader(JSON_LINES, are_rows, read_rows),
    Reader(TABLE, is_table, read_table),
    Reader(FEED, is_feed, read_feed),
)


def reader_of(ending: str, start: str, *, has_columns: bool = False) -> Reader:
    """Return the reader by the file's beginning, else by its ending (lower case, with dot), else for text.

    If columns were stated (`has_columns`), the last choice is a table.
    """
    default = next(each for each in READERS if each.format is (TABLE if has_columns else TEXT))
    fitting = (each for each in READERS if each.fits(start))
    named = (each for each in READERS if ending in each.format.endings)
    return next(fitting, None) or next(named, default)
