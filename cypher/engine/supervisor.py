"""The process that supervises one engine: starts or adopts it, restarts it, stops it when it is unused.

The first program that joins the engine runs ``python -m cypher.engine.supervisor FOLDER``, detached. If the
supervisor is killed, the engine keeps running, and the supervisor that the next program starts adopts it.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import FrameType

import psutil
from filelock import FileLock, Timeout

from cypher.engine.folder import EngineFolder
from cypher.engine.guard.endings import Cause, ending_of, note
from cypher.engine.guard.warden import Warden
from cypher.engine.heap import heap_mb
from cypher.engine.java import free_port, launch
from cypher.engine.processes import IDLE_SECONDS, Identity, Server, live_leases, stop_process
from cypher.errors import DatabaseError, UsageError

_TICK = 0.25
_FAILED_STARTS = 3  # in a row, after which the supervisor gives up
_CRASH_WINDOW = 60.0
_PAUSES = (0.0, 0.0, 0.0, 0.5, 1.0, 2.0)
"""Seconds to wait before a restart, by the number of restarts within the last minute."""


class Supervisor:
    """Supervises the engine on one folder until it gets a signal or was idle for `idle` seconds."""

    def __init__(self, folder: EngineFolder, idle: float = IDLE_SECONDS) -> None:
        self._folder = folder
        self._idle = idle
        self._identity = Identity.of()
        self._stopping = False
        self._crashes: list[float] = []
        self._failed_starts = 0
        self._opened = False
        self._warden = Warden(folder)

    def run(self) -> int:
        """Supervise until the end; return the exit code, 1 if the engine cannot be kept running."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        server = self._adopted() or self._started(None)
        try:
            return self._watch(server)
        finally:
            self._finish()

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True

    def _adopted(self) -> Server | None:
        known = Server.read(self._folder)
        if known is None or not known.java.alive():
            return None
        self._opened = True
        return self._recorded(replace(known, supervisor=self._identity))

    def _started(self, port: int | None) -> Server:
        port = free_port(port)
        self._opened = False
        heap = heap_mb(self._folder)
        java = launch(self._folder, port, heap)
        return self._recorded(Server(Identity.of(java.pid), self._identity, port, heap))

    def _recorded(self, server: Server) -> Server:
        server.write(self._folder)
        self._warden.engine_started(server.heap)
        return server

    def _watch(self, server: Server) -> int:
        last_used = time.monotonic()
        while not self._stopping:
            time.sleep(_TICK)
            if cause := self._warden.verdict(server.java):
                self._end_at_once(server, cause)
            self._opened = self._opened or _listens(server.port)
            if not server.java.alive():
                if self._hopeless():
                    return 1
                server = self._restarted(server)
            if live_leases(self._folder):
                last_used = time.monotonic()
            elif time.monotonic() - last_used > self._idle and self._retired():
                break
        return 0

    def _end_at_once(self, server: Server, cause: Cause) -> None:
        note(self._folder, server.java, cause)
        if process := server.java.process():
            process.kill()
            process.wait()

    def _restarted(self, server: Server) -> Server:
        if ending_of(self._folder, server.java) is None:
            note(self._folder, server.java, _cause_in_log(self._folder))
        now = time.monotonic()
        self._crashes = [moment for moment in self._crashes if now - moment < _CRASH_WINDOW] + [now]
        time.sleep(_PAUSES[min(len(self._crashes), len(_PAUSES)) - 1])
        return self._started(server.port)

    def _hopeless(self) -> bool:
        self._failed_starts = 0 if self._opened else self._failed_starts + 1
        return self._failed_starts >= _FAILED_STARTS

    def _retired(self) -> bool:
        """Stop an idle engine, unless a program is joining it at this moment."""
        try:
            with self._folder.locked(timeout=0):
                if live_leases(self._folder):
                    return False
                self._finish()
                return True
        except DatabaseError:
            return False

    def _finish(self) -> None:
        server = Server.read(self._folder)
        if server is not None and server.supervisor == self._identity:
            stop_process(server.java)
            self._folder.server.unlink(missing_ok=True)


def _listens(port: int) -> bool:
    """Whether the engine accepts connections yet."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=_TICK).close()
    except OSError:
        return False
    return True


def _cause_in_log(folder: EngineFolder) -> Cause:
    return Cause.MEMORY if folder.ran_out_of_memory(0) else Cause.UNKNOWN


def main(root: str) -> int:
    """Supervise the engine on the folder `root`; a folder has one supervisor."""
    folder = EngineFolder(Path(root))
    try:
        with FileLock(folder.run / "supervisor.lock", timeout=5, mode=0o600):
            idle = float(os.environ.get("KONSTELASI_IDLE_SECONDS", IDLE_SECONDS))
            return Supervisor(folder, idle).run()
    except (Timeout, DatabaseError, UsageError, psutil.Error) as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
