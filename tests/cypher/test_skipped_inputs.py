"""What commands could not read is kept in the data folder until it is read, and not without end."""

from __future__ import annotations

import stat
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from cypher.errors import DatabaseError
from cypher.sources import skipped
from cypher.sources.listing import add
from cypher.sources.skipped import SkippedInput, keep
from cypher.sources.source import Source
from cypher.sources.store import Store
from cypher.sources.summary import number_unread, summary, unread
from tests.old_sources import bring_back

HOSTILE = "</script><img src=x onerror=alert(1)> '); DROP TABLE item; --"


def one(name: str, **more: str) -> SkippedInput:
    """An input that `ingest` could not read."""
    usual = SkippedInput(name, "", "has no text", "Look at it.", "ingest", "anna")
    return replace(usual, **more)  # type: ignore[arg-type] # all of them are texts


def nothing(_each: SkippedInput) -> bool:
    return False


def inputs(home: Path) -> list[str]:
    return [each.origin for each in unread(Store(home), 99)]


def test_what_was_skipped_is_told_with_all_that_is_known_the_latest_first(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep(store, [one("/news/a.txt", title="A title")], nothing)
    keep(store, [one("/news/b.csv, line 3", reason="is too long", who="budi", command="reread")], nothing)
    latest, first = unread(store, 9)
    assert latest.origin == "/news/b.csv, line 3"
    assert (latest.reason, latest.hint) == ("is too long", "Look at it.")
    assert (latest.command, latest.who, latest.source) == ("reread", "budi", "")
    assert (first.origin, first.title) == ("/news/a.txt", "A title")
    assert latest.at >= first.at > 1_700_000_000
    assert number_unread(store) == 2
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_what_was_read_later_is_gone_and_the_rest_stays(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep(store, [one("/news/a.txt"), one("/news/b.txt")], nothing)
    keep(store, [], lambda each: each.origin == "/news/a.txt")
    assert inputs(tmp_path) == ["/news/b.txt"]


def test_what_is_skipped_again_is_told_once_with_its_latest_reason(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep(store, [one("/news/a.txt"), one("/news/b.txt")], nothing)
    keep(store, [one("/news/a.txt", reason="cannot be read")], lambda each: True)
    (left,) = unread(store, 9)
    assert (left.origin, left.reason) == ("/news/a.txt", "cannot be read")


def test_only_the_latest_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(skipped, "MOST", 10)
    store = Store(tmp_path)
    keep(store, [one(f"/old/{number}") for number in range(7)], nothing)
    keep(store, [one(f"/new/{number}") for number in range(25)], nothing)
    keep(store, [one("/last")], nothing)
    assert inputs(tmp_path) == ["/last", *(f"/new/{number}" for number in range(24, 15, -1))]


def test_hostile_text_is_kept_as_it_is_and_cut(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep(store, [one(HOSTILE, title=HOSTILE, reason=HOSTILE, hint="x" * 100_000, who=HOSTILE)], nothing)
    (found,) = unread(store, 9)
    assert (found.origin, found.title, found.reason, found.who) == (HOSTILE,) * 4
    assert len(found.hint) <= 2000
    broken = "lone \udcff surrogate and a \0"
    keep(store, [one(broken, title=broken)], nothing)
    assert unread(store, 1)[0].origin.startswith("lone ")


def test_no_file_is_made_while_all_can_be_read(tmp_path: Path) -> None:
    keep(Store(tmp_path), [], lambda each: True)
    assert list(tmp_path.iterdir()) == []
    assert number_unread(Store(tmp_path)) == 0


def test_skipped_inputs_are_no_sources(tmp_path: Path) -> None:
    keep(Store(tmp_path), [one("/news/a.txt")], nothing)
    found = summary(Store(tmp_path))
    assert (found.total, found.waiting) == (0, 0)


def test_articles_of_sources_and_inputs_are_told_together_by_time(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, Source("paper", "https://paper.example.org/feed"))
    keep(store, [one("/news/a.txt")], nothing)
    with store.writing() as database:
        database.executemany(
            "INSERT INTO item (source, state, origin, title, reason, hint, found_at, done_at) "
            "VALUES ('paper', 'skipped', ?, 'Its title', 'No text', 'Open it.', 0, ?)",
            [("https://paper.example.org/old", 5), ("https://paper.example.org/new", 9e12)],
        )
    found = unread(store, 9)
    assert [each.source for each in found] == ["paper", "", "paper"]
    assert [each.title for each in found] == ["Its title", "", "Its title"]
    assert number_unread(store) == 3


def test_several_runs_at_once_lose_nothing(tmp_path: Path) -> None:
    def run(name: str) -> None:
        for number in range(10):
            keep(Store(tmp_path), [one(f"/{name}/{number}")], nothing)

    threads = [threading.Thread(target=run, args=[name]) for name in "abcd"]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert number_unread(Store(tmp_path)) == 40


def test_a_list_of_sources_of_an_older_version_gets_the_table(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, Source("paper", "https://paper.example.org/feed"))
    bring_back(store.path, 2)
    keep(store, [one("/news/a.txt")], nothing)
    assert inputs(tmp_path) == ["/news/a.txt"]
    assert summary(store).total == 1


def test_a_folder_that_cannot_be_written_to_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseError, match="sources"):
        keep(Store(tmp_path / "file"), [one("/news/a.txt")], nothing)
