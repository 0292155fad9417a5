"""Claims of the second reader in a real graph: hidden from *trusted*, and gone without the model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.database import Database, Role, Settings, connect
from cypher.model.graph import Lens
from tests.conftest import Run, empty
from tests.ingest.second_reader.model_server import ModelServer, answering, event, events

DOUBTFUL = "Canberra hit out at Jakarta over the boats."
ARTICLE = f"JAKARTA - Indonesia and Australia spoke on Monday. {DOUBTFUL}"


@pytest.fixture(scope="module")
def home(embedded: Settings) -> Path:
    return embedded.home


@pytest.fixture
def graph(embedded: Settings) -> Iterator[Database]:
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        yield database


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    """A model that calls every sentence with Canberra and Jakarta an accusation."""

    def answer(sentence: str) -> str:
        if "hit out" not in sentence:
            return events()
        return events(event("hit out", "Canberra", "Jakarta", type="ACCUSE"))

    with answering(answer) as server:
        monkeypatch.setenv("KONSTELASI_LLM_URL", server.url)
        monkeypatch.setenv("KONSTELASI_LLM_MODEL", "made-up-1")
        monkeypatch.setenv("KONSTELASI_LLM_KEY", "hush")
        yield server


def claims(graph: Database, lens: Lens) -> list[str]:
    text = (
        "MATCH (c:Claim)-[:ASSERTS]->(e:Event) WHERE c.extractor = 'llm+made-up-1' AND $lens IN c.lenses "
        "RETURN c.event_type AS type"
    )
    return [row[0] for row in graph.read_text(text.replace("$lens", f"'{lens.value}'")).rows]


def test_they_are_loaded_judged_and_removed(
    command: Run, model: ModelServer, graph: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "news.jsonl"
    row = {"text": ARTICLE, "language": "en", "published_on": "2024-05-06", "title": "Words over boats"}
    file.write_text(json.dumps(row) + "\n")
    ended = command("ingest", str(file), "--json")
    assert ended.code == 0, ended.err
    assert "second reader made-up-1: 1 sentences read again" in ended.err
    assert json.loads(ended.out)["second_reader"]["tokens_read"] == 400
    assert model.keys == ["Bearer hush"]
    assert claims(graph, Lens.NOT_REJECTED) == ["ACCUSE"]
    assert claims(graph, Lens.TRUSTED) == []
    asked = len(model.asked)
    assert command("reread").code == 0
    assert len(model.asked) == asked
    assert claims(graph, Lens.NOT_REJECTED) == ["ACCUSE"]
    monkeypatch.delenv("KONSTELASI_LLM_URL")
    assert command("reread").code == 0
    assert claims(graph, Lens.NOT_REJECTED) == []
