"""Events that the news only supposes: they form no ties, and are listed for those who would take part."""

from __future__ import annotations

import pytest

from cypher.database import Database
from cypher.model.graph import EventStatus, Extraction
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.cypher.results import column
from tests.graphs import EXTRACTIONS

MAYBE = EventStatus.HYPOTHETICAL


def supposed(name: str, actors: tuple[str, ...], recipients: tuple[str, ...]) -> Stated:
    return Stated(name, name, actors, recipients, "CONSULT", date="2024-02-03", status=MAYBE)


def news() -> Extraction:
    stated = (supposed("calls", ("amir-abdollahian",), ("QAT",)), supposed("meets", ("IDN", "QAT"), ()))
    names = {"Amir-Abdollahian": "amir-abdollahian", "Qatar": "QAT", "Indonesia": "IDN"}
    line = Line("Perhaps Amir-Abdollahian calls Qatar, or Indonesia meets it.", names, stated)
    return article("supposed", "en", "Gulf Courier", "2024-02-04", (Line("What may come"), line))


@pytest.fixture
def graph(database: Database) -> Database:
    """Each database in turn, holding the story and what is only supposed."""
    load(database, [*EXTRACTIONS, news()])
    return database


def told(graph: Database, name: str, **asked: object) -> list[str]:
    """The triggers of the claims of a list."""
    rows = graph.read(name, **{"lens": "all", "level": "actor"} | asked).records()
    return sorted(row["sentence"][row["trigger_start"] - row["sentence_start"] :][:5] for row in rows)


def test_those_who_would_take_part_have_them(graph: Database) -> None:
    assert told(graph, "explore/supposed_of", entity="amir-abdollahian") == ["calls"]
    assert told(graph, "explore/supposed_of", entity="QAT") == ["calls", "meets"]
    assert told(graph, "explore/supposed_of", entity="USA") == []
    lists = graph.read("explore/evidence_of", entity="QAT", lens="all", level="actor")
    assert set(column(lists, "status")) <= {"actual", "planned", "negated"}


def test_a_state_has_those_of_who_acts_for_it(graph: Database) -> None:
    (body,) = column(graph.read("explore/counts_for", entities=["amir-abdollahian"], level="state"), "meant")
    assert body != "amir-abdollahian"
    assert told(graph, "explore/supposed_of", entity=body, level="state") == ["calls"]
    assert told(graph, "explore/supposed_between", first=body, second="QAT", level="state") == ["calls"]


def test_a_pair_has_those_of_one_towards_the_other_or_of_both(graph: Database) -> None:
    pair = {"first": "amir-abdollahian", "second": "QAT"}
    assert told(graph, "explore/supposed_between", **pair) == ["calls"]
    assert told(graph, "explore/supposed_between", first="QAT", second="amir-abdollahian") == []
    assert told(graph, "explore/supposed_between", **pair, directed=False) == []
    both = {"first": "QAT", "second": "IDN", "directed": False}
    assert told(graph, "explore/supposed_between", **both) == ["meets"]
    assert told(graph, "explore/supposed_between", first="IDN", second="QAT") == []


def test_lens_day_and_filters_hold(graph: Database) -> None:
    for name, whom in (
        ("explore/supposed_of", {"entity": "QAT"}),
        ("explore/supposed_between", {"first": "amir-abdollahian", "second": "QAT"}),
    ):
        assert told(graph, name, **whom, known_by="2024-02-03") == []
        assert told(graph, name, **whom, publishers=["Daily Record"]) == []
        assert told(graph, name, **whom, lens="mine:nobody") == []
    assert graph.read("explore/supposed_of", entity="QAT", lens="all", level="actor").rows
    assert graph.read(
        "explore/supposed_between", first="amir-abdollahian", second="QAT", lens="all", level="actor"
    ).rows
