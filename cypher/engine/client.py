"""Joins and leaves the engine on a folder; the first program that joins starts it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Thread

from cypher.bolt.driver import AuthError, DriverError, Neo4jError, neo4j
from cypher.bolt.settings import Role
from cypher.catalog.catalog import statement
from cypher.engine.folder import DATABASE, EngineFolder, write_record
from cypher.engine.heap import heap_mb
from cypher.engine.interrupted import clear, settle
from cypher.engine.java import runtime
from cypher.engine.processes import Identity, Server, live_leases, stop_process
from cypher.engine.users import NAMES, passwords
from cypher.errors import UnavailableError

START_SECONDS = 90.0
"""How long an engine may take from its start to its first answer, including recovery of a large graph."""

_POLL = 0.05
_STOPPING_SECONDS = 5.0  # an engine that is stopping or starting briefly refuses every user
if sys.platform == "win32":
    _DETACHED = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _DETACHED = 0  # a session of its own does it there


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The address of the engine, with a role's user and generated password."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str = DATABASE


@dataclass(frozen=True, slots=True)
class Status:
    """The state of the engine on a folder; port, pid and memory are `None` when it is not running.

    `memory_mb` is what its process has taken, `heap_mb` the limit of its heap; without a running engine,
    `heap_mb` is the limit that the next one gets.
    """

    home: Path
    running: bool
    port: int | None = None
    pid: int | None = None
    memory_mb: int | None = None
    heap_mb: int | None = None
    connections: int = 0


@contextmanager
def leased(home: Path) -> Iterator[EngineFolder]:
    """Keep the engine on `home` running within the block; start it if needed.

    Raises `DatabaseError` when the folder is not writable, no engine is installed for the platform, or
    the engine does not start (with the end of its log).
    """
    folder = EngineFolder(home)
    folder.prepare()
    lease = folder.leases / f"{os.getpid()}-{uuid.uuid4().hex}.json"
    write_record(lease, asdict(Identity.of()))
    try:
        ensure_running(folder)
        yield folder
    finally:
        lease.unlink(missing_ok=True)


def ensure_running(folder: EngineFolder) -> Server:
    """Return the engine that serves `folder` once it answers queries; start or adopt it if needed."""
    with folder.locked():
        found = Server.read(folder)
        if found is not None and found.supervisor.alive() and (server := _answering(folder, found)):
            return server
        settle(folder)
        clear(folder)
        if server := _answering(folder, _supervised(folder)):
            return server
        raise _failure(folder, "ended while it was starting")


def endpoint(folder: EngineFolder, server: Server, role: Role) -> Endpoint:
    """Return how `role` connects to `server`, which serves `folder`."""
    return Endpoint(f"bolt://127.0.0.1:{server.port}", NAMES[role], passwords(folder)[role])


def stop(home: Path) -> bool:
    """Stop the engine on `home`, even if programs use it; return whether one was running."""
    folder = EngineFolder(home)
    if not folder.run.is_dir():
        return False
    with folder.locked():
        return stop_locked(folder)


def stop_locked(folder: EngineFolder) -> bool:
    """Stop the engine as `stop` does, for a caller that holds the folder's lock."""
    server = Server.read(folder)
    if server is None:
        return False
    was_running = server.java.alive()
    stop_process(server.supervisor)  # stops its engine, too
    last = Server.read(folder) or server  # the supervisor may have started another engine meanwhile
    stop_process(last.java)  # an engine without a supervisor still runs
    folder.server.unlink(missing_ok=True)
    return was_running


def status(home: Path) -> Status:
    """Return the state of the engine on `home`, without starting anything."""
    folder = EngineFolder(home)
    server = Server.read(folder)
    process = server.java.process() if server else None
    if server is None or process is None:
        return Status(home, running=False, heap_mb=heap_mb(folder))
    memory = process.memory_info().rss // 2**20
    return Status(home, True, server.port, server.java.pid, memory, server.heap, len(live_leases(folder)))


def _supervised(folder: EngineFolder) -> Server:
    """Start a supervisor and wait until it has started or adopted the engine."""
    runtime()
    heap_mb(folder)  # a mistake in the setting is said here; the supervisor only has a log
    supervisor = _spawn(folder)
    Thread(target=supervisor.wait, daemon=True).start()  # collects its exit code, so that no zombie is left
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        server = Server.read(folder)
        if server is not None and server.supervisor.pid == supervisor.pid:
            return server
        if supervisor.poll() is not None:
            break
        time.sleep(_POLL)
    raise _failure(folder, "could not be started")


def _spawn(folder: EngineFolder) -> subprocess.Popen[bytes]:
    packages = str(Path(__file__).resolve().parents[2])
    search_path = os.pathsep.join(filter(None, [packages, os.environ.get("PYTHONPATH")]))
    with (folder.log.parent / "supervisor.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "cypher.engine.supervisor", str(folder.root)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder.root,
            env={**os.environ, "PYTHONPATH": search_path},
            creationflags=_DETACHED,
            start_new_session=True,
        )


def _answering(folder: EngineFolder, server: Server) -> Server | None:
    """Wait until a query is answered (the port opens up to a second earlier); `None` if the engine ended."""
    began = time.monotonic()
    while time.monotonic() < began + START_SECONDS:
        try:
            if _answers(endpoint(folder, server, Role.READER)):
                return server
        except AuthError as error:
            if time.monotonic() > began + _STOPPING_SECONDS:
                raise UnavailableError(
                    "The running engine does not know the passwords in this data folder. "
                    "Run 'konstelasi db stop' and try again."
                ) from error
        server = Server.read(folder) or server
        if not (server.java.alive() or server.supervisor.alive()):
            return None
        time.sleep(_POLL)
    raise _failure(folder, f"did not answer within {START_SECONDS:.0f} s")


def _answers(place: Endpoint) -> bool:
    driver = neo4j.GraphDatabase.driver(place.uri, auth=(place.user, place.password))
    with driver, driver.session(database=place.database) as session:
        try:
            session.run(statement("check/answer").text).consume()
        except AuthError:
            raise
        except (DriverError, Neo4jError):
            return False
        return True


def _failure(folder: EngineFolder, what: str) -> UnavailableError:
    return UnavailableError(
        f"The database engine on {folder.root} {what}. Its log ends with:\n{folder.log_tail()}\n"
        f"Look at {folder.log}; check that the disk is not full, then try again."
    )
