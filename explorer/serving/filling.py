"""What `konstelasi app` tells its server about the articles of ``--fill``: a line for each change."""

from __future__ import annotations

from enum import StrEnum


class Filling(StrEnum):
    """How the first load stands; the values are the lines on the server's standard input."""

    NONE = "no fill"
    RUNNING = "filling"
    DONE = "filled"
    FAILED = "filling failed"


_heard: list[Filling] = []


def hear(line: str) -> None:
    """Keep a line that `konstelasi app` has written; one that is unknown changes nothing."""
    if line in set(Filling):
        _heard[:] = [Filling(line)]


def filling() -> Filling:
    """How it stands now."""
    return _heard[-1] if _heard else Filling.NONE
