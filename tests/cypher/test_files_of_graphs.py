"""The backup of a server's graph: complete or not there, refused if it was touched, restored as it was."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import cypher.copies.keeping
import cypher.copies.pages
from cypher.copies.content import content_of
from cypher.copies.filling import fill
from cypher.copies.graph_file import pages_of, verified, write
from cypher.copies.keeping import bring_back, keep
from cypher.copies.pages import pages
from cypher.database import Database, Role, Settings, connect
from cypher.engine.client import stop
from cypher.errors import DatabaseError, UnfinishedGraphError, UsageError
from cypher.judging.annotations import annotate
from cypher.model.graph import Judgement
from cypher.model.release import GRAPH_RELEASE
from ingest.loading.load import load
from tests.conftest import Run, empty
from tests.graphs import CLAIMS, EXTRACTIONS
from tests.services import ROOT
from tests.whole import everything

pytestmark = [pytest.mark.slow]
Lines = list[Any]


@pytest.fixture
def server(neo4j: Settings) -> Settings:
    """The story with a verdict, on a server."""
    empty(neo4j)
    with connect(neo4j, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
        annotate(
            database, CLAIMS["truce"].id, Judgement.VERIFIED, author="ana", note="\u201cya\u201d \U0001f600"
        )
    return neo4j


@pytest.fixture(scope="module")
def saved(embedded: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a graph."""
    empty(embedded)
    path = tmp_path_factory.mktemp("saved") / "graph.gz"
    with connect(embedded, Role.ANALYST) as database, path.open("wb") as file:
        load(database, EXTRACTIONS)
        annotate(database, CLAIMS["truce"].id, Judgement.VERIFIED, author="ana", note="a \\ud800 in words")
        write(file, pages(database))
    return path


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "home"
    stop(tmp_path / "home")


@pytest.fixture
def on_server(server: Settings, monkeypatch: pytest.MonkeyPatch, command: Run) -> Run:
    for name in ("uri", "user", "password"):
        monkeypatch.setenv(f"KONSTELASI_{name.upper()}", getattr(server, name))
    return command


@pytest.mark.neo4j
def test_the_graph_of_a_server_is_backed_up_and_restored(
    on_server: Run, server: Settings, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "graph.gz"
    before = everything(server)
    said = on_server("db", "backup", str(file), "--json").answer()
    assert (said["release"], said["format"]) == (GRAPH_RELEASE, 1)
    assert file.stat().st_mode & 0o077 == 0
    assert on_server("db", "backup", str(file)).code == 2
    refused = on_server("db", "restore", str(file))
    assert refused.code == 2
    assert "is not empty" in refused.err
    empty(server)
    restored = on_server("db", "restore", str(file), "--json").answer()
    assert restored["hash"] == said["hash"]
    assert everything(server) == before
    monkeypatch.delenv("KONSTELASI_URI")
    home.mkdir(exist_ok=True)
    back = on_server("db", "restore", str(file))
    assert back.code == 0, back.err
    assert said["hash"] in back.err
    assert everything(Settings(home)) == before


@pytest.mark.neo4j
def test_a_graph_that_changes_all_the_time_is_not_backed_up_and_one_that_rests_is(
    server: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = 2

    def written_to(database: Database) -> Iterator[cypher.copies.pages.Page]:
        nonlocal changes
        for page in cypher.copies.pages.pages(database):
            if page.shape.label == "Claim" and changes:
                changes -= 1
                with connect(server, Role.ANALYST) as other:
                    annotate(other, CLAIMS["swap"].id, Judgement.UNSURE, author="eve")
            yield page

    monkeypatch.setattr(cypher.copies.keeping, "pages", written_to)
    kept = keep(server, tmp_path / "rests")
    assert changes == 0
    with connect(server, Role.READER) as database:
        assert content_of(database).hash == kept.content.hash
    changes = 100
    with pytest.raises(DatabaseError, match="during all 4 readings"):
        keep(server, tmp_path / "changes")
    assert [path.name for path in tmp_path.iterdir()] == ["rests"]


KILLED = """
import os, signal, sys
from pathlib import Path
from cypher.copies import filling, graph_file, keeping
from cypher.database import Settings

what, path, left, uri, user, password = sys.argv[1:]
left = int(left)
room, name = (graph_file, "_told") if what == "keep" else (filling, "write_page")
do = getattr(room, name)

def killed(*given):
    global left
    done = do(*given)
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    return done

setattr(room, name, killed)
settings = Settings(Path(path), uri, user, password)
keeping.keep(settings, Path(path)) if what == "keep" else keeping.bring_back(Path(path), settings)
"""


def killed(what: str, path: Path, left: int, server: Settings) -> None:
    words = (what, path, left, server.uri, server.user, server.password)
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, *map(str, words)],
        cwd=ROOT, env={**os.environ}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == -signal.SIGKILL, ended.stderr


@pytest.mark.neo4j
@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="files without a name are a matter of Linux")
def test_a_backup_that_is_killed_leaves_nothing_that_looks_like_one(server: Settings, tmp_path: Path) -> None:
    for left in (1, 5, 14):
        killed("keep", tmp_path / "graph.gz", left, server)
        assert list(tmp_path.iterdir()) == []


