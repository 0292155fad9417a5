"""Keeps the address that somebody opened before they signed in, and opens it afterwards.

A provider sends everybody back to the start of the app, in a new session. A cookie remembers the address,
with a token, because a browser may send the cookie again before a script of the page has emptied it.
"""

from __future__ import annotations

import uuid
from collections import deque
from threading import Lock
from urllib.parse import parse_qsl, quote, unquote, urlencode

import streamlit as st

from explorer.browser import WANTED, Reports, cookie, keep_cookies, reach_browser
from explorer.identity.present import identity
from explorer.view import session

_LONGEST = 3000
"""Characters of an address that are kept; browsers refuse cookies of more than 4 kB."""


class _Opened:
    """The tokens of the last addresses that were opened, for all sessions of this server."""

    def __init__(self) -> None:
        self._tokens: deque[str] = deque(maxlen=1000)
        self._lock = Lock()

    def __contains__(self, token: str) -> bool:
        with self._lock:
            return token in self._tokens

    def add(self, token: str) -> None:
        with self._lock:
            self._tokens.append(token)


_opened = _Opened()


def keep_wanted() -> None:
    """Let the browser remember the address while the page asks for a sign-in."""
    wanted = quote(urlencode(st.query_params.to_dict()), safe="")
    token, kept = _kept()
    if wanted and len(wanted) <= _LONGEST and (wanted != kept or token in _opened):
        keep_cookies({WANTED: f"{uuid.uuid4().hex}.{wanted}"})
    reach_browser("", Reports(reader=lambda _: None, undo=_nothing, redo=_nothing, search=_nothing))


def open_wanted() -> None:
    """Take the address that was kept as the one to open, at the first run after a sign-in.

    An address that names something itself is opened as it is.
    """
    token, wanted = _kept()
    if not wanted or token in _opened or session.has_begun() or identity() is None:
        return
    _opened.add(token)
    keep_cookies({WANTED: ""})
    if not st.query_params:
        st.query_params.from_dict(dict(parse_qsl(unquote(wanted))))


def _kept() -> tuple[str, str]:
    """Return the token and the address that the cookie has; both are empty without one."""
    token, _, wanted = (cookie(WANTED) or "").partition(".")
    return token, wanted


def _nothing() -> None:
    """Do nothing: the keys of the pages have no meaning here."""
