"""The readers, one for each format. A new format needs an entry in `cypher.model.formats` and one here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cypher.model.formats import (
    FEED,
    HTML,
    JSON_LINES,
    MAIL,
    MBOX,
    OUTLOOK,
    PDF,
    TABLE,
    TEXT,
    WARC,
    WORD,
    Format,
)
from ingest.documents.encoding import Opening
from ingest.documents.formats.feed import is_feed, read_feed
from ingest.documents.formats.html import is_page, read_page
from ingest.documents.formats.json_lines import are_rows, read_rows
from ingest.documents.formats.mail import is_mail, is_ole, read_mail, read_outlook
from ingest.documents.formats.mbox import is_mbox, read_mbox
from ingest.documents.formats.papers import is_archive, is_pdf, read_pdf, read_word
from ingest.documents.formats.table import is_table, read_table
from ingest.documents.formats.text import is_text, read_text
from ingest.documents.formats.warc import is_warc, read_warc
from ingest.documents.records import Found, Source


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one format.

    `fits` decides by the beginning of a file (`encoding.opening`), not by its name; at most one reader fits a
    file. `read` yields the articles of a file in order, and raises `UnusableError` if the whole file cannot
    be used.
    """

    format: Format
    fits: Callable[[Opening], bool]
    read: Callable[[Source], Iterator[Found]]


def _text(fits: Callable[[str], bool]) -> Callable[[Opening], bool]:
    """Return what decides by the beginning as text."""
    return lambda start: fits(start.text)


READERS = (
    Reader(TEXT, _text(is_text), read_text),
    Reader(HTML, _text(is_page), read_page),
    Reader(PDF, is_pdf, read_pdf),
    Reader(WORD, is_archive, read_word),
    Reader(MAIL, _text(is_mail), read_mail),
    Reader(OUTLOOK, is_ole, read_outlook),
    Reader(MBOX, _text(is_mbox), read_mbox),
    Reader(JSON_LINES, _text(are_rows), read_rows),
    Reader(TABLE, _text(is_table), read_table),
    Reader(FEED, _text(is_feed), read_feed),
    Reader(WARC, is_warc, read_warc),
)


def reader_of(ending: str, start: Opening, *, has_columns: bool = False) -> Reader:
    """Return the reader by the file's beginning, else by its ending (lower case, with dot), else for text.

    If columns were stated (`has_columns`), the last choice is a table.
    """
    default = next(each for each in READERS if each.format is (TABLE if has_columns else TEXT))
    return known_reader(ending, start) or default


def known_reader(ending: str, start: Opening) -> Reader | None:
    """Return the reader by the file's beginning, else by its ending, else None."""
    fitting = (each for each in READERS if each.fits(start))
    named = (each for each in READERS if ending in each.format.endings)
    return next(fitting, None) or next(named, None)
