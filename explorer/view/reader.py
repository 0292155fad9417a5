"""Who judges in this session: known from the browser, said by the reader, or changed in another tab."""

from __future__ import annotations

import uuid

import streamlit as st

from explorer.browser import BROWSER, READER, cookie, keep_cookies
from explorer.view import keys
from explorer.view.author import NameRefusedError, as_cookie, checked_name, from_cookie


def author() -> str | None:
    """The name under which everything is recorded; None until the reader has said who they are."""
    name: str | None = st.session_state.get(keys.AUTHOR)
    return name


def reader_name() -> str:
    """As `author`, but empty when unknown: for questions about what belongs to the reader."""
    return author() or ""


def know_browser() -> None:
    """Take over who judges in this browser, and give a new browser a name of its own."""
    if name := from_cookie(cookie(READER)):
        _judge_as(name)
    if cookie(BROWSER) is None:
        keep_cookies({BROWSER: uuid.uuid4().hex})


def take_name(text: str) -> None:
    """In a callback: record under this name from now on, in all tabs of this browser, or keep why not."""
    try:
        name = checked_name(text)
    except NameRefusedError as error:
        st.session_state[keys.NAME_REFUSED] = error
        st.session_state[keys.AUTHOR_FIELD] = reader_name()
    else:
        _take(name)


def take_name_of_tab(value: str) -> None:
    """In a callback: judge under the name that another tab of this browser has written into the cookie."""
    if name := from_cookie(value):
        _take(name)


def _take(name: str) -> None:
    _judge_as(name)
    keep_cookies({READER: as_cookie(name)})


def name_refused() -> NameRefusedError | None:
    """Why the name that was typed last was not taken."""
    found: NameRefusedError | None = st.session_state.get(keys.NAME_REFUSED)
    return found


def forget_refusal() -> None:
    """The reader goes on without another name."""
    st.session_state.pop(keys.NAME_REFUSED, None)


def _judge_as(name: str) -> None:
    st.session_state[keys.AUTHOR] = st.session_state[keys.AUTHOR_FIELD] = name
    forget_refusal()
