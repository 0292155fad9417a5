"""Pages of the app on a graph that has event data only, and no articles."""

from __future__ import annotations

from dataclasses import replace

from cypher.cases.collecting import sentence_items
from cypher.database import Database
from cypher.model.graph import Sign
from ingest.loading.coded.load import load_coded
from tests.coded_events import ALMANAC, coded, report, resolved
from tests.explorer.opening import opened, papers
from tests.graphs import tie_id


def test_the_page_of_articles_says_that_there_are_none(graph: Database) -> None:
    load_coded(graph, ALMANAC, [coded("a", "IRN", "USA")], resolve=resolved)
    assert "No articles" in papers(opened(page="documents"))
    assert "Nothing was published by that day" in papers(opened(page="documents", known_by="1999-01-01"))


def test_an_article_offers_its_sentences_only_where_it_has_some(graph: Database) -> None:
    mute, quoting = report("mute"), report("quoting", text="The fleets met off Hanoi.")
    load_coded(
        graph, ALMANAC, [coded("a", "IRN", "USA", mute), coded("b", "IRN", "USA", quoting)], resolve=resolved
    )
    shown = {}
    for row in graph.read(
        "explore/evidence", tie=tie_id("IRN", "USA", Sign.COOPERATION), lens="all"
    ).records():
        shown[row["url"]] = papers(opened(page="documents", lens="all", document=row["document"]))
    assert len(shown) == 2
    for url, drawn in shown.items():
        assert "The data set gives no text of this article." in drawn
        assert "1 claim" in drawn
        for act in ("ChooseSentence", "QuoteArticle"):
            assert (act in drawn) == url.endswith("quoting")


def test_a_sentence_without_words_cannot_be_put_into_a_case(graph: Database) -> None:
    told = (
        report("both", text="The fleets met off Hanoi."),
        replace(report("mute"), document="https://news.test/both", sentence=1),
    )
    load_coded(graph, ALMANAC, [coded("a", "IRN", "USA", *told)], resolve=resolved)
    (row, *_) = graph.read(
        "explore/evidence", tie=tie_id("IRN", "USA", Sign.COOPERATION), lens="all"
    ).records()
    assert [each.quote for each in sentence_items(graph, row["document"], {})] == [
        "The fleets met off Hanoi."
    ]
