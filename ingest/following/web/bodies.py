"""Reads the body of a response up to a number of bytes, unpacked, and tells pages from feeds."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from ingest.documents.encoding import opening
from ingest.documents.formats.feed import is_feed
from ingest.documents.formats.html import is_page
from ingest.following.fetched import FetchError

MOST = 32_000_000
"""The maximum size of an unpacked response in bytes; feeds may have as many."""

MOST_OF_PAGE = 8_000_000
"""The maximum size of an unpacked web page in bytes."""

_PIECE = 1_000_000
_OPENING = 4096
_PACKED = {"gzip", "x-gzip", "deflate"}


def read_body(chunks: Iterable[bytes], encoding: str, most: int = MOST) -> bytes:
    """Return the whole body; raises `FetchError` if it is longer than `most`, or packed in another way."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return _joined(chunks, most)
    if name not in _PACKED:
        raise FetchError(
            f"sends its answer packed as {name}, which was not asked for", "Write to its publisher."
        )
    return _joined(_unpacked(chunks), most)


def is_only_page(body: bytes) -> bool:
    """Whether a body is a web page and no feed, by its beginning."""
    start = opening(body[:_OPENING]).text
    return is_page(start) and not is_feed(start)


def _joined(pieces: Iterable[bytes], most: int) -> bytes:
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > most:
            raise FetchError(
                f"sends more than {most:,} bytes",
                "Check that the address is that of a feed; nothing was read.",
            )
    return bytes(body)


def _unpacked(chunks: Iterable[bytes]) -> Iterable[bytes]:
    """Yield pieces of limited size, so that little that unpacks to much is noticed early."""
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        for chunk in chunks:
            rest = chunk
            while rest and not unpacking.eof:
                yield unpacking.decompress(rest, _PIECE)
                rest = unpacking.unconsumed_tail
        yield unpacking.flush()
    except zlib.error as error:
        raise FetchError("sends an answer that is packed wrongly", "It will be fetched again.") from error
    if not unpacking.eof:
        raise FetchError("breaks off in the middle of its answer", "It will be fetched again.")
