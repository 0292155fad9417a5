"""The processes that a test or a run has started, while others kill them."""

from __future__ import annotations

import psutil


def children(of: psutil.Process, *named: str) -> list[psutil.Process]:
    """The processes below one, of all generations, whose command line has one of these words.

    Those that have ended and are still listed are left out.
    """
    return [each for each in of.children(recursive=True) if any(word in _command(each) for word in named)]


def _command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:  # it has ended
        return ""
