"""Which process is which: a process id alone may have been given to somebody else meanwhile."""

from __future__ import annotations

import os
import time
from dataclasses import asdict, dataclass
from typing import Any

import psutil

from cypher.engine.folder import EngineFolder, read_record, write_record
from cypher.errors import DatabaseError

IDLE_SECONDS = 600.0
"""How long the engine waits for the next user; ``KONSTELASI_IDLE_SECONDS`` overrides it."""

_POLL = 0.05


@dataclass(frozen=True, slots=True)
class Identity:
    """A process by its id and the time of its birth (seconds since 1970)."""

    pid: int
    born: float

    @classmethod
    def of(cls, pid: int | None = None) -> Identity:
        """The identity of `pid`, by default of this process; raises `psutil.NoSuchProcess`."""
        process = psutil.Process(os.getpid() if pid is None else pid)
        return cls(process.pid, process.create_time())

    @classmethod
    def read(cls, record: dict[str, Any]) -> Identity | None:
        """The identity in a record, or `None` when the record is not one."""
        try:
            return cls(int(record["pid"]), float(record["born"]))
        except (KeyError, TypeError, ValueError):
            return None

    def process(self) -> psutil.Process | None:
        """The process while it lives; a zombie does not."""
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.born) < 1.5  # clocks are adjusted while it runs
            return process if same and process.status() != psutil.STATUS_ZOMBIE else None
        except psutil.Error:
            return None

    def alive(self) -> bool:
        """Whether this very process is still running."""
        return self.process() is not None


@dataclass(frozen=True, slots=True)
class Server:
    """The engine that serves a folder: its Java process, its supervisor, its Bolt port on loopback."""

    java: Identity
    supervisor: Identity
    port: int

    @classmethod
    def read(cls, folder: EngineFolder) -> Server | None:
        """The engine that the folder's record names, alive or not."""
        record = read_record(folder.server)
        java, supervisor = Identity.read(record.get("java", {})), Identity.read(record.get("supervisor", {}))
        if java is None or supervisor is None:
            return None
        return cls(java, supervisor, int(record["port"]))

    def write(self, folder: EngineFolder) -> None:
        """Make this the folder's record."""
        write_record(folder.server, asdict(self))


def live_leases(folder: EngineFolder) -> list[Identity]:
    """The processes that use the engine, one entry a connection; leases of the dead are removed."""
    living = []
    for path in sorted(folder.leases.glob("*.json")):
        holder = Identity.read(read_record(path))
        if holder is not None and holder.alive():
            living.append(holder)
        else:
            path.unlink(missing_ok=True)
    return living


def stop_process(identity: Identity, patience: float = 30.0) -> None:
    """Ask a process to end, insist after `patience` seconds, and return when it is gone.

    A process that has ended is gone, also while its parent has not asked for its exit code (a zombie).
    Raises `DatabaseError` when it belongs to somebody else or does not end.
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
