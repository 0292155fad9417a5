"""Politeness: one request at a time to a host, a pause between two, and no request while it asks to wait."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from ingest.following.fetched import FetchError

PAUSE = 1.0
"""The usual seconds between two requests to a host."""

LONGEST_PAUSE = 30.0
"""The maximum that a robots.txt may ask for; with more, the host is asked this often."""


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    asked: float = float("-inf")
    held_until: float = float("-inf")


class Hosts:
    """When each host was asked last, for all threads of the follower; times are of `time.monotonic`."""

    def __init__(self, pause: float = PAUSE) -> None:
        self._pause = pause
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, name: str, pause: float | None = None) -> Iterator[None]:
        """Wait until the host may be asked, and let no other thread ask it within the block.

        Raises `FetchError` if it has asked to be left alone.
        """
        host = self._host(name)
        with host.lock:
            wait = host.held_until - time.monotonic()
            if wait > 0:
                raise FetchError(
                    f"is on {name}, which asks to be left alone for a while",
                    "It is fetched after that time.",
                    retry_after=wait,
                )
            between = self._pause if pause is None else min(max(pause, self._pause), LONGEST_PAUSE)
            time.sleep(max(0.0, host.asked + between - time.monotonic()))
            try:
                yield
            finally:
                host.asked = time.monotonic()

    def hold(self, name: str, seconds: float) -> None:
        """Leave a host alone for these seconds."""
        self._host(name).held_until = time.monotonic() + seconds

    def _host(self, name: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(name, _Host())
