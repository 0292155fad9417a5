"""The reader's name in this session: from the browser's cookie, typed, or changed in another tab."""

from __future__ import annotations

import uuid

import streamlit as st

from explorer.browser import BROWSER, READER, cookie, keep_cookies
from explorer.identity.present import identity, sign_in
from explorer.view import keys
from explorer.view.author import NameRefusedError, as_cookie, checked_name, from_cookie


def author() -> str | None:
    """Return the reader's name for writes, None until it is known; with sign-in, the identity."""
    if sign_in() is not None:
        return identity()
    name: str | None = st.session_state.get(keys.AUTHOR)
    return name


def reader_name() -> str:
    """Return the reader's name, or an empty text; for queries on what belongs to the reader."""
    return author() or ""


def know_browser() -> None:
    """Take over the name from the browser's cookie, and give a new browser an id."""
    if sign_in() is None and (name := from_cookie(cookie(READER))):
        _judge_as(name)
    if cookie(BROWSER) is None:
        keep_cookies({BROWSER: uuid.uuid4().hex})


def take_name(text: str) -> None:
    """Use a typed name from now on, in all tabs of this browser, or store why it was refused.

    Call this in a callback.
    """
    try:
        name = checked_name(text)
    except NameRefusedError as error:
        st.session_state[keys.NAME_REFUSED] = error
        st.session_state[keys.AUTHOR_FIELD] = reader_name()
    else:
        _take(name)


def take_name_of_tab(value: str) -> None:
    """Use the name that another tab of this browser has written into the cookie; call this in a callback."""
    if name := from_cookie(value):
        _take(name)


def _take(name: str) -> None:
    _judge_as(name)
    keep_cookies({READER: as_cookie(name)})


def name_refused() -> NameRefusedError | None:
    """Return why the last typed name was refused, None if it was not."""
    found: NameRefusedError | None = st.session_state.get(keys.NAME_REFUSED)
    return found


def forget_refusal() -> None:
    """Forget that a name was refused."""
    st.session_state.pop(keys.NAME_REFUSED, None)


def _judge_as(name: str) -> None:
    st.session_state[keys.AUTHOR] = st.session_state[keys.AUTHOR_FIELD] = name
    forget_refusal()
