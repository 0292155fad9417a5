"""Detects from the garbage collector's log whether the engine's memory is full."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_PAUSE = re.compile(r"^\[(\d+\.\d+)s\].* Pause (\w+) .*?\d+M->(\d+)M\(\d+M\) (\d+\.\d+)ms")
_NO_ROOM = 0.85  # share of the heap that is still in use after a full collection
_LITTLE_ROOM = 0.5  # share of the heap in use after a collection, while collecting takes most of the time
_WINDOW = 4.0  # seconds
_BUSY = 0.7  # of the window


class HeapWatch:
    """Reads the new lines of the collector's `log` at each call; the heap has `heap_mb` MB."""

    def __init__(self, log: Path, heap_mb: int) -> None:
        self._log = log
        self._heap_mb = heap_mb
        self._read = log.stat().st_size if log.exists() else 0
        self._pauses: list[tuple[float, float]] = []

    def exhausted(self) -> bool:
        """Whether, since the last call, the collector could not free memory or took nearly all the time."""
        return self.after(self._new_lines())

    def after(self, lines: Iterable[str]) -> bool:
        """Decide as `exhausted` does, from the new `lines` of the log."""
        return bool([line for line in lines if self._exhausted_at(line)])

    def _exhausted_at(self, line: str) -> bool:
        found = _PAUSE.search(line)
        if not found:
            return False
        moment, kind, left = float(found[1]), found[2], int(found[3]) / self._heap_mb
        recent = [pause for pause in self._pauses if pause[0] > moment - _WINDOW]
        self._pauses = [*recent, (moment, float(found[4]) / 1000)]
        busy = sum(seconds for _, seconds in self._pauses) >= _BUSY * _WINDOW
        return (kind == "Full" and left >= _NO_ROOM) or (busy and left >= _LITTLE_ROOM)

    def _new_lines(self) -> list[str]:
        try:
            with self._log.open("rb") as file:
                size = file.seek(0, 2)
                file.seek(self._read if self._read <= size else 0)  # a shorter log is a new one
                text = file.read()
                self._read = file.tell()
        except OSError:
            return []
        return text.decode("utf-8", "replace").splitlines()
