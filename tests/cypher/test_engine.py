"""The embedded engine is shared by processes, survives their deaths and its own, and keeps its secrets."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from neo4j.exceptions import Neo4jError

from cypher.bolt.driver_errors import Place, explained, may_be_stopping
from cypher.database import Role, Settings, connect
from cypher.engine.client import leased, status, stop
from cypher.engine.folder import EngineFolder, write_record
from cypher.engine.java import free_port
from cypher.engine.processes import Identity, Server, live_leases
from cypher.engine.users import passwords
from cypher.errors import DatabaseError, UnavailableError
from tests.services import ROOT, administration
from tests.waiting import eventually

pytestmark = pytest.mark.slow

JOIN = """
import sys
from pathlib import Path
from cypher.engine.client import leased
from cypher.engine.processes import Server

with leased(Path(sys.argv[1])) as folder:
    print(Server.read(folder).java.pid, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder with an awkward name, for an engine that tests may kill."""
    folder = tmp_path_factory.mktemp("engine") / "data geopolitik “ü”"
    yield folder
    stop(folder)


@pytest.fixture
def folder(home: Path) -> Iterator[EngineFolder]:
    """The folder, with its engine running."""
    with leased(home) as folder:
        yield folder


def running(folder: EngineFolder) -> Server:
    server = Server.read(folder)
    assert server is not None
    assert server.java.alive()
    return server


def kill(pid: int) -> None:
    killed = Identity.of(pid)
    psutil.Process(pid).kill()
    eventually(lambda: not killed.alive())


def progress(acknowledged: list[int]) -> Callable[[], bool]:
    """Whether five more batches have been acknowledged than now."""
    wanted = len(acknowledged) + 5
    return lambda: len(acknowledged) >= wanted


def joined(home: Path) -> subprocess.Popen[str]:
    """Another process that uses the engine until its standard input is closed."""
    return subprocess.Popen(
        [sys.executable, "-c", JOIN, str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def announced_pid(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    return int(process.stdout.readline())


def test_two_processes_that_come_at_once_share_one_engine(tmp_path: Path) -> None:
    with joined(tmp_path) as first, joined(tmp_path) as second:
        try:
            assert announced_pid(first) == announced_pid(second) == running(EngineFolder(tmp_path)).java.pid
            assert status(tmp_path).connections == 2
        finally:
            first.communicate()
            second.communicate()
    assert status(tmp_path).connections == 0
    assert stop(tmp_path)
    assert not status(tmp_path).running


def test_a_process_that_was_killed_holds_no_lease(folder: EngineFolder, home: Path) -> None:
    before = len(live_leases(folder))
    with joined(home) as process:
        announced_pid(process)
        assert len(live_leases(folder)) == before + 1
        process.kill()
        process.communicate()
    assert len(live_leases(folder)) == before


def test_an_engine_whose_supervisor_was_killed_is_adopted(folder: EngineFolder, home: Path) -> None:
    orphan = running(folder)
    kill(orphan.supervisor.pid)
    with connect(Settings(home)) as database:
        assert database.read("check/answer").rows == ((1,),)
    adopted = running(folder)
    assert adopted.java == orphan.java
    assert adopted.supervisor != orphan.supervisor
    assert adopted.supervisor.alive()


def test_an_orphan_can_be_stopped(home: Path) -> None:
    with leased(home) as folder:
        orphan = running(folder)
    kill(orphan.supervisor.pid)
    assert stop(home)
    assert not orphan.java.alive()


def test_an_open_connection_survives_the_death_of_engine_and_supervisor(home: Path) -> None:
    with connect(Settings(home), Role.ANALYST) as database:
        server = running(EngineFolder(home))
        kill(server.supervisor.pid)
        kill(server.java.pid)
        assert database.read("check/answer").rows == ((1,),)
        assert running(EngineFolder(home)).java != server.java


def test_killing_the_engine_during_writes_loses_no_acknowledged_batch(home: Path) -> None:
    acknowledged: list[int] = []
    done = threading.Event()
    text = "UNWIND range(1, 20) AS part CREATE (:Actor {id: $batch + '-' + toString(part), batch: $batch})"

    def write_batches() -> None:
        number = 0
        while not done.is_set():
            number += 1
            try:
                connection.run("a batch", text, {"batch": str(number)}, write=True)
            except UnavailableError:
                continue  # the connection broke during the commit: not acknowledged
            acknowledged.append(number)

    with administration(Settings(home)) as connection:
        writer = threading.Thread(target=write_batches)
        writer.start()
        try:
            for _ in range(2):
                eventually(progress(acknowledged))
                kill(running(EngineFolder(home)).java.pid)
            eventually(progress(acknowledged))
        finally:
            done.set()
            writer.join()
        count = "MATCH (a:Actor) WHERE a.batch IS NOT NULL RETURN a.batch AS batch, count(a) AS parts"
        found = dict(connection.run("count", count, {}).rows)
    assert set(map(str, acknowledged)) <= set(found)
    assert set(found.values()) == {20}, "no batch is there in part"


def test_an_engine_that_nobody_uses_stops_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KONSTELASI_IDLE_SECONDS", "0.5")
    with leased(tmp_path) as folder:
        server = running(folder)
        time.sleep(2)
        assert server.java.alive(), "it is in use"
    eventually(lambda: not server.java.alive())
    eventually(lambda: not server.supervisor.alive())
    assert not status(tmp_path).running


def test_secrets_are_readable_by_their_owner_alone(folder: EngineFolder) -> None:
    private = [folder.passwords, folder.run / "java.args", *(folder.root / "config").glob("server-*")]
    assert len(private) == 4
    if os.name != "nt":
        assert {path.stat().st_mode & 0o077 for path in [folder.root, *private]} == {0}


def test_no_password_is_on_a_command_line_or_in_a_log(folder: EngineFolder) -> None:
    server = running(folder)
    secrets = set(passwords(folder).values())
    assert len(secrets) == 3
    for process in (server.java.process(), server.supervisor.process()):
        assert process is not None
        assert not [word for word in process.cmdline() for secret in secrets if secret in word]
    logs = "".join(path.read_text(errors="replace") for path in folder.log.parent.glob("*.log"))
    assert logs
    assert not [secret for secret in secrets if secret in logs]


def test_the_engine_listens_on_loopback_only(folder: EngineFolder) -> None:
    process = running(folder).java.process()
    assert process is not None
    addresses = {c.laddr.ip for c in process.net_connections("inet") if c.status == psutil.CONN_LISTEN}
    assert addresses
    assert addresses <= {"127.0.0.1", "::1", "::ffff:127.0.0.1"}


def test_a_reader_of_the_engine_cannot_become_an_analyst(folder: EngineFolder, home: Path) -> None:
    known = passwords(folder)
    uri = f"bolt://127.0.0.1:{running(folder).port}"
    settings = Settings(home, uri, "analyst", known[Role.READER], "konstelasi")
    with pytest.raises(UnavailableError, match="refused the user 'analyst'"), connect(settings):
        pass
    with connect(replace(settings, password=known[Role.ANALYST])) as database:
        assert database.read("check/answer").rows == ((1,),)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("Neo.ClientError.Security.Unauthorized", "Authentication failed"),
        ("Neo.ClientError.Security.Forbidden", "Access to database 'konstelasi' is not allowed"),
        ("Neo.ClientError.Database.DatabaseNotFound", "no database"),
        ("Neo.ClientError.Request.Invalid", "BEGIN not expected in state: AUTHENTICATION"),
        ("Neo.DatabaseError.General.UnknownError", "konstelasi"),
    ],
)
def test_an_engine_that_is_being_stopped_blames_nobody(tmp_path: Path, code: str, message: str) -> None:
    """What it says then, as it was seen: no password and no setting is wrong."""
    error = Neo4jError._hydrate_neo4j(code=code, message=message)
    ours = Place("bolt://127.0.0.1:1", "analyst", "konstelasi", tmp_path)
    assert may_be_stopping(error)
    said = str(explained(error, "load/claims", ours))
    assert f"The engine on {tmp_path} was being stopped or started, so load/claims did not run" in said
    assert "KONSTELASI_" not in said
    assert "being stopped" not in str(explained(error, "load/claims", replace(ours, home=None)))


def test_a_home_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    home = tmp_path / "file" / "home"
    with pytest.raises(DatabaseError, match="KONSTELASI_HOME") as error, leased(home):
        pass
    assert str(home) in str(error.value)


def test_a_platform_without_the_engine_is_told_of_neo4j(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site" / "arcadedb_embedded"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(package.parent)
    with pytest.raises(DatabaseError, match="KONSTELASI_URI"), leased(tmp_path / "home"):
        pass


def test_an_engine_that_cannot_start_shows_the_end_of_its_log(tmp_path: Path) -> None:
    folder = EngineFolder(tmp_path)
    folder.prepare()
    folder.databases.write_text("a file where the engine wants a folder")
    with pytest.raises(UnavailableError, match="Its log ends with:") as error, leased(tmp_path):
        pass
    assert str(folder.log) in str(error.value)
    assert not status(tmp_path).running


def test_a_record_of_a_process_id_that_was_given_to_somebody_else_is_not_believed(tmp_path: Path) -> None:
    folder = EngineFolder(tmp_path)
    folder.prepare()
    mine = {"pid": os.getpid(), "born": psutil.Process().create_time() - 1000}
    write_record(folder.server, {"java": mine, "supervisor": mine, "port": free_port()})
    assert not status(tmp_path).running
    assert not stop(tmp_path)
    assert psutil.Process().is_running()
