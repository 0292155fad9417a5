"""The list of articles: the newest come first, whether few of the newest weeks are read or all."""

from __future__ import annotations

from datetime import date

import pytest

from cypher.database import Database
from explorer.reads import documents
from ingest.loading.load import load
from tests.graphs import EXTRACTIONS


@pytest.mark.parametrize("most", [1, 3, 200])
@pytest.mark.parametrize("title", ["", "iran"])
def test_the_newest_articles_are_those_of_all_articles(
    database: Database, monkeypatch: pytest.MonkeyPatch, most: int, title: str
) -> None:
    load(database, EXTRACTIONS)
    asked: list[object] = []

    def read(record: type, name: str, **parameters: object) -> list[object]:
        asked.append(parameters.get("since"))
        return list(database.rows(record, name, **parameters))

    monkeypatch.setattr(documents, "read", read)
    newest = database.read("explore/newest_day").rows[0][0]
    monkeypatch.setattr(documents, "newest_day", lambda: date.fromisoformat(newest))
    monkeypatch.setattr(documents, "DOCUMENTS", most)
    found = [row.document for row in documents.documents(title, "trusted")]
    every = database.read("explore/documents", text=title or None, lens="trusted", limit=most).records()
    assert found == [row["document"] for row in every]
    assert asked[0] == "2024-01-19"
    assert len(asked) == (1 if most == 1 and not title else 2)
