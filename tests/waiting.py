"""Waits in tests for what another process or thread does."""

from __future__ import annotations

import time
from collections.abc import Callable

_BETWEEN = 0.05
"""Seconds between two looks."""


def eventually(condition: Callable[[], object], seconds: float = 120.0) -> None:
    """Wait until a condition holds; the test fails if it does not within so many seconds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(_BETWEEN)
