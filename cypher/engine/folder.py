"""The data folder of the embedded engine: its paths, its lock, and small private files."""

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
"""How long a process waits while others start, stop or copy the engine."""

_PAUSE, _LONG_PAUSE = 0.02, 0.5  # seconds between two looks at the lock


@dataclass(frozen=True, slots=True)
class EngineFolder:
    """The paths below one ``KONSTELASI_HOME``. Only its owner can read what is in it."""

    root: Path

    @property
    def run(self) -> Path:
        """State of the running engine: locks, leases, passwords."""
        return self.root / "run"

    @property
    def leases(self) -> Path:
        """A folder with one file for each open connection, which names the process that holds it."""
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
        """The log of the engine that was started last; errors about a dead engine quote its end."""
        return self.root / "log" / "engine.log"

    @property
    def gc_log(self) -> Path:
        """The log of the engine's garbage collector."""
        return self.log.with_name("gc.log")

    @property
    def databases(self) -> Path:
        """The folder in which the engine keeps its databases."""
        return self.root / "databases"

    def prepare(self) -> None:
        """Create the folders, private to their owner; raises `DatabaseError` if that fails."""
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
    def disk_errors(self, kept: str) -> Iterator[None]:
        """Raise `DatabaseError` for an error of the disk; `kept` is what it leaves unchanged."""
        try:
            yield
        except OSError as error:
            raise DatabaseError(
                f"{self.root} cannot be written to ({error.strerror}). The {kept} is unchanged. Set "
                "KONSTELASI_HOME to a folder that you own, on a disk with free space."
            ) from error

    @contextmanager
    def locked(self, timeout: float = JOIN_SECONDS, *, last: bool = False) -> Iterator[None]:
        """Hold the lock for joining, stopping, copying or replacing the engine.

        With `last`, other waiting processes go first, so that one copy after another starves no writer.
        Raises `DatabaseError` when another process holds the lock for `timeout` seconds.
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

    def ran_out_of_memory(self, since: int) -> bool:
        """Whether the engine's log tells of too little memory after its first `since` bytes.

        Within a log that was begun anew, all of it counts.
        """
        try:
            with self.log.open("rb") as file:
                file.seek(since if since <= file.seek(0, os.SEEK_END) else 0)
                return b"OutOfMemoryError" in file.read()
        except OSError:
            return False

    def log_size(self) -> int:
        """The size of the engine's log in bytes; 0 if there is none."""
        try:
            return self.log.stat().st_size
        except OSError:
            return 0

    def log_tail(self, lines: int = 12) -> str:
        """The last lines that the engine wrote, without stack traces."""
        try:
            text = self.log.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return "(no log)"
        told = [line for line in text.splitlines() if line.strip() and not line.startswith("\tat ")]
        return "\n".join(told[-lines:]) or "(the log is empty)"


def write_record(path: Path, record: Mapping[str, Any]) -> None:
    """Write `record` to `path` as JSON, atomically and readable only by its owner."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(record, file)
    Path(temporary).replace(path)


def read_record(path: Path) -> dict[str, Any]:
    """Read the record in `path`; empty if the file is missing or holds no JSON object."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}
