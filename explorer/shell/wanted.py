"""Keeps the address that somebody opened before they signed in, and opens it afterwards.

A provider sends everybody back to the start of the app, in a new session. A cookie remembers the address.
"""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, unquote, urlencode

import streamlit as st

from explorer.browser import WANTED, Reports, cookie, keep_cookies, reach_browser
from explorer.identity.present import identity
from explorer.view import session

_LONGEST = 3000
"""Characters of an address that are kept; browsers refuse cookies of more than 4 kB."""


def keep_wanted() -> None:
    """Let the browser remember the address while the page asks for a sign-in."""
    wanted = quote(urlencode(st.query_params.to_dict()), safe="")
    if wanted and wanted != cookie(WANTED) and len(wanted) <= _LONGEST:
        keep_cookies({WANTED: wanted})
    reach_browser("", Reports(reader=lambda _: None, undo=_nothing, redo=_nothing, search=_nothing))


def open_wanted() -> None:
    """Take the address that was kept as the one to open, at the first run after a sign-in.

    An address that names something itself is opened as it is.
    """
    wanted = cookie(WANTED)
    if not wanted or session.has_begun() or identity() is None:
        return
    keep_cookies({WANTED: ""})
    if not st.query_params:
        st.query_params.from_dict(dict(parse_qsl(unquote(wanted))))


def _nothing() -> None:
    """Do nothing: the keys of the pages have no meaning here."""
