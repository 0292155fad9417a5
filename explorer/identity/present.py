"""Who uses this session of the app, found anew at each use: a sign-in expires, and a role can be revoked."""

from __future__ import annotations

import time

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from explorer.identity.errors import NotAllowedError, SignedOutError
from explorer.identity.person import Person, person_of
from explorer.identity.roles import Right, may
from explorer.identity.settings import SignIn

_settings: list[SignIn] = []


def set_up(sign_in: SignIn | None) -> None:
    """Store how the readers of this server sign in; None lets everybody do everything."""
    _settings[:] = [sign_in] if sign_in else []


def sign_in() -> SignIn | None:
    """Return how readers sign in, None if they do not."""
    return _settings[-1] if _settings else None


def person() -> Person | None:
    """Return who uses this session; None without sign-in, and for work of the server itself.

    Raises `SignedOutError` if nobody may use it.
    """
    settings = sign_in()
    if settings is None or get_script_run_ctx(suppress_warning=True) is None:
        return None
    return person_of(st.user.to_dict(), settings, time.time())


def identity() -> str | None:
    """Return the name under which whoever is signed in writes; None if nobody is."""
    try:
        found = person()
    except SignedOutError:
        return None
    return found.identity if found else None


def has(right: Right) -> bool:
    """Whether this session has a right; without sign-in it has all."""
    try:
        found = person()
    except SignedOutError:
        return False
    return found is None or may(found.role, right)


def refuse_without(right: Right) -> None:
    """Raise `SignedOutError` or `NotAllowedError` if this session lacks a right."""
    found = person()
    if found is not None and not may(found.role, right):
        raise NotAllowedError(right)
