"""Reads the articles of the pages in WARC files, such as those of CC-NEWS.

Most pages of a crawl are no articles, or in languages that are not read; these are counted, not named.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from ingest.documents.dates import stated_date
from ingest.documents.encoding import Opening, decode_as, decode_page
from ingest.documents.formats.html import article_of
from ingest.documents.formats.text import MAX_FILE
from ingest.documents.formats.warc_records import GZIP, Headers, Record, headers_of, records_of
from ingest.documents.language import language_of
from ingest.documents.records import Found, RawArticle, Source, UnusableError
from ingest.languages import supported_languages

_BEGINNING = 16
_PAGES = re.compile(r"text/html|application/xhtml\+xml", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_SCRIPT = re.compile(rb"<(?:script|style|noscript)\b", re.IGNORECASE)
_TAG = re.compile(rb"<[^<>]*>")
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,100}\r\n")
"""The line before a chunk of a body, which begins with its size."""

_SAMPLE = 200_000
_NOTHING = "Nothing has to be done."
_ADDRESS = "warc-target-uri"


def is_warc(start: Opening) -> bool:
    """Return whether a file with this beginning is a WARC file, packed or not."""
    data = start.data
    if data.startswith(GZIP):
        try:
            data = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, _BEGINNING)
        except zlib.error:
            return False
    return data.startswith(b"WARC/")


class _OtherLanguageError(UnusableError):
    """A page is in a language that is not read."""


def read_warc(source: Source) -> Iterator[Found]:
    """Yield the article of each page, and at the end how many pages were left out for which reasons.

    Raises:
        UnusableError: the file is damaged, or holds no pages.
    """
    left_out: Counter[str] = Counter()
    pages = others = 0
    for record in records_of(source.stream, _is_response, MAX_FILE):
        page = _page(record)
        if page is None:
            continue
        pages += 1
        try:
            yield Found(_article(record, *page), f"record {record.number}")
        except _OtherLanguageError:
            others += 1
        except UnusableError as error:
            left_out[error.reason] += 1
    if not pages:
        raise UnusableError("holds no web pages", "Remove it, or check how it was exported.")
    yield from map(Found, _counted(others, left_out))


def _counted(others: int, left_out: Counter[str]) -> Iterator[UnusableError]:
    """Yield how many pages were left out, and why."""
    if others:
        known = ", ".join(supported_languages())
        yield UnusableError(f"has pages in other languages: {others:,}", f"Supported are: {known}.")
    for reason, count in left_out.most_common():
        yield UnusableError(f"has pages that were left out ({count:,}): each {reason}", _NOTHING)


def _is_response(headers: Headers) -> bool:
    return headers.get("warc-type") == "response" and headers.get(_ADDRESS, "").startswith("http")


def _page(record: Record) -> tuple[bytes, Headers] | None:
    """Return the markup of a page with its headers, None if the response is no page or reports an error."""
    head, _, body = record.content.partition(b"\r\n\r\n")
    status, *lines = head.split(b"\r\n")
    headers = headers_of(lines)
    is_page = _PAGES.match(headers.get("content-type", "")) is not None
    if not status.startswith(b"HTTP/") or status.split()[1:2] != [b"200"] or not is_page:
        return None
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined_chunks(body)
    encoding = headers.get("content-encoding", "").lower()
    if encoding in ("gzip", "x-gzip", "deflate"):
        body = _inflated(body)
    return (body, headers) if body else None


def _joined_chunks(body: bytes) -> bytes:
    """Return a body that was sent in chunks, as a whole; one without their sizes as it is."""
    chunks: list[bytes] = []
    at = 0
    while found := _CHUNK.match(body, at):
        size = int(found[1], 16)
        if not size:
            break
        chunks.append(body[found.end() : found.end() + size])
        at = found.end() + size + 2
    return b"".join(chunks) or body


def _inflated(body: bytes) -> bytes:
    """Return an unpacked body, at most a little more than may be read; one that is not packed as it is."""
    for kind in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(kind).decompress(body, MAX_FILE + 1)
        except zlib.error:
            continue
    return body


def _article(record: Record, body: bytes, headers: Headers) -> RawArticle:
    """Return the article of a page. It was published on the day on which it was fetched, or before."""
    if len(body) >= MAX_FILE or len(record.content) >= MAX_FILE:
        raise UnusableError(f"has more than {MAX_FILE:,} bytes", _NOTHING)
    _check_language(_words(body))
    article = article_of(_decoded(body, headers))
    _check_language(article.text)
    fetched = record.headers.get("warc-date", "")[:10] or None
    stated = article.published_on
    if stated and fetched and _is_after(stated, fetched):
        stated = None
    return replace(
        article,
        url=record.headers[_ADDRESS],
        published_on=stated,
        updated_on=article.updated_on or fetched,
    )


def _decoded(body: bytes, headers: Headers) -> str:
    """Return the markup in the encoding that the response states, if the bytes fit it."""
    charset = _CHARSET.search(headers.get("content-type", ""))
    text = decode_as(body, charset[1] if charset else None)
    return decode_page(body)[0] if text is None else text


def _check_language(text: str) -> None:
    """Raise an error for a text that is surely in a language that is not read, or has no words."""
    try:
        language_of(text, None)
    except UnusableError as error:
        kind = _OtherLanguageError if text.strip() else UnusableError
        raise kind(error.reason, error.hint) from error


def _words(body: bytes) -> str:
    """Return about the texts of a page, by which its language is known before it is parsed."""
    first, *rest = _SCRIPT.split(body[:_SAMPLE])
    shown = b" ".join((first, *(each.partition(b"</")[2] for each in rest)))
    return " ".join(_TAG.sub(b" ", shown).decode("utf-8", "replace").split())


def _is_after(stated: str, fetched: str) -> bool:
    """Return whether a stated day is later than a page was fetched anywhere on Earth."""
    day = stated_date(stated, "en")
    try:
        return day is not None and date.fromisoformat(day) > date.fromisoformat(fetched) + timedelta(days=1)
    except ValueError:
        return False
