"""An article that a feed gives again with another text takes the place of its earlier version."""

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

STAYS = "Iran attacked Norway after the incident at the border."
GOES = "France invaded Peru after the talks in the capital."
COMES = "France condemned Peru after the talks in the capital."
ARTICLES = tuple(replace(article(number), text=f"{STAYS} {GOES} Number {number}.") for number in (1, 2, 3))
DOCUMENTS = (
    "MATCH (document:Document) RETURN document.id AS id, document.title AS title, document.text AS text "
    "ORDER BY title"
)
CLAIMS = """
MATCH (:Document {title: $title})<-[:OF]-(sentence:Sentence)<-[:IN]-(claim:Claim)
RETURN claim.id AS claim, sentence.text AS sentence, claim.verdict AS verdict
"""


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(*ARTICLES) as running:
        yield running


@pytest.fixture
def followed(graph: Database, home: Path, site: Site) -> Store:
    """A source with three articles, in an empty graph."""
    store = Store(home)
    listing.add(store, Source("Paper", site.address("/good"), private=True))
    return store


def state(store: Store) -> State:
    return next(each for each in states(store) if each.source.name == "Paper")


def again(command: Run, store: Store) -> None:
    listing.fetch_soon(store, "Paper")
    assert command("follow", "--once").code == 0


def claims(graph: Database, title: str = "Report 1") -> dict[str, dict[str, object]]:
    rows = graph.read_text(CLAIMS, {"title": title}).records()
    return {str(row["sentence"]): row for row in rows}


def test_a_new_version_takes_the_place_of_the_earlier_one_and_verdicts_stay_where_they_can(
    command: Run, followed: Store, site: Site, graph: Database, embedded: Settings
) -> None:
    again(command, followed)
    before = graph.read_text(DOCUMENTS).records()
    old = claims(graph)
    assert {STAYS, GOES} <= set(old)
    with connect(embedded, Role.ANALYST) as database:
        annotate(database, str(old[STAYS]["claim"]), Judgement.VERIFIED, author="ani")
        annotate(database, str(old[GOES]["claim"]), Judgement.REJECTED, author="ani")
    others = claims(graph, "Report 2")

    site.articles[0].text = f"Corrected today. {STAYS} {COMES}"
    again(command, followed)
    after = graph.read_text(DOCUMENTS).records()
    assert [each["id"] for each in after] == [each["id"] for each in before]
    assert after[0]["text"] == f"Report 1\n\n{site.articles[0].text}"
    assert after[1:] == before[1:]
    found = claims(graph)
    assert GOES not in found
    assert found[COMES]["verdict"] == "none"
    assert (found[STAYS]["claim"], found[STAYS]["verdict"]) == (old[STAYS]["claim"], "verified")
    assert claims(graph, "Report 2") == others
    (orphan,) = graph.read("explore/orphan_annotations").records()
    assert orphan["claim"] == old[GOES]["claim"]
    assert (state(followed).loaded, state(followed).corrected, state(followed).new) == (3, 1, 0)
    assert "3 loaded, 0 skipped, 1 corrected" in state(followed).line()


def test_a_title_that_changes_is_a_correction_and_the_same_again_is_none(
    command: Run, followed: Store, site: Site, graph: Database
) -> None:
    again(command, followed)

    def renamed(visit: Visit) -> None:
        visit.answer(visit.site.feed().replace(b"Report 2", b"A better title"))

    site.ways["/good"] = renamed
    for _ in range(2):
        again(command, followed)
        titles = [row["title"] for row in graph.read_text(DOCUMENTS).records()]
        assert titles == ["A better title", "Report 1", "Report 3"]
        assert state(followed).corrected == 1
    del site.ways["/good"]
    again(command, followed)
    assert state(followed).corrected == 1  # the earlier text again, without a later date


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def fetched(store: Store, source: Source) -> list[str]:
    """Fetch a source; return the texts that wait for the graph now, and let them be loaded."""
    listing.add(store, source)
    fetch(store, source)
    waiting = queue.waiting(store, 1000)
    queue.finish(store, waiting, [])
    return [each.incoming.document.text for each in waiting]


def test_another_source_with_another_teaser_corrects_nothing(store: Store, site: Site) -> None:
    fetched(store, Source("Paper", site.address("/good"), private=True))

    def teaser(visit: Visit) -> None:
        visit.answer(rss([replace(each, text=f"In short: {each.text}") for each in visit.site.articles]))

    site.ways["/short"] = teaser
    assert fetched(store, Source("Short", site.address("/short"), private=True)) == []
    assert sum(each.corrected for each in states(store)) == 0


