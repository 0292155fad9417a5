"""Tells listeners how long each statement took and whether it failed, for the figures of a server."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator

Listener = Callable[[str, float, str], None]
"""Gets a statement's name, its seconds, and the class of its error, which is empty if it had none."""

_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """Call `listener` after each attempt to run a statement, in the thread that ran it."""
    _listeners.append(listener)


@contextlib.contextmanager
def timed(name: str) -> Iterator[None]:
    """Measure the block, which runs the statement called `name`, and tell the listeners."""
    began, failure = time.perf_counter(), ""
    try:
        yield
    except Exception as error:
        failure = type(error).__name__
        raise
    finally:
        for listener in _listeners:
            listener(name, time.perf_counter() - began, failure)
