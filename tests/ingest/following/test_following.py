"""From a feed into the graph: by the command, once and again, killed and started again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from cypher.database import Database
from cypher.sources import listing, removing
from cypher.sources.running import follower_of
from cypher.sources.source import Source
from cypher.sources.states import State, states
from cypher.sources.store import Store
from ingest.documents import Incoming
from ingest.following.follower import Follower
from ingest.following.kinds import feed
from ingest.pipeline import Extracted, Tally, run
from tests.conftest import Run
from tests.misbehaving import Site, article, serving
from tests.waiting import eventually

ARTICLES = tuple(article(number) for number in range(1, 6))
TITLES = "MATCH (document:Document) RETURN document.title AS title ORDER BY title"


@pytest.fixture
def site(graph: Database) -> Iterator[Site]:
    """A server of feeds, for an empty graph without sources."""
    with serving(*ARTICLES) as running:
        yield running


def titles(graph: Database) -> list[str]:
    return [str(row[0]) for row in graph.read_text(TITLES).rows]


def state_of(home: Path) -> State:
    (state,) = states(Store(home))
    return state


def followed(home: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "KONSTELASI_HOME": str(home)}
    return subprocess.Popen([sys.executable, "-m", "konstelasi", "follow"], env=environment)


def test_a_feed_is_fetched_once_and_its_articles_are_in_the_graph(
    command: Run, site: Site, home: Path, graph: Database
) -> None:
    address = site.address("/etag")
    ended = command("follow", address, "--once", "--private")
    assert ended.code == 0, ended.err
    assert "5 new, 5 loaded, 0 skipped" in ended.err
    assert titles(graph) == [f"Report {number}" for number in range(1, 6)]
    site.articles.append(article(6))
    listing.fetch_soon(Store(home), state_of(home).source.name)
    assert command("follow", "--once").code == 0
    assert len(titles(graph)) == 6
    assert state_of(home).loaded == 6


def test_a_source_that_fails_is_named_and_others_are_loaded(
    command: Run, site: Site, home: Path, graph: Database
) -> None:
    listing.add(Store(home), Source("Broken", site.address("/error"), private=True))
    ended = command("follow", site.address("/good"), "--once", "--private")
    assert ended.code == 1
    assert "answers 500 (Internal Server Error)" in ended.err
    assert len(titles(graph)) == 5


def test_an_address_that_is_private_needs_leave(command: Run, site: Site, graph: Database) -> None:
    ended = command("follow", site.address("/good"), "--once")
    assert ended.code == 1
    assert "is in a private network" in ended.err
    assert titles(graph) == []


def test_a_follower_that_is_killed_at_any_moment_loses_and_repeats_nothing(
    site: Site, home: Path, graph: Database
) -> None:
    listing.add(Store(home), Source("Paper", site.address("/good"), every=10.0, private=True))
    for number, moment in enumerate((0.6, 2.5, 5.0, 8.0), 6):
        process = followed(home)
        time.sleep(moment)
        process.kill()
        process.wait()
        site.articles.append(article(number))
        listing.fetch_soon(Store(home), "Paper")
    process = followed(home)
    try:
        eventually(lambda: len(titles(graph)) == 9)
        eventually(lambda: state_of(home).waiting == 0)
        assert titles(graph) == [f"Report {number}" for number in range(1, 10)]
        assert state_of(home).loaded == 9
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0


def test_an_article_that_the_load_refuses_is_skipped_with_its_reason(
    command: Run, site: Site, home: Path, graph: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def contradicting(documents: Iterable[Incoming], tally: Tally) -> Iterator[Extracted]:
        for each in run(documents, tally):
            spoilt = each.extraction.document.title == "Report 2"
            yield replace(each, extraction=replace(each.extraction, entities=())) if spoilt else each

    monkeypatch.setattr("ingest.following.loading.run", contradicting)
    assert command("follow", site.address("/good"), "--once", "--private").code == 0
    assert titles(graph) == [f"Report {number}" for number in (1, 3, 4, 5)]
    state = state_of(home)
    assert (state.loaded, state.skipped, state.waiting) == (4, 1, 0)
    assert "which the extraction does not list" in state.skips[0].reason


def test_one_process_follows_the_sources_of_a_data_folder(command: Run, site: Site, home: Path) -> None:
    listing.add(Store(home), Source("Paper", site.address("/empty"), private=True))
    process = followed(home)
    try:
        eventually(lambda: follower_of(home) is not None)
        refused = command("follow", "--once")
        assert refused.code == 2
        assert "Another process follows the sources" in refused.err
    finally:
        process.terminate()
        assert process.wait(30) == 0
    assert follower_of(home) is None


def test_a_source_that_is_removed_is_not_fetched_and_its_articles_stay(
    command: Run, site: Site, home: Path, graph: Database
) -> None:
    command("follow", site.address("/good"), "--once", "--private")
    removing.remove(Store(home), state_of(home).source.name)
    site.asked.clear()
    command("follow", "--once")
    assert not site.asked
    assert len(titles(graph)) == 5


def test_a_slow_feed_neither_holds_up_other_hosts_nor_spoils_the_others_of_its_own(
    site: Site, home: Path, graph: Database, impatient: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "_SECONDS", 4.0)
    with serving(article(7), host="127.0.0.2") as other:
        for number in range(2):
            listing.add(Store(home), Source(f"A{number}", site.address("/drip"), private=True))
        listing.add(Store(home), Source("Same host", site.address("/good"), private=True))
        listing.add(Store(home), Source("Other host", other.address("/good"), private=True))
        follower = Follower(Store(home), lambda: nullcontext(graph), lambda _: None)
        thread = threading.Thread(target=follower.forever, daemon=True)
        monkeypatch.setattr(Follower, "_load", lambda *_: None)
        thread.start()
        try:
            eventually(lambda: _new(home, "Other host") == 1, 4)
            eventually(lambda: _new(home, "Same host") == 5, 30)
        finally:
            follower.ended.set()
            thread.join()
    slow = next(each for each in states(Store(home)) if each.source.name == "A0")
    assert slow.error is not None
    assert slow.error.reason == "does not send its whole answer within 4 s"


def _new(home: Path, name: str) -> int:
    return next(each.new for each in states(Store(home)) if each.source.name == name)
