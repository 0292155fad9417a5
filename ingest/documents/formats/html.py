"""Reads the article of a web page with trafilatura: text, title, date, publisher, address."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.documents.formats.feed_xml import root_of
from ingest.documents.formats.text import read_whole
from ingest.documents.records import Found, RawArticle, Source, UnusableError

# ruff: noqa: PLC0415 - trafilatura takes a second to import

_HINT = "Save the article's own page, not a front page, a search or a page that needs JavaScript."


def is_page(start: str) -> bool:
    """Return whether a file with this beginning is a web page."""
    return start.startswith("<!doctype html") or root_of(start) in {"html", "head", "body"}


def read_page(source: Source) -> Iterator[Found]:
    """Yield the single article of a web page. Raises `UnusableError` if there is none."""
    yield Found(article_of(read_whole(source)[0]))


def article_of(markup: str) -> RawArticle:
    """Return the article of a page. Raises `UnusableError` if there is none."""
    import trafilatura
    from trafilatura.settings import Document as Page

    page = trafilatura.bare_extraction(
        markup, with_metadata=True, include_comments=False, include_tables=False, include_images=False
    )
    if not isinstance(page, Page) or not page.text:
        raise UnusableError("contains no article that can be separated from the rest of the page", _HINT)
    return RawArticle(
        text=page.text,
        title=page.title,
        published_on=page.date,
        publisher=page.sitename or page.hostname,
        url=page.url,
    )
