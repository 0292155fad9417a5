"""No restore that is killed, at whatever moment, loses a graph."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.database import Settings, connect
from cypher.engine.client import stop
from cypher.engine.folder import DATABASE, EngineFolder
from cypher.engine.interrupted import clear, settle
from cypher.engine.processes import Server
from cypher.errors import DatabaseError
from tests.cypher.backups import actors, copied, saved_and_present, state
from tests.services import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def saved_and_home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A backup, and a data folder with another graph."""
    return saved_and_present(tmp_path_factory.mktemp("graphs"))


@pytest.fixture
def saved(saved_and_home: tuple[Path, Path]) -> Path:
    """The backup."""
    return saved_and_home[0]


@pytest.fixture
def home(saved_and_home: tuple[Path, Path], tmp_path: Path) -> Iterator[Path]:
    """A data folder of its own for a test."""
    yield copied(saved_and_home[1], tmp_path / "home")
    stop(tmp_path / "home")


KILLED = """
import os, signal, sys
from pathlib import Path
import konstelasi

home, moment, source = sys.argv[1:]
live, note = f"{home}/databases/konstelasi", f"{home}/run/restore.json"
moments = {
    "unpacking": lambda event, given: event == "open" and "konstelasi/dictionary" in str(given[0]),
    "trying it out": lambda event, given: event == "socket.connect",
    "before": lambda event, given: event == "os.rename" and str(given[0]) == live,
    "between": lambda event, given: event == "os.rename" and str(given[1]) == live,
    "after": lambda event, given: event == "os.remove" and str(given[0]) == note,
}

def die(event, given):
    if moments[moment](event, given):
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(die)
"""
RESTORE = KILLED + "konstelasi.main(['db', 'restore', source])"
SWAP = (
    KILLED
    + """
from cypher.engine.folder import EngineFolder
from cypher.engine.interrupted import swap
swap(EngineFolder(Path(home)), Path(source))
"""
)


def killed(code: str, home: Path, moment: str, source: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", code, str(home), moment, str(source)],
        env={**os.environ, "KONSTELASI_HOME": str(home)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr


@pytest.mark.parametrize("moment", ["unpacking", "between"])
def test_a_restore_that_is_killed_leaves_the_former_graph(home: Path, saved: Path, moment: str) -> None:
    before = state(home)
    killed(RESTORE, home, moment, saved)
    assert state(home) != before
    with (folder := EngineFolder(home)).locked():
        settle(folder)
        clear(folder)
    assert state(home) == before


def test_who_starts_the_engine_finds_the_former_graph_and_ends_the_engine_of_a_killed_restore(
    home: Path, saved: Path
) -> None:
    killed(RESTORE, home, "trying it out", saved)
    (trial,) = home.glob("restoring-*")
    server = Server.read(EngineFolder(trial))
    assert server is not None
    assert actors(home) == ["present"]
    assert not [*home.glob("restoring-*"), *home.glob("replaced-*")]
    assert not [process for process in (server.java, server.supervisor) if process.alive()]


@pytest.mark.parametrize(
    ("moment", "left"), [("before", "former"), ("between", "former"), ("after", "arriving")]
)
@pytest.mark.parametrize("populated", [True, False])
def test_a_change_that_is_killed_is_finished(tmp_path: Path, moment: str, left: str, populated: bool) -> None:
    folder = EngineFolder(tmp_path / "home")
    folder.prepare()
    folder.databases.mkdir()
    (arriving := tmp_path / "data").mkdir()
    (arriving / "arriving").touch()
    if populated:
        (folder.databases / DATABASE).mkdir()
        (folder.databases / DATABASE / "former").touch()
    elif moment == "before":
        moment = "between"
    killed(SWAP, folder.root, moment, arriving)
    settle(folder)
    found = [path.name for path in (folder.databases / DATABASE).glob("*")]
    assert found == ([left] if populated or left == "arriving" else [])
    assert not (folder.run / "restore.json").exists()
    settle(folder)


def test_a_graph_that_was_put_aside_is_named_before_the_engine_starts_empty(home: Path) -> None:
    """As an older version left it, which kept no note."""
    aside = home / "replaced-20261122T060000000000"
    (home / "databases" / DATABASE).rename(aside)
    with pytest.raises(DatabaseError, match=str(aside)), connect(Settings(home)):
        pass
    assert not (home / "databases" / DATABASE).exists()
    aside.rename(home / "databases" / DATABASE)
    assert actors(home) == ["present"]
