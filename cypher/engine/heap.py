"""Chooses the limit of the engine's heap from the memory that there is and the size of the graph."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import psutil

from cypher.engine.folder import EngineFolder
from cypher.errors import UsageError

HEAP_VARIABLE = "KONSTELASI_HEAP_MB"
"""The environment variable that sets the limit of the heap, in MB."""

LEAST_MB = 512
"""The smallest limit that is chosen, if the memory allows it; the start page of a small graph needs half."""

USUAL_MB = 4096
"""The largest limit for a graph that fits into it twice; a larger heap only collects later."""

MOST_MB = 16_384
"""The largest limit that is chosen for any graph."""

_SMALLEST_MB, _LARGEST_MB = 256, 1_000_000  # of what a person may ask for
_CONTROL_GROUPS = Path("/sys/fs/cgroup")
_OWN_GROUPS = Path("/proc/self/cgroup")
_LIMITS = ("memory.max", "memory.limit_in_bytes")  # of version 2 and of version 1


@dataclass(frozen=True, slots=True)
class Machine:
    """What the choice depends on, in MB: the memory that this process may use, and the graph's files."""

    memory: int
    graph: int

    @property
    def heap(self) -> int:
        """The limit of the heap in MB.

        It is a quarter of the memory, at most `USUAL_MB`. A graph whose files take more than half of that
        gets twice their size, at most half of the memory and `MOST_MB`.
        """
        usual = min(self.memory // 4, USUAL_MB)
        large = min(2 * self.graph, self.memory // 2, MOST_MB)
        return max(usual, large, min(LEAST_MB, 3 * self.memory // 4))


def heap_mb(folder: EngineFolder, environment: Mapping[str, str] | None = None) -> int:
    """Return the limit of the heap in MB for an engine that starts on `folder` now.

    ``KONSTELASI_HEAP_MB`` overrides the choice. Raises `UsageError` if it is not a usable number.
    """
    asked = _asked(os.environ if environment is None else environment)
    return asked or Machine(memory(), _size(folder.databases)).heap


def bulk_heap_mb() -> int:
    """Return the limit of the heap in MB for a process that makes a graph of files.

    What it holds does not grow with the files: a million events need a third of `USUAL_MB`.
    ``KONSTELASI_HEAP_MB`` overrides the choice. Raises `UsageError` if it is not a usable number.
    """
    return _asked(os.environ) or Machine(memory(), 0).heap


def memory(groups: Path = _CONTROL_GROUPS, own: Path = _OWN_GROUPS) -> int:
    """Return the memory in MB that this process may use: the machine's, or less in a container.

    `groups` is where Linux shows the limits of control groups, and `own` the file that names the groups of
    this process.
    """
    return min([psutil.virtual_memory().total, *_limits(groups, own)]) // 2**20


def _asked(environment: Mapping[str, str]) -> int | None:
    """The limit that the environment asks for, None if it asks for none."""
    text = environment.get(HEAP_VARIABLE, "").strip()
    if not text:
        return None
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
    if not _SMALLEST_MB <= number <= _LARGEST_MB:
        raise UsageError(
            f"KONSTELASI_HEAP_MB={text!r} is not the size of a heap. Set it to a whole number of MB from "
            f"{_SMALLEST_MB} to {_LARGEST_MB:,}, or leave it empty: Konstelasi then chooses."
        )
    return number


def _limits(groups: Path, own: Path) -> list[int]:
    """The limits in bytes of the groups of this process and of all groups around them."""
    try:
        lines = own.read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
    found = []
    for line in lines:  # 0::/user.slice/… or 4:memory:/docker/…
        _, _, rest = line.partition(":")
        controllers, _, inner = rest.partition(":")
        if controllers and "memory" not in controllers.split(","):
            continue
        root = groups / "memory" if controllers else groups
        parts = [part for part in inner.split("/") if part not in ("", "..")]
        for depth in range(len(parts) + 1):
            found += [limit for name in _LIMITS if (limit := _number(root.joinpath(*parts[:depth], name)))]
    return found


def _number(path: Path) -> int:
    """The number in a file; 0 if it has none, like ``max``."""
    try:
        text = path.read_text(encoding="utf-8").strip()
    except OSError:
        return 0
    return int(text) if text.isascii() and text.isdecimal() else 0


def _size(root: Path) -> int:
    """The size in MB of all files below `root`."""
    total = 0
    for folder, _, names in os.walk(root):
        for name in names:
            try:
                total += Path(folder, name).stat().st_size
            except OSError:  # the engine may have removed it just now
                continue
    return total // 2**20
