"""A list of sources that a newer version has written says so, and what to do."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cypher.arrivals.collecting import with_failures
from cypher.arrivals.items import Arrivals, Asked
from cypher.errors import KonstelasiError, NewerSourcesError
from cypher.model.release import PROGRAM, VERSION
from cypher.sources import listing
from cypher.sources.source import Source
from cypher.sources.states import states
from cypher.sources.store import Store
from explorer.error_texts import error_in
from explorer.panels.arrivals.entries import entries
from explorer.phrases import said
from explorer.words import Words
from tests.conftest import Run
from tests.old_sources import bring_back

PAPER = Source("Paper", "http://paper.example/feed")


def release(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def renew(path: Path, writer: str | None = "Konstelasi 9.0.0") -> None:
    """Make the file one of the next release, as the program of that name does; None leaves no name."""
    newer = release(path) + 1
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM note WHERE name = 'program'")
        if writer:
            connection.execute("INSERT INTO note VALUES ('program', ?, 0)", [writer])
        connection.execute("ALTER TABLE source RENAME COLUMN address TO place")
        connection.execute(f"PRAGMA user_version = {newer}")
        connection.commit()


def refused(home: Path) -> str:
    with pytest.raises(NewerSourcesError) as caught:
        states(Store(home))
    return str(caught.value)


def test_a_list_of_a_newer_release_is_refused_in_plain_words(tmp_path: Path) -> None:
    store = Store(tmp_path)
    listing.add(store, PAPER)
    renew(store.path)
    with pytest.raises(KonstelasiError) as caught:
        states(Store(tmp_path))
    said = str(caught.value)
    assert "newer" in said
    assert VERSION in said
    assert "start" in said.lower()


def test_the_version_that_wrote_the_list_is_named(tmp_path: Path) -> None:
    store = Store(tmp_path)
    listing.add(store, PAPER)
    newest = release(store.path)
    with closing(sqlite3.connect(store.path)) as connection:
        note = connection.execute("SELECT text FROM note WHERE name = 'program'").fetchone()
    assert note == (PROGRAM,)
    renew(store.path)
    said = refused(tmp_path)
    assert f"(Konstelasi 9.0.0, release {newest + 1} of the list)" in said
    assert f"({PROGRAM}, up to release {newest})" in said
    assert "restart the app" in said


@pytest.mark.parametrize(
    "harm", ["DELETE FROM note", "DROP TABLE note", "ALTER TABLE note RENAME text TO said"]
)
def test_a_newer_list_that_names_no_version_is_refused_all_the_same(harm: str, tmp_path: Path) -> None:
    store = Store(tmp_path)
    listing.add(store, PAPER)
    renew(store.path, writer=None)
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute(harm)
        connection.commit()
    assert "an unnamed version" in refused(tmp_path)


def test_the_refusal_is_translated(tmp_path: Path) -> None:
    store = Store(tmp_path)
    listing.add(store, PAPER)
    renew(store.path, writer=None)
    said = error_in(refused(tmp_path), Words("id"))
    assert "mulai ulang aplikasinya" in said
    assert "versi yang tidak diketahui" in said


def test_an_older_list_is_brought_up_to_date_and_names_this_version(tmp_path: Path) -> None:
    store = Store(tmp_path)
    listing.add(store, PAPER)
    newest = release(store.path)
    bring_back(store.path, 3)
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("DELETE FROM note")
        connection.commit()
    assert [each.source.name for each in states(store)] == ["Paper"]
    assert release(store.path) == newest
    renew(store.path, writer=None)
    assert "an unnamed version" in refused(tmp_path)


def test_a_newer_list_does_not_hide_what_came_in(tmp_path: Path) -> None:
    store = Store(tmp_path)
    listing.add(store, PAPER)
    renew(store.path)
    moment = "2026-03-01T06:00:00+00:00"
    found = with_failures(Arrivals(Asked(moment, "trusted", "state"), moment, moment), tmp_path)
    (unread,) = entries(found)
    (entry,) = unread.listed
    assert said(entry.title, Words("id")) == "Daftar sumber tidak dapat dibaca"
    assert "Konstelasi 9.0.0" in said(entry.about, Words())


def test_an_open_store_notices_that_a_newer_program_has_written(tmp_path: Path) -> None:
    store = Store(tmp_path)
    listing.add(store, PAPER)
    assert len(states(store)) == 1
    renew(store.path)
    with pytest.raises(KonstelasiError, match="newer"):
        states(store)
    with pytest.raises(KonstelasiError, match="newer"):
        listing.add(store, Source("Other", "http://other.example/feed"))


def test_a_list_of_a_newer_release_is_left_as_it_is(tmp_path: Path) -> None:
    store = Store(tmp_path)
    listing.add(store, PAPER)
    renew(store.path)
    before = store.path.read_bytes()
    with pytest.raises(KonstelasiError):
        listing.add(Store(tmp_path), Source("Other", "http://other.example/feed"))
    assert store.path.read_bytes() == before


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.mark.parametrize("words", [["list"], ["add", "http://other.example/feed"], ["remove", "Paper"]])
def test_commands_say_it_without_a_trace(words: list[str], command: Run, home: Path) -> None:
    store = Store(home)
    listing.add(store, PAPER)
    renew(store.path)
    done = command("sources", *words)
    assert done.code == 1
    assert "written by newer code (Konstelasi 9.0.0" in done.err
    assert "Traceback" not in done.err
