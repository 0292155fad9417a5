"""Work that may be cancelled: between two statements, or amid one that wants to be told.

What it has written by then is not committed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent import futures
from concurrent.futures import Future
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Generic, TypeVar

from cypher.errors import StatementCancelledError

Found = TypeVar("Found")


class Cancellation(threading.Event):
    """Set when somebody cancels the work; what waits for that is then told."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._told: list[Callable[[], object]] = []

    def set(self) -> None:
        """Cancel the work."""
        with self._lock:
            super().set()
            for tell in self._told:
                tell()

    @contextmanager
    def telling(self, tell: Callable[[], object]) -> Iterator[None]:
        """Within the block, `tell` is called as soon as the work is cancelled, in any thread."""
        with self._lock:
            self._told.append(tell)
            if self.is_set():
                tell()
        try:
            yield
        finally:
            with self._lock:
                self._told.remove(tell)


_cancelled: ContextVar[Cancellation | None] = ContextVar("cancelled", default=None)


@contextmanager
def cancelled_by(cancellation: Cancellation) -> Iterator[None]:
    """Within the block, in this thread, no statement begins and nothing is committed once it is set."""
    token = _cancelled.set(cancellation)
    try:
        yield
    finally:
        _cancelled.reset(token)


@contextmanager
def when_cancelled(tell: Callable[[], object]) -> Iterator[None]:
    """Within the block, `tell` is called as soon as the work that this thread does is cancelled."""
    cancellation = _cancelled.get()
    if cancellation is None:
        yield
        return
    with cancellation.telling(tell):
        yield


def go_on() -> None:
    """Raise `StatementCancelledError` when somebody has cancelled the work."""
    cancellation = _cancelled.get()
    if cancellation is not None and cancellation.is_set():
        raise StatementCancelledError("It was cancelled; nothing was changed. Do it again any time.")


class Work(Generic[Found]):
    """`do` at work in a thread of its own, until `wait` says that it has ended."""

    def __init__(self, do: Callable[[], Found]) -> None:
        self._cancellation = Cancellation()
        self._outcome: Future[Found] = Future()
        threading.Thread(target=self._run, args=(do,), name="work", daemon=True).start()

    def _run(self, do: Callable[[], Found]) -> None:
        with cancelled_by(self._cancellation):
            try:
                self._outcome.set_result(do())
            except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised where it is asked for
                self._outcome.set_exception(error)

    def wait(self, seconds: float | None = None) -> bool:
        """Wait at most so long; whether it has ended or nobody waits for it any more."""
        return self._cancellation.is_set() or not futures.wait([self._outcome], timeout=seconds).not_done

    def cancel(self) -> None:
        """Let it end before its next statement; what it wrote is taken back."""
        self._cancellation.set()

    def result(self) -> Found:
        """What came of it; raises `StatementCancelledError` when it was cancelled before its end."""
        if not self._outcome.done():
            with cancelled_by(self._cancellation):
                go_on()
        return self._outcome.result()
