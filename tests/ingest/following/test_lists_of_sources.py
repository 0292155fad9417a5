"""Lists of sources in TOML and OPML, and sites whose page names a feed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.errors import UsageError
from cypher.sources import listing
from cypher.sources.source import BUCKET, Source
from cypher.sources.states import states
from cypher.sources.store import Store
from ingest.following.lists import read_list, seconds_of
from tests.conftest import Run
from tests.misbehaving import Site, article, serving

TOML = """
[[source]]
name = "Antara"
url = "https://antara.example/rss"
language = "id"
publisher = "Antara News"
grade = "B"
every = "5m"
full_text = true

[[source]]
feed = "http://localhost:8000/rss"
private = true
every = 30
"""
OPML = """<?xml version="1.0"?><opml version="2.0"><body><outline text="Asia">
<outline type="rss" text="Kompas &amp; co" xmlUrl="https://kompas.example/rss" language="id-ID"/>
<outline type="rss" text="Kompas &amp; co" xmlUrl="https://kompas.example/dunia"/></outline>
<outline text="twice" xmlUrl="https://kompas.example/rss"/><outline text="a folder"/></body></opml>"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(article(1)) as running:
        yield running


def read(folder: Path, text: str, name: str = "sources.toml") -> list[Source]:
    path = folder / name
    path.write_text(text)
    return read_list(path)


def test_a_list_in_toml_states_what_a_source_is(tmp_path: Path) -> None:
    first, second = read(tmp_path, TOML)
    assert first == Source(
        "Antara", "https://antara.example/rss", "feed", "Antara News", "id", "B", 300.0, full_text=True
    )
    assert (second.name, second.every, second.private) == ("localhost/rss", 30.0, True)


def test_feeds_of_a_reader_come_as_opml_each_once_and_under_a_name_of_its_own(tmp_path: Path) -> None:
    found = read(tmp_path, OPML, "feeds.opml")
    assert [(each.name, each.address, each.language) for each in found] == [
        ("Kompas & co", "https://kompas.example/rss", "id"),
        ("Kompas & co (2)", "https://kompas.example/dunia", None),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[source]]\nurl = 'x'\ngrad = 'B'", "has the field 'grad'"),
        ("[[source]]\nname = 'x'", "needs one of url, folder and address"),
        ("[[source]]\nurl = 'x'\ngrade = 'Z'", "graded A to F"),
        ("[[source]]\nurl = 'x'\nevery = 'often'", "is no length of time"),
        ("[[source]]\nurl = 'x'\nevery = 1", "cannot be fetched every 1 s"),
        ("[[source]]\nurl = 'x'\nfull_text = 'yes'", "Write true or false"),
        ("source = 3", "has no"),
        ("", "names no source"),
        ("[[source", "is not TOML"),
    ],
)
def test_a_mistake_in_a_list_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said.replace("[", r"\[")):
        read(tmp_path, text)


@pytest.mark.parametrize(
    "text", ["<opml", "hello", "<rss/>", '<!DOCTYPE x [<!ENTITY a "b">]><opml><body>&a;</body></opml>']
)
def test_what_is_no_opml_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError):
        read(tmp_path, text, "feeds.opml")


def test_lengths_of_time() -> None:
    assert [seconds_of(each) for each in ("90", "1.5m", "2h", "1d")] == [90.0, 90.0, 7200.0, 86_400.0]


def test_the_feed_of_a_site_is_found_by_its_page(command: Run, site: Site, home: Path) -> None:
    ended = command("sources", "add", site.address("/page"), "--private", "--grade", "B", "--json")
    assert ended.code == 0, ended.err
    (added,) = json.loads(ended.out)
    assert added["new"] == 1
    (source,) = listing.listed(Store(home))
    assert (source.address, source.grade, source.private) == (site.address("/good"), "B", True)
    again = command("sources", "add", site.address("/page"), "--private")
    assert again.code == 0
    assert len(listing.listed(Store(home))) == 1


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/none", "is a web page that names no feed"),
        ("/missing", "answers 404"),
        ("/drop", "private network"),
    ],
)
def test_a_site_without_a_feed_is_not_added(
    command: Run, site: Site, home: Path, path: str, said: str
) -> None:
    site.pages["/none"] = b"<!doctype html><html><head></head><body>x</body></html>"
    options = [] if path == "/drop" else ["--private"]
    ended = command("sources", "add", site.address(path), *options)
    assert ended.code == 1
    assert said in ended.err
    assert listing.listed(Store(home)) == []


def test_sources_are_listed_stopped_started_and_removed(command: Run, site: Site, home: Path) -> None:
    command("sources", "add", site.address("/good"), "--private", "--name", "Paper")
    assert "Paper: fetched never" in command("sources", "list").out
    command("sources", "stop", "Paper")
    assert states(Store(home))[0].stopped
    command("sources", "start", "Paper")
    assert not states(Store(home))[0].stopped
    command("sources", "remove", "Paper")
    assert states(Store(home)) == []
    assert "There is no source 'Paper'" in command("sources", "remove", "Paper").err


def test_another_source_of_the_same_name_gets_one_of_its_own(tmp_path: Path) -> None:
    store = Store(tmp_path)
    listing.add(store, Source("Paper", "https://a.example/"))
    assert listing.named_apart(store, Source("Paper", "https://b.example/")).name == "Paper (2)"
    assert listing.named_apart(store, Source("Paper", "https://a.example/")).name == "Paper"


def test_a_bucket_is_added_by_its_address_without_a_look_at_it(command: Run, home: Path) -> None:
    assert command("sources", "add", "s3://news/2024").code == 0
    (source,) = listing.listed(Store(home))
    assert (source.kind, source.address) == (BUCKET, "s3://news/2024")
