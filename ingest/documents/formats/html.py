"""Reads the article of a web page with trafilatura, and its day of publication by `page_dates`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ingest.documents.encoding import decode_page
from ingest.documents.formats.feed_xml import root_of
from ingest.documents.formats.page_dates import lines_of_page, stated_on, updated_on
from ingest.documents.formats.page_parts import check_article, drop_teasers
from ingest.documents.formats.text import read_whole
from ingest.documents.records import Found, RawArticle, Source, UnusableError

# ruff: noqa: PLC0415 - trafilatura takes a second to import

_HINT = "Save the article's own page, not a front page, a search or a page that needs JavaScript."

_BEGINNING = 8192

_ROOTS = re.compile(
    "html|head|body|meta|title|link|script|style|article|main|section|header|div|p|h1|h2|table|center"
    "|figure|nav"
)
"""The elements with which a page or a part of one begins; "<Reuters>" in a text is none of them."""


def is_page(start: str) -> bool:
    """Return whether a file with this beginning is a web page, or a part of one."""
    root = root_of(start)
    is_comment = not root and start.startswith("<!--")
    return start.startswith("<!doctype html") or _ROOTS.fullmatch(root) is not None or is_comment


def read_page(source: Source) -> Iterator[Found]:
    """Yield the single article of a web page. Raises `UnusableError` if there is none."""
    markup, remarks = read_whole(source, decode_page)
    yield Found(replace(article_of(markup), remarks=remarks))


def article_of(markup: str) -> RawArticle:
    """Return the article of a page. Raises `UnusableError` if there is none."""
    from trafilatura.utils import load_html

    tree = load_html(_whole(markup))
    if tree is None:
        raise UnusableError("contains no article that can be separated from the rest of the page", _HINT)
    published_on, changed_on, lines = stated_on(tree), updated_on(tree), lines_of_page(tree)
    drop_teasers(tree)
    page = _extracted(tree)
    check_article(tree, page.text if page else "")
    if page is None or not page.text:
        raise UnusableError("contains no article that can be separated from the rest of the page", _HINT)
    return RawArticle(
        text=page.text,
        title=page.title,
        published_on=published_on,
        publisher=page.sitename or page.hostname,
        url=page.url,
        lines=lines,
        updated_on=changed_on,
    )


def _extracted(tree: Any) -> Any:  # noqa: ANN401 - trafilatura and lxml have no types of their own
    """Return what trafilatura finds; a page that is laid out as a table is read with its tables."""
    import trafilatura
    from trafilatura.settings import Document as Page

    for tables in (False, True):
        page = trafilatura.bare_extraction(
            tree, with_metadata=True, include_comments=False, include_tables=tables, include_images=False
        )
        if isinstance(page, Page) and page.text:
            return page
    return None


def _whole(markup: str) -> str:
    """Return the markup as a whole page, without the XML declaration, which lxml refuses in a text."""
    markup = markup.lstrip("\ufeff \t\r\n\f")
    if markup.startswith("<?xml"):
        markup = markup.partition("?>")[2].lstrip()
    return markup if re.search("<html", markup[:_BEGINNING], re.IGNORECASE) else f"<html>{markup}</html>"
