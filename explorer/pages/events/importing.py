"""Imports event data from the page: the button, the progress, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

import streamlit as st

from cypher.errors import KonstelasiError
from explorer.browser import BROWSER, cookie
from explorer.elements import draw_elements
from explorer.pages.events.elements import imported
from explorer.reads.connections import forget_version
from explorer.shell.frame import say_error
from explorer.view import keys, session
from explorer.view.address import to_url
from explorer.view.redraw import Part, redraw
from explorer.view.state import Centre, View
from explorer.work.command_runs import CommandRun, begun_by, seen_by, start
from explorer.work.event_data import KIND, Imported, Importing
from explorer.work.running import draw_waiting

MOST_OPENED = 40
"""The maximum number of actors that the network shows after an import."""

_DONE = re.compile(r"[\d,]+(?= events loaded)")


def ids_of(found: object) -> tuple[str, ...]:
    """Return the actors of previewed rows by their ids, each once."""
    rows = found if isinstance(found, Iterable) else ()
    return tuple(dict.fromkeys(each for row in rows for each in row.get("ids", ())))[:MOST_OPENED]


def draw_button(job: Importing | None, actors: tuple[str, ...]) -> None:
    """Draw the button that imports; without a `job` it cannot be pressed."""
    pressed = st.button(
        session.words()("Import"),
        type="primary",
        icon=":material/upload:",
        disabled=job is None or _running() is not None,
        key="events import",
    )
    if pressed and job is not None:
        st.session_state[keys.EVENTS_RESULT] = None
        st.session_state[keys.EVENTS_ACTORS] = actors
        try:
            st.session_state[keys.EVENTS_RUN] = start(job, cookie(BROWSER))
        except KonstelasiError as error:
            st.session_state[keys.EVENTS_RESULT] = error


def draw_outcome() -> None:
    """Draw the progress of the import that runs, or what came of the last one."""
    running = _running()
    if running is not None:
        _draw_running(running)
    outcome = st.session_state.get(keys.EVENTS_RESULT)
    if isinstance(outcome, KonstelasiError):
        say_error(outcome, key="not imported")
    elif isinstance(outcome, Imported):
        _draw_imported(outcome)


def forget_outcome() -> None:
    """Forget what came of the last import, because the reader goes on to other files."""
    st.session_state.pop(keys.EVENTS_RESULT, None)


def _running() -> CommandRun[Imported] | None:
    """The run of this tab, or one that this browser has started and whose result it has not seen yet."""
    running: CommandRun[Imported] | None = st.session_state.get(keys.EVENTS_RUN)
    return running or begun_by(cookie(BROWSER), KIND)


def _draw_running(running: CommandRun[Imported]) -> None:
    """Show the progress and a cancel button until the run ends; then keep its result and redraw."""
    draw_waiting(running, partial(_progress, running), key="importing")
    try:
        st.session_state[keys.EVENTS_RESULT] = running.result()
    except KonstelasiError as error:
        st.session_state[keys.EVENTS_RESULT] = error
    finally:
        st.session_state.pop(keys.EVENTS_RUN, None)
        seen_by(cookie(BROWSER), KIND)
        forget_version()
    redraw(Part.PAGE)


def _progress(running: CommandRun[Imported]) -> str:
    words, seconds = session.words(), f"{running.seconds_of_first:.0f}"
    if running.is_waiting:
        return words("Other inputs have been read for {seconds} s; yours wait in line", seconds=seconds)
    done = _DONE.match(running.said_last())
    number = int(done[0].replace(",", "")) if done else 0
    return words("{number} events loaded in {seconds} s", number=number, seconds=seconds)


def _draw_imported(done: Imported) -> None:
    words = session.words()
    draw_elements(*imported(done), key="events imported")
    with st.container(horizontal=True, gap="small", key="events next"):
        if done.rejects:
            st.download_button(
                words("Download the rejected rows"),
                done.rejects,
                file_name="rejected.csv",
                mime="text/csv",
                icon=":material/download:",
                on_click="ignore",
                key="events rejects",
            )
        if st.button(words("Open in the network"), icon=":material/hub:", key="events to network"):
            actors = st.session_state.get(keys.EVENTS_ACTORS) or ()
            session.open_page("network", to_url(View(tuple(Centre(each, 0) for each in actors))))
