"""An article from a web page, by trafilatura: text, title, date, publisher, address."""

from __future__ import annotations

import trafilatura
from trafilatura.settings import Document as Page

from ingest.documents.records import RawArticle, UnusableError

_HINT = "Save the article's own page, not a front page, a search or a page that needs JavaScript."


def read_html(markup: str) -> RawArticle:
    """The article of a page. Raises `UnusableError` where there is none."""
    page = trafilatura.bare_extraction(
        markup, with_metadata=True, include_comments=False, include_tables=False, include_images=False
    )
    if not isinstance(page, Page) or not page.text:
        raise UnusableError("holds no article that can be told from the page around it", _HINT)
    return RawArticle(
        text=page.text,
        title=page.title,
        published_on=page.date,
        publisher=page.sitename or page.hostname,
        url=page.url,
    )
