"""The graph keeps whether a day of publication is guessed, and no statement takes a guess for a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cypher.database import Database, Role, Settings, connect
from cypher.judging.annotations import annotate
from cypher.judging.migration import MIGRATIONS
from cypher.judging.recoding import Recode
from cypher.judging.spanning import span_publication
from cypher.model.graph import DatePrecision, Document, Extraction, Judgement
from cypher.review.training import training_rows
from ingest.commands.reread import _stored
from ingest.extraction import extract
from ingest.loading.load import load
from tests.cypher.results import column
from tests.services import administration


def news(name: str, text: str, day: str | None, **known: object) -> Extraction:
    """Return what is extracted from an article that was published on a day as far as it is known."""
    document = Document(name, text, "en", name, title=name, publisher="Daily Record", published_on=day)
    return next(extract([replace(document, **known)]))  # type: ignore[arg-type]


GUESS = {"published_precision": DatePrecision.MONTH, "published_guessed": True}
NEWS: tuple[tuple[str, str, str, dict[str, object]], ...] = (
    ("guessed", "Serbia condemned Kosovo yesterday. Serbia warned Kosovo.", "2023-03-11", GUESS),
    ("stated", "Serbia condemned Kosovo yesterday. Serbia warned Kosovo.", "2023-03-11", {}),
    ("year", "Norway condemned Peru.", "2022-01-01", {"published_precision": DatePrecision.YEAR}),
)


@pytest.fixture(scope="module")
def graph(emptied: Settings) -> Iterator[Database]:
    """Each database in turn, holding the news above."""
    with connect(emptied, Role.ANALYST) as database:
        load(database, [news(name, text, day, **known) for name, text, day, known in NEWS])
        yield database


def listed(graph: Database, **period: object) -> list[object]:
    return sorted(column(graph.read("explore/documents", lens="all", **period), "document"))


def claims_of(graph: Database, document: str) -> dict[object, tuple[object, ...]]:
    found = graph.read("explore/document_claims", document=document, lens="all", level="state")
    return {
        row["event_type"]: (row["date"], row["date_precision"], row["not_after"]) for row in found.records()
    }


def test_an_article_says_whether_its_day_is_guessed(graph: Database) -> None:
    known = ("published_on", "published_precision", "published_guessed")
    (row,) = graph.read("explore/document", document="guessed").records()
    assert [row[name] for name in known] == ["2023-03-11", "month", True]
    assert [
        (document.id, document.published_precision, document.published_guessed)
        for document in sorted((each.document for each in _stored(graph)), key=lambda each: each.id)
    ] == [
        ("guessed", DatePrecision.MONTH, True),
        ("stated", DatePrecision.DAY, False),
        ("year", DatePrecision.YEAR, False),
    ]


def test_its_claims_are_dated_no_more_precisely_and_have_no_bound(graph: Database) -> None:
    assert claims_of(graph, "stated") == {
        "ACCUSE": ("2023-03-10", "day", None),
        "THREATEN": (None, "unknown", "2023-03-11"),
    }
    assert claims_of(graph, "guessed") == {
        "ACCUSE": ("2023-03", "month", None),
        "THREATEN": (None, "unknown", None),
    }
    assert claims_of(graph, "year") == {"ACCUSE": (None, "unknown", "2022-12-31")}


@pytest.mark.parametrize(
    ("period", "documents"),
    [
        ({"since": "2023-03-20", "until": "2023-03-25"}, ["guessed"]),
        ({"since": "2023-03-11", "until": "2023-03-11"}, ["guessed", "stated"]),
        ({"since": "2022-06-01", "until": "2022-06-30"}, ["year"]),
        ({"since": "2023-04-01"}, []),
        ({"known_by": "2023-03-11"}, ["stated", "year"]),
        ({"known_by": "2023-03-31"}, ["guessed", "stated", "year"]),
        ({"known_by": "2022-07-01"}, []),
    ],
)
def test_a_guess_counts_wherever_it_may_lie_and_as_known_at_its_end(
    graph: Database, period: dict[str, str], documents: list[str]
) -> None:
    assert listed(graph, **period) == documents


def test_an_undated_event_of_a_guess_is_in_the_whole_month(graph: Database) -> None:
    def warned(since: str, until: str) -> list[object]:
        found = graph.read(
            "saved/bilateral/events", first="SRB", second="XKX", lens="all", since=since, until=until
        )
        return [row["not_after"] for row in found.records() if row["event_type"] == "THREATEN"]

    assert sorted(map(str, warned("2023-03-01", "2023-03-31"))) == ["2023-03-11", "None"]
    assert warned("2023-03-20", "2023-03-31") == [None]


def test_the_time_bar_shares_a_guess_out_over_its_month(graph: Database) -> None:
    found = graph.read("saved/bilateral/ties", first="SRB", second="XKX", lens="all").records()
    ids = [row["tie"] for row in found]
    dates = [
        date
        for row in graph.read("explore/tie_dates", ids=ids, lens="all").records()
        for date in row["dates"]
    ]
    assert sorted(dates) == ["2023-03", "2023-03", "2023-03-10", "2023-03-11"]


def test_queries_on_articles_say_what_is_guessed(graph: Database) -> None:
    found = graph.read("saved/coverage/languages", lens="all")
    assert column(found, "month", "documents", "guessed_days") == [("2022", 1, 0), ("2023-03", 2, 1)]


def test_a_recoded_claim_gets_no_bound_from_a_guess_and_exports_say_so(database: Database) -> None:
    name, text, day, known = NEWS[0]
    load(database, [news(name, text, day, **known)])
    found = database.read("explore/document_claims", document=name, lens="all", level="state").records()
    (warned,) = [row["claim"] for row in found if row["event_type"] == "THREATEN"]
    annotate(database, warned, Judgement.VERIFIED, author="ann", recode=Recode(type="REJECT"))
    assert claims_of(database, name)["REJECT"] == (None, "unknown", None)
    (event,) = database.read_text(
        "MATCH (:Claim {id: $claim})-[:ASSERTS]->(event) RETURN event.reported_around", {"claim": warned}
    ).rows
    assert event == ("2023-03",)
    (row,) = training_rows(database)
    assert (row["published_precision"], row["published_guessed"]) == ("month", True)


OLDER = """
    MATCH (document:Document)
    REMOVE document.published_precision, document.published_guessed, document.published_from,
           document.published_until
    RETURN count(document)
"""


def test_documents_of_an_older_graph_count_as_stated(database: Database) -> None:
    load(database, [news(*NEWS[1][:3]), news("none", "Norway condemned Peru.", None)])
    with administration(database._settings) as connection:
        connection.run("aging", OLDER, {}, write=True)
    assert listed(database, since="2023-03-11", until="2023-03-11") == []
    assert span_publication in [step.run for step in MIGRATIONS]
    assert (span_publication(database), span_publication(database)) == (1, 0)
    assert listed(database, since="2023-03-11", until="2023-03-11") == ["stated"]
    (row,) = database.read("explore/document", document="stated").records()
    assert (row["published_precision"], row["published_guessed"]) == ("day", False)
