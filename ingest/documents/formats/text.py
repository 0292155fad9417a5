"""Reads plain text files, and whole files for other readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cypher.model.formats import of_many
from ingest.documents.encoding import decode
from ingest.documents.records import MAX_CHARACTERS, Found, RawArticle, Remark, Source, UnusableError

Decoding = Callable[[bytes], tuple[str, tuple[Remark, ...]]]

MAX_FILE = 8 * MAX_CHARACTERS
"""The maximum size of a text or web page in bytes: enough for the longest article in any encoding."""


def is_text(start: str) -> bool:
    """Return False: plain text is the format of files that fit no other."""
    return False


def read_text(source: Source) -> Iterator[Found]:
    """Yield the single article of a text file."""
    text, remarks = read_whole(source)
    yield Found(RawArticle(text=text, title=_headline(text), remarks=remarks))


def read_whole(source: Source, decoding: Decoding = decode) -> tuple[str, tuple[Remark, ...]]:
    """Return the text of a whole file, with remarks on its encoding.

    Raises:
        UnusableError: it is too large, or not text.
    """
    data = source.stream.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise UnusableError(
            f"has more than {MAX_FILE:,} bytes; one article has at most {MAX_CHARACTERS:,} characters",
            f"Split it into its articles: one a file, or several in {of_many()}.",
        )
    return decoding(data)


def _headline(text: str) -> str | None:
    """Return the first line if it looks like a headline: short, without a full stop, with more text below."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    is_headline = 0 < len(first) <= 160 and first[-1] not in ".,;:!" and len(rest.strip()) > len(first)
    return first if is_headline else None
