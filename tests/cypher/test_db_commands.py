"""``konstelasi db`` by hand: what a person types, reads, and gets as exit code."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path

import pytest

from cypher.database import Settings
from cypher.engine.backup import FORMAT, About, engine_version, read_about
from cypher.engine.client import status, stop
from tests.conftest import Run
from tests.services import administration


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
    written = asdict(read_about(file))
    assert {key: answer[key] for key in written} == written
    assert written["size"] > 0
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
    assert names[0] == "backup.json"
    assert all(name.startswith("data/") for name in names[1:])
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


def test_nothing_is_restored_under_a_running_engine(run: Run, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "graph.zip"
    run("backup", str(file))
    run("start")
    kept = actors(home)
    refused = run("restore", str(file))
    assert refused.code == 2
    assert "konstelasi db stop" in refused.err
    assert actors(home) == kept


def about(layout: int = FORMAT, engine: str = engine_version()) -> str:
    return json.dumps(asdict(About(layout, engine, "2026-11-22T06:00:00+00:00", 0)))


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ({"backup.json": about(engine="99.1.1")}, "newer version"),
        ({"backup.json": about(layout=FORMAT + 1)}, "newer version"),
        ({"backup.json": "{}"}, "not a backup"),
        ({"readme.txt": "hello"}, "not a backup"),
        ({"backup.json": about(), "data/../../escaped": "x"}, "not a backup of ours"),
    ],
)
def test_a_foreign_or_newer_file_is_refused_and_changes_nothing(
    run: Run, home: Path, tmp_path: Path, entries: dict[str, str], reason: str
) -> None:
    run("stop")
    before = sorted(path.name for path in home.iterdir())
    file = tmp_path / "foreign.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    refused = run("restore", str(file))
    assert refused.code == 2
    assert reason in refused.err
    assert sorted(path.name for path in home.iterdir()) == before
    assert not (home.parent / "escaped").exists()


def test_a_file_that_is_no_zip_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no zip")
    assert "not a backup" in run("restore", str(tmp_path / "notes.txt")).err
    assert "There is no file" in run("restore", str(tmp_path / "absent.zip")).err


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (["backup", "graph.zip"], "neo4j-admin database dump"),
        (["restore", "graph.zip"], "neo4j-admin database load"),
        (["start"], "by whoever runs it"),
        (["stop"], "by whoever runs it"),
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
    for name in ("uri", "user", "password"):
        monkeypatch.setenv(f"KONSTELASI_{name.upper()}", getattr(neo4j, name))
    assert run("status", "--json").answer()["running"] is True
    checked = run("check", "--json")
    assert checked.code == 0
    assert checked.answer()["writable"] is True
    monkeypatch.setenv("KONSTELASI_PASSWORD", "wrong-s3cret")
    refused = run("check")
    assert refused.code == 1
    assert "KONSTELASI_PASSWORD" in refused.err
    assert "s3cret" not in refused.err
