"""The page *Sources*: the sources that are followed, and the state of each."""

from __future__ import annotations

import time
from collections.abc import Mapping

import streamlit as st

from cypher.sources.states import states
from explorer.acts import perform
from explorer.acts.sources import ChooseSource
from explorer.elements import Element, draw_elements, element
from explorer.identity.present import has
from explorer.identity.roles import Right
from explorer.judging.form import draw_trouble
from explorer.pages.network.page import HEIGHT
from explorer.pages.sources.adding import draw_adding
from explorer.pages.sources.changing import attempt, draw_removed
from explorer.pages.sources.chosen import draw_source
from explorer.panels.sources import no_sources, source_list
from explorer.phrases import Text, say
from explorer.shell.frame import guarded, say_error, workspace
from explorer.shell.sign_in import draw_for_admins
from explorer.view import keys, session
from explorer.view.audited import Deed
from explorer.words import Words
from explorer.work.following import Following, begin_following, end_following, failure, following, store

LOOK_AGAIN = 3.0
"""Seconds after which the state of the sources is shown anew."""


def draw() -> None:
    """Draw the page: the list, the chosen source beside it, and how to add more below."""
    session.follow_link(_open)
    _workspace()


def _open(opened: Mapping[str, str]) -> None:
    st.session_state[keys.SOURCE] = opened.get("source", "")


@workspace
def _workspace() -> None:
    words = session.words()
    draw_elements(_head(), key="sources head")
    draw_trouble(words)
    draw_removed(words)
    may_add = draw_for_admins()
    _draw_states()
    left, _ = st.columns([10, 11], gap="large")
    if may_add:
        with left:
            draw_adding(words)


def _head() -> Element:
    lead = say(
        "Feeds and other places where news appears. While they are followed, each is asked for news again "
        "and again, and new articles are read and added by themselves. Nothing is added twice."
    )
    return element("div", element("h2", say("Sources")), element("p", lead, look="lead"), look="head")


@st.fragment(run_every=LOOK_AGAIN)
@guarded
def _draw_states() -> None:
    """Draw what changes by itself: whether sources are followed, their list, and the chosen one."""
    words, found, now = session.words(), states(store()), time.time()
    _draw_following(words)
    named = {each.source.name: each for each in found}
    chosen = st.session_state.get(keys.SOURCE, "")
    if chosen not in named:
        chosen = next(iter(named), "")
    left, right = st.columns([10, 11], gap="large")
    with left, st.container(key="source list", height=HEIGHT - 240 if found else "content", border=False):
        if found:
            draw_elements(*source_list(found, chosen, now), key="source lines")
        else:
            draw_elements(no_sources(), key="no sources")
    if chosen:
        with right, st.container(key="source", height=HEIGHT - 240, border=False):
            draw_source(named[chosen], now, words)
    session.show_address({"source": chosen} if chosen else {})


def _draw_following(words: Words) -> None:
    """Draw whether the sources are followed, and the button that changes it."""
    state = following()
    on = state in (Following.YES, Following.STARTING)
    with st.container(horizontal=True, vertical_alignment="center", key="following"):
        st.button(
            words("Stop following") if on else words("Follow all sources"),
            icon=":material/stop_circle:" if on else ":material/play_circle:",
            type="secondary" if on else "primary",
            key="follow",
            on_click=attempt,
            disabled=not has(Right.LOAD),
            args=(end_following, Deed("stop following")) if on else (begin_following, Deed("follow sources")),
        )
        draw_elements(element("small", _said_of(state)), key="following state")
    if (error := failure(state)) is not None:
        say_error(error, key="following failed")
    if (refused := st.session_state.pop(keys.SOURCES_REFUSED, None)) is not None:
        say_error(refused, key="source refused")


def _said_of(state: Following) -> Text:
    if state is Following.YES:
        return say("Following: new articles come in by themselves.")
    if state is Following.STARTING:
        return say("Starting…")
    return say("Not following: nothing is fetched.")


@perform.register
def _choose_source(act: ChooseSource) -> None:
    st.session_state[keys.SOURCE] = act.name
