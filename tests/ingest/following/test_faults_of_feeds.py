"""A feed that misbehaves: nothing is lost, nothing hangs, and the reason of each fault is kept."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.sources import listing
from cypher.sources.source import Source
from cypher.sources.states import State, states
from cypher.sources.store import Store
from ingest.following import queue
from ingest.following.fetching import fetch
from ingest.following.kinds import feed
from ingest.following.web import fetching
from tests.misbehaving import Site, article, sentence, serving

pytestmark = pytest.mark.usefixtures("impatient")

ARTICLES = tuple(article(number) for number in range(1, 6))


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(*ARTICLES) as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def fetched(store: Store, site: Site, path: str, name: str = "Paper") -> State:
    source = Source(name, site.address(path), private=True)
    listing.add(store, source)
    fetch(store, source)
    return next(each for each in states(store) if each.source.name == name)


def texts(store: Store) -> list[str]:
    return [each.incoming.document.text for each in queue.waiting(store, 1000)]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/loop", "redirects more than 5 times"),
        ("/gone", "has ended: its host says that it is gone (410)"),
        ("/missing", "answers 404 (Not Found)"),
        ("/refused", "answers 403 (Forbidden)"),
        ("/too-many", "answers 429 and asks to wait 120 s"),
        ("/error", "answers 500 (Internal Server Error)"),
        ("/closed", "answers 503 and asks to wait 90 s"),
        ("/unavailable", "answers 503 (Service Unavailable)"),
        ("/gzip-bomb", "sends more than 32,000,000 bytes"),
        ("/half-gzip", "breaks off in the middle of its answer"),
        ("/brotli", "sends its answer packed as br, which was not asked for"),
        ("/endless", "sends more than 32,000,000 bytes"),
        ("/truncated", "breaks off in the middle of its answer"),
        ("/page", "is a web page, not a feed"),
        ("/entities", "declares XML entities, which could fill the memory or read files"),
        ("/nothing", "sends an empty answer"),
        ("/other-xml", "is XML, but neither RSS nor Atom"),
        ("/binary", "is a binary file, not text"),
    ],
)
def test_a_fault_is_kept_with_its_reason_and_nothing_is_read(
    store: Store, site: Site, path: str, reason: str
) -> None:
    found = fetched(store, site, path)
    assert found.error is not None
    assert found.error.reason == reason
    assert found.error.hint.endswith(".")
    assert found.failures == 1
    assert found.next_at > time.time() + 30
    assert texts(store) == []


@pytest.mark.parametrize("path", ["/drip", "/drip-headers"])
def test_a_slow_answer_is_not_waited_for(
    store: Store, site: Site, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "_SECONDS", 2.0)
    began = time.monotonic()
    found = fetched(store, site, path)
    assert found.error is not None
    assert found.error.reason == "does not send its whole answer within 2 s"
    assert time.monotonic() - began < 8


@pytest.mark.parametrize(
    "path", ["/good", "/etag", "/moved", "/found", "/gzip", "/changed-ids", "/doubled", "/one-id"]
)
def test_each_article_is_queued_once_however_often_the_feed_is_fetched(
    store: Store, site: Site, path: str
) -> None:
    first = fetched(store, site, path)
    again = fetched(store, site, path)
    assert (first.new, again.new) == (5, 0)
    assert first.error is again.error is None
    assert sorted(texts(store)) == sorted(f"Report {n}\n\n{sentence(n)}" for n in range(1, 6))


def test_a_feed_that_has_not_changed_sends_nothing(store: Store, site: Site) -> None:
    fetched(store, site, "/etag")
    fetched(store, site, "/etag")
    assert site.headers["/etag"]["if-none-match"].startswith('"')
    assert "if-modified-since" in site.headers["/etag"]
    site.articles.append(article(6))
    assert fetched(store, site, "/etag").new == 1


def test_a_feed_that_has_moved_for_good_is_fetched_at_its_new_address(store: Store, site: Site) -> None:
    found = fetched(store, site, "/moved")
    assert found.moved_to == site.address("/good")
    assert found.source.address == site.address("/moved")
    fetched(store, site, "/moved")
    assert (site.asked["/moved"], site.asked["/good"]) == (1, 2)


def test_a_feed_that_has_moved_for_now_is_asked_at_its_own_address(store: Store, site: Site) -> None:
    assert fetched(store, site, "/found").moved_to is None
    fetched(store, site, "/found")
    assert site.asked["/found"] == 2


def test_a_feed_that_is_gone_is_fetched_again_only_when_it_is_started(store: Store, site: Site) -> None:
    assert fetched(store, site, "/gone").ended
    assert listing.due(store, time.time() + 1e9) == []
    listing.start(store, "Paper")
    assert [each.name for each in listing.due(store, time.time())] == ["Paper"]


@pytest.mark.parametrize(("path", "least"), [("/too-many", 115), ("/too-many-until", 290), ("/closed", 85)])
def test_a_source_is_left_alone_as_long_as_its_host_asks(
    store: Store, site: Site, path: str, least: int
) -> None:
    assert fetched(store, site, path).next_at - time.time() > least
    neighbour = fetched(store, site, "/good", "Neighbour")
    assert neighbour.error is None
    assert "which asks to be left alone" in neighbour.troubles[0].reason
    assert neighbour.next_at - time.time() > least - 5
    assert site.asked["/good"] == 0


def test_a_source_that_fails_again_and_again_is_asked_less_often_and_at_once_after_success(
    store: Store, site: Site
) -> None:
    pauses = []
    for _ in range(3):
        pauses.append(fetched(store, site, "/error").next_at - time.time())
    assert pauses[0] < pauses[1] < pauses[2]
    site.ways["/error"] = lambda visit: visit.answer(site.feed())
    found = fetched(store, site, "/error")
    assert found.failures == 0
    assert found.error is None
    assert found.next_at - time.time() < 61
    assert [(each.reason, each.times) for each in found.troubles] == [
        ("answers 500 (Internal Server Error)", 3)
    ]


def test_the_characters_are_right_whatever_charset_is_declared(store: Store, site: Site) -> None:
    assert fetched(store, site, "/wrong-charset").error is None
    assert fetched(store, site, "/latin-as-utf-8", "Other").error is None
    said = " ".join(texts(store))
    assert "Nuñez di São Paulo" in said
    assert "Señor Nuñez" in said


def test_a_damaged_feed_is_read_as_far_as_it_goes_and_fetched_again_in_full(store: Store, site: Site) -> None:
    found = fetched(store, site, "/cut")
    assert found.new == 5
    assert [each.reason for each in found.troubles] == ["the XML is damaged: what could be repaired was read"]
    assert found.error is None


def test_a_day_that_has_not_come_yet_is_left_out(store: Store, site: Site) -> None:
    fetched(store, site, "/future")
    documents = [each.incoming for each in queue.waiting(store, 10)]
    assert [each.document.published_on for each in documents] == [None, None]
    assert any("has not come yet" in remark for each in documents for remark in each.remarks)


def test_articles_without_a_date_and_with_control_characters_are_read(store: Store, site: Site) -> None:
    assert fetched(store, site, "/undated").new == 2
    assert fetched(store, site, "/control", "Other").new == 1
    assert not any(character in text for text in texts(store) for character in "\x00\x08\x1f")


def test_an_item_without_a_text_is_read_by_its_title_or_skipped_once(store: Store, site: Site) -> None:
    bare = "<rss version='2.0'><channel><item><title>Iran attacked Iraq on Monday.</title></item>"
    rest = "<item><guid>empty-1</guid></item></channel></rss>"
    site.ways["/bare"] = lambda visit: visit.answer((bare + rest).encode())
    for _ in range(2):
        found = fetched(store, site, "/bare")
    assert texts(store) == ["Iran attacked Iraq on Monday."]
    assert [(each.reason, each.times) for each in found.skips] == [("is empty", 1)]


def test_an_article_that_two_feeds_list_is_read_once(store: Store, site: Site) -> None:
    assert fetched(store, site, "/good").new == 5
    assert fetched(store, site, "/changed-ids", "Other feed").new == 0


def test_what_is_on_disk_before_a_fetch_fails_stays(
    store: Store, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The state of a fetch that did not end is not remembered, so that it is repeated in full."""
    fetched(store, site, "/etag")
    site.articles.append(article(6))
    with monkeypatch.context() as patch:
        patch.setattr("ingest.following.outcomes.succeed", lambda *_: None)
        fetched(store, site, "/etag")
    assert len(texts(store)) == 6
    assert fetched(store, site, "/etag").new == 0
    assert site.asked["/etag"] == 3


def test_a_feed_without_items_is_noted_and_fetched_as_often_as_others(store: Store, site: Site) -> None:
    found = fetched(store, site, "/empty")
    assert [each.reason for each in found.troubles] == ["is a feed without items"]
    assert found.error is None
    assert found.next_at - time.time() < 61


def test_a_feed_that_sends_the_same_again_is_not_read_again(
    store: Store, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched(store, site, "/good")
    with monkeypatch.context() as patch:
        patch.delattr(feed, "items_of")  # reading it would fail
        assert fetched(store, site, "/good").error is None
    site.articles.append(article(6))
    assert fetched(store, site, "/good").new == 1


@pytest.mark.slow
def test_a_feed_of_100_000_items_is_read_in_full(
    store: Store, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "_SECONDS", 60.0)
    found = fetched(store, site, "/huge")
    assert found.error is None
    assert found.new == 100_000


def test_the_limits_are_those_of_the_documentation() -> None:
    assert fetching.SECONDS == 60.0
