"""Cancels the work of sessions whose browser has left.

Streamlit keeps a session for a while after its connection broke, so that the browser can reconnect. The work
therefore continues for `GRACE` seconds.
"""

from __future__ import annotations

import threading
import time
from typing import Protocol

from streamlit import runtime

GRACE = 20.0
"""Seconds without a connection after which a browser has left: longer than a short loss of the network."""

_LOOK = 0.5  # seconds between two checks


class Running(Protocol):
    """Work that can be waited for and cancelled."""

    def wait(self, seconds: float) -> bool:
        """Wait for at most `seconds`; return whether it has ended."""

    def cancel(self) -> None:
        """End it as soon as possible."""


_watched: dict[Running, str] = {}
_lock = threading.Lock()


def cancel_when_left(running: Running, session: str) -> None:
    """Cancel `running` once the browser of this Streamlit session has been away for longer than `GRACE`."""
    with _lock:
        _watched[running] = session
        if len(_watched) == 1:
            threading.Thread(target=_watch, name="presence", daemon=True).start()


def is_here(session: str) -> bool:
    """Whether the browser of this Streamlit session is connected; True if no server runs."""
    return not runtime.exists() or bool(runtime.get_instance().is_active_session(session))


def _watch() -> None:
    """Cancel the work of browsers that have left, until all work has ended."""
    left_at: dict[str, float] = {}
    while works := _unfinished():
        now = time.monotonic()
        for running, session in works.items():
            if is_here(session):
                left_at.pop(session, None)
            elif now - left_at.setdefault(session, now) > GRACE:
                running.cancel()
        time.sleep(_LOOK)


def _unfinished() -> dict[Running, str]:
    """Forget the work that has ended, and return the rest with its sessions."""
    with _lock:
        for running in [each for each in _watched if each.wait(0)]:
            del _watched[running]
        return dict(_watched)
