"""How long statements took lately in this process, for the page *Operations*; its memory is bounded."""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import dataclass, field

MOST_KEPT = 200
"""The times that are kept of each statement: the last ones."""

MOST_NAMES = 500
"""The statements whose times are kept; the catalogue has fewer."""

OTHERS = "others"
"""The name under which statements beyond `MOST_NAMES` are counted."""


@dataclass(frozen=True, slots=True)
class Timed:
    """What is known of a statement: attempts since the start, and seconds of the last `MOST_KEPT` of them.

    `failures` counts the attempts that failed, `error` is the class of the last error; `last_at` is in
    seconds since 1970.
    """

    name: str
    count: int
    median: float
    p95: float
    last_at: float
    failures: int
    error: str
    failed_at: float


@dataclass(slots=True)
class _Kept:
    seconds: deque[float] = field(default_factory=lambda: deque(maxlen=MOST_KEPT))
    count: int = 0
    last_at: float = 0.0
    failures: int = 0
    error: str = ""
    failed_at: float = 0.0


class StatementTimes:
    """Keeps the times of statements by their names. All methods may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[str, _Kept] = {}

    def took(self, name: str, seconds: float, failure: str) -> None:
        """Keep an attempt to run a statement; `failure` is the class of its error, empty without one."""
        now = time.time()
        with self._lock:
            if name not in self._kept and len(self._kept) >= MOST_NAMES:
                name = OTHERS
            kept = self._kept.setdefault(name, _Kept())
            kept.seconds.append(seconds)
            kept.count += 1
            kept.last_at = now
            if failure:
                kept.failures += 1
                kept.error, kept.failed_at = failure, now

    def slowest(self, most: int) -> list[Timed]:
        """Return the statements with the longest slow times (95 % are faster), the slowest first."""
        return sorted(self._all(), key=lambda each: -each.p95)[:most]

    def failing(self, most: int) -> list[Timed]:
        """Return the statements that have failed, the latest first."""
        failed = (each for each in self._all() if each.failures)
        return sorted(failed, key=lambda each: -each.failed_at)[:most]

    def _all(self) -> list[Timed]:
        with self._lock:
            return [_timed(name, kept) for name, kept in self._kept.items()]


def _timed(name: str, kept: _Kept) -> Timed:
    ranked = sorted(kept.seconds)
    median, p95 = (ranked[min(len(ranked) - 1, int(share * len(ranked)))] for share in (0.5, 0.95))
    return Timed(name, kept.count, median, p95, kept.last_at, kept.failures, kept.error, kept.failed_at)


TIMES = StatementTimes()
"""Those of this process."""
