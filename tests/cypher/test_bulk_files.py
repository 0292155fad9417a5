"""An empty graph of the embedded engine is filled from files; what is there stays when that fails."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.bulk.embedded import fill
from cypher.bulk.files import ClosedFiles, End, GraphFiles, Kind, number_of
from cypher.database import Database, Role, Settings, connect
from cypher.engine.client import status, stop
from cypher.engine.folder import DATABASE, EngineFolder
from cypher.errors import DatabaseError, UsageError

TRICKY = {
    "text": "Åh, \"nein\"\n\t'x' ☃ \U0001f600",
    "empty": "",
    "whole": 7,
    "large": 2**40,
    "broken": 1.0,
    "small": -0.25,
    "yes": True,
    "no": False,
    "nothing": [],
    "texts": ["", "a,b;c", '"'],
    "numbers": [1, 2],
    "halves": [0.5, 1.0],
}


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "home"
    stop(tmp_path / "home")


def little(files: GraphFiles) -> None:
    """Two actors, an event between them, and an alias with a key of its own."""
    one = files.node("Actor", {"id": "a", "name": "A", "missing": None, **TRICKY})
    two = files.node("Actor", {"id": "b", "name": "B"})
    event = files.node("Event", {"id": "e", "lenses": ["all"]})
    alias = files.node("Alias", {"key": "a", "text": "A"}, key="key")
    files.relationship("ACTS_IN", one, event, {"id": "1", "acts_for": "a"})
    files.relationship("ACTS_IN", two, event, {"id": "2", "acts_for": ""})
    files.relationship("ADDRESSES", event, End("Actor", number_of("b")), {"id": "3", "acts_for": None})
    files.relationship("NAMES", alias, one, {"id": "n"})
    files.relationship("FORMS", event, one)
    files.relationship("FORMS", event, one)


def nothing_more(_: Database) -> None:
    """Do nothing at the end."""


def rows(home: Path, text: str) -> list[tuple[object, ...]]:
    with connect(Settings(home)) as database:
        return list(database.read_text(text).rows)


def test_the_numbers_of_nodes_are_those_of_their_ids(tmp_path: Path) -> None:
    with GraphFiles(tmp_path / "files") as files:
        assert files.node("Actor", {"id": "x"}) == files.node("Event", {"id": "x"})._replace(label="Actor")
        files.relationship("ACTS_IN", End("Actor", 1), End("Event", 2))
    assert number_of("x") != number_of("y")
    assert 0 <= number_of("x") < 2**60
    closed = ClosedFiles.in_folder(tmp_path / "files")
    assert closed.nodes == {"Actor": 1, "Event": 1}
    assert closed.relationships == {Kind("ACTS_IN", "Actor", "Event"): 1}
    assert list(closed.lines("Actor", 5)) == [['{"id":"x"}\n']]


def test_lines_come_in_pieces_and_none_is_lost(tmp_path: Path) -> None:
    with GraphFiles(tmp_path / "files") as files:
        for number in range(7):
            files.node("Actor", {"id": str(number)})
        files.amend("Actor", ({"more": number} for number in range(7)))
        files.node("Actor", {"id": "7"})
    pieces = list(ClosedFiles.in_folder(tmp_path / "files").lines("Actor", 3))
    assert [len(piece) for piece in pieces] == [3, 3, 2]
    rows = [json.loads(line) for piece in pieces for line in piece]
    assert rows == [*({"id": str(number), "more": number} for number in range(7)), {"id": "7"}]


def test_what_json_cannot_say_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="JSON"), GraphFiles(tmp_path / "files") as files:
        files.node("Actor", {"id": "x", "number": float("nan")})


@pytest.mark.slow
def test_a_graph_from_files_has_all_values_and_constraints(home: Path) -> None:
    fill(home, little, nothing_more)
    ((found,),) = rows(home, "MATCH (a:Actor {id: 'a'}) RETURN properties(a)")
    assert found == {"id": "a", "name": "A", **TRICKY}
    assert rows(home, "MATCH (a:Actor {id: 'a'})-[:ACTS_IN]->(e:Event) RETURN e.id, e.lenses") == [
        ("e", ["all"])
    ]
    linked = rows(home, "MATCH (x)-[r]->(y) RETURN type(r), x.id, y.id, properties(r) ORDER BY type(r), r.id")
    assert linked == [
        ("ACTS_IN", "a", "e", {"id": "1", "acts_for": "a"}),
        ("ACTS_IN", "b", "e", {"id": "2", "acts_for": ""}),
        ("ADDRESSES", "e", "b", {"id": "3"}),
        ("FORMS", "e", "a", {}),
        ("FORMS", "e", "a", {}),
        ("NAMES", None, "a", {"id": "n"}),
    ]
    with connect(Settings(home), Role.ANALYST) as database:
        assert database.missing_schema() == []
    assert not list(home.glob("importing-*")) + list(home.glob("replaced-*"))


@pytest.mark.slow
def test_a_graph_that_is_not_empty_is_refused_and_kept(home: Path) -> None:
    with connect(Settings(home), Role.ANALYST) as database:
        database.write("check/leave_mark", mark="nothing was loaded")
    fill(home, little, nothing_more)
    with pytest.raises(UsageError, match="not empty: it has 2 nodes of Actor"):
        fill(home, lambda files: pytest.fail("it was asked"), nothing_more)
    assert rows(home, "MATCH (n:Event) RETURN n.id") == [("e",)]


@pytest.mark.slow
def test_a_graph_that_was_filled_meanwhile_is_kept(home: Path) -> None:
    def finish(_: Database) -> None:
        with connect(Settings(home), Role.ANALYST) as other:
            other.write(
                "load/merge_countries",
                rows=[
                    {"id": "IDN", "name": "Indonesia", "names": [], "people": "x", "bloc": None, "blocs": []}
                ],
            )

    with pytest.raises(UsageError, match="1 nodes of Country"):
        fill(home, little, finish)
    assert rows(home, "MATCH (n) WHERE n.id IS NOT NULL AND NOT n:Mark RETURN n.id") == [("IDN",)]
    assert not list(home.glob("importing-*"))


@pytest.mark.slow
@pytest.mark.parametrize("where", ["write", "finish", "import"])
def test_what_fails_leaves_nothing(home: Path, where: str) -> None:
    def write(files: GraphFiles) -> None:
        little(files)
        if where == "write":
            raise RuntimeError("no more")
        if where == "import":
            files.relationship("FORMS", End("Event", 12345), End("Actor", number_of("a")))

    def finish(_: Database) -> None:
        if where == "finish":
            raise RuntimeError("no more")

    expected = DatabaseError if where == "import" else RuntimeError
    with pytest.raises(
        expected, match="names a node of Event that is not" if where == "import" else "no more"
    ):
        fill(home, write, finish)
    assert not list(home.glob("importing-*"))
    assert not (home / "databases" / DATABASE).exists()
    assert not status(home).running


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_the_engine_s_own_process_ends_with_the_load(tmp_path: Path) -> None:
    fifo = tmp_path / "files"
    words = [sys.executable, "-m", "cypher.bulk.child", str(fifo), str(tmp_path / "database"), "256"]
    fifo.mkdir()
    os.mkfifo(fifo / "files.json")
    root = Path(__file__).parents[2]
    with subprocess.Popen(words, stdin=subprocess.PIPE, cwd=root) as child:
        assert child.stdin is not None
        child.stdin.close()
        assert child.wait(60) == 1


KILLED = """
    import sys, time
    from pathlib import Path
    from cypher.bulk.embedded import fill
    from tests.cypher.test_bulk_files import little, nothing_more
    def write(files):
        little(files)
        print("writing", flush=True)
        time.sleep(60)
    fill(Path(sys.argv[1]), write, nothing_more)
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_what_a_killed_load_left_is_removed_by_the_next_start(home: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(KILLED), str(home)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as load:
        assert load.stdout is not None
        assert load.stdout.readline() == b"writing\n"
        (left,) = home.glob("importing-*")
        with connect(Settings(home), Role.ANALYST):
            assert left.exists(), "its load is still running"
        stop(home)
        os.kill(load.pid, signal.SIGKILL)
        load.wait()
    time.sleep(0.1)
    assert left.exists()
    with connect(Settings(home), Role.ANALYST) as database:
        assert not left.exists()
        assert database.read("explore/counts").records()[0]["actors"] == 0
    assert EngineFolder(home).databases.exists()
