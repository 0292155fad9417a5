"""The id of an item is its identity within its feed, unless title and text are those of something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cypher.database import Database
from cypher.sources import listing
from cypher.sources.source import Source
from cypher.sources.states import State, states
from cypher.sources.store import Store
from tests.conftest import Run
from tests.misbehaving import Article, Site, Visit, article, serving

pytestmark = pytest.mark.usefixtures("impatient")

TEXT = (
    "Iran attacked Norway after the incident at the border. The ministers of both countries meet on Monday "
    "in Oslo, where they want to speak about the prisoners and about the ships that wait in the port."
)
OTHER = (
    "Egypt praised Kenya for its help during the flood. Farmers near Nairobi lost their harvest, and "
    "engineers from Cairo repair two bridges until the end of May."
)
DOCUMENTS = (
    "MATCH (document:Document) RETURN document.id AS id, document.title AS title, document.text AS text "
    "ORDER BY title"
)


class Feed:
    """A feed of one item, whose title and link can be changed."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.item: Article = replace(article(1), text=TEXT)
        self.title = "Ministers meet after the attack on Norway"
        site.ways["/items"] = self._answer

    def _answer(self, visit: Visit) -> None:
        self.site.articles[:] = [self.item]
        visit.answer(self.site.feed().replace(b"Report 1", self.title.encode()))


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def feed(site: Site) -> Feed:
    return Feed(site)


@pytest.fixture
def store(graph: Database, home: Path, feed: Feed) -> Store:
    store = Store(home)
    listing.add(store, Source("Paper", feed.site.address("/items"), private=True))
    return store


def again(command: Run, store: Store) -> State:
    listing.fetch_soon(store, "Paper")
    assert command("follow", "--once").code == 0
    return next(each for each in states(store) if each.source.name == "Paper")


def documents(graph: Database) -> list[dict[str, object]]:
    return graph.read_text(DOCUMENTS).records()


def test_a_new_title_and_a_new_link_are_corrections_of_the_same_article(
    command: Run, store: Store, feed: Feed, graph: Database
) -> None:
    again(command, store)
    (before,) = documents(graph)
    feed.title = "Oslo: talks about prisoners and ships"
    feed.item.link = "https://paper.example/2026/talks-about-prisoners.html"
    found = again(command, store)
    (after,) = documents(graph)
    assert after["id"] == before["id"]
    assert after["title"] == "Oslo: talks about prisoners and ships"
    assert (found.loaded, found.corrected) == (1, 1)
    assert again(command, store).corrected == 1


def test_a_new_title_link_and_text_that_tell_of_the_same_are_a_correction(
    command: Run, store: Store, feed: Feed, graph: Database
) -> None:
    again(command, store)
    (before,) = documents(graph)
    feed.title = "Oslo: talks about prisoners"
    feed.item.link = "https://paper.example/other.html"
    feed.item.text = TEXT.replace("attacked", "condemned")
    again(command, store)
    (after,) = documents(graph)
    assert after["id"] == before["id"]
    assert "condemned" in str(after["text"])


def test_a_link_alone_that_changes_adds_nothing(
    command: Run, store: Store, feed: Feed, graph: Database
) -> None:
    again(command, store)
    feed.item.link = "https://www.paper.example/moved/1.html"
    again(command, store)
    assert len(documents(graph)) == 1


def test_an_id_that_is_used_again_for_something_else_is_another_article(
    command: Run, store: Store, feed: Feed, graph: Database
) -> None:
    again(command, store)
    feed.title = "Bridges after the flood"
    feed.item.link = "https://paper.example/flood.html"
    feed.item.text = OTHER
    found = again(command, store)
    assert [row["title"] for row in documents(graph)] == [
        "Bridges after the flood",
        "Ministers meet after the attack on Norway",
    ]
    assert (found.loaded, found.corrected) == (2, 0)


def test_an_id_that_all_items_share_is_none(
    command: Run, store: Store, feed: Feed, graph: Database, site: Site
) -> None:
    """Each item stays an article of its own, also where their texts are alike."""
    site.articles[:] = [replace(article(number), guid="one") for number in (1, 2, 3)]
    site.ways["/items"] = lambda visit: visit.answer(site.feed())
    again(command, store)
    assert len(documents(graph)) == 3
    found = again(command, store)
    assert (len(documents(graph)), found.corrected) == (3, 0)


def test_the_same_id_in_another_feed_is_another_identity(
    command: Run, store: Store, feed: Feed, graph: Database
) -> None:
    again(command, store)
    with serving(replace(article(1, "https://other.example"), text=OTHER)) as other:
        listing.add(store, Source("Other", other.address("/good"), private=True))
        again(command, store)
    assert len(documents(graph)) == 2
