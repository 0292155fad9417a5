"""Reads PDF and Word files: one article a file."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.documents.binary.parsed import Paper
from ingest.documents.binary.process import PARSERS
from ingest.documents.encoding import Opening
from ingest.documents.records import Found, Source, UnusableError

MOST_BYTES = 64_000_000
"""The maximum size of a binary file: some hundred pages with pictures."""


def is_pdf(start: Opening) -> bool:
    """Return whether a file with this beginning is a PDF file."""
    return start.data.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-")


def is_archive(start: Opening) -> bool:
    """Return whether a file with this beginning is a ZIP archive, as Word files are."""
    return start.data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read_pdf(source: Source) -> Iterator[Found]:
    """Yield the single article of a PDF file. Raises `UnusableError` if it has none that can be read."""
    yield _found(source, "pdf")


def read_word(source: Source) -> Iterator[Found]:
    """Yield the single article of a Word file. Raises `UnusableError` if it has none that can be read."""
    yield _found(source, "docx")


def bytes_of(source: Source) -> bytes:
    """Return a whole binary file. Raises `UnusableError` if it is too large or empty."""
    data = source.stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise UnusableError(f"has more than {MOST_BYTES:,} bytes", "Split it into its articles.")
    if not data.strip():
        raise UnusableError("is empty", "Remove it, or check how it was exported.")
    return data


def _found(source: Source, parser: str) -> Found:
    return Found(Paper(**PARSERS.parse(parser, bytes_of(source))).article())
