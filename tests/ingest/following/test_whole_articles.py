"""The pages of articles: read only where the source and the host allow that."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.sources import listing
from cypher.sources.source import Source
from cypher.sources.store import Store
from ingest.documents import Incoming
from ingest.following import queue
from ingest.following.fetching import fetch
from ingest.following.kinds import feed
from ingest.following.web.robots import Robots
from tests.misbehaving import Site, article, sentence, serving

LONG = " ".join(
    f"{sentence(number)} The ministers spoke about it for a long time." for number in range(40, 60)
)
PAGE = (
    "<!doctype html><html><head><title>Report 1</title></head><body><nav>Home News</nav>"
    f"<article><h1>Report 1</h1><p>{LONG}</p></article><footer>Terms</footer></body></html>"
).encode()


@pytest.fixture(autouse=True)
def forgetful(impatient: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hosts are asked without a pause, and for their robots.txt in each test."""
    monkeypatch.setattr(feed, "_ROBOTS", Robots())


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        running.articles.append(article(1, running.address("/news")))
        running.pages["/news/1.html"] = PAGE
        yield running


def read(site: Site, folder: Path, *, full_text: bool = True) -> Incoming:
    store = Store(folder)
    source = Source("Paper", site.address("/good"), private=True, full_text=full_text)
    listing.add(store, source)
    for _ in range(2):
        fetch(store, source)
    (found,) = queue.waiting(store, 10)
    return found.incoming


def says(robots: str) -> object:
    return lambda visit: visit.answer(robots.encode(), kind="text/plain")


def test_the_page_is_read_once_where_source_and_host_allow_it(site: Site, tmp_path: Path) -> None:
    found = read(site, tmp_path)
    assert "The ministers spoke about it" in found.document.text
    assert "Terms" not in found.document.text
    assert found.document.title == "Report 1"
    assert (site.asked["/news/1.html"], site.asked["/robots.txt"]) == (1, 1)


def test_a_source_without_leave_has_only_the_text_of_its_feed(site: Site, tmp_path: Path) -> None:
    assert sentence(1) in read(site, tmp_path, full_text=False).document.text
    assert not site.asked["/news/1.html"]
    assert not site.asked["/robots.txt"]


@pytest.mark.parametrize(
    "robots",
    [
        "User-agent: *\nDisallow: /news/",
        "User-agent: konstelasi\nDisallow: /",
        "User-agent: *\nDisallow: /*.html$",
        "User-agent: *\nAllow: /\nDisallow: /news/*1",
    ],
)
def test_a_page_that_robots_may_not_read_is_not_fetched(site: Site, tmp_path: Path, robots: str) -> None:
    site.ways["/robots.txt"] = says(robots)  # type: ignore[assignment]
    found = read(site, tmp_path)
    assert not site.asked["/news/1.html"]
    assert sentence(1) in found.document.text
    assert any("allows no robots" in each for each in found.remarks)


@pytest.mark.parametrize(
    "robots",
    ["", "User-agent: other\nDisallow: /", "User-agent: *\nDisallow: /admin", "not a robots file \x01"],
)
def test_a_page_that_robots_may_read_is_fetched(site: Site, tmp_path: Path, robots: str) -> None:
    site.ways["/robots.txt"] = says(robots)  # type: ignore[assignment]
    assert "The ministers spoke about it" in read(site, tmp_path).document.text


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_host_that_does_not_say_what_it_allows_allows_nothing(
    site: Site, tmp_path: Path, status: int
) -> None:
    site.ways["/robots.txt"] = lambda visit: visit.answer(b"", status)
    assert sentence(1) in read(site, tmp_path).document.text
    assert not site.asked["/news/1.html"]


def test_the_pause_that_a_host_asks_for_is_kept(site: Site, tmp_path: Path) -> None:
    site.ways["/robots.txt"] = says("User-agent: *\nCrawl-delay: 1")  # type: ignore[assignment]
    site.articles.append(article(2, site.address("/news")))
    site.pages["/news/2.html"] = PAGE.replace(b"Report 1", b"Report 2")
    store = Store(tmp_path)
    source = Source("Paper", site.address("/good"), private=True, full_text=True)
    listing.add(store, source)
    began = time.monotonic()
    fetch(store, source)
    assert time.monotonic() - began >= 1.9
    assert site.asked["/news/2.html"] == 1


def test_a_page_that_fails_leaves_the_text_of_the_feed_and_says_why(site: Site, tmp_path: Path) -> None:
    del site.pages["/news/1.html"]
    found = read(site, tmp_path)
    assert sentence(1) in found.document.text
    assert any("its page answers 404" in each for each in found.remarks)


def test_a_link_of_the_feed_into_a_private_network_is_not_followed(site: Site, tmp_path: Path) -> None:
    with serving(article(9)) as inside:
        site.articles[0].link = inside.address("/news/1.html")
        found = read(site, tmp_path)
        assert not inside.asked
    assert any("is in a private network" in each or "allows no robots" in each for each in found.remarks)
