"""The page *Actors* on a real engine, without a browser: one actor, two, and what a reader may type."""

from __future__ import annotations

import pytest

from cypher.database import Database
from cypher.judging.annotations import annotate
from cypher.model.graph import Judgement
from explorer.queries.listing import fitting
from explorer.queries.offered import saved_queries
from ingest.loading.load import load
from tests.cypher.results import column
from tests.explorer.opening import opened, papers
from tests.graphs import BROKERS, EXTRACTIONS


def test_an_actor_has_its_offices_partners_adversaries_and_events(story: Database) -> None:
    shown = papers(opened(page="actors", entity="amir-abdollahian"))
    assert "Menteri Luar Negeri" in shown
    assert '"OpenPair", "first": "amir-abdollahian", "second": "muttaqi"' in shown
    assert "menelepon" in shown
    assert "Adversaries" not in shown


def test_an_actor_is_described_in_indonesian(story: Database) -> None:
    shown = papers(opened(page="actors", entity="amir-abdollahian", language="id"))
    assert "Berunding" in shown
    assert "consult" not in shown


def test_a_pair_is_compared_with_another_one_on_the_page_of_queries(story: Database) -> None:
    """The button fills in one pair, whose curve is drawn until another one is chosen."""
    shown = papers(opened(page="actors", entity="ISR", other="hamas", language="id"))
    assert "Bandingkan dengan pasangan lain" in shown
    assert '"OpenQuery", "query": "saved/bilateral/compared_months", "entities": ["ISR", "hamas"]' in shown
    pair = {"first": "ISR", "second": "hamas"}
    assert list(fitting(saved_queries(), ["ISR", "hamas"])["saved/bilateral/compared_months"]) == [*pair]
    app = opened(page="queries", query="saved/bilateral/compared_months", level="state", **pair)
    assert not app.exception
    assert [tab.label for tab in app.tabs].count("Chart") == 1


def test_two_actors_without_events_say_so(story: Database) -> None:
    shown = papers(opened(page="actors", entity="IDN", other="USA"))
    assert "This lens shows no events between them." in shown


def test_the_mediators_of_a_pair_are_named(graph: Database) -> None:
    load(graph, [*EXTRACTIONS, BROKERS])
    mediated = papers(opened(page="actors", entity="ISR", other="hamas", lens="all"))
    assert '"OpenProfile", "entity": "taliban"' in mediated
    assert '"OpenProfile", "entity": "QAT"' not in mediated


def test_two_actors_stand_side_by_side(story: Database) -> None:
    app = opened(page="actors", entity="IRN", other="USA", level="state")
    shown = papers(app)
    assert "This lens shows no events between them." not in shown
    assert all(claim in shown for claim in ("claim-swap", "claim-sanctions"))
    assert app.query_params["other"] == "USA"


def test_a_rejected_claim_leaves_the_page(story: Database) -> None:
    asked = {"entity": "hamas", "lens": "not_rejected"}
    assert "claim-attack" in column(story.read("explore/evidence_of", **asked), "claim")
    annotate(story, "claim-attack", Judgement.REJECTED, author="ani")
    assert "claim-attack" not in column(story.read("explore/evidence_of", **asked), "claim")


def test_without_an_actor_the_page_asks_for_one(story: Database) -> None:
    assert "Choose an actor, or two to compare." in papers(opened(page="actors"))


@pytest.mark.parametrize("typed", ["<img src=x>", "no-such-actor", "'; MATCH (n) DETACH DELETE n //"])
def test_an_unknown_actor_in_a_link_is_named(story: Database, typed: str) -> None:
    shown = papers(opened(page="actors", entity=typed))
    assert "No entity in the graph is called" in shown
    assert story.read("explore/entity", entity="IRN").rows


def test_an_actor_beside_itself_is_shown_alone(story: Database) -> None:
    shown = papers(opened(page="actors", entity="IRN", other="IRN"))
    assert "Iran → Iran" not in shown
    assert "Offices and affiliation" in shown


def test_what_the_curve_leaves_out_is_said_below_it(story: Database) -> None:
    assert "1 claim has no date and is not drawn." in papers(opened(page="actors", entity="AFG"))
    assert "1 klaim tidak bertanggal" in papers(opened(page="actors", entity="AFG", language="id"))
    assert "is not drawn" not in papers(opened(page="actors", entity="hamas", other="ISR"))


def test_an_actor_whose_events_have_no_month_has_no_curve(story: Database) -> None:
    shown = papers(opened(page="actors", entity="AFG", level="state", lens="trusted", known_by="2023-10-09"))
    assert "No event is dated to a month in the news, so there is no curve." in shown
