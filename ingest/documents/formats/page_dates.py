"""Finds what a web page states about its day of publication, and not the dates of other things on it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

from lxml import etree

from ingest.documents.dates import is_over
from ingest.documents.markup import Element, text_of

_PUBLISHED = frozenset(
    {
        "article.published",
        "article:post_date",
        "article:published",
        "article:published_time",
        "article_date_original",
        "citation_date",
        "citation_publication_date",
        "content_publisheddate",
        "cxenseparse:recs:publishtime",
        "date",
        "datepublished",
        "dc.date",
        "dc.date.created",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.date",
        "dcterms.issued",
        "og:article:published_time",
        "og:published_time",
        "originalpublicationdate",
        "parsely-pub-date",
        "pub_date",
        "pubdate",
        "publication-date",
        "publication_date",
        "publicationdate",
        "publish-date",
        "publish_date",
        "publishdate",
        "published",
        "published_at",
        "published_date",
        "published_time",
        "publisheddate",
        "rnews:datepublished",
        "sailthru.date",
    }
)
_UPDATED = frozenset(
    {
        "article:modified",
        "article:modified_time",
        "datemodified",
        "dc.date.modified",
        "dcterms.modified",
        "last-modified",
        "lastmod",
        "modified_time",
        "og:updated_time",
        "revised",
    }
)
_ARTICLES = re.compile(r"(?:Article|Posting|Report|Review)$")
_PAGES = re.compile(r"(?:Web|Item|About)Page$")
_OUTSIDE = re.compile(
    r"comment|komentar|related|terkait|sidebar|widget|weather|cuaca|footer|teaser|recommend|popular|copyright",
    re.IGNORECASE,
)
_APART = frozenset(
    {"aside", "footer", "nav", "ul", "ol", "li", "script", "style", "noscript", "form", "figure"}
)
_LONGEST_LINE, _MOST_LINES = 120, 60
_SHORTEST_WORD = 4
"""Shorter words ("the", "dan") stand in the headlines of other articles, too."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def stated_on(tree: Element) -> str | None:
    """Return the date that a page states: in meta elements, linked data, or its `time` element."""
    days = (
        *_meta(tree, _PUBLISHED),
        *_linked(tree, "datePublished"),
        *_marked(tree, "datepublished"),
        *_times(tree),
    )
    return next((day for day in days if _is_possible(day)), None)


def updated_on(tree: Element) -> str | None:
    """Return the date of the latest change of a page."""
    days = (*_meta(tree, _UPDATED), *_linked(tree, "dateModified"), *_marked(tree, "datemodified"))
    return next((day for day in days if _is_possible(day)), None)


def lines_of_page(tree: Element) -> tuple[str, ...]:
    """Return the short texts of a page that may state a date, without its margins and lists."""
    boxes = _Boxes.of(tree)
    found = (
        text_of(each)
        for each in tree.iter("div", "p", "span", "small", "time", "header", "address")
        if not _is_apart(each) and not boxes.set_apart(each)
    )
    lines = (line for line in found if re.search(r"\d{4}", line) and len(line) <= _LONGEST_LINE)
    return tuple(islice(lines, _MOST_LINES))


def _meta(tree: Element, names: frozenset[str]) -> Iterator[str]:
    for each in tree.iter("meta"):
        keys = {str(each.get(key, "")).lower() for key in ("property", "name", "itemprop")}
        if keys & names and each.get("content"):
            yield each.get("content")


def _linked(tree: Element, key: str) -> Iterator[str]:
    """Yield a date of the article in the linked data: the article before the page, and no item of a list."""
    items = [
        item for script in tree.iter("script") if _is_linked_data(script) for item in _items(script.text)
    ]
    titles = _titles(tree)
    for kind in (_ARTICLES, _PAGES):
        own = (item for item in items if item.get(key) and _is_of(item, kind) and _has_title(item, titles))
        days = {str(item[key]): item for item in own}
        here = [day for day, item in days.items() if _is_here(item, tree)]
        yield from here or days


def _is_linked_data(script: Element) -> bool:
    return str(script.get("type", "")).lower().strip() == "application/ld+json"


