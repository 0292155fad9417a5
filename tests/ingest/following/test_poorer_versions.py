"""An article that was read whole stays whole when its teaser comes later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cypher.database import Database, Role, Settings, connect
from cypher.judging.annotations import annotate
from cypher.model.graph import Judgement
from cypher.sources import listing
from cypher.sources.source import Source
from cypher.sources.states import State, states
from cypher.sources.store import Store
from ingest.following import queue
from ingest.following.fetching import fetch
from tests.conftest import Run
from tests.misbehaving import Site, Visit, article, rss, serving

pytestmark = pytest.mark.usefixtures("impatient")

FIRST = "Iran attacked Norway after the incident at the border."
SECOND = "France invaded Peru after the talks in the capital."
REST = " ".join(
    f"The ministers spoke about point {number} of the treaty for a long time." for number in range(12)
)
WHOLE = f"{FIRST} {SECOND} {REST}"
TEASER = f"{FIRST} The ministers spoke about point 0 of…"
CLAIMS = """
MATCH (document:Document)<-[:OF]-(:Sentence)<-[:IN]-(claim:Claim)
RETURN document.text AS text, claim.id AS claim, claim.verdict AS verdict ORDER BY claim
"""


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(replace(article(1), text=WHOLE)) as running:
        yield running


@pytest.fixture
def store(graph: Database, home: Path, site: Site) -> Store:
    """The list of sources of an empty graph, with one paper."""
    store = Store(home)
    listing.add(store, Source("Paper", site.address("/good"), private=True, publisher="The Paper"))
    return store


def state(store: Store, name: str = "Paper") -> State:
    return next(each for each in states(store) if each.source.name == name)


def again(command: Run, store: Store, name: str = "Paper") -> None:
    listing.fetch_soon(store, name)
    assert command("follow", "--once").code == 0


def texts(graph: Database) -> list[str]:
    return [str(row[0]) for row in graph.read_text("MATCH (d:Document) RETURN d.text").rows]


def test_the_same_feed_that_shrinks_to_teasers_takes_nothing_away(
    command: Run, store: Store, site: Site, graph: Database, embedded: Settings
) -> None:
    again(command, store)
    claim = str(graph.read_text(CLAIMS).records()[0]["claim"])
    with connect(embedded, Role.ANALYST) as database:
        annotate(database, claim, Judgement.VERIFIED, author="ani")
    before = graph.read_text(CLAIMS).records()
    assert len(before) >= 2
    site.articles[0].text = TEASER
    again(command, store)
    assert graph.read_text(CLAIMS).records() == before
    found = state(store)
    assert (found.loaded, found.corrected, found.skipped) == (1, 0, 1)
    assert "much shorter" in found.skips[0].reason
    again(command, store)
    assert state(store).skipped == 1  # said once, not in each round


def test_a_correction_of_about_the_same_length_still_replaces(
    command: Run, store: Store, site: Site, graph: Database
) -> None:
    again(command, store)
    site.articles[0].text = WHOLE.replace("invaded", "condemned")
    again(command, store)
    assert texts(graph) == [site.articles[0].text]
    assert (state(store).corrected, state(store).skipped) == (1, 0)


def test_a_correction_that_leaves_out_a_sentence_still_replaces(
    command: Run, store: Store, site: Site, graph: Database
) -> None:
    again(command, store)
    site.articles[0].text = WHOLE.replace(f"{SECOND} ", "")
    again(command, store)
    assert texts(graph) == [site.articles[0].text]


def test_a_teaser_that_grows_into_the_whole_text_is_replaced(
    command: Run, store: Store, site: Site, graph: Database
) -> None:
    site.articles[0].text = TEASER
    again(command, store)
    site.articles[0].text = WHOLE
    again(command, store)
    assert texts(graph) == [WHOLE]
    assert state(store).corrected == 1


def test_a_correction_after_a_teaser_was_passed_over_still_comes(
    command: Run, store: Store, site: Site, graph: Database
) -> None:
    again(command, store)
    site.articles[0].text = TEASER
    again(command, store)
    site.articles[0].text = WHOLE.replace("invaded", "condemned")
    again(command, store)
    assert texts(graph) == [site.articles[0].text]
    assert (state(store).corrected, state(store).skipped) == (1, 1)


def test_a_short_notice_in_the_place_of_the_article_is_passed_over_and_counted(
    command: Run, store: Store, site: Site, graph: Database
) -> None:
    """A withdrawal cannot be told from a wall before the article: the reason says what to do."""
    again(command, store)
    site.articles[0].text = "This report was wrong and has been withdrawn by the editors."
    again(command, store)
    assert texts(graph) == [WHOLE]
    assert "withdrawn" in state(store).skips[0].hint


def test_a_teaser_that_comes_before_the_whole_text_was_loaded_is_passed_over(
    store: Store, site: Site
) -> None:
    source = Source("Paper", site.address("/good"), private=True)
    fetch(store, source)
    site.articles[0].text = TEASER
    fetch(store, source)
    assert [each.incoming.document.text for each in queue.waiting(store, 10)] == [WHOLE]
    assert (state(store).waiting, state(store).skipped) == (1, 1)


def test_what_a_person_adds_by_hand_is_always_added(command: Run, graph: Database, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    for text in (WHOLE, TEASER):
        path.write_text(text)
        assert command("ingest", str(path)).code == 0
    assert sorted(texts(graph)) == sorted([WHOLE, TEASER])


def test_a_teaser_is_passed_over_once_however_often_its_entry_says_that_it_was_updated(
    store: Store, site: Site
) -> None:
    def entry(text: str, hour: int) -> None:
        said = f"<updated>2026-03-05T{hour:02}:00:00Z</updated><link href='https://paper.example/1'/>"
        item = f"<entry><title>Report 1</title><id>1</id>{said}<summary>{text}</summary></entry>"
        feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>The Paper</title>{item}</feed>"
        site.ways["/atom"] = lambda visit: visit.answer(feed.encode())

    source = Source("Atom", site.address("/atom"), private=True)
    listing.add(store, source)
    for hour, text in enumerate((WHOLE, TEASER, TEASER, TEASER)):
        entry(text, hour)
        fetch(store, source)
    assert state(store, "Atom").skipped == 1


def test_an_item_that_an_earlier_release_wrote_is_measured_when_it_comes_again(
    command: Run, store: Store, site: Site, graph: Database
) -> None:
    again(command, store)
    with store.writing() as database:
        database.execute("UPDATE item SET length = NULL, teaser = NULL, sample = NULL")
    site.articles.append(article(2))
    again(command, store)
    site.articles[0].text = TEASER
    again(command, store)
    assert WHOLE in texts(graph)


def test_a_page_that_can_be_fetched_no_longer_leaves_the_whole_text(
    command: Run, store: Store, site: Site, graph: Database
) -> None:
    site.pages["/robots.txt"] = b"User-agent: *\nAllow: /\n"
    words = f"<p>{WHOLE}</p>"
    site.pages["/9.html"] = f"<html><body><article><h1>Report 9</h1>{words}</article></body></html>".encode()
    site.articles[:] = [replace(article(9, site.address("")), text=TEASER)]
    source = Source("Paper", site.address("/good"), private=True, publisher="The Paper", full_text=True)
    listing.add(store, source)
    again(command, store)
    assert SECOND in texts(graph)[0]

    def later(visit: Visit) -> None:
        visit.answer(rss([replace(site.articles[0], text=f"{TEASER} Updated.")]))

    site.ways["/good"] = later
    del site.pages["/9.html"]
    again(command, store)
    assert SECOND in texts(graph)[0]
    listing.add(store, replace(source, full_text=False))
    site.articles[0].text = f"In brief: {TEASER}"
    del site.ways["/good"]
    again(command, store)
    assert SECOND in texts(graph)[0]
