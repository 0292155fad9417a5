"""Decides when a running engine must be ended because a typed query holds it up."""

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
from cypher.engine.java import HEAP_MB
from cypher.engine.processes import Identity

_PATIENCE = 2.0
"""How long a query may go on after the engine was told to end it: within one expression it does not look."""

_AUTHOR = 1.0
"""How long the author's process has to end the query itself."""

_SILENCE = 10.0
"""How long the engine may take to hear that it is to end a query."""


class Warden:
    """Watches the typed queries of the engine that was started last."""

    def __init__(self, folder: EngineFolder) -> None:
        self._folder = folder
        self._heap = HeapWatch(folder.gc_log, HEAP_MB)
        self._due: dict[Path, float] = {}
        self._ending: subprocess.Popen[bytes] | None = None

    def engine_ended(self) -> None:
        """Watch the next engine, in which no typed query runs yet."""
        self._due.clear()
        self._heap = HeapWatch(self._folder.gc_log, HEAP_MB)

    def verdict(self, java: Identity) -> Cause | None:
        """Why the engine `java` must be ended now; `None` while it may go on.

        Only typed queries make it end: a load that needs all the memory is left alone.
        """
        exhausted = self._heap.exhausted()
        slots = self._running(java)
        if slots and exhausted:
            return Cause.MEMORY
        now = time.monotonic()
        self._due = {slot.path: self._due.get(slot.path, now) for slot in slots if slot.due}
        left = [slot for slot in slots if slot.due and not slot.told and now - self._due[slot.path] > _AUTHOR]
        if left and (self._ending is None or self._ending.poll() is not None):
            self._ending = _end_overdue(self._folder)
        deaf = any(slot.told and time.time() - slot.told > _PATIENCE for slot in slots)
        stuck = deaf or any(now - since > _SILENCE for since in self._due.values())
        return Cause.STUCK if stuck else None

    def _running(self, java: Identity) -> list[Slot]:
        """The slots whose queries may be running in `java`; due ones of other engines get free."""
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
