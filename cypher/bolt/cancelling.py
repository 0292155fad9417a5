"""Cancellable work: stops before its next statement, or within one that registered a callback.

Cancelled work commits nothing.
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
    """An event that is set when the work is cancelled; it then calls the registered callbacks."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._callbacks: list[Callable[[], object]] = []

    def set(self) -> None:
        """Cancel the work."""
        with self._lock:
            super().set()
            for callback in self._callbacks:
                callback()

    @contextmanager
    def calling(self, callback: Callable[[], object]) -> Iterator[None]:
        """Within the block, call `callback` as soon as the work is cancelled, in the cancelling thread."""
        with self._lock:
            self._callbacks.append(callback)
            if self.is_set():
                callback()
        try:
            yield
        finally:
            with self._lock:
                self._callbacks.remove(callback)


_cancelled: ContextVar[Cancellation | None] = ContextVar("cancelled", default=None)


@contextmanager
def cancelled_by(cancellation: Cancellation) -> Iterator[None]:
    """Within the block, let this thread start no statement and commit nothing once `cancellation` is set."""
    token = _cancelled.set(cancellation)
    try:
        yield
    finally:
        _cancelled.reset(token)


@contextmanager
def when_cancelled(callback: Callable[[], object]) -> Iterator[None]:
    """Within the block, call `callback` as soon as this thread's work is cancelled."""
    cancellation = _cancelled.get()
    if cancellation is None:
        yield
        return
    with cancellation.calling(callback):
        yield


def go_on() -> None:
    """Raise `StatementCancelledError` if this thread's work was cancelled."""
    cancellation = _cancelled.get()
    if cancellation is not None and cancellation.is_set():
        raise StatementCancelledError(
            "This was cancelled; nothing was changed. You can run it again any time."
        )


class Work(Generic[Found]):
    """Runs `do` in a thread of its own; its result or error is fetched with `result`."""

    def __init__(self, do: Callable[[], Found]) -> None:
        self._cancellation = Cancellation()
        self._outcome: Future[Found] = Future()
        threading.Thread(target=self._run, args=(do,), name="work", daemon=True).start()

    def _run(self, do: Callable[[], Found]) -> None:
        with cancelled_by(self._cancellation):
            try:
                self._outcome.set_result(do())
            except BaseException as error:  # noqa: BLE001 - `result` raises it again in the caller's thread
                self._outcome.set_exception(error)

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for at most `seconds`; return whether the work has ended or was cancelled."""
        return self._cancellation.is_set() or not futures.wait([self._outcome], timeout=seconds).not_done

    def cancel(self) -> None:
        """End the work before its next statement; what it wrote is rolled back."""
        self._cancellation.set()

    def result(self) -> Found:
        """Return the result of `do` or raise its error; raises `StatementCancelledError` if cancelled."""
        if not self._outcome.done():
            with cancelled_by(self._cancellation):
                go_on()
        return self._outcome.result()
