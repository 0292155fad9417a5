"""Slow work with progress and a cancel button.

The work runs in a thread of its own. The page is drawn again while it runs, so that clicks are handled; a
drawing that asks for the same work waits for the running one. So the request for the work must be kept in
the session: a button is pressed in one drawing only. Work of a reader who has left is cancelled.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

from cypher.bolt.cancelling import Work
from explorer.view import keys, session
from explorer.view.redraw import Part, redraw
from explorer.work.presence import Running, cancel_when_left

PATIENCE = 0.6
"""Seconds before the progress is shown."""

_SLICE = 0.2
_TURN = 1.0  # seconds after which the page is redrawn, so that clicks are handled

Found = TypeVar("Found")


def run_cancellable(name: str, subject: Hashable, do: Callable[[], Found], saying: str) -> Found:
    """Run `do` and return its result, showing progress and a cancel button meanwhile.

    `saying` is the progress text in English, with ``{seconds}``. Only one work per `name` runs at a time:
    work for another `subject` is cancelled. Raises what `do` raises, and `StatementCancelledError` if the
    reader cancels it. A page that does not call it in every run must give it a container of its own, so that
    the elements after it stay in place.
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
    """Work for a `subject`, and when it began by `time.monotonic`."""

    subject: Hashable
    work: Work[Found]
    started: float


def _work(do: Callable[[], Found]) -> Work[Found]:
    """Run `do` in a thread that sees this reader's session, and cancel it when the reader has left."""
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
    """Run `do` to its end in another thread.

    Streamlit may end the thread of a run at any access to the session, when the next click arrives.
    """
    work = _work(do)
    work.wait()
    work.result()


def together(*asks: Callable[[], Any]) -> list[Any]:
    """Call all functions in parallel and return their results in this order."""
    works = [_work(ask) for ask in asks]
    for work in works:
        work.wait()
    return [work.result() for work in works]


def ahead(*asks: Callable[[], Any]) -> None:
    """Begin cached reads whose results the page asks for later. If one fails, the later call raises."""
    for ask in asks:
        _work(ask)


def _saying(text: str, started: float) -> str:
    return session.words()(text, seconds=f"{time.monotonic() - started:.0f}")


def draw_waiting(running: Running, say: Callable[[], str], *, key: str) -> None:
    """Show the progress that `say` returns and a cancel button until the work ends."""
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
    """Redraw: a click in a fragment is handled only after the run that draws the page has ended."""
    redraw(Part.HERE)
