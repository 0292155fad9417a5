"""Addresses of articles: which of them are one article, and who published it."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

_WEB = re.compile(r"https?://", re.IGNORECASE)
_VARIANT = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_KEPT = re.compile(r"https?://(?:[\w-]+\.cdn\.ampproject\.org/[a-z]/|www\.google\.\w+/amp/)(?:s/)?", re.I)
"""The beginning of the address of a copy that a search engine keeps for phones."""

_AMP = re.compile(r"/amp(?=/|$)|\.amp(?=\.html?$|$)")
_MARKS = re.compile(r"utm_.*|amp|outputtype|fbclid|gclid|ocid|cmpid|ref", re.IGNORECASE)
"""Parameters that tell how a reader came to the article, or in which form it is shown."""


def is_address(text: str) -> bool:
    """Return whether a text is an address in the web."""
    return _WEB.match(text) is not None


@lru_cache(1 << 12)
def article_of(address: str) -> str:
    """Return what the variants of an address have in common: host, path and the parameters that matter.

    ``http`` and ``https``, ``www.``, ``m.`` and ``amp.`` in front, ``/amp``, a slash at the end, parameters
    of campaigns and anchors are left out; a copy kept for phones is the article. What is no address stays.
    """
    kept = _KEPT.match(address)
    if kept is not None:
        return article_of(f"https://{address[kept.end() :]}")
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if not is_address(address) or not parts.hostname:
        return address
    asked = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _MARKS.fullmatch(pair[0])]
    path = _AMP.sub("", parts.path).rstrip("/")
    return publisher_at(address) + path + (f"?{urlencode(asked)}" if asked else "")


def publisher_at(address: str) -> str:
    """Return the host of an address without ``www.`` and the like, empty if it has none."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return _VARIANT.sub("", host)
