"""The source that is chosen on the page *Sources*."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from cypher.sources import listing
from cypher.sources.states import State
from cypher.sources.store import Store
from explorer.elements import Element, draw_elements, element
from explorer.identity.present import has
from explorer.identity.roles import Right
from explorer.pages.sources.changing import attempt, draw_grade, remove_source
from explorer.panels.sources import source_head, source_state
from explorer.phrases import say
from explorer.view.audited import Deed
from explorer.words import Words
from explorer.work.following import begin_following, store


def draw_source(state: State, now: float, words: Words) -> None:
    """Draw what is known of a source, and the buttons that change it; `now` is in seconds since 1970."""
    draw_elements(source_head(state), key="source head", subject=state.source.name)
    name, idle = state.source.name, state.stopped or state.ended
    with st.container(horizontal=True, key="source acts"):
        _draw_act(
            words("Fetch now"), ":material/refresh:", "fetch source", partial(_fetch_now, name), name, idle
        )
        if idle:
            start = partial(_change, listing.start, name)
            _draw_act(words("Start again"), ":material/play_arrow:", "start source", start, name)
        else:
            stop = partial(_change, listing.stop, name)
            _draw_act(words("Stop"), ":material/pause:", "stop source", stop, name)
        with st.popover(words("Remove"), icon=":material/delete:", key="remove source"):
            draw_elements(_what_removing_does(name), key="removing")
            _draw_act(words("Remove it"), ":material/delete:", "really remove", partial(remove_source, name))
    draw_grade(state.source, words)
    draw_elements(*source_state(state, now), key="source state", subject=name)


def _what_removing_does(name: str) -> Element:
    return element(
        "p", say("“{name}” is removed from the list and no longer fetched. Its articles stay.", name=name)
    )


def _draw_act(
    label: str, icon: str, key: str, do: Callable[[], None], source: str = "", disabled: bool = False
) -> None:
    """Draw a button; with the name of a `source`, its key is the name of the deed in the audit record."""
    st.button(
        label,
        icon=icon,
        key=key,
        on_click=attempt,
        args=(do, Deed(key, source) if source else None),
        disabled=disabled or not has(Right.LOAD),
    )


def _change(how: Callable[[Store, str], None], name: str) -> None:
    how(store(), name)


def _fetch_now(name: str) -> None:
    """Let a source be fetched at once; the process that does so is started if none runs."""
    listing.fetch_soon(store(), name)
    begin_following()
