"""Imports event data from the page: the button, the progress and the result."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from cypher.errors import KonstelasiError
from explorer.elements import draw_elements
from explorer.pages.events.elements import imported
from explorer.pages.events.options import draw_at_once
from explorer.shell.frame import say_error
from explorer.view import keys, session
from explorer.view.address import to_url
from explorer.view.state import Centre, View
from explorer.work.command_runs import CommandRun
from explorer.work.event_data import KIND, Imported, Importing
from explorer.work.page_runs import PageRun

MOST_OPENED = 40
"""The maximum number of actors that the network shows after an import."""

_RUN: PageRun[Imported] = PageRun(KIND, keys.EVENTS_RUN, keys.EVENTS_RESULT)
_DONE = re.compile(r"[\d,]+(?= events (?:loaded|read))")


def ids_of(found: object) -> tuple[str, ...]:
    """Return the actors of previewed rows by their ids, each once."""
    rows = found if isinstance(found, Iterable) else ()
    return tuple(dict.fromkeys(each for row in rows for each in row.get("ids", ())))[:MOST_OPENED]


def draw_button(job: Importing | None, actors: tuple[str, ...]) -> None:
    """Draw the button that imports; without a `job` it cannot be pressed."""
    at_once = job is not None and not job.withdrawn and draw_at_once()
    pressed = st.button(
        session.words()("Import"),
        type="primary",
        icon=":material/upload:",
        disabled=job is None or _RUN.running() is not None,
        key="events import",
    )
    if pressed and job is not None:
        st.session_state[keys.EVENTS_ACTORS] = actors
        _RUN.begin(replace(job, at_once=at_once))


def draw_outcome() -> None:
    """Draw the progress of the running import, or the result of the last one."""
    running = _RUN.running()
    if running is not None:
        _RUN.draw(running, _progress)
    outcome = _RUN.outcome()
    if isinstance(outcome, KonstelasiError):
        say_error(outcome, key="not imported")
    elif outcome is not None:
        _draw_imported(outcome)


def forget_outcome() -> None:
    """Forget the result of the last import: the reader has chosen other files."""
    _RUN.forget()


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
