"""The data folder of the embedded engine: what lies where, who holds its locks, private small files."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from cypher.errors import DatabaseError

DATABASE = "konstelasi"
"""The name of the one database in the embedded engine."""

JOIN_SECONDS = 90.0
"""How long a process waits for others that start, stop or copy the engine."""

_PAUSE, _LONG_PAUSE = 0.02, 0.5  # seconds between two looks at the lock


@dataclass(frozen=True, slots=True)
class EngineFolder:
    """The paths below one ``KONSTELASI_HOME``. Everything in it is readable by its owner alone."""

    root: Path

    @property
    def run(self) -> Path:
        """State of the running engine: locks, leases, passwords."""
        return self.root / "run"

    @property
    def leases(self) -> Path:
        """One file for each open connection, naming the process that holds it."""
        return self.run / "leases"

    @property
    def server(self) -> Path:
        """The record of the running engine (`cypher.engine.processes.Server`)."""
        return self.run / "server.json"

    @property
    def passwords(self) -> Path:
        """The generated passwords, by role."""
        return self.run / "passwords.json"

    @property
    def log(self) -> Path:
        """What the engine last wrote; its tail belongs into an error about its death."""
        return self.root / "log" / "engine.log"

    @property
    def gc_log(self) -> Path:
        """What the engine's garbage collector last wrote."""
        return self.log.with_name("gc.log")

    @property
    def databases(self) -> Path:
        """The folder in which the engine keeps its databases."""
        return self.root / "databases"

    def prepare(self) -> None:
        """Create the folders, private to their owner; raises `DatabaseError` when that cannot be done."""
        try:
            for folder in (self.root, self.run, self.leases, self.log.parent, self.root / "config"):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.root.chmod(0o700)
            with tempfile.TemporaryFile(dir=self.run) as probe:
                probe.write(bytes(2**16))
        except OSError as error:
            raise DatabaseError(
                f"The data folder {self.root} cannot be written to ({error.strerror}). "
                "Set KONSTELASI_HOME to a folder that you own, on a disk with free space."
            ) from error

    @contextmanager
    def locked(self, timeout: float = JOIN_SECONDS, *, last: bool = False) -> Iterator[None]:
        """Hold the lock under which the engine is joined, stopped, copied or replaced.

        Who comes `last` leaves others the chance to go first: a copy after a copy starves no writer.
        Raises `DatabaseError` when another process keeps it for `timeout` seconds.
        """
        try:
            pause = _LONG_PAUSE if last else _PAUSE
            with FileLock(self.run / "join.lock", timeout=timeout, mode=0o600).acquire(poll_interval=pause):
                yield
        except Timeout as error:
            raise DatabaseError(
                f"Another process has been starting, stopping or copying the engine in {self.root} for "
                f"more than {timeout:.0f} s. Look at {self.log}, then try again."
            ) from error

    def log_tail(self, lines: int = 12) -> str:
        """The last lines that the engine wrote, without stack traces."""
        try:
            text = self.log.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return "(no log)"
        told = [line for line in text.splitlines() if line.strip() and not line.startswith("\tat ")]
        return "\n".join(told[-lines:]) or "(the log is empty)"


def write_record(path: Path, record: Mapping[str, Any]) -> None:
    """Replace `path` by `record` as JSON, at once and readable by its owner alone."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(record, file)
    Path(temporary).replace(path)


def read_record(path: Path) -> dict[str, Any]:
    """The record in `path`; empty when there is none or it is not a record."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}
