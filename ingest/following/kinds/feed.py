"""RSS and Atom feeds on the web: asks only for changes, and reads the pages of articles where it may."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from http import HTTPStatus
from io import BufferedReader, BytesIO

from cypher.sources.source import MOVED_TO, Source
from ingest.documents.dates import stated_date
from ingest.documents.formats.feed import DAMAGED, TEASER, EmptyFeedError, items_of
from ingest.documents.records import RawArticle, Remark, UnusableError
from ingest.documents.records import Source as File
from ingest.following.fetched import Fetched, FetchError, Memory, Version, as_said_by
from ingest.following.identity import content_key, identities_of
from ingest.following.kinds.article_pages import lacks_page, with_page
from ingest.following.web.addresses import checked, host_of
from ingest.following.web.bodies import is_only_page
from ingest.following.web.fetching import SECONDS, Response, Web
from ingest.following.web.hosts import Hosts
from ingest.following.web.robots import Robots

_ETAG, _CHANGED, _BODY = "etag", "last-modified", "body"
_XML = re.compile(rb"\s*<[?\w]\w")
_HOSTS, _ROBOTS = Hosts(), Robots()
_SECONDS = SECONDS
_KEPT = Remark("the page of a corrected article cannot be read: its earlier text stays")


def fetch(source: Source, memory: Memory) -> Iterator[Fetched]:
    """Yield the articles of a feed; raises `FetchError` if it cannot be fetched or read."""
    address = memory.get(MOVED_TO) or source.address
    private = host_of(checked(source.address)) if source.private else None
    web = Web(_HOSTS, private, _SECONDS, proxy=source.proxy)
    response = web.get(address, _conditions(memory))
    if response.status == HTTPStatus.OK and memory.get(_BODY) != _digest(response):
        yield from _new(source, memory, web, response)
    if response.moved_to is not None:
        memory.remember(MOVED_TO, response.moved_to)
        memory.remark(Remark(f"moved for good to {response.moved_to}, which is fetched from now on"))


def _conditions(memory: Memory) -> dict[str, str]:
    """Return the headers by which a host answers 304 if nothing has changed."""
    asked = {"If-None-Match": memory.get(_ETAG), "If-Modified-Since": memory.get(_CHANGED)}
    return {name: value for name, value in asked.items() if value}


def _new(source: Source, memory: Memory, web: Web, response: Response) -> Iterator[Fetched]:
    try:
        articles = _articles(response)
    except EmptyFeedError as error:
        memory.remark(Remark(error.reason))
        return
    is_whole = DAMAGED not in articles[0].remarks
    memory.remember(_BODY, _digest(response) if is_whole else None)
    for name, header in ((_ETAG, "etag"), (_CHANGED, "last-modified")):
        memory.remember(name, response.headers.get(header) if is_whole else None)
    if not is_whole:
        memory.remark(DAMAGED)
    moments = Counter(article.updated_at for article in articles)
    for number, (article, identity) in enumerate(zip(articles, identities_of(articles), strict=True), 1):
        said = _dated(article)
        is_own = moments[article.updated_at] == 1  # some feeds give all items the moment of their writing
        version = Version(content_key(article), article.updated_at if is_own else None)
        keys = identity.keys
        if source.full_text and (memory.corrects(keys, version) or not memory.knows(keys)):
            said = with_page(said, web, _ROBOTS)
        found = as_said_by(source, _with_title(said), f"{response.address}, item {number}")
        fetched = Fetched(found, keys, version, identity.names)
        if lacks_page(said) and memory.holds(fetched):
            memory.remark(_KEPT)
        else:
            yield fetched


def _digest(response: Response) -> str:
    """Return a hash of what was sent: many hosts send the same again instead of 304."""
    return blake2b(response.body, digest_size=16).hexdigest()


def _articles(response: Response) -> list[RawArticle]:
    """Return the items of the feed in a response; raises `FetchError` if it holds none."""
    if not response.body.strip():
        raise FetchError("sends an empty answer", "It will be fetched again later.")
    body = _without_nulls(response.body)
    if is_only_page(body):
        raise FetchError("is a web page, not a feed", "Add the address of the page: its feed is looked for.")
    try:
        return list(items_of(File(BufferedReader(BytesIO(body)))))
    except EmptyFeedError:
        raise
    except UnusableError as error:
        raise FetchError(error.reason, error.hint) from error


def _without_nulls(body: bytes) -> bytes:
    """Return the bytes of XML in an ASCII-like encoding without null characters, which some feeds contain."""
    return body.replace(b"\0", b"") if _XML.match(body) else body


def _with_title(article: RawArticle) -> RawArticle:
    """Return the article with its title as a part of its text, if the text is only a teaser or none."""
    title = " ".join((article.title or "").split())
    if not title or title in article.text or not (TEASER in article.remarks or not article.text.strip()):
        return article
    return replace(article, text=f"{title}\n\n{article.text}".strip())


def _dated(article: RawArticle) -> RawArticle:
    """Return the article without a day of publication that has not come yet."""
    if not article.published_on:
        return article
    day = stated_date(article.published_on, "en")
    latest = datetime.now(UTC).date() + timedelta(days=1)
    if day is None or date.fromisoformat(day) <= latest:
        return article
    remark = Remark(f"date {day} has not come yet and was left out")
    return replace(article, published_on=None, remarks=(*article.remarks, remark))
