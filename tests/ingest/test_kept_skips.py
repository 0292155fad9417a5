"""``konstelasi ingest`` keeps what it skipped, until it reads it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from cypher.audit.commanded import ROLE, WHO
from cypher.audit.entry import Outcome
from cypher.audit.reading import entries
from cypher.database import Settings
from cypher.sources.store import Store
from cypher.sources.summary import Unread, unread
from tests.conftest import Run, empty
from tests.services import ROOT

pytestmark = pytest.mark.slow

GOOD = '{"title": "Accord", "text": "Indonesia condemned Russia for the attack on Ukraine on Sunday."}\n'
BAD = '{"title": "<b>Empty</b>", "text": " "}\n'


@pytest.fixture
def home(embedded: Settings) -> Path:
    """The data folder of the shared engine, emptied, without sources and what is kept of inputs."""
    empty(embedded)
    Store(embedded.home).path.unlink(missing_ok=True)
    return embedded.home


def audited(home: Path) -> tuple[Outcome, str, Mapping[str, str]]:
    """How the last command ended, by the audit record."""
    *_, ended = entries(home)
    return ended.outcome, ended.why, ended.details


def kept(home: Path) -> list[Unread]:
    return unread(Store(home), 99)


def test_what_was_skipped_is_kept_with_file_line_title_and_reason(
    command: Run, home: Path, tmp_path: Path
) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "many.jsonl").write_text(GOOD + BAD, encoding="utf-8")
    (news / "odd.xyz").write_text("what is this", encoding="utf-8")
    done = command("ingest", str(news))
    assert done.code == 1
    found = {each.origin: each for each in kept(home)}
    assert set(found) == {f"{news}/many.jsonl, line 2", f"{news}/odd.xyz"}
    line = found[f"{news}/many.jsonl, line 2"]
    assert line.title == "<b>Empty</b>"
    assert line.reason
    assert line.hint
    assert line.command == "ingest"
    assert line.who
    assert f"skipped: {line.origin}: {line.reason}" in done.err
    assert audited(home) == (Outcome.DONE, "exit code 1", {"did": "1", "left out": "2"})
    (news / "many.jsonl").write_text(BAD, encoding="utf-8")
    assert command("ingest", str(news)).code == 1
    assert audited(home) == (Outcome.FAILED, "exit code 1", {"did": "0", "left out": "2"})


def test_what_is_read_later_is_gone_also_when_the_lines_have_moved(
    command: Run, home: Path, tmp_path: Path
) -> None:
    many, odd = tmp_path / "many.jsonl", tmp_path / "odd.xyz"
    many.write_text(GOOD + BAD + BAD, encoding="utf-8")
    odd.write_text("what is this", encoding="utf-8")
    command("ingest", str(tmp_path))
    assert len(kept(home)) == 3
    many.write_text(GOOD, encoding="utf-8")
    assert command("ingest", str(many)).code == 0
    assert [each.origin for each in kept(home)] == [str(odd)]
    odd.unlink()
    assert command("ingest", str(tmp_path)).code == 0
    assert kept(home) == []


def test_a_path_is_the_same_however_it_is_written(
    command: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.jsonl").write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    command("ingest", "sub/a.jsonl")
    assert [each.origin for each in kept(home)] == [f"{tmp_path}/sub/a.jsonl, line 1"]
    monkeypatch.chdir(tmp_path / "sub")
    command("ingest", "../sub/./a.jsonl")
    assert [each.origin for each in kept(home)] == [f"{tmp_path}/sub/a.jsonl, line 1"]
    (tmp_path / "sub" / "a.jsonl").write_text(GOOD, encoding="utf-8")
    command("ingest", ".")
    assert kept(home) == []


def test_a_file_with_a_name_that_begins_alike_is_another_one(
    command: Run, home: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.jsonl").write_text(BAD, encoding="utf-8")
    (tmp_path / "a.jsonl.jsonl").write_text(GOOD, encoding="utf-8")
    command("ingest", str(tmp_path / "a.jsonl"))
    command("ingest", str(tmp_path / "a.jsonl.jsonl"))
    assert len(kept(home)) == 1


def piped(home: Path, text: str, **more: str) -> None:
    variables = {**os.environ, "KONSTELASI_HOME": str(home), "PYTHONPATH": str(ROOT), **more}
    subprocess.run(
        [sys.executable, "-m", "konstelasi", "ingest", "-"],
        input=text.encode(),
        env=variables,
        check=False,
        capture_output=True,
    )


def test_standard_input_is_another_one_each_time_and_gone_by_its_title(home: Path) -> None:
    piped(home, BAD + BAD.replace("Empty", "Another"))
    assert [each.origin for each in kept(home)] == ["standard input, line 2", "standard input, line 1"]
    piped(home, GOOD.replace("Accord", "<b>Empty</b>"))
    assert [each.title for each in kept(home)] == ["<b>Another</b>"]


def test_the_reader_for_whom_the_app_runs_it_is_named_and_so_are_their_files(
    command: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WHO, "dewi@example.org")
    monkeypatch.setenv(ROLE, "admin")
    first, second = tmp_path / "000.jsonl", tmp_path / "001.jsonl"
    first.write_text(BAD, encoding="utf-8")
    second.write_text(BAD, encoding="utf-8")
    command("ingest", "--called=laporan.jsonl", "--called=", str(first), str(second))
    found = kept(home)
    assert sorted(each.origin for each in found) == ["laporan.jsonl, line 1", "pasted text"]
    assert {each.who for each in found} == {"dewi@example.org"}
    monkeypatch.setenv(WHO, "budi@example.org")
    first.write_text(GOOD, encoding="utf-8")
    command("ingest", "--called=laporan.jsonl", str(first))
    assert len(kept(home)) == 2, "a file of the same name of somebody else"
    monkeypatch.setenv(WHO, "dewi@example.org")
    command("ingest", "--called=laporan.jsonl", str(first))
    assert [each.origin for each in kept(home)] == ["pasted text"]


def test_what_is_kept_survives_a_run_that_breaks_off(
    command: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What had been skipped until then is kept; nothing counts as read."""
    bad = tmp_path / "bad.jsonl"
    bad.write_text(BAD, encoding="utf-8")
    command("ingest", str(bad))
    bad.write_text(GOOD, encoding="utf-8")
    monkeypatch.setenv("KONSTELASI_URI", "bolt://127.0.0.1:1")
    command("ingest", str(bad))
    assert len(kept(home)) == 1


def test_a_folder_that_cannot_keep_it_is_said_and_the_articles_are_loaded(
    command: Run, home: Path, tmp_path: Path
) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text(GOOD + BAD, encoding="utf-8")
    Store(home).path.mkdir()
    try:
        done = command("ingest", "--json", str(many))
        assert done.answer()["documents"]["new"] == 1
        assert "list of sources" in done.err
    finally:
        Store(home).path.rmdir()
