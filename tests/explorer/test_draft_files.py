"""Drafts as files: read back, replaced, removed, limited in size, number and age, and never in the way."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from explorer.work import draft_files
from explorer.work.draft_files import DraftFiles, sweep


@pytest.fixture
def files(tmp_path: Path) -> DraftFiles:
    """The drafts of a reader."""
    return DraftFiles(tmp_path / "drafts", "browser", "ratna")


def test_drafts_are_read_back_replaced_and_removed(files: DraftFiles) -> None:
    files.write("note 1", {"text": "Ökonomie \ud800 </script>"})
    files.write("note 2", ["x"])
    files.write("note 1", {"text": "later"})
    assert files.read() == {"note 1": {"text": "later"}, "note 2": ["x"]}
    files.remove("note 1")
    files.remove("note 1")
    assert files.read() == {"note 2": ["x"]}


def test_other_readers_and_other_browsers_have_other_drafts(files: DraftFiles) -> None:
    files.write("note", "mine")
    assert DraftFiles(files.root, "browser", "ani").read() == {}
    assert DraftFiles(files.root, "../browser", "ratna").read() == {}
    assert files.root in files.folder.parents
    assert oct(files.folder.stat().st_mode)[-3:] == "700"


def test_a_draft_that_is_too_large_is_not_kept(files: DraftFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    files.write("note", "short")
    monkeypatch.setattr(draft_files, "LARGEST", 100)
    files.write("note", "x" * 200)
    assert files.read() == {}


def test_the_oldest_drafts_give_way(files: DraftFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_files, "MOST", 3)
    for number in range(5):
        files.write(f"note {number}", number)
        os.utime(files.folder / f"{_file(files, number)}", (number + 1e9, number + 1e9))
    assert list(files.read().values()) == [2, 3, 4]


def _file(files: DraftFiles, value: object) -> str:
    return next(path.name for path in files.folder.glob("*.json") if f'"value": {value}' in path.read_text())


def test_drafts_that_nobody_came_back_for_are_swept_away(files: DraftFiles) -> None:
    files.write("note", "old")
    fresh = DraftFiles(files.root, "browser", "ani")
    fresh.write("note", "new")
    long_ago = time.time() - draft_files.OLDEST - 60
    for path in files.folder.iterdir():
        os.utime(path, (long_ago, long_ago))
    sweep(files.root)
    assert not files.folder.exists()
    assert fresh.read() == {"note": "new"}


@pytest.mark.parametrize("content", ["", "{", "[]", '{"name": "x"}', "\x00"])
def test_a_broken_file_is_left_out(files: DraftFiles, content: str) -> None:
    files.write("note", "whole")
    (files.folder / "broken.json").write_text(content)
    assert files.read() == {"note": "whole"}


def test_a_disk_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("a file in the way")
    files = DraftFiles(tmp_path / "drafts", "browser", "ratna")
    files.write("note", "x")
    files.remove("note")
    sweep(files.root)
    assert files.read() == {}
