"""Decides when the engine must be ended because a typed query blocks it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from cypher.engine.folder import EngineFolder
from cypher.engine.guard.endings import Cause
from cypher.engine.guard.pressure import HeapWatch
from cypher.engine.guard.slots import Slot, taken
from cypher.engine.processes import Identity

_PATIENCE = 2.0
"""How long a query may continue after the engine was asked to end it.

The engine does not check for this while it evaluates one expression.
"""

_AUTHOR = 1.0
"""How long the process that sent the query has to end it."""

_SILENCE = 10.0
"""How long the engine may take to accept the request to end a query."""


class Warden:
    """Watches the typed queries of the engine that was started last."""

    def __init__(self, folder: EngineFolder) -> None:
        self._folder = folder
        self._heap: HeapWatch | None = None
        self._due: dict[Path, float] = {}
        self._ending: subprocess.Popen[bytes] | None = None

    def engine_started(self, heap: int) -> None:
        """Watch another engine, whose heap has at most `heap` MB; it runs no typed query yet."""
        self._due.clear()
        self._heap = HeapWatch(self._folder.gc_log, heap)

    def verdict(self, java: Identity) -> Cause | None:
        """Return why the engine `java` must be ended now, or `None` if it may continue.

        It is never ended unless a typed query is running: a load may use all the memory.
        """
        exhausted = self._heap is not None and self._heap.exhausted()
        slots = self._running(java)
        if slots and exhausted:
            return Cause.MEMORY
        now = time.monotonic()
        self._due = {slot.path: self._due.get(slot.path, now) for slot in slots if slot.due}
        overdue = [slot for slot in slots if slot.path in self._due and not slot.end_requested]
        abandoned = any(now - self._due[slot.path] > _AUTHOR for slot in overdue)
        if abandoned and (self._ending is None or self._ending.poll() is not None):
            self._ending = _end_overdue(self._folder)
        requests = [slot.end_requested for slot in slots if slot.end_requested]
        ignored = any(time.time() - requested > _PATIENCE for requested in requests)
        stuck = ignored or any(now - since > _SILENCE for since in self._due.values())
        return Cause.STUCK if stuck else None

    def _running(self, java: Identity) -> list[Slot]:
        """Return the slots whose queries may be running in `java`; free the due slots of other engines."""
        running = []
        for slot in taken(self._folder):
            if slot.engine == java.pid:
                running.append(slot)
            elif slot.due:
                slot.free()
        return running


def _end_overdue(folder: EngineFolder) -> subprocess.Popen[bytes]:
    packages = str(Path(__file__).resolve().parents[3])
    with (folder.log.parent / "supervisor.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "cypher.engine.guard.overdue", str(folder.root)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder.root,
            env={**os.environ, "PYTHONPATH": packages},
        )
