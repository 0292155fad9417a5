"""A link to a query or an article that is not there names it in words."""

from __future__ import annotations

import pytest

from cypher.database import Database
from tests.explorer.opening import opened, papers


@pytest.mark.parametrize(("language", "said"), [("en", "There is no query"), ("id", "Tidak ada kueri")])
def test_an_unknown_query_is_named(story: Database, language: str, said: str) -> None:
    shown = papers(opened(page="queries", query="saved/no/such", language=language))
    assert said in shown
    assert "saved/no/such" in shown
    assert said not in papers(opened(page="queries", query="saved/people/central", language=language))


@pytest.mark.parametrize(("language", "said"), [("en", "There is no article"), ("id", "Tidak ada artikel")])
def test_an_unknown_article_is_named(story: Database, language: str, said: str) -> None:
    shown = papers(opened(page="documents", document="doc-nowhere", language=language))
    assert said in shown
    assert "doc-nowhere" in shown
    assert "No entity named" not in shown
