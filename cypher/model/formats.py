"""The file formats of articles: the only list, used by readers, uploader, messages and documentation.

Each format has a reader in `ingest.documents.readers.READERS`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, and the endings of its files (lower case, with dot).

    `holds` describes the content of a file for the documentation; `many` means that several
    articles can be put into one file.
    """

    name: str
    endings: tuple[str, ...]
    holds: str
    many: bool = False


TEXT = Format(
    "Text",
    (".txt", ".text"),
    "One article. A short first line without a full stop is its title.",
)
HTML = Format(
    "HTML",
    (".html", ".htm", ".xhtml"),
    "One article, without the page around it; title, date, publisher and address from its metadata.",
)
PDF = Format(
    "PDF",
    (".pdf",),
    "One article: the text in its order of reading, without running heads and numbers of pages. Scanned "
    "pages need their text recognised first, for example by `ocrmypdf`.",
)
WORD = Format(
    "Word (DOCX)",
    (".docx", ".docm"),
    "One article: the paragraphs, without headers, footers, notes, and tables of figures.",
)
MAIL = Format(
    "EML",
    (".eml",),
    "A mail, without the mails that it quotes: subject, sender and day from its headers. Attachments of "
    "these formats are articles of their own.",
)
OUTLOOK = Format("MSG", (".msg",), "A mail of Outlook, read like EML.")
MBOX = Format(
    "MBOX",
    (".mbox", ".mbx"),
    "A folder of mails, as mail programs export it: each message is read like EML.",
    many=True,
)
JSON_LINES = Format(
    "JSON Lines",
    (".jsonl", ".ndjson", ".json"),
    "One article a line, or an array: objects with `text` and, if known, `title`, `published_on` (a day, "
    "month or year), `url`, `publisher`, `language` and `id`. `published_guessed` is true if that day is "
    "only a guess, and `published_precision` (day, month or year) says how far it is known.",
    many=True,
)

TABLE = Format(
    "CSV/TSV",
    (".csv", ".tsv"),
    "A header, then one article a row. Columns are found by their names in English or Indonesian (`text` or "
    "`isi`, `title` or `judul`, `date` or `tanggal`, `url`, `publisher` or `sumber`, `language` or "
    "`bahasa`, `id`); `--map text=kolom_a,date=kolom_b` states others. Comma, semicolon or tab.",
    many=True,
)

FEED = Format(
    "RSS/Atom",
    (".rss", ".atom", ".rdf", ".xml"),
    "One article an item: the content, else the summary, which is reported as a teaser where it is short; "
    "title, link, date and language; the title of the feed is the publisher.",
    many=True,
)

WARC = Format(
    "WARC",
    (".warc", ".warc.gz"),
    "A crawl, such as one of CC-NEWS: each page that came with status 200 is an article. Pages without an "
    "article or in other languages are counted. The day of the crawl is only a guess of that of publication.",
)

FORMATS = (TEXT, HTML, PDF, WORD, MAIL, OUTLOOK, MBOX, JSON_LINES, TABLE, FEED, WARC)


def endings() -> tuple[str, ...]:
    """Return the endings of all formats."""
    return tuple(ending for each in FORMATS for ending in each.endings)


def ending_of(name: str) -> str:
    """Return the ending of a file's name in lower case: a known one such as ``.warc.gz``, else the last."""
    known = (ending for ending in endings() if name.lower().endswith(ending))
    return max(known, key=len, default=PurePath(name).suffix.lower())


def listed(formats: Iterable[Format] = FORMATS) -> str:
    """Return the names of formats for a sentence: ``Text, HTML or JSON Lines``."""
    *first, last = (each.name for each in formats)
    return f"{', '.join(first)} or {last}" if first else last


def of_many() -> str:
    """Return the names of the formats whose files may contain several articles."""
    return listed(each for each in FORMATS if each.many)
