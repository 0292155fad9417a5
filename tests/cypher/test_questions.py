"""Queries that analysts write: typed parameters, versions, sharing, and nothing that writes."""

from __future__ import annotations

from dataclasses import replace
from queue import Queue

import pytest

from cypher.bolt.cancelling import Work
from cypher.catalog.catalog import CatalogError, ResultKind
from cypher.catalog.parameters import ParameterType
from cypher.database import Database
from cypher.desk.own_queries import (
    OutdatedQueryError,
    OwnQuery,
    favourites,
    own_queries,
    save,
    star,
    typed_statement,
    versions,
)
from cypher.errors import StatementCancelledError, StatementError, UsageError, WriteRefusedError

COUNTRIES = "MATCH (c:Country) WHERE c.id = $country RETURN c.name AS name"
QUERY = OwnQuery("", 0, "Countries", COUNTRIES, author="ani", owner="ani", tags=("b", " a ", ""))


def test_what_a_header_leaves_out_is_guessed() -> None:
    found = typed_statement("typed", "MATCH (c:Claim) WHERE $lens IN c.lenses AND c.id = $id RETURN c.id")
    assert {p.name: p.type for p in found.parameters} == {
        "id": ParameterType.STRING,
        "lens": ParameterType.LENS,
    }
    assert found.returns.kind is ResultKind.TABLE


def test_a_header_declares_types_and_what_is_shown() -> None:
    text = "// :param who entity  Whose ties\n// :returns chart bar name ties\nRETURN $who AS name, 1 AS ties"
    found = typed_statement("typed", text, title="// :param x", description="of\nall")
    assert [(p.name, p.type) for p in found.parameters] == [("who", ParameterType.ENTITY)]
    assert (found.returns.chart, found.title, found.description) == ("bar", "param x", "of all")


def test_a_header_uses_shared_parameters() -> None:
    found = typed_statement("typed", "// :use since lens\nRETURN $since AS day, $lens AS lens, $n AS n")
    assert [(p.name, p.type) for p in found.parameters] == [
        ("since", ParameterType.DATE),
        ("lens", ParameterType.LENS),
        ("n", ParameterType.STRING),
    ]


@pytest.mark.parametrize("line", ["// :param who nobody  Help", "// :sort x", "// :param other string  Help"])
def test_a_header_that_does_not_fit_is_refused(line: str) -> None:
    with pytest.raises(CatalogError):
        typed_statement("typed", f"{line}\nRETURN 1 AS one")


def test_rows_of_ties_are_meant_to_be_a_network() -> None:
    columns = ("tie", "actor", "actor_name", "actor_kind", "recipient", "recipient_name", "sign")
    text = f"RETURN {', '.join(f'1 AS {column}' for column in columns)}"
    assert typed_statement("typed", text).returns.kind is ResultKind.GRAPH


@pytest.mark.parametrize("returned", ["tie.id AS tie", "e.id AS entity"])
def test_ids_alone_are_meant_to_be_a_network(returned: str) -> None:
    assert typed_statement("typed", f"MATCH (e) RETURN {returned}").returns.kind is ResultKind.GRAPH
    assert typed_statement("typed", f"MATCH (e) RETURN {returned}, 1 AS n").returns.kind is ResultKind.TABLE


def test_a_query_is_saved_in_versions_that_stay(database: Database) -> None:
    first = save(database, QUERY)
    second = save(database, replace(first, title="All countries", author="budi"))
    assert (first.version, second.version, first.query) == (1, 2, second.query)
    assert [(v.version, v.title, v.author, v.tags) for v in versions(database, first.query)] == [
        (2, "All countries", "budi", ("a", "b")),
        (1, "Countries", "ani", ("a", "b")),
    ]


def test_of_two_who_edit_at_once_the_second_is_told(database: Database) -> None:
    first = save(database, QUERY)
    save(database, replace(first, author="budi", shared=True))
    with pytest.raises(OutdatedQueryError, match="'budi' saved version 2"):
        save(database, replace(first, title="Mine"))
    assert versions(database, first.query)[0].author == "budi"


def test_others_see_what_is_shared_and_nobody_what_is_retired(database: Database) -> None:
    mine = save(database, QUERY)
    shared = save(database, replace(QUERY, title="Shared", shared=True))
    assert [each.title for each in own_queries(database, "ani")] == ["Countries", "Shared"]
    assert [each.title for each in own_queries(database, "budi")] == ["Shared"]
    save(database, replace(shared, retired=True))
    save(database, replace(mine, retired=True))
    assert own_queries(database, "ani") == []
    assert len(versions(database, mine.query)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (c:Country) WHERE c.id = 'nobody' SET c.name = 'x'",
        "MERGE (c:Country {id: 'XXX'}) RETURN c",
        "MATCH (c:Country) DETACH DELETE c",
    ],
)
def test_a_text_that_writes_is_not_saved(database: Database, text: str) -> None:
    with pytest.raises(WriteRefusedError):
        save(database, replace(QUERY, text=text))
    assert own_queries(database, "ani") == []
    assert database.read("explore/counts").records()[0]["countries"] == 0


def test_a_text_with_a_mistake_is_not_saved_and_says_where_it_is(database: Database) -> None:
    with pytest.raises(StatementError) as caught:
        save(database, replace(QUERY, text="// :param country string  Its id\nMATCH (c) RETRN $country"))
    assert (caught.value.line, caught.value.column) == (2, 11)
    assert own_queries(database, "ani") == []


@pytest.mark.parametrize("wrong", [{"title": " "}, {"text": ""}, {"author": ""}, {"text": "x" * 20_001}])
def test_a_query_without_title_text_or_author_is_not_saved(database: Database, wrong: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        save(database, replace(QUERY, **wrong))  # type: ignore[arg-type]


def test_a_favourite_is_one_author_s_until_it_is_taken_back(database: Database) -> None:
    star(database, "saved/bilateral/ties", author="ani", starred=True)
    star(database, "saved/bilateral/ties", author="ani", starred=True)
    assert favourites(database, "ani") == {"saved/bilateral/ties"}
    assert favourites(database, "budi") == frozenset()
    star(database, "saved/bilateral/ties", author="ani", starred=False)
    assert favourites(database, "ani") == frozenset()


def test_a_query_that_runs_can_be_cancelled(database: Database) -> None:
    slow = "UNWIND range(1, 4000) AS a UNWIND range(1, 4000) AS b RETURN sum(a * b) AS x"
    cut: Queue[str] = Queue()

    def ask() -> None:
        try:
            database.read_text(slow, timeout=50)
        except StatementCancelledError as error:
            cut.put(str(error))

    work = Work(ask)
    assert not work.wait(0.3)
    work.cancel()
    said = cut.get(timeout=10)
    assert "nothing was changed" in said
    assert "Run it again" in said
    work.cancel()  # does nothing any more
