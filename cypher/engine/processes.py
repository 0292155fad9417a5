"""Identifies processes by id and start time, because the system reuses process ids; reads and stops them."""

from __future__ import annotations

import os
import time
from dataclasses import asdict, dataclass
from typing import Any

import psutil

from cypher.engine.folder import EngineFolder, read_record, write_record
from cypher.errors import DatabaseError

IDLE_SECONDS = 600.0
"""How long an unused engine keeps running; ``KONSTELASI_IDLE_SECONDS`` overrides it."""

_POLL = 0.05
_FORMER_HEAP = 512  # MB: of every engine whose record does not name it


@dataclass(frozen=True, slots=True)
class Identity:
    """A process, by its id and its start time `born` (seconds since 1970)."""

    pid: int
    born: float

    @classmethod
    def of(cls, pid: int | None = None) -> Identity:
        """Return the identity of `pid`, by default of this process; raises `psutil.NoSuchProcess`."""
        process = psutil.Process(os.getpid() if pid is None else pid)
        return cls(process.pid, process.create_time())

    @classmethod
    def read(cls, record: dict[str, Any]) -> Identity | None:
        """Return the identity in a record, or `None` if the record has none."""
        try:
            return cls(int(record["pid"]), float(record["born"]))
        except (KeyError, TypeError, ValueError):
            return None

    def process(self) -> psutil.Process | None:
        """The process if it is still running, else `None`; a zombie is not running."""
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.born) < 1.5  # the clock may have been adjusted since
            return process if same and process.status() != psutil.STATUS_ZOMBIE else None
        except psutil.Error:
            return None

    def alive(self) -> bool:
        """Whether this process is still running."""
        return self.process() is not None


@dataclass(frozen=True, slots=True)
class Server:
    """The engine that serves a folder: its Java process, its supervisor, its Bolt port on loopback.

    `heap` is the limit of its heap in MB.
    """

    java: Identity
    supervisor: Identity
    port: int
    heap: int = _FORMER_HEAP

    @classmethod
    def read(cls, folder: EngineFolder) -> Server | None:
        """Return the engine that the folder's record names, running or not."""
        record = read_record(folder.server)
        java, supervisor = Identity.read(record.get("java", {})), Identity.read(record.get("supervisor", {}))
        if java is None or supervisor is None:
            return None
        return cls(java, supervisor, int(record["port"]), int(record.get("heap", _FORMER_HEAP)))

    def write(self, folder: EngineFolder) -> None:
        """Make this the folder's record."""
        write_record(folder.server, asdict(self))


def live_leases(folder: EngineFolder) -> list[Identity]:
    """Return the processes that use the engine, one for each connection; remove leases of dead processes."""
    living = []
    for path in sorted(folder.leases.glob("*.json")):
        holder = Identity.read(read_record(path))
        if holder is not None and holder.alive():
            living.append(holder)
        else:
            path.unlink(missing_ok=True)
    return living


def stop_process(identity: Identity, patience: float = 30.0) -> None:
    """Terminate a process, kill it after `patience` seconds, and return once it has ended.

    A zombie counts as ended. Raises `DatabaseError` when the process belongs to another user or does not end.
    """
    for request in (psutil.Process.terminate, psutil.Process.kill):
        process = identity.process()
        if process is None:
            return
        try:
            request(process)
        except psutil.NoSuchProcess:
            return
        except psutil.AccessDenied as error:
            raise _unstoppable(identity, "belongs to another user") from error
        if _gone(identity, patience):
            return
    raise _unstoppable(identity, f"did not end within {patience:.0f} s")


def _gone(identity: Identity, patience: float) -> bool:
    deadline = time.monotonic() + patience
    while identity.alive():
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL)
    return True


def _unstoppable(identity: Identity, why: str) -> DatabaseError:
    return DatabaseError(f"Process {identity.pid} {why}, so the engine still runs. End it, then try again.")
