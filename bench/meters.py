"""Watches processes while something runs: how much memory they take at most, and the processor's seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from threading import Event, Thread

import psutil

from cypher.engine.folder import EngineFolder
from cypher.engine.processes import Server

_PAUSE = 0.25

Find = Callable[[], Iterable[psutil.Process]]
"""Finds the processes of a part; they may begin and end while it is watched."""


@dataclass(slots=True)
class Use:
    """What the processes of one part used: megabytes at most at one time, and seconds of the processor."""

    peak_mb: float = 0.0
    first: dict[tuple[int, float], float] = field(default_factory=dict)
    last: dict[tuple[int, float], float] = field(default_factory=dict)

    @property
    def seconds(self) -> float:
        """The processor's seconds since the watch began, of all processes together."""
        return sum(self.last.values()) - sum(self.first.values())

    def look(self, processes: Iterable[psutil.Process], *, begin: bool) -> None:
        """Add what the processes use now; `begin` says that what they used before does not count."""
        together = 0.0
        for process in processes:
            try:
                with process.oneshot():
                    key, times = (process.pid, process.create_time()), process.cpu_times()
                    together += process.memory_info().rss / 2**20
            except psutil.Error:
                continue
            used = times.user + times.system
            self.first.setdefault(key, used if begin else 0.0)
            self.last[key] = used
        self.peak_mb = max(self.peak_mb, together)


class Meter:
    """A context that watches the processes of several parts by name."""

    def __init__(self, **parts: Find) -> None:
        self.used = {name: Use() for name in parts}
        self._parts, self._done = parts, Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Meter:
        self._look(begin=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()
        self._look(begin=False)

    def _watch(self) -> None:
        while not self._done.wait(_PAUSE):
            self._look(begin=False)

    def _look(self, *, begin: bool) -> None:
        for name, find in self._parts.items():
            self.used[name].look(find(), begin=begin)


def processor_seconds(find: Find) -> float:
    """Return the processor's seconds that processes have used since they began."""
    total = 0.0
    for process in find():
        try:
            times = process.cpu_times()
        except psutil.Error:
            continue
        total += times.user + times.system
    return total


def engine_of(folder: EngineFolder) -> Find:
    """Return what finds the Java process of the embedded engine that serves a folder."""

    def find() -> Iterable[psutil.Process]:
        server = Server.read(folder)
        process = server.java.process() if server else None
        return [process] if process else []

    return find


def below(pid: int) -> Find:
    """Return what finds all processes that a process has started, and that these have started."""

    def find() -> Iterable[psutil.Process]:
        try:
            return psutil.Process(pid).children(recursive=True)
        except psutil.Error:
            return []

    return find


def only(pid: int) -> Find:
    """Return what finds one process."""

    def find() -> Iterable[psutil.Process]:
        try:
            return [psutil.Process(pid)]
        except psutil.Error:
            return []

    return find
