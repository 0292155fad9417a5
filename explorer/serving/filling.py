"""The state of the load of ``--fill``, which `konstelasi app` sends to its server line by line."""

from __future__ import annotations

from enum import StrEnum


class Filling(StrEnum):
    """The state of the first load; the values are the lines on the server's standard input."""

    NONE = "no fill"
    RUNNING = "filling"
    DONE = "filled"
    FAILED = "filling failed"


_heard: list[Filling] = []


def hear(line: str) -> None:
    """Store the state in a line from `konstelasi app`; unknown lines are ignored."""
    if line in set(Filling):
        _heard[:] = [Filling(line)]


def filling() -> Filling:
    """Return the present state."""
    return _heard[-1] if _heard else Filling.NONE
