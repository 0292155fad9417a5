"""Work that may be cancelled between two statements: what it has written by then is not committed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from cypher.errors import StatementCancelledError

_cancelled: ContextVar[threading.Event | None] = ContextVar("cancelled", default=None)


@contextmanager
def cancelled_by(event: threading.Event) -> Iterator[None]:
    """Within the block, in this thread, no statement begins and nothing is committed once `event` is set."""
    token = _cancelled.set(event)
    try:
        yield
    finally:
        _cancelled.reset(token)


def go_on() -> None:
    """Raise `StatementCancelledError` when somebody has cancelled the work."""
    event = _cancelled.get()
    if event is not None and event.is_set():
        raise StatementCancelledError("It was cancelled; nothing was changed. Do it again any time.")
