"""Work that may take long: its reader sees for how long it has been running, and can cancel it.

The work runs in a thread of its own, and the page is drawn again and again meanwhile, so that clicks are
heard: the next drawing that asks for the same work waits for the one that is running. What asks for it must
therefore be kept in the session: a button is pressed in one drawing only. Work of a reader who has left is
cancelled.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

import streamlit as st
from streamlit.errors import StreamlitAPIException
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

from cypher.bolt.cancelling import Work
from explorer.view import keys, session
from explorer.work.presence import Running, cancel_when_left

PATIENCE = 0.6
"""Seconds after which the reader is told that it takes time."""

_SLICE = 0.2
_TURN = 1.0  # seconds after which a click is heard at the latest

Found = TypeVar("Found")


def run_cancellable(name: str, subject: Hashable, do: Callable[[], Found], saying: str) -> Found:
    """What comes of `do`, which is `saying` (in English, with ``{seconds}``) while its reader waits.

    Of a `name` one work goes on at a time: that for another `subject` is cancelled. Raises what `do` raises,
    and `StatementCancelledError` when the reader cancels it. Where a page does not call it in every run, it
    needs a container of its own, so that what is drawn after it stays in its place.
    """
    works: dict[str, _Begun[Found]] = st.session_state.setdefault(keys.WORKS, {})
    if name in works and works[name].subject != subject:
        works.pop(name).work.cancel()
    if name not in works:
        works[name] = _Begun(subject, _work(do), time.monotonic())
    begun = works[name]
    place = st.container(key=f"waiting for {name}")
    if not begun.work.wait(max(0.0, PATIENCE - (time.monotonic() - begun.started))):
        with place:
            draw_waiting(begun.work, partial(_saying, saying, begun.started), key=name)
    works.pop(name, None)
    return begun.work.result()


@dataclass(frozen=True, slots=True)
class _Begun(Generic[Found]):
    """Work that was begun for a `subject`, and when by `time.monotonic`."""

    subject: Hashable
    work: Work[Found]
    started: float


def _work(do: Callable[[], Found]) -> Work[Found]:
    """`do` in a thread that sees this reader's session; cancelled when the reader has left."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return Work(do)

    def here() -> Found:
        add_script_run_ctx(ctx=context)
        return do()

    work = Work(here)
    cancel_when_left(work, context.session_id)
    return work


def uninterrupted(do: Callable[[], object]) -> None:
    """Do what must be done whole: Streamlit ends a run for the next click at any look into the session.

    It does so in the thread of the run only, so that this is done in another one.
    """
    work = _work(do)
    work.wait()
    work.result()


def together(*asks: Callable[[], Any]) -> list[Any]:
    """Ask all questions at the same time and return their answers in this order."""
    works = [_work(ask) for ask in asks]
    for work in works:
        work.wait()
    return [work.result() for work in works]


def _saying(text: str, started: float) -> str:
    return session.words()(text, seconds=f"{time.monotonic() - started:.0f}")


def draw_waiting(running: Running, say: Callable[[], str], *, key: str) -> None:
    """Draw what `say` says of the work, and the button that cancels it, until it ends."""
    words = session.words()
    place = st.empty()
    with place.container(horizontal=True, vertical_alignment="center", key=f"waiting {key}"):
        st.button(
            words("Cancel"), icon=":material/stop_circle:", key=f"cancel {key}", on_click=running.cancel
        )
        clock = st.empty()
        turn = time.monotonic() + _TURN
        while not running.wait(_SLICE):
            clock.caption(say())
            if time.monotonic() > turn:
                _let_clicks_in()
    place.empty()


def _let_clicks_in() -> None:
    """Draw anew: a click in a fragment is not heard before the run that draws the page has ended."""
    try:
        st.rerun(scope="fragment")
    except StreamlitAPIException:  # the whole page is being drawn
        st.rerun()
