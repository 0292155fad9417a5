"""Which page opens if the address names none: *Since* for readers with a name, if they want that."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from explorer.browser import OPENING, READER, cookie, keep_cookies
from explorer.view.author import from_cookie

SINCE, NETWORK = "since", "network"
"""The pages that can open first, which are also the values of the cookie."""


def opens_since() -> bool:
    """Whether the page *Since* opens first in this browser."""
    return from_cookie(cookie(READER)) is not None and wants_since()


def wants_since() -> bool:
    """Whether the reader has not chosen that another page opens first."""
    return cookie(OPENING) != NETWORK


def open_first(page: str) -> None:
    """Let this page open first from now on, `SINCE` or `NETWORK`."""
    keep_cookies({OPENING: page})


def is_bare(asked: Collection[str]) -> bool:
    """Whether an address with these parameters names nothing of what is shown."""
    return set(asked) <= {"language"}


def page_of(asked: Mapping[str, str], pages: Collection[str]) -> str:
    """Return the page that an address opens.

    The first of `pages` is the usual one, which an address with other parameters need not name.
    """
    named = asked.get("page")
    if named in pages:
        return str(named)
    return SINCE if is_bare(asked) and SINCE in pages and opens_since() else next(iter(pages))