def _items(text: str | None) -> Iterator[dict[str, Any]]:
    try:
        found = json.loads(text or "null", strict=False)
    except (ValueError, RecursionError):
        return
    for item in found if isinstance(found, list) else [found]:
        graph = item.get("@graph") if isinstance(item, dict) else None
        for each in graph if isinstance(graph, list) else [item]:
            if isinstance(each, dict):
                yield each


def _is_of(item: dict[str, Any], kind: re.Pattern[str]) -> bool:
    types = item.get("@type")
    return any(
        isinstance(each, str) and kind.search(each)
        for each in (types if isinstance(types, list) else [types])
    )


def _is_here(item: dict[str, Any], tree: Element) -> bool:
    """Return whether an item has the address of the page."""
    canonical = {each.get("href") for each in tree.iter("link") if each.get("rel") == "canonical"}
    page = item.get("mainEntityOfPage")
    addresses = {item.get("url"), page.get("@id") if isinstance(page, dict) else page} - {None}
    return any(isinstance(address, str) and address in canonical for address in addresses)


def _titles(tree: Element) -> frozenset[str]:
    """Return the words of the titles that a page has: in its head and above its text."""
    titles = (text_of(each) for each in tree.iter("title", "h1"))
    stated = (
        str(each.get("content", "")) for each in tree.iter("meta") if each.get("property") == "og:title"
    )
    return frozenset(word for title in (*titles, *stated) for word in _words(title))


def _has_title(item: dict[str, Any], titles: frozenset[str]) -> bool:
    """Return whether the headline of an item has a word of the page's titles, if both are known."""
    words = _words(str(item.get("headline") or ""))
    return not (words and titles) or not words.isdisjoint(titles)


def _words(title: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", title.casefold()) if len(word) >= _SHORTEST_WORD)


def _marked(tree: Element, name: str) -> Iterator[str]:
    for each in tree.iter(etree.Element):
        if str(each.get("itemprop", "")).lower() == name and not _is_apart(each):
            yield each.get("content") or each.get("datetime") or text_of(each)


def _times(tree: Element) -> Iterator[str]:
    boxes = _Boxes.of(tree)
    for each in tree.iter("time"):
        if each.get("datetime") and not _is_apart(each) and not boxes.set_apart(each):
            parent = each.getparent()
            label = f"{each.get('class', '')} {text_of(parent) if parent is not None else ''}"
            if not re.search(r"updat|modif|perbar", label[:80], re.IGNORECASE):
                yield each.get("datetime")


@dataclass(frozen=True, slots=True)
class _Boxes:
    """The elements of a page that are or hold a heading, and those of them that are or hold a title (h1)."""

    headed: frozenset[Element]
    titled: frozenset[Element]

    @classmethod
    def of(cls, tree: Element) -> _Boxes:
        return cls(_around(tree, *_HEADINGS), _around(tree, "h1"))

    def set_apart(self, element: Element) -> bool:
        """Return whether the nearest heading is that of a box, on a page with its own title."""
        box = next((each for each in element.iterancestors() if each in self.headed), None)
        return box is not None and bool(self.titled) and box not in self.titled


def _around(tree: Element, *names: str) -> frozenset[Element]:
    """Return the elements of a page with these names and all elements that hold one."""
    found: set[Element] = set()
    for each in tree.getroottree().iter(*names):
        found.update(takewhile(lambda outer: outer not in found, (each, *each.iterancestors())))
    return frozenset(found)


def _is_apart(element: Element) -> bool:
    """Return whether an element lies in the margins of a page: lists, footers, comments, related articles."""
    return any(
        each.tag in _APART or _OUTSIDE.search(f"{each.get('class', '')} {each.get('id', '')}")
        for each in (element, *element.iterancestors())
        if each.tag not in ("html", "body")
    )


def _is_possible(day: str) -> bool:
    """Return whether a date in ISO's order is not in the future; other forms are read later."""
    return not re.match(r"\d{4}-\d\d-\d\d", day) or is_over(day[:10])
