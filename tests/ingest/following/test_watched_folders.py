"""A watched folder: each file is read once it rests, once, and again when it changes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.database import Database
from cypher.errors import UsageError
from cypher.sources import listing
from cypher.sources.source import FOLDER, Source
from cypher.sources.states import State, states
from cypher.sources.store import Store
from ingest.documents import Incoming, Skipped
from ingest.documents.sources import read_file
from ingest.following.adding import UNNAMED, add_given
from ingest.following.fetched import FetchError
from ingest.following.fetching import fetch as fetch_source
from ingest.following.kinds import folder as watching
from ingest.following.kinds.folder import fetch
from tests.conftest import Run
from tests.ingest.documents.days import ENGLISH, INDONESIAN
from tests.ingest.documents.printed import column, pdf
from tests.ingest.following.kept import Kept

OLD = time.time() - 100


def put(folder: Path, name: str, content: str | bytes, changed: float = OLD) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    os.utime(path, (changed, changed))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    return tmp_path / "news"


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "REST", 0.2)


def kept_of(folder: Path, publisher: str | None = None) -> Kept:
    return Kept(fetch, Source("Inbox", str(folder), kind=FOLDER, publisher=publisher))


def test_files_are_read_once_in_order_whatever_their_format(folder: Path) -> None:
    put(folder, "b/report.pdf", pdf(column(ENGLISH)))
    put(folder, "a.txt", INDONESIAN[0])
    put(folder, "c.jsonl", '{"text": "Iran met Iraq in Baghdad."}\n{"text": "Peru met Chile in Lima."}\n')
    kept = kept_of(folder)
    assert kept.texts() == ["Menteri Luar", "Iran met Ira", "Peru met Chi", "The foreign "]
    assert kept.texts() == []


def test_hidden_and_unfinished_files_are_left_alone(folder: Path) -> None:
    for name in (".a.txt", ".git/b.txt", "c.txt.part", "d.pdf.crdownload", "e.tmp", "f.txt~", "g.filepart"):
        put(folder, name, ENGLISH[0])
    assert kept_of(folder).texts() == []


def test_a_file_that_is_being_written_is_read_when_it_rests(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(folder, "a.txt", "Iran met", time.time() + 50)
    kept = kept_of(folder)
    assert kept.texts() == []
    assert kept.remarks == ["files are still being written: they are read when they rest"]
    put(folder, "a.txt", "Iran met Iraq in Baghdad.")
    assert kept.texts() == ["Iran met Ira"]
    assert path.exists()
    put(folder, "b.txt", "Peru met Chile in Lima.", time.time())
    assert kept.texts() == ["Peru met Chi"]


def test_a_changed_file_is_read_again_and_adds_only_what_is_new(folder: Path) -> None:
    rows = '{"text": "Iran met Iraq in Baghdad."}\n'
    put(folder, "a.jsonl", rows)
    kept = kept_of(folder)
    assert len(kept.texts()) == 1
    put(folder, "a.jsonl", f'{rows}{{"text": "Peru met Chile in Lima."}}\n')
    assert kept.texts() == ["Peru met Chi"]
    put(folder, "a.jsonl", f'{rows}{{"text": "Peru met Chile in Lima."}}\n', OLD + 5)
    assert kept.texts() == []


def test_a_file_that_is_moved_in_or_copied_is_read_once(folder: Path) -> None:
    put(folder.parent, "outside.txt", ENGLISH[0]).rename(folder / "moved.txt")
    kept = kept_of(folder)
    assert len(kept.texts()) == 1
    put(folder, "copy.txt", ENGLISH[0])
    assert kept.texts() == []


def test_what_cannot_be_used_is_said_once_and_costs_only_itself(folder: Path) -> None:
    put(folder, "a.mp3", b"ID3")
    put(folder, "b.pdf", b"%PDF-1.7")
    put(folder, "c.txt", ENGLISH[0])
    kept = kept_of(folder)
    first, second, third = (each.found for each in kept.fetched())
    assert isinstance(first, Skipped)
    assert "“.mp3”" in first.reason
    assert isinstance(second, Skipped)
    assert isinstance(third, Incoming)
    assert kept.fetched() == []


def test_what_the_source_states_counts(folder: Path) -> None:
    put(folder, "a.jsonl", '{"text": "Iran met Iraq in Baghdad.", "publisher": "x"}\n')
    (found,) = kept_of(folder, publisher="Sea Wire").fetched()
    assert isinstance(found.found, Incoming)
    assert found.found.document.publisher == "Sea Wire"


def test_a_file_that_changes_while_it_is_read_is_not_known(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "a.txt", ENGLISH[0])
    kept = kept_of(folder)
    whole = read_file

    def changed(path: Path, **given: object) -> Iterator[Incoming | Skipped]:
        yield from whole(path, **given)  # type: ignore[arg-type]
        put(folder, "a.txt", ENGLISH[1], OLD + 1)

    monkeypatch.setattr("ingest.following.kinds.folder.read_file", changed)
    assert kept.fetched() == []
    monkeypatch.setattr("ingest.following.kinds.folder.read_file", whole)
    assert kept.texts() == [ENGLISH[1][:12]]


def test_a_folder_that_is_not_there_is_said(folder: Path) -> None:
    with pytest.raises(FetchError, match="is no folder that can be read"):
        kept_of(folder / "nothing").fetched()


def test_a_folder_is_added_by_its_path(folder: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "home")
    (added,) = add_given(store, [str(folder)], Source(UNNAMED, UNNAMED))
    assert added.line().endswith("1 source, 1 new")
    (source,) = listing.listed(store)
    assert (source.kind, source.address) == (FOLDER, str(folder.resolve()))
    with pytest.raises(UsageError, match="neither a list of sources"):
        list(add_given(store, [str(folder / "nothing")], Source(UNNAMED, UNNAMED)))


def test_many_files_that_are_known_are_looked_at_quickly(folder: Path, tmp_path: Path) -> None:
    for number in range(1000):
        put(folder, f"{number % 7}/{number:04}.txt", f"Iran met Iraq in Baghdad for meeting number {number}.")
    store = Store(tmp_path / "home")
    source = Source("Inbox", str(folder), kind=FOLDER, every=10.0)
    listing.add(store, source)
    fetch_source(store, source)
    (state,) = states(store)
    assert state.waiting == 1000
    fetch_source(store, source)
    began = time.monotonic()
    fetch_source(store, source)
    assert time.monotonic() - began < 3
    (state,) = states(store)
    assert state.waiting == 1000


@pytest.mark.slow
def test_a_watched_folder_comes_into_the_graph(
    command: Run, folder: Path, home: Path, graph: Database
) -> None:
    put(folder, "a.txt", ENGLISH[1])
    put(folder, "b.pdf", pdf(column(INDONESIAN)))
    put(folder, "c.pdf", b"%PDF-1.7")
    ended = command("follow", str(folder), "--once")
    assert ended.code == 0, ended.err
    assert "3 new, 2 loaded, 1 skipped" in ended.err
    table = graph.read_text(
        "MATCH (document:Document) RETURN document.language AS language ORDER BY language"
    )
    assert [row[0] for row in table.rows] == ["en", "id"]
    state: State = next(iter(states(Store(home))))
    assert state.loaded == 2
