"""Articles that are a whole file: plain text, and the reading of any file at once."""

from __future__ import annotations

from collections.abc import Iterator

from cypher.model.formats import of_many
from ingest.documents.encoding import decode
from ingest.documents.records import MAX_CHARACTERS, Found, RawArticle, Source, UnusableError

MAX_FILE = 8 * MAX_CHARACTERS
"""Bytes of a text or web page: no encoding makes more of an article that may be read, markup included."""


def is_text(start: str) -> bool:
    """Whether a file that begins like this is plain text: whatever no other format claims is."""
    return False


def read_text(source: Source) -> Iterator[Found]:
    """The one article of a text file."""
    text, remarks = read_whole(source)
    yield Found(RawArticle(text=text, title=_headline(text), remarks=remarks))


def read_whole(source: Source) -> tuple[str, tuple[str, ...]]:
    """The text of a file with one article, and remarks on its encoding.

    Raises:
        UnusableError: it is too large, or no text.
    """
    data = source.stream.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise UnusableError(
            f"has more than {MAX_FILE:,} bytes; one article has at most {MAX_CHARACTERS:,} characters",
            f"Split it into its articles: one a file, or several in {of_many()}.",
        )
    return decode(data)


def _headline(text: str) -> str | None:
    """The first line, where it looks like one: short, without a full stop, and with more text below."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    is_headline = 0 < len(first) <= 160 and first[-1] not in ".,;:!" and len(rest.strip()) > len(first)
    return first if is_headline else None
