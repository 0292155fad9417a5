"""Joining and leaving the engine on a folder; whoever comes first starts it."""

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

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from cypher.bolt.settings import Role
from cypher.catalog.catalog import statement
from cypher.engine.folder import DATABASE, EngineFolder, write_record
from cypher.engine.interrupted import clear, settle
from cypher.engine.java import runtime
from cypher.engine.processes import Identity, Server, live_leases, stop_process
from cypher.engine.users import NAMES, passwords
from cypher.errors import UnavailableError

START_SECONDS = 90.0
"""How long an engine may take from its start to its first answer: recovery of a large graph included."""

_POLL = 0.05
_STOPPING_SECONDS = 5.0  # an engine that stops or has just started knows nobody for a moment
if sys.platform == "win32":
    _DETACHED = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _DETACHED = 0  # a session of its own does it there


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a role reaches the engine, and with which generated password."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str = DATABASE


@dataclass(frozen=True, slots=True)
class Status:
    """What is known of the engine on a folder; `None` where nothing runs."""

    home: Path
    running: bool
    port: int | None = None
    pid: int | None = None
    memory_mb: int | None = None
    connections: int = 0


@contextmanager
def leased(home: Path) -> Iterator[EngineFolder]:
    """Keep the engine on `home` running for as long as the block lasts, starting it when needed.

    Raises `DatabaseError` when the folder is not writable, no engine is installed for the platform, or
    the engine does not come up (with what it said last).
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
    """The engine that serves `folder`, answering queries; started, adopted or waited for as needed."""
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
    """Where `role` reaches `server`, which serves `folder`."""
    return Endpoint(f"bolt://127.0.0.1:{server.port}", NAMES[role], passwords(folder)[role])


def stop(home: Path) -> bool:
    """Stop the engine on `home`, whoever uses it; whether one was running."""
    folder = EngineFolder(home)
    if not folder.run.is_dir():
        return False
    with folder.locked():
        return stop_locked(folder)


def stop_locked(folder: EngineFolder) -> bool:
    """As `stop`, for a caller that holds the folder's lock."""
    server = Server.read(folder)
    if server is None:
        return False
    was_running = server.java.alive()
    stop_process(server.supervisor)  # it ends the engine that it watches
    last = Server.read(folder) or server  # the supervisor may have started another engine meanwhile
    stop_process(last.java)  # an orphan has nobody else to end it
    folder.server.unlink(missing_ok=True)
    return was_running


def status(home: Path) -> Status:
    """What runs on `home`, without starting anything."""
    folder = EngineFolder(home)
    server = Server.read(folder)
    process = server.java.process() if server else None
    if server is None or process is None:
        return Status(home, running=False)
    memory = process.memory_info().rss // 2**20
    return Status(home, True, server.port, server.java.pid, memory, len(live_leases(folder)))


def _supervised(folder: EngineFolder) -> Server:
    """Start a supervisor and wait until it has started or adopted the engine."""
    runtime()
    supervisor = _spawn(folder)
    Thread(target=supervisor.wait, daemon=True).start()  # takes its exit code: no zombie is left
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
    """Wait until a real query is answered (the port opens up to a second earlier); `None` if it ended."""
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
        f"The database engine on {folder.root} {what}. It said:\n{folder.log_tail()}\n"
        f"Look at {folder.log}; check that the disk is not full, then try again."
    )
