"""Starts and stops the process that follows the sources, ``konstelasi follow``.

It is one process for a data folder, whoever starts it. The one that the app starts ends with the app. What
the reader chose is kept in the data folder: the app starts it again when it is opened the next time.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from enum import Enum
from pathlib import Path

from cypher.audit.commanded import signed
from cypher.bolt.settings import Settings
from cypher.engine.processes import stop_process
from cypher.errors import InputError
from cypher.sources import notes
from cypher.sources.running import follower_of
from cypher.sources.store import Store
from explorer.work.command_runs import error_in

_CHOSEN = "following"
_PATIENCE = 8.0  # seconds until a process that was asked to end is killed; what it has fetched stays
_LAST_LINES = 600  # bytes


class Following(Enum):
    """Whether the sources are followed."""

    NO = "no"
    STARTING = "starting"
    YES = "yes"
    FAILED = "failed"


_lock = threading.Lock()
_started: list[subprocess.Popen[bytes]] = []
"""The process that this app has started last."""


def store() -> Store:
    """Return the file with the sources of the data folder."""
    return Store(Settings.from_environment().home)


def following() -> Following:
    """Return whether a process follows the sources."""
    if follower_of(_home()) is not None:
        return Following.YES
    if not _started:
        return Following.NO
    code = _started[-1].poll()
    return Following.STARTING if code is None else (Following.FAILED if code > 0 else Following.NO)


def begin_following() -> None:
    """Start the process, unless one runs; it is started again with the app."""
    notes.write(store(), _CHOSEN, "yes")
    with _lock:
        if following() in (Following.YES, Following.STARTING):
            return
        log = _log()
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        command = [sys.executable, "-m", "konstelasi", "follow", "--until-closed"]
        _forget()
        with log.open("wb") as said:
            _started[:] = [
                subprocess.Popen(command, stdin=subprocess.PIPE, stdout=said, stderr=said, env=signed("", ""))
            ]


def end_following() -> None:
    """Stop the process, whoever has started it; raises `DatabaseError` if it belongs to another user."""
    notes.forget(store(), _CHOSEN)
    with _lock:
        if (process := follower_of(_home())) is not None:
            stop_process(process, _PATIENCE)
        _forget()


def _forget() -> None:
    """End the process that this app has started last, if it runs."""
    for each in _started:
        assert each.stdin is not None  # noqa: S101 - it was opened as a pipe
        each.stdin.close()
        each.terminate()
        try:
            each.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            each.kill()
            each.wait()
    _started.clear()


def resume_following() -> None:
    """Start the process if it was running when the app was used last."""
    if store().path.exists() and notes.read(store(), _CHOSEN):
        begin_following()


def failure(state: Following) -> InputError | None:
    """Return why the process ended by itself, or why what it has fetched could not be added."""
    if state is Following.FAILED:
        said = error_in(_log().read_bytes()[-_LAST_LINES:].decode("utf-8", "replace"))
        return InputError(f"The sources are not followed any more: {said} Start it again.")
    said = notes.read(store(), notes.GRAPH_FAILED) or ""
    return InputError(f"New articles wait: {said} They are added as soon as it answers.") if said else None


def _home() -> Path:
    return Settings.from_environment().home


def _log() -> Path:
    return _home() / "log" / "follow.log"
