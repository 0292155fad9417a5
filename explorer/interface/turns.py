"""Limits how many questions programs may ask, so that the pages of the app stay quick."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from explorer.interface.problems import Problem

AT_ONCE = 2
"""Questions of one caller that may be answered at the same time."""

AT_ONCE_OF_ALL = 4
"""Questions of all callers together that may be answered at the same time."""

RATE = 10.0
"""Questions of one caller a second, in the long run."""

BURST = 40
"""Questions that one caller may ask at once after a pause."""


@dataclass(slots=True)
class _Account:
    """The questions of a caller: how many run, and how many may be asked now, as of a time."""

    running: int = 0
    left: float = BURST
    at: float = field(default_factory=time.monotonic)


class Turns:
    """Gives turns to callers by their names. Safe to share between threads; a name is kept in memory."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._running = 0
        self._accounts: dict[str, _Account] = {}

    @contextmanager
    def turn(self, name: str) -> Iterator[None]:
        """Within the block, count a question of a caller; raises `Problem` if there are too many."""
        with self._lock:
            account = self._accounts.setdefault(name, _Account(at=self._clock()))
            self._refuse_excess(account)
            account.left -= 1
            account.running += 1
            self._running += 1
        try:
            yield
        finally:
            with self._lock:
                account.running -= 1
                self._running -= 1

    def _refuse_excess(self, account: _Account) -> None:
        now = self._clock()
        account.left = min(BURST, account.left + (now - account.at) * RATE)
        account.at = now
        if account.running >= AT_ONCE:
            raise Problem(
                429, f"{AT_ONCE} of your questions are being answered. Wait until one has its answer.", wait=1
            )
        if self._running >= AT_ONCE_OF_ALL:
            raise Problem(429, "Other programs are being answered. Ask again in a second.", wait=1)
        if account.left < 1:
            raise Problem(
                429, f"You asked more than {RATE:.0f} questions a second. Ask again in a second.", wait=1
            )
