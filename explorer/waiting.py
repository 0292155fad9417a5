"""Work that may take long: its reader sees for how long it has been at it, and can cancel it.

The work is done in a thread of its own, so that a click interrupts the drawing of the page and not the work:
the next drawing that asks for the same work waits for that which is under way.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from concurrent import futures
from concurrent.futures import Future
from typing import Generic, Protocol, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

from cypher.cancelling import cancelled_by, go_on
from explorer.view import keys, session

PATIENCE = 0.6
"""Seconds after which the reader is told that it takes time."""

_SLICE = 0.2

Found = TypeVar("Found")


class Running(Protocol):
    """Something at work."""

    def wait(self, seconds: float) -> bool:
        """Wait at most so long; whether it has ended."""

    def cancel(self) -> None:
        """End it as soon as that can be done."""


class Work(Generic[Found]):
    """`do` at work, until `wait` says that it has ended."""

    def __init__(self, do: Callable[[], Found]) -> None:
        self.started = time.monotonic()
        self._cancelled = threading.Event()
        self._outcome: Future[Found] = Future()
        thread = threading.Thread(target=self._run, args=(do,), name="work for a page", daemon=True)
        add_script_run_ctx(thread, get_script_run_ctx(suppress_warning=True))
        thread.start()

    def _run(self, do: Callable[[], Found]) -> None:
        with cancelled_by(self._cancelled):
            try:
                self._outcome.set_result(do())
            except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised where it is asked for
                self._outcome.set_exception(error)

    def wait(self, seconds: float) -> bool:
        """Wait at most so long; whether it has ended or nobody waits for it any more."""
        return self._cancelled.is_set() or not futures.wait([self._outcome], timeout=seconds).not_done

    def cancel(self) -> None:
        """Let it end before its next statement; what it wrote is taken back."""
        self._cancelled.set()

    def result(self) -> Found:
        """What came of it; raises `StatementCancelledError` when it was cancelled before its end."""
        if not self._outcome.done():
            with cancelled_by(self._cancelled):
                go_on()
        return self._outcome.result()


def done(name: str, subject: Hashable, do: Callable[[], Found], saying: str) -> Found:
    """What comes of `do`, which is `saying` (in English, with ``{seconds}``) while its reader waits.

    Of a `name` one work goes on at a time: that for another `subject` is cancelled. Raises what `do` raises,
    and `StatementCancelledError` when the reader cancels it. Where a page does not call it in every run, it
    needs a container of its own, so that what is drawn after it stays in its place.
    """
    works: dict[str, tuple[Hashable, Work[Found]]] = st.session_state.setdefault(keys.WORKS, {})
    if name in works and works[name][0] != subject:
        works.pop(name)[1].cancel()
    if name not in works:
        works[name] = (subject, Work(do))
    work = works[name][1]
    place = st.container(key=f"waiting for {name}")
    if not work.wait(PATIENCE):
        with place:
            draw_waiting(work, work.started, saying, key=name)
    works.pop(name, None)
    return work.result()


def draw_waiting(running: Running, started: float, saying: str, *, key: str) -> None:
    """Draw since when it goes on, and the button that cancels it, until it ends.

    Each drawing lets a click interrupt this run of the page.
    """
    words = session.words()
    place = st.empty()
    with place.container(horizontal=True, vertical_alignment="center", key=f"waiting {key}"):
        st.button(
            words("Cancel"), icon=":material/stop_circle:", key=f"cancel {key}", on_click=running.cancel
        )
        clock = st.empty()
        while not running.wait(_SLICE):
            clock.caption(words(saying, seconds=f"{time.monotonic() - started:.0f}"))
    place.empty()
