"""``konstelasi db`` by hand: what a person types, reads, and gets as exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from itertools import count, islice
from pathlib import Path

import psutil
import pytest

from cypher.backups.backup import back_up
from cypher.database import Role, Settings, connect
from cypher.engine.client import status, stop
from cypher.engine.folder import EngineFolder
from cypher.engine.processes import Server
from cypher.errors import DatabaseError
from tests.conftest import Run, empty
from tests.services import ROOT, administration, neo4j_line

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder for the commands of this file, with a graph of one node."""
    folder = tmp_path_factory.mktemp("commands")
    add_actor(folder, "first")
    yield folder
    stop(folder)


@pytest.fixture
def run(command: Run) -> Run:
    """Run ``konstelasi db`` with the words given, on the embedded engine in `home`."""
    return partial(command, "db")


def add_actor(home: Path, name: str) -> None:
    with administration(Settings(home)) as connection:
        connection.run("add", "MERGE (:Actor {id: $id})", {"id": name}, write=True)


def other_process(home: Path, code: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Another Python that works on the same data folder."""
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        env={**os.environ, "KONSTELASI_HOME": str(home)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def actors(home: Path) -> list[str]:
    with administration(Settings(home)) as connection:
        return [row[0] for row in connection.run("ids", "MATCH (a:Actor) RETURN a.id ORDER BY a.id", {}).rows]


def test_start_status_and_stop_tell_the_same_story(run: Run, home: Path) -> None:
    started = run("start", "--json").answer()
    assert started["pid"] == status(home).pid
    state = run("status", "--json").answer()
    assert (state["running"], state["port"], state["pid"]) == (True, started["port"], started["pid"])
    assert f"process {started['pid']}" in run("status").out
    stopped = run("stop")
    assert (stopped.code, stopped.out) == (0, "")
    assert "has stopped" in stopped.err
    assert run("status", "--json").answer()["running"] is False
    assert run("stop", "--json").answer()["stopped"] is False


def test_a_check_counts_and_leaves_nothing_behind(run: Run, home: Path) -> None:
    count = len(actors(home))
    assert count
    checked = run("check", "--json")
    assert checked.code == 0
    answer = checked.answer()
    assert answer["nodes"] == {"Actor": count}
    assert answer["writable"] is True
    assert set(answer["missing"]) == set(answer["repaired"])
    text = run("check").out
    assert f"{count}  Actor" in text
    assert f"{answer['schema']} of {answer['schema']} constraints" in text


def test_a_check_creates_a_missing_index_and_says_so(run: Run, home: Path) -> None:
    run("start")
    with administration(Settings(home)) as connection:
        connection.run("drop", "DROP INDEX event_date", {}, write=True)
    assert "Created now: schema/index_event_date" in run("check").out
    assert "Created now" not in run("check").out


def test_a_backup_brings_back_what_was_there(run: Run, home: Path, tmp_path: Path) -> None:
    kept = actors(home)
    file = tmp_path / "graph.zip"
    assert run("backup", str(file)).code == 0
    assert file.stat().st_mode & 0o077 == 0
    add_actor(home, "after")
    assert "after" in actors(home)
    run("stop")
    restored = run("restore", str(file), "--json")
    assert restored.code == 0
    assert Path(restored.answer()["former"]).is_dir()
    assert actors(home) == kept


def test_a_backup_restores_into_an_empty_folder(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = actors(home)
    file = tmp_path / "graph.zip"
    run("backup", str(file))
    other = tmp_path / "other"
    monkeypatch.setenv("KONSTELASI_HOME", str(other))
    try:
        assert run("restore", str(file), "--json").answer()["former"] is None
        assert actors(other) == kept
    finally:
        stop(other)


def test_a_backup_says_what_it_is_and_holds_no_password(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "graph.zip"
    answer = run("backup", str(file), "--json").answer()
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        about = json.loads(archive.read("backup.json"))
        for name, packed in about["files"].items():
            content = archive.read(name)
            assert (len(content), sha256(content).hexdigest()) == (packed["size"], packed["sha256"])
    assert sorted(names) == sorted(["backup.json", *about["files"]])
    assert (answer["format"], answer["files"], answer["size"]) == (2, len(names) - 1, about["size"])
    assert about["size"] == sum(packed["size"] for packed in about["files"].values()) > 0
    assert not [name for name in names if "password" in name or "users" in name]


def test_a_backup_never_replaces_a_file(run: Run, tmp_path: Path) -> None:
    precious = tmp_path / "precious.zip"
    precious.write_text("mine")
    refused = run("backup", str(precious))
    assert refused.code == 2
    assert "never replaces" in refused.err
    assert precious.read_text() == "mine"


def test_a_backup_that_cannot_be_written_leaves_nothing(run: Run, tmp_path: Path) -> None:
    refused = run("backup", str(tmp_path / "nowhere" / "graph.zip"))
    assert refused.code == 1
    assert "cannot be written" in refused.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_backup_for_which_there_is_no_space_leaves_nothing(home: Path, tmp_path: Path) -> None:
    """The largest file that the process may write is shorter than the backup, as on a full disk."""
    with administration(Settings(home)) as connection:
        random = os.urandom(2**18).hex()
        connection.run(
            "fill", "MERGE (a:Actor {id: 'long'}) SET a.name = $name", {"name": random}, write=True
        )
    limited = (
        "import resource, signal, sys, konstelasi\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2**16, 2**16))\n"
        "konstelasi.main(['db', 'backup', sys.argv[1]])"
    )
    ended = other_process(home, limited, str(tmp_path / "graph.zip"))
    assert ended.returncode == 1
    assert "cannot be written (File too large)" in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_backup_that_is_killed_leaves_nothing(home: Path, tmp_path: Path) -> None:
    if not hasattr(os, "O_TMPFILE"):
        pytest.skip("files without a name are a matter of Linux")
    killed = (
        "import os, signal, sys, konstelasi\n"
        "def die(event, given):\n"
        "    if event == 'os.link': os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.addaudithook(die)\n"
        "konstelasi.main(['db', 'backup', sys.argv[1]])"
    )
    ended = other_process(home, killed, str(tmp_path / "graph.zip"))
    assert ended.returncode == -signal.SIGKILL
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_started_the_engine_holds_up_neither_backup_nor_stop(
    run: Run, home: Path, tmp_path: Path
) -> None:
    """Its supervisor, which ends meanwhile, must not be waited for as if it lived."""
    run("stop")
    with connect(Settings(home)) as database:
        server = Server.read(EngineFolder(home))
        assert server is not None
        assert psutil.Process(server.supervisor.pid).ppid() == os.getpid()
        began = time.monotonic()
        ended = other_process(
            home, "import konstelasi, sys; konstelasi.main(sys.argv[1:])", "db", "backup", str(tmp_path / "a")
        )
        assert (ended.returncode, time.monotonic() - began < 50) == (0, True), ended.stderr
        assert not psutil.pid_exists(server.supervisor.pid)
        assert database.read("check/answer").rows == ((1,),)


def test_writers_wait_while_the_engine_is_copied(home: Path, tmp_path: Path) -> None:
    """They fail neither in the middle nor when they come new; what they were told is written, is."""
    done, written, failed = threading.Event(), list[str](), list[str]()

    def write(writer: int) -> None:
        numbers = count()
        while not done.is_set():
            with connect(Settings(home), Role.ANALYST) as database:
                for number in islice(numbers, 5):
                    mark = f"{writer}-{number}"
                    try:
                        database.write("check/leave_mark", mark=mark)
                        written.append(mark)
                    except DatabaseError as error:
                        failed.append(str(error))

    with ThreadPoolExecutor() as pool:
        writers = [pool.submit(write, number) for number in range(3)]
        try:
            for number in range(3):
                before = len(written)
                while len(written) < before + 10 and not any(writer.done() for writer in writers):
                    time.sleep(0.05)
                back_up(home, tmp_path / f"{number}.zip")
        finally:
            done.set()
        for writer in writers:
            writer.result()
    assert not [text for text in failed if "broke during the commit" not in text]
    with administration(Settings(home)) as connection:
        marks = {row[0] for row in connection.run("marks", "MATCH (m:Mark) RETURN m.id", {}).rows}
    assert set(written) <= marks


def test_nothing_is_restored_under_a_running_engine(run: Run, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "graph.zip"
    run("backup", str(file))
    run("start")
    kept = actors(home)
    refused = run("restore", str(file))
    assert refused.code == 2
    assert "konstelasi db stop" in refused.err
    assert actors(home) == kept


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (["start"], "its own tools"),
        (["stop"], "its own tools"),
    ],
)
def test_a_server_of_others_is_left_to_its_own_tools(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str], advice: str
) -> None:
    monkeypatch.setenv("KONSTELASI_URI", "neo4j://graph.example.org")
    refused = run(*words)
    assert refused.code == 2
    assert advice in refused.err


@pytest.mark.neo4j
def test_a_server_is_checked_like_the_embedded_engine(
    run: Run, neo4j: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty(neo4j)
    for name in ("uri", "user", "password"):
        monkeypatch.setenv(f"KONSTELASI_{name.upper()}", getattr(neo4j, name))
    told = run("status", "--json").answer()
    assert told["running"] is True
    assert told["product"].startswith("Neo4j 5.26." if neo4j_line() == "lts" else "Neo4j 202")
    assert f"{told['product']} answers at {neo4j.uri}" in run("status").out
    checked = run("check", "--json")
    assert checked.code == 0
    assert checked.answer()["writable"] is True
    monkeypatch.setenv("KONSTELASI_PASSWORD", "wrong-s3cret")
    refused = run("check")
    assert refused.code == 1
    assert "KONSTELASI_PASSWORD" in refused.err
    assert "s3cret" not in refused.err
