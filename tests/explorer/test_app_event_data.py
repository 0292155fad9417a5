"""Pages of the app on a graph that has event data only, and no articles."""

from __future__ import annotations

from cypher.database import Database
from ingest.loading.coded.load import load_coded
from tests.coded_events import ALMANAC, coded, resolved
from tests.explorer.opening import opened, papers


def test_the_page_of_articles_says_that_there_are_none(graph: Database) -> None:
    load_coded(graph, ALMANAC, [coded("a", "IRN", "USA")], resolve=resolved)
    assert "No articles" in papers(opened(page="documents"))
    assert "Nothing was published by that day" in papers(opened(page="documents", known_by="1999-01-01"))