@pytest.mark.neo4j
def test_a_restore_that_is_killed_leaves_a_graph_that_says_so(server: Settings, saved: Path) -> None:
    for left in (1, 7):
        empty(server)
        killed("bring back", saved, left, server)
        with pytest.raises(UnfinishedGraphError, match="run it again"), connect(server, Role.ANALYST):
            pass
    kept = bring_back(saved, server)
    with connect(server, Role.READER) as database:
        assert content_of(database).hash == kept.content.hash


@pytest.mark.neo4j
def test_a_restore_that_fails_leaves_an_empty_graph(server: Settings, saved: Path) -> None:
    empty(server)

    def cut_off() -> Iterator[cypher.copies.pages.Page]:
        for number, page in enumerate(pages_of(saved)):
            if number == 6:
                raise DatabaseError("the disk")
            yield page

    with pytest.raises(DatabaseError, match="the disk"):
        fill(server, cut_off, lambda _content: None)
    with connect(server, Role.ANALYST) as database:
        assert [row[0] for row in database.read("check/nodes").rows] == ["Mark"]
        assert database.graph_release() == GRAPH_RELEASE


def changed(saved: Path, path: Path, change: Callable[[Lines], object]) -> Path:
    lines = [json.loads(line) for line in gzip.decompress(saved.read_bytes()).splitlines()]
    change(lines)
    path.write_bytes(gzip.compress("".join(json.dumps(line) + "\n" for line in lines).encode()))
    return path


TOUCHED: dict[str, Callable[[Lines], object]] = {
    "no graph can have: .*map": lambda lines: lines[1].__setitem__(1, {"id": "x", "map": {"a": 1}}),
    "not what was backed up": lambda lines: lines[1][1].__setitem__("more", 1),
    "content is not": lambda lines: lines.pop(5),
    "no node and no relationship": lambda lines: lines.insert(4, ["Word` {id: 1}) DETACH DELETE n //", {}]),
    "relationship that no graph can have": lambda lines: lines.insert(
        4, ["Claim", "X` DELETE", "a", "Event", "b", {}]
    ),
    "end is missing": lambda lines: lines.pop(),
    "follows": lambda lines: lines.append(lines[1]),
    "a node of Word has no id": lambda lines: lines.insert(4, ["Word", {"id": 5}]),
    "unpacked": lambda lines: lines.insert(4, ["Word", {"id": "\ud800"}]),
    "Word has no id": lambda lines: lines.insert(4, ["Word", {}]),
    "newer version": lambda lines: lines[0].__setitem__("release", GRAPH_RELEASE + 1),
    "made by a newer": lambda lines: lines[0].__setitem__("format", 2),
    "not a file with a graph of Konstelasi": lambda lines: lines.pop(0),
    "format and release": lambda lines: lines[0].pop("release"),
    "no graph can have: .*9223372036854775808": lambda lines: lines.insert(
        4, ["Word", {"id": "a", "n": 2**63}]
    ),
}


@pytest.mark.parametrize("said", TOUCHED)
def test_a_file_that_was_touched_is_refused(saved: Path, tmp_path: Path, home: Path, said: str) -> None:
    path = changed(saved, tmp_path / "touched.gz", TOUCHED[said])
    with pytest.raises(UsageError, match=said):
        bring_back(path, Settings(home))
    assert not home.exists()


def test_a_file_that_is_whole_is_taken_and_one_that_is_cut_is_not(saved: Path, tmp_path: Path) -> None:
    same = changed(saved, tmp_path / "same.gz", lambda lines: None)
    with same.open("rb") as file:
        assert verified(same, file)[1].parts["Claim"].count == len(CLAIMS)
    content = saved.read_bytes()
    for size in (0, 1, 10, len(content) // 2, len(content) - 1):
        cut = tmp_path / "cut.gz"
        cut.write_bytes(content[:size])
        with pytest.raises(UsageError), cut.open("rb") as file:
            verified(cut, file)
