"""Chooses how many processes extract: by the cores, the memory and the first inputs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import psutil

from cypher.engine.heap import memory
from ingest.pipeline.ahead import Ahead

WORTHWHILE = 100_000
"""Characters per worker for which a second one is worth its start: it needs 5 s to start, 3.5 s for these."""

WORKER_MB = 1000
"""The memory that is set aside for a worker: 400 MB with two pipelines, and more for long articles."""

_QUOTA = Path("/sys/fs/cgroup/cpu.max")


@dataclass(frozen=True, slots=True)
class Machine:
    """What the machine offers: cores, and memory in MB."""

    cores: int
    memory: int

    @property
    def most(self) -> int:
        """The largest number of workers that is chosen."""
        return max(1, min(self.cores, self.memory // WORKER_MB))


def this_machine() -> Machine:
    """Return the cores that this process may use, and the memory that workers may take.

    That is what is free now, but at most half of what there is: the engine and the writer need theirs.
    """
    free = psutil.virtual_memory().available // 2**20
    return Machine(cores(), min(free, memory() // 2))


def cores(quota: Path = _QUOTA) -> int:
    """Return the number of cores that this process may use; `quota` is where Linux limits a container's."""
    here = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        allowed, period = quota.read_text(encoding="ascii").split()
        return max(1, min(here, -(-int(allowed) // int(period))))
    except (OSError, ValueError):  # there is no such file, or it says "max"
        return here


def planned(ahead: Ahead, machine: Machine | None = None) -> int:
    """Return the number of workers: as many as the first inputs keep busy, on this or another machine."""
    most = (machine or this_machine()).most
    if most == 1:
        return 1
    number = characters = 0
    for chunk in ahead.peek():
        number += 1
        characters += chunk.characters
        if number >= most and characters >= most * WORTHWHILE:
            break
    return max(1, min(most, number, characters // WORTHWHILE))
