"""Work that was begun for a session is cancelled when its browser has left.

Streamlit keeps a session for a while after its connection broke, so that a browser that was only cut off
finds it again. Work goes on for `GRACE` meanwhile.
"""

from __future__ import annotations

import threading
import time
from typing import Protocol

from streamlit import runtime

GRACE = 20.0
"""Seconds without a connection after which a browser has left: longer than a short loss of the network."""

_LOOK = 0.5  # seconds between two looks


class Running(Protocol):
    """Something at work."""

    def wait(self, seconds: float) -> bool:
        """Wait for `seconds` at most; whether it has ended."""

    def cancel(self) -> None:
        """End it as soon as that can be done."""


_watched: dict[Running, str] = {}
_lock = threading.Lock()


def cancel_when_left(running: Running, session: str) -> None:
    """Cancel `running` once the browser of this Streamlit session has been away for longer than `GRACE`."""
    with _lock:
        _watched[running] = session
        if len(_watched) == 1:
            threading.Thread(target=_watch, name="presence", daemon=True).start()


def is_here(session: str) -> bool:
    """Whether the browser of this Streamlit session is connected; always so where no server runs."""
    return not runtime.exists() or bool(runtime.get_instance().is_active_session(session))


def _watch() -> None:
    """Look after all work until none is left."""
    left_at: dict[str, float] = {}
    while works := _going_on():
        now = time.monotonic()
        for running, session in works.items():
            if is_here(session):
                left_at.pop(session, None)
            elif now - left_at.setdefault(session, now) > GRACE:
                running.cancel()
        time.sleep(_LOOK)


def _going_on() -> dict[Running, str]:
    """The work that has not ended; the rest is forgotten, and the thread ends with the last of it."""
    with _lock:
        for running in [each for each in _watched if each.wait(0)]:
            del _watched[running]
        return dict(_watched)