def atom(*entries: tuple[int, str, str]) -> bytes:
    """An Atom feed of entries: number, moment of the latest change, and summary."""
    items = "".join(
        f"<entry><title>Report {number}</title><id>paper-{number}</id><updated>{moment}</updated>"
        f"<link href='{{site}}/{number}.html'/><summary>{summary}</summary></entry>"
        for number, moment, summary in entries
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>The Paper</title>{items}</feed>".encode()


class Atom:
    """A feed with the pages of its articles."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.entries = [(number, f"2026-03-0{number}T08:00:00Z", f"Teaser {number}.") for number in (1, 2, 3)]
        site.pages["/robots.txt"] = b"User-agent: *\nAllow: /\n"
        site.ways["/atom"] = lambda visit: visit.answer(
            atom(*self.entries).replace(b"{site}", self.site.address("").encode())
        )
        for number in (1, 2, 3):
            self.write(number, GOES)

    def write(self, number: int, text: str) -> None:
        """Give a page a text."""
        words = " ".join([text, STAYS] * 6)
        page = f"<html><body><article><h1>Report {number}</h1><p>{words}</p></article></body></html>"
        self.site.pages[f"/{number}.html"] = page.encode()

    def asked(self) -> list[int]:
        """How often each page was asked for."""
        return [self.site.asked[f"/{number}.html"] for number in (1, 2, 3)]

    def source(self) -> Source:
        return Source("Paper", self.site.address("/atom"), private=True, full_text=True)


def test_a_page_is_read_again_only_when_its_own_entry_says_that_it_was_changed(
    store: Store, site: Site
) -> None:
    paper = Atom(site)
    assert len(fetched(store, paper.source())) == 3
    assert paper.asked() == [1, 1, 1]
    paper.write(2, COMES)
    paper.entries[1] = (2, "2026-03-02T09:30:00Z", "Teaser 2.")
    (text,) = fetched(store, paper.source())
    assert COMES in text
    assert paper.asked() == [1, 2, 1]
    paper.entries[2] = (3, "2026-03-04T09:30:00Z", "Teaser 3.")  # its page is as it was
    assert fetched(store, paper.source()) == []
    assert paper.asked() == [1, 2, 2]
    paper.entries[1] = (2, "2026-03-01T09:30:00Z", "Teaser 2, as it was once.")  # an older copy
    assert fetched(store, paper.source()) == []
    assert paper.asked() == [1, 2, 2]
    assert state(store).corrected == 1


def test_a_feed_that_gives_all_entries_the_moment_of_its_writing_is_not_read_in_every_round(
    store: Store, site: Site
) -> None:
    paper = Atom(site)
    for hour in range(8, 12):
        paper.entries = [
            (number, f"2026-03-05T{hour:02}:00:00Z", f"Teaser {number}.") for number in (1, 2, 3)
        ]
        fetched(store, paper.source())
    assert paper.asked() == [1, 1, 1]
    assert state(store).corrected == 0


def test_the_earlier_text_stays_while_the_page_of_a_corrected_article_cannot_be_read(
    store: Store, site: Site
) -> None:
    paper = Atom(site)
    fetched(store, paper.source())
    kept = site.pages.pop("/1.html")
    paper.entries[0] = (1, "2026-03-06T08:00:00Z", "Another teaser.")
    assert fetched(store, paper.source()) == []
    assert "its earlier text stays" in state(store).troubles[0].reason
    site.pages["/1.html"] = kept.replace(GOES.encode(), COMES.encode())
    paper.entries[0] = (1, "2026-03-06T09:00:00Z", "Another teaser.")
    (text,) = fetched(store, paper.source())
    assert COMES in text
    assert state(store).corrected == 1


def test_a_version_that_comes_before_the_first_was_loaded_is_loaded_instead(store: Store, site: Site) -> None:
    source = Source("Paper", site.address("/good"), private=True)
    listing.add(store, source)
    fetch(store, source)
    site.articles[0].text = f"{STAYS} {COMES}"
    fetch(store, source)
    waiting = [each.incoming.document.text for each in queue.waiting(store, 10)]
    assert len(waiting) == 3
    assert waiting[0].endswith(site.articles[0].text)
    assert state(store).corrected == 0


def test_a_version_that_comes_while_the_first_is_being_loaded_is_loaded_after_it(
    store: Store, site: Site
) -> None:
    source = Source("Paper", site.address("/good"), private=True)
    listing.add(store, source)
    fetch(store, source)
    being_loaded = queue.waiting(store, 10)
    site.articles[0].text = f"{COMES} {STAYS} At last."
    fetch(store, source)
    queue.finish(store, being_loaded, [])
    (waiting,) = queue.waiting(store, 10)
    assert waiting.incoming.document.text.endswith(site.articles[0].text)
    queue.finish(store, [waiting], [])
    assert (state(store).loaded, state(store).waiting) == (3, 0)


def test_an_item_that_could_not_be_used_is_read_once_it_has_a_text(store: Store, site: Site) -> None:
    link = "<link>https://paper.example/7.html</link>"
    texts = ["", "", STAYS, STAYS]

    def item(visit: Visit) -> None:
        text = texts[site.asked["/late"] - 1]
        said = f"{link}<pubDate>{site.asked['/late']}</pubDate><description>{text}</description>"
        visit.answer(f"<rss version='2.0'><channel><item>{said}</item></channel></rss>".encode())

    site.ways["/late"] = item
    source = Source("Paper", site.address("/late"), private=True)
    assert [fetched(store, source) for _ in texts] == [[], [], [STAYS], []]
    assert (state(store).loaded, state(store).skipped, state(store).corrected) == (1, 0, 0)
    assert state(store).skips == ()
