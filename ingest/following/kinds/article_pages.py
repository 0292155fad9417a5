"""Reads the page of an article where the source and the host allow that."""

from __future__ import annotations

from dataclasses import replace

from ingest.documents.encoding import decode_page
from ingest.documents.formats.feed import TEASER
from ingest.documents.formats.html import article_of
from ingest.documents.records import RawArticle, Remark, UnusableError
from ingest.following.fetched import FetchError
from ingest.following.web.addresses import checked
from ingest.following.web.bodies import MOST_OF_PAGE
from ingest.following.web.fetching import Web
from ingest.following.web.robots import Robots

_FORBIDDEN = Remark("its host allows no robots to read its page: only the feed's text was read")


_UNREAD = ": only the feed's text was read"


def lacks_page(article: RawArticle) -> bool:
    """Whether the page of an article (as `with_page` returns it) could not be read this time."""
    return any(each.endswith(_UNREAD) and each != _FORBIDDEN for each in article.remarks)


def with_page(article: RawArticle, web: Web, robots: Robots) -> RawArticle:
    """Return the article with the text of its page, or with a remark why its page was not read."""
    if not article.url:
        return article
    try:
        whole = _read(article.url, replace(web, most=MOST_OF_PAGE), robots)
    except UnusableError as error:
        return _noted(article, Remark(f"its page {error.reason}{_UNREAD}"))
    if whole is None:
        return _noted(article, _FORBIDDEN)
    if len(whole.text) <= len(article.text):
        return article
    remarks = tuple(each for each in article.remarks if each != TEASER)
    return replace(
        article,
        text=whole.text,
        title=article.title or whole.title,
        published_on=article.published_on or whole.published_on,
        updated_on=article.updated_on or whole.updated_on,
        lines=whole.lines,
        remarks=remarks,
    )


def _read(url: str, web: Web, robots: Robots) -> RawArticle | None:
    """Return the article of a page; None if its host does not allow robots to read it."""
    address = checked(url)
    if not robots.allows(web, address):
        return None
    body = replace(web, pause=robots.pause(web, address)).get(address).body
    if not body:
        raise FetchError("is empty", "Read it in the browser.")
    markup, _ = decode_page(body)
    return article_of(markup)


def _noted(article: RawArticle, remark: Remark) -> RawArticle:
    return replace(article, remarks=(*article.remarks, remark))
