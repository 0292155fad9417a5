"""What the browser remembers, as cookies: they are known before the first drawing of a page.

What lies in the browser's local storage would arrive after the first drawing, and a verdict might be
recorded before it. The scripts of the page write the cookies, as Streamlit cannot set one. They belong to the
host, not to the port.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping

import streamlit as st

from explorer.view import keys

READER = "konstelasi_reader"
"""Who judges, see `explorer.view.author`."""

BROWSER = "konstelasi_browser"
"""A random name of the browser, by which it finds what it has begun."""

TOURED = "konstelasi_toured"
"""Set once the tour was shown."""


def cookie(name: str) -> str | None:
    """The value of a cookie: as kept in this session, or else as the browser sent it when it connected."""
    kept = _kept().get(name)
    if kept is not None:
        return kept
    sent: object = st.context.cookies.to_dict().get(name)
    return sent if isinstance(sent, str) else None


def keep_cookies(values: Mapping[str, str]) -> None:
    """Have the browser keep these values, of letters, digits and ``%-_.`` only, for a year."""
    st.session_state[keys.COOKIES] = {**_kept(), **values}
    waiting = asked()[1] if keys.COOKIES_ASKED in st.session_state else {}
    st.session_state[keys.COOKIES_ASKED] = (uuid.uuid4().hex, {**waiting, **values})


def asked() -> tuple[str, Mapping[str, str]]:
    """What the browser is asked to keep, under a name that is another each time."""
    found: tuple[str, Mapping[str, str]] = st.session_state.get(keys.COOKIES_ASKED, ("", {}))
    return found


def _kept() -> Mapping[str, str]:
    found: Mapping[str, str] = st.session_state.get(keys.COOKIES, {})
    return found
