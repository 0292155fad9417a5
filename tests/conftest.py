"""The databases that tests run on, each started once and shared; the command line in this process."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import konstelasi
from cypher.bolt import connection
from cypher.database import Database, Role, Settings, connect
from cypher.engine.client import stop
from cypher.engine.heap import HEAP_VARIABLE
from tests.declared import comparing_with_header
from tests.scheduling import ServersTogether
from tests.services import administration, neo4j_server, require

__all__ = ["require"]

ENGINES = [pytest.param("embedded"), pytest.param("neo4j", marks=pytest.mark.neo4j)]
TESTS = Path(__file__).parent
EMPTY = (TESTS / "empty_the_graph.cypher").read_text(encoding="utf-8")
JAVA = "-XX:TieredStopAtLevel=1"
"""How the engines of tests compile their code: soon rather than well, as none lives longer than a run."""

Run = Callable[..., "Outcome"]


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ServersTogether:
    """Use `ServersTogether` when the tests run in several processes."""
    return ServersTogether(config, log)


@pytest.fixture(scope="session", autouse=True)
def java() -> None:
    """Each engine that is started, by whatever process, is started for tests, and leaves memory to others."""
    os.environ.setdefault("JAVA_TOOL_OPTIONS", JAVA)
    os.environ.setdefault(HEAP_VARIABLE, "512")


@pytest.fixture(scope="session", autouse=True)
def nothing_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let a test fail that opens the graph of whoever runs it: the folder of that graph cannot be made."""
    in_the_way = tmp_path_factory.mktemp("user") / "a file"
    in_the_way.touch()
    os.environ["KONSTELASI_HOME"] = str(in_the_way / "konstelasi")


@pytest.fixture(scope="session", autouse=True)
def as_declared() -> Iterator[None]:
    """Compare what each statement of the catalogue returns, in any test, with what its header declares."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "_answer", comparing_with_header(connection._answer))
        yield


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of an embedded engine on a folder of its own, stopped at the end."""
    home = tmp_path_factory.mktemp("embedded")
    yield Settings(home=home)
    stop(home)


@pytest.fixture(scope="session")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of a real Neo4j server."""
    home = tmp_path_factory.mktemp("neo4j")
    with neo4j_server(home) as server:
        yield Settings(home=home, uri=server["uri"], user=server["user"], password=server["password"])


@pytest.fixture(params=ENGINES)
def engine_settings(request: pytest.FixtureRequest) -> Settings:
    """Settings of each database in turn, emptied."""
    settings: Settings = request.getfixturevalue(request.param)
    empty(settings)
    return settings


@pytest.fixture(scope="module", params=ENGINES)
def emptied(request: pytest.FixtureRequest) -> Settings:
    """Settings of each database in turn, emptied once for all tests of a file."""
    settings: Settings = request.getfixturevalue(request.param)
    empty(settings)
    return settings


@pytest.fixture
def database(engine_settings: Settings) -> Iterator[Database]:
    """Each database in turn, emptied and open for an analyst, with its constraints and indexes."""
    with connect(engine_settings, Role.ANALYST) as database:
        yield database


def empty(settings: Settings, statement: str = EMPTY) -> None:
    """Delete every node, or those that `statement` deletes; constraints and indexes stay."""
    with administration(settings) as owner:
        owner.run("emptying", statement, {}, write=True)


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str

    def answer(self) -> dict[str, Any]:
        """The JSON object that it printed."""
        answer: dict[str, Any] = json.loads(self.out)
        return answer


@pytest.fixture
def command(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``konstelasi`` with the words given, in this process, on the `home` that the test's file names."""
    for name in ("URI", "USER", "PASSWORD", "DATABASE", "READER_USER", "READER_PASSWORD"):
        monkeypatch.delenv(f"KONSTELASI_{name}", raising=False)
    monkeypatch.setenv("KONSTELASI_HOME", str(home))
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: str) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            konstelasi.main(list(words))
        code = ended.value.code
        captured = capsys.readouterr()
        return Outcome(code if isinstance(code, int) else 0, captured.out, captured.err)

    return run
