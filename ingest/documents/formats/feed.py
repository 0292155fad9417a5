"""Reads articles from RSS and Atom files with feedparser: one article for each item."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

from ingest.documents.dates import stated_date
from ingest.documents.encoding import decode
from ingest.documents.formats.feed_xml import repaired, root_of
from ingest.documents.formats.html import article_of
from ingest.documents.records import Found, RawArticle, Remark, Source, UnusableError

# ruff: noqa: PLC0415 - feedparser is imported where it is used

Item = Mapping[str, Any]

MAX_FEED = 32_000_000
"""The maximum size of a feed in bytes: some thousand long articles."""

_ROOTS = {"rss", "feed", "rdf:rdf", "rdf"}
_TEASER = 600
"""The length in characters below which an item's description counts as a teaser."""

TEASER = Remark("holds a teaser, not the whole article: its own page has more")
DAMAGED = Remark("the XML is damaged: what could be repaired was read")

_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]*>")


class EmptyFeedError(UnusableError):
    """A feed is as it should be, but has no items."""


def is_feed(start: str) -> bool:
    """Return whether a file with this beginning is a feed, or other XML that is not a web page."""
    root = root_of(start)
    return root in _ROOTS or (start.startswith("<?xml") and root != "html")


def read_feed(source: Source) -> Iterator[Found]:
    """Yield the article of each item. Raises `UnusableError` for other, harmful or too large files."""
    for number, article in enumerate(items_of(source), 1):
        yield Found(article if article.text.strip() else _without_text(), f"item {number}")


def items_of(source: Source) -> Iterator[RawArticle]:
    """Yield the article of each item, also those without text. Raises `UnusableError` as `read_feed` does."""
    import feedparser

    data = source.stream.read(MAX_FEED + 1)
    if len(data) > MAX_FEED:
        raise UnusableError(f"has more than {MAX_FEED:,} bytes", "Split the feed into several files.")
    text, remarks = decode(data)
    xml, is_whole = repaired(text)
    # a stream, because feedparser would read text as a file name or address; the text is cleaned here
    feed = feedparser.parse(io.BytesIO(xml), sanitize_html=False, resolve_relative_uris=False)
    if not feed.version:
        raise UnusableError(
            "is XML, but neither RSS nor Atom", "Save the feed itself, not the page about it."
        )
    if not feed.entries:
        raise EmptyFeedError("is a feed without items", "Remove it, or save it again.")
    if not is_whole:
        remarks = (*remarks, DAMAGED)
    for number, item in enumerate(feed.entries, 1):
        yield _article(item, feed, remarks if number == 1 else ())


def _without_text() -> UnusableError:
    return UnusableError("has no text, neither content nor a summary", "Save the article's own page instead.")


def _article(item: Item, feed: Item, remarks: tuple[Remark, ...]) -> RawArticle:
    text, is_teaser = _text(item)
    is_atom = str(feed["version"]).startswith("atom")
    if is_teaser:
        remarks = (*remarks, TEASER)
    return RawArticle(
        text=text,
        title=_plain(item.get("title")) or None,
        published_on=_date(item.get("published") or (None if is_atom else item.get("updated"))),
        updated_on=_date(item.get("updated")) if is_atom else None,
        updated_at=_moment(item),
        publisher=_publisher(item, feed["feed"]),
        url=item.get("link"),
        language=_language(item, feed["feed"]),
        given_id=item.get("id"),
        remarks=remarks,
    )


def _text(item: Item) -> tuple[str, bool]:
    """Return the longest text of an item, and whether it is only a teaser."""
    contents = [_plain(each.get("value")) for each in item.get("content", ())]
    content = max(contents, key=len, default="")
    if content.strip():
        return content, False
    summary = _plain(item.get("summary"))
    return summary, len(summary) < _TEASER or summary.rstrip().endswith(("…", "...", "[…]", "[...]"))


def _plain(value: str | None) -> str:
    """Return a text of a feed without its markup."""
    if not value or not _MARKUP.search(value):
        return unescape(value or "")
    try:
        return article_of(f"<html><body><article>{value}</article></body></html>").text
    except UnusableError:
        return ""


def _date(stated: str | None) -> str | None:
    """Return the day in the stated time zone. Dates in RSS are in English, whatever the feed's language."""
    if stated is None:
        return None
    try:
        return parsedate_to_datetime(stated).date().isoformat()
    except ValueError:
        return stated_date(stated, "en") or stated


def _moment(item: Item) -> str | None:
    """Return when an item says that it was changed (ISO, UTC)."""
    stated = dict(item).get("updated_parsed")  # the item itself would give the publication in its place
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", stated) if stated else None


def _publisher(item: Item, feed: Item) -> str | None:
    names = (item.get("source", {}).get("title"), feed.get("title"), item.get("author"), feed.get("author"))
    return next((plain for name in names if (plain := _plain(name).strip())), None)


def _language(item: Item, feed: Item) -> str | None:
    """Return the language that the item's content or the feed states."""
    stated = [each.get("language") for each in (*item.get("content", ()), item.get("summary_detail", {}))]
    return next(filter(None, (*stated, feed.get("language"))), None)
