"""Signing in and out: the page in place of the app, and the reader's identity in the row of settings."""

from __future__ import annotations

import streamlit as st

from explorer.elements import draw_elements, element
from explorer.identity.errors import EXPIRED, NO_SIGN_IN, SignedOutError
from explorer.identity.person import Person
from explorer.identity.present import has, person, sign_in
from explorer.identity.roles import Right, TeamRole
from explorer.phrases import Problem, say
from explorer.shell.wanted import keep_wanted
from explorer.view import session
from explorer.view.audited import knocked

ROLES = {
    TeamRole.READER: "reader",
    TeamRole.ANALYST: "analyst",
    TeamRole.REVIEWER: "reviewer",
    TeamRole.ADMIN: "admin",
}
"""What the roles are called."""


def is_let_in() -> bool:
    """Return whether the app may be drawn for this session; if not, draw how to sign in instead."""
    try:
        person()
    except SignedOutError as error:
        knocked(error)
        _draw_door(error)
        return False
    knocked(None)
    return True


def _draw_door(error: SignedOutError) -> None:
    """Say why the app is not shown, with the button that changes it."""
    words, settings = session.words(), sign_in()
    draw_elements(
        element("h2", "Konstelasi"),
        element("div", Problem(str(error)), look="notice"),
        key="signed out",
    )
    if settings is None or settings.provider is None:
        return
    if str(error) in {NO_SIGN_IN, EXPIRED}:
        keep_wanted()
        st.button(words("Sign in"), type="primary", icon=":material/login:", key="sign in", on_click=st.login)
    else:
        st.button(words("Sign out"), icon=":material/logout:", key="sign out", on_click=st.logout)


def draw_person(found: Person) -> None:
    """Draw who is signed in with which role, and the button to sign out."""
    words, settings = session.words(), sign_in()
    with st.popover(found.identity, icon=":material/person:", key="person"):
        role = say("Your role: {role}", role=say(ROLES[found.role]))
        draw_elements(element("p", role), key="role")
        if settings is not None and settings.provider is not None:
            st.button(words("Sign out"), icon=":material/logout:", key="sign out", on_click=st.logout)


def draw_for_admins() -> bool:
    """Return whether the reader may load; if not, say who may."""
    if has(Right.LOAD):
        return True
    said = say("Only admins add articles, sources and event data.")
    draw_elements(element("div", said, look="notice"), key="for admins")
    return False
