"""Finds the feed of a site: what its page links as ``<link rel="alternate">``."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from ingest.documents.encoding import decode_page
from ingest.documents.records import UnusableError
from ingest.following.fetched import FetchError
from ingest.following.web.addresses import checked, host_of
from ingest.following.web.bodies import MOST_OF_PAGE, is_only_page
from ingest.following.web.fetching import Response, Web
from ingest.following.web.hosts import Hosts

_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")


def feed_at(address: str, *, private: bool = False) -> str:
    """Return the address of the feed that is at an address, or that the page there links first.

    Raises `FetchError` if there is neither, or the address cannot be fetched.
    """
    response = Web(Hosts(), host_of(checked(address)) if private else None, most=MOST_OF_PAGE).get(address)
    if not is_only_page(response.body):
        return address
    found = next(_linked(response), None)
    if found is None:
        raise FetchError(
            "is a web page that names no feed",
            "Look on the site for a link called RSS, and give its address.",
        )
    return found


def _linked(response: Response) -> Iterator[str]:
    """Yield the addresses of feeds that a page links."""
    try:
        markup, _ = decode_page(response.body)
    except UnusableError:
        return
    parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    tree = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    for each in tree.iter("link") if tree is not None else ():
        said = {str(name).lower(): str(value).strip() for name, value in each.attrib.items()}
        kind = said.get("type", "").lower().partition(";")[0]
        if "alternate" in said.get("rel", "").lower().split() and kind in _TYPES and said.get("href"):
            yield urljoin(response.address, said["href"])
