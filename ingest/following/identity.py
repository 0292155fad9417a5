"""The keys by which an item of a source is known again.

Publishers change the ids of items, add tracking to links and list an article twice. An item is therefore
known by its link (in all sources), and in its source by what it says and by its id with its title. Its id
alone is a name, which a feed may use again for something else. A key or name that stands on several items of
one fetch with different texts says nothing: some feeds give all items one id or one link.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from cypher.model.ids import content_id
from ingest.documents.records import RawArticle

EVERYWHERE = "link:"
"""The beginning of keys that identify an article in all sources."""

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|cmpid|at_(?:medium|campaign)|traffic_source"
    r"|phpsessid|jsessionid",
    re.IGNORECASE,
)
"""Parameters of addresses that tell where a reader comes from, not which article it is."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The keys and the names of an item, as `ingest.following.fetched.Fetched` has them."""

    keys: tuple[str, ...]
    names: tuple[str, ...]


def link_key(link: str) -> str | None:
    """Return the key of an article's address; None for an address that names no article."""
    try:
        parts = urlsplit(link.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return None
    kept = [(name, value) for name, value in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(name)]
    path = re.sub(r";jsessionid=[^/?#]*", "", parts.path, flags=re.IGNORECASE).rstrip("/")
    if not host or not (path or kept):
        return None
    address = urlunsplit(("", host + port, path, urlencode(sorted(kept)), ""))
    return f"{EVERYWHERE}{content_id('link', address)}"


def identities_of(articles: Sequence[RawArticle]) -> list[Identity]:
    """Return what identifies each of the articles of one fetch, in order."""
    said = [content_key(each) for each in articles]
    keys = [(_id_key(each, each.title or ""), link_key(each.url or "")) for each in articles]
    names = [(_id_key(each),) for each in articles]
    contents: dict[str, set[str]] = defaultdict(set)
    for stated, name, content in zip(keys, names, said, strict=True):
        for key in filter(None, (*stated, *name)):
            contents[key].add(content)

    def telling(stated: tuple[str | None, ...]) -> tuple[str, ...]:
        return tuple(key for key in stated if key and len(contents[key]) == 1)

    return [
        Identity((*telling(stated), content), telling(name))
        for stated, name, content in zip(keys, names, said, strict=True)
    ]


def content_key(article: RawArticle) -> str:
    """Return the key of what an article says: its title and text, whatever their spacing."""
    words = " ".join(f"{article.title or ''} {article.text}".split()).lower()
    return content_id("said", words)


def _id_key(article: RawArticle, title: str | None = None) -> str | None:
    """Return the key of an article's id with a title; without one the name that its id is."""
    stated = (article.given_id or "").strip()
    if not stated:
        return None
    return content_id("id", stated, None if title is None else " ".join(title.split()).lower())
