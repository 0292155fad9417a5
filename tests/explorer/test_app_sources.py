"""The page *Sources*: the state of each source, and the buttons that change it."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cypher.database import Database, Settings
from cypher.errors import UsageError
from cypher.sources import listing, removing
from cypher.sources.source import Source
from cypher.sources.states import State, states
from cypher.sources.store import Store
from explorer.panels.sources import length, source_list, source_state
from explorer.phrases import said
from explorer.words import Words
from explorer.work.added_sources import AddedSources, AddingSources, checked
from explorer.work.following import Following, begin_following, end_following, following, resume_following
from ingest.documents import Skipped
from ingest.following import outcomes
from ingest.following.fetched import Fetched, FetchError, Memory
from tests.explorer.opening import address, opened, papers

HOSTILE = "<img src=x onerror=alert(1)> **x**"


@pytest.fixture
def store(graph: Database, embedded: Settings) -> Iterator[Store]:
    """Two sources: one that was fetched and skipped an article, and one that fails."""
    store = Store(embedded.home)
    store.path.unlink(missing_ok=True)
    paper = Source("Paper", "https://paper.example/rss", grade="B")
    for each in (paper, Source(HOSTILE, "https://hostile.example/rss")):
        listing.add(store, each)
    skipped = Fetched(
        Skipped("paper, item 1", "is empty", "Remove it, or check how it was exported."), ("a",)
    )
    memory = Memory({}, lambda _: False)
    outcomes.succeed(store, paper, outcomes.keep(store, paper, [skipped]) or 0, memory)
    outcomes.fail(store, listing.listed(store)[0], FetchError("answers 404 (Not Found)", "It stays."))
    yield store
    store.path.unlink(missing_ok=True)


def state_of(store: Store, name: str = "Paper") -> State:
    return next(each for each in states(store) if each.source.name == name)


def click(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception
    return app


def test_each_source_is_listed_with_its_state(store: Store) -> None:
    app = opened(page="sources", source="Paper")
    shown = papers(app)
    for text in ("Paper", "grade B", "1 new", "is empty", "answers 404 (Not Found)", "Skipped so far"):
        assert text in shown
    assert json.dumps(HOSTILE, ensure_ascii=False)[1:-1] in shown
    assert address(app) == {"source": "Paper"}


def test_the_page_speaks_indonesian(store: Store) -> None:
    shown = papers(opened(page="sources", source="Paper", language="id"))
    for text in ("Pengambilan terakhir", "nilai B", "kosong", "menjawab 404 (Not Found)", "kesalahan"):
        assert text in shown


@pytest.mark.parametrize("page", ["sources", "operations"])
def test_a_list_that_newer_code_has_written_is_said_with_what_to_do(page: str, store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as connection:
        (release,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("UPDATE note SET text = 'Konstelasi 9.0.0' WHERE name = 'program'")
        connection.execute(f"PRAGMA user_version = {release + 1}")
        connection.commit()
    shown = papers(opened(page=page))
    assert "written by newer code (Konstelasi 9.0.0" in shown
    assert "restart the app" in shown
    for untrue in ("No sources yet", "could be read", "No import has rejected rows"):
        assert untrue not in shown
    assert "mulai ulang aplikasinya" in papers(opened(page=page, language="id"))


def test_a_source_is_stopped_started_and_removed(store: Store) -> None:
    app = click(opened(page="sources", source="Paper"), "stop source")
    assert state_of(store).stopped
    assert app.button(key="fetch source").disabled
    click(app, "start source")
    assert not state_of(store).stopped
    click(app, "really remove")
    assert [each.source.name for each in states(store)] == [HOSTILE]


def test_a_source_that_was_removed_is_put_back_with_all_that_is_known_of_it(store: Store) -> None:
    before = state_of(store)
    app = click(opened(author=None, page="sources", source="Paper"), "really remove")
    assert "The source Paper is removed" in [each.value for each in app.text]
    click(app, "put source back")
    assert state_of(store) == before
    assert "Undone: the source Paper is removed" in papers(app)
    assert not [each for each in app.button if each.key == "put source back"]
    memory = outcomes.memory_of(store, before.source)
    assert memory.knows(["a"])


def test_a_source_is_not_put_back_over_another_of_its_name(store: Store) -> None:
    app = click(opened(page="sources", source="Paper"), "really remove")
    listing.add(store, Source("Paper", "https://other.example/rss"))
    click(app, "put source back")
    assert "There is a source 'Paper' again" in papers(app)
    assert state_of(store).source.address == "https://other.example/rss"


def test_the_grade_of_a_source_is_changed_and_changed_back(store: Store) -> None:
    app = opened(author=None, page="sources", source="Paper")
    field = app.selectbox(key="grade of the source")
    assert field.value == "B"
    field.select("D").run()
    assert not app.exception
    assert state_of(store).source.grade == "D"
    assert app.selectbox(key="grade of the source").value == "D"
    (entry,) = app.session_state["undo list"].done
    assert entry.describe() == "Paper is graded D"


def test_a_link_to_a_source_that_is_gone_shows_another(store: Store) -> None:
    assert "answers 404" in papers(opened(page="sources", source="Nobody"))


def test_without_sources_the_page_says_how_to_add_one(graph: Database, embedded: Settings) -> None:
    Store(embedded.home).path.unlink(missing_ok=True)
    assert "No sources yet" in papers(opened(page="sources"))


def test_an_address_is_needed_to_add_a_source(store: Store) -> None:
    app = click(opened(page="sources"), "add source")
    assert "There is no address yet" in papers(app)


def test_the_process_that_follows_is_started_once_and_stopped(store: Store, embedded: Settings) -> None:
    removing.remove(store, "Paper")
    listing.stop(store, HOSTILE)
    try:
        for _ in range(2):
            begin_following()
        _until(Following.YES)
    finally:
        end_following()
    assert following() is Following.NO
    resume_following()
    assert following() is Following.NO


def test_what_the_reader_chose_is_resumed(store: Store, embedded: Settings) -> None:
    removing.remove(store, "Paper")
    listing.stop(store, HOSTILE)
    try:
        begin_following()
        _until(Following.YES)
        from explorer.work import following as work  # noqa: PLC0415 - the process of this app

        work._started[-1].kill()
        work._started[-1].wait()
        assert following() is Following.NO
        resume_following()
        _until(Following.YES)
    finally:
        end_following()


def _until(state: Following) -> None:
    deadline = time.monotonic() + 60
    while following() is not state:
        assert time.monotonic() < deadline
        time.sleep(0.2)


@pytest.mark.parametrize(
    ("seconds", "english", "indonesian"),
    [(0, "0 s", "0 dtk"), (59, "59 s", "59 dtk"), (60, "1 minute", "1 menit"), (7200, "2 hours", "2 jam"),
     (200_000, "2 days", "2 hari")],
)  # fmt: skip
def test_lengths_of_time_are_said_in_words(seconds: float, english: str, indonesian: str) -> None:
    assert said(length(seconds), Words()) == english
    assert said(length(seconds), Words("id")) == indonesian


def test_what_is_added_is_handed_to_the_command(tmp_path: Path) -> None:
    wanted = checked(AddingSources(" paper.example ", grade="B", every="5m", full_text=True))
    assert wanted.arguments(tmp_path) == [
        "sources", "add", "--json", "--every=5m", "--grade=B", "--full-text", "--", "https://paper.example",
    ]  # fmt: skip
    by_list = AddingSources(opml=b"<opml/>").arguments(tmp_path)
    assert Path(by_list[-1]).read_bytes() == b"<opml/>"
    summary = '[{"given": "x", "sources": [{"name": "Paper"}], "new": 1, "reason": "", "hint": ""}]'
    assert wanted.result(summary, tmp_path) == AddedSources(("Paper",), 1)
    for other in ("s3://news/2024", "file:///etc/passwd"):
        with pytest.raises(UsageError, match="web addresses only"):
            checked(AddingSources(other))
    with pytest.raises(UsageError, match="no address yet"):
        checked(AddingSources(" "))


def test_a_source_that_was_never_fetched_says_so() -> None:
    fresh = State(Source("New", "https://new.example/"), False, False, None, None, 0.0, 0, 0, 0, 0, 0)
    assert "not fetched yet" in source_list([fresh], "", 0.0)[0].text()
    assert "Last fetchnever" in "".join(each.text() for each in source_state(fresh, 0.0))
