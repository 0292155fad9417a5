"""The cookies of the browser, which are known before a page is first drawn.

Local storage would arrive only after that, when a verdict could already have been recorded. A script of the
page writes the cookies, because Streamlit cannot set any. They belong to the host, not to the port.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping

import streamlit as st

from explorer.view import keys

READER = "konstelasi_reader"
"""The cookie with the reader's name, see `explorer.view.author`."""

BROWSER = "konstelasi_browser"
"""The cookie with a random id of the browser, by which it finds its running ingest again."""

OPENING = "konstelasi_opening"
"""The cookie with the page that opens if an address names none, once the reader has chosen it."""

TOURED = "konstelasi_toured"
"""The cookie that says that the tour was shown."""

WANTED = "konstelasi_wanted"
"""The cookie with the address that somebody opened before they signed in, see `explorer.shell.wanted`."""


def cookie(name: str) -> str | None:
    """Return the value of a cookie: as set in this session, or else as the browser sent it on connecting."""
    kept = _kept().get(name)
    if kept is not None:
        return kept
    sent: object = st.context.cookies.to_dict().get(name)
    return sent if isinstance(sent, str) else None


def keep_cookies(values: Mapping[str, str]) -> None:
    """Set cookies for a year; their values may have letters, digits and ``%-_.`` only."""
    st.session_state[keys.COOKIES] = {**_kept(), **values}
    waiting = asked()[1] if keys.COOKIES_ASKED in st.session_state else {}
    st.session_state[keys.COOKIES_ASKED] = (uuid.uuid4().hex, {**waiting, **values})


def asked() -> tuple[str, Mapping[str, str]]:
    """Return the cookies that the browser is asked to set, with a token that is new for each request."""
    found: tuple[str, Mapping[str, str]] = st.session_state.get(keys.COOKIES_ASKED, ("", {}))
    return found


def _kept() -> Mapping[str, str]:
    found: Mapping[str, str] = st.session_state.get(keys.COOKIES, {})
    return found
