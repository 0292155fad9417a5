"""The door to the database behaves the same on the embedded engine and on a real Neo4j."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from cypher.bolt.connection import Connection
from cypher.catalog.catalog import catalog
from cypher.database import Database, Role, Settings, connect
from cypher.engine.java import free_port
from cypher.errors import (
    DatabaseError,
    StatementError,
    StatementTimeoutError,
    UnavailableError,
    UsageError,
    WriteRefusedError,
)
from tests.services import administration

NEVER_ENDING = """
UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c
WITH a, b, c WHERE a + b + c = -1
RETURN count(*) AS found
"""


@pytest.fixture
def backdoor(engine_settings: Settings) -> Iterator[Connection]:
    """May do anything, to set up and to see what is really there."""
    with administration(engine_settings) as connection:
        yield connection


@pytest.fixture
def reader(database: Database, engine_settings: Settings) -> Iterator[Database]:
    """A reader's connection to the same database."""
    assert database.role is Role.ANALYST
    with connect(engine_settings) as reading:
        yield reading


def documents(connection: Connection) -> int:
    table = connection.run("count", "MATCH (d:Document) RETURN count(d) AS n", {})
    return int(table.rows[0][0])


def test_a_statement_of_the_catalogue_gives_a_table(database: Database) -> None:
    table = database.read("check/answer")
    assert table.columns == ("answer",)
    assert table.rows == ((1,),)
    assert table.records() == [{"answer": 1}]
    assert not table.truncated


def test_an_unknown_statement_is_wrong_use(database: Database) -> None:
    with pytest.raises(UsageError, match="check/answer"):
        database.read("check/answr")


def test_an_analyst_finds_every_constraint_and_index(database: Database) -> None:
    assert [name for name in catalog() if name.startswith("schema/")]
    assert database.missing_schema() == []


def test_a_dropped_index_is_there_again_after_the_next_analyst(
    engine_settings: Settings, database: Database, backdoor: Connection
) -> None:
    backdoor.run("drop", "DROP INDEX event_date", {}, write=True)
    assert database.missing_schema() == ["schema/index_event_date"]
    with connect(engine_settings, Role.ANALYST) as again:
        assert again.missing_schema() == []


def test_what_an_analyst_writes_is_there(database: Database, backdoor: Connection) -> None:
    database.write("check/probe_writing")
    assert documents(backdoor) == 1


def test_a_rehearsal_writes_nothing(database: Database, backdoor: Connection) -> None:
    assert database.rehearse("check/probe_writing").rows == ((1,),)
    assert documents(backdoor) == 0


def test_a_second_document_of_the_same_id_is_refused_soon(database: Database, backdoor: Connection) -> None:
    database.write("check/probe_writing")
    with pytest.raises(DatabaseError, match="probe_writing"):
        database.write("check/probe_writing")
    assert documents(backdoor) == 1


def test_a_reader_cannot_write(reader: Database, backdoor: Connection) -> None:
    with pytest.raises(WriteRefusedError, match="nothing was changed"):
        reader.write("check/probe_writing")
    assert documents(backdoor) == 0


def test_reading_a_statement_that_writes_is_refused_for_a_reader(
    reader: Database, backdoor: Connection
) -> None:
    with pytest.raises(WriteRefusedError):
        reader.read("check/probe_writing")
    assert documents(backdoor) == 0


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (:Document {id: 'typed'})",
        "MATCH (d:Document) SET d.title = 'changed'",
        "MATCH (d:Document) REMOVE d.id",
        "MATCH (d:Document) DETACH DELETE d",
        "MERGE (d:Document {id: 'typed'}) RETURN d",
        "MATCH (d:Document) FOREACH (n IN [1] | CREATE (:Document {id: 'typed'}))",
        "MATCH (d:Document) CALL (d) { CREATE (:Document {id: 'typed'}) } RETURN d",
        "PROFILE CREATE (:Document {id: 'typed'})",
        "CREATE INDEX typed FOR (d:Document) ON (d.title)",
        "DROP CONSTRAINT document_id",
        "CREATE USER mallory SET PASSWORD 'mallory-mallory'",
        "SHOW USERS",
        "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "RETURN 1 AS one; CREATE (:Document {id: 'typed'})",
    ],
)
def test_a_typed_query_can_only_read_the_graph(database: Database, backdoor: Connection, text: str) -> None:
    database.write("check/probe_writing")
    before = backdoor.run("look", "MATCH (d:Document) RETURN d.id, d.title", {})
    with pytest.raises((WriteRefusedError, StatementError)):
        database.read_text(text)
    assert backdoor.run("look", "MATCH (d:Document) RETURN d.id, d.title", {}) == before
    assert database.missing_schema() == []


def test_a_typed_query_takes_parameters_as_values(database: Database) -> None:
    hostile = "'}) DETACH DELETE d //"
    table = database.read_text("RETURN $name AS name, $list AS list", {"name": hostile, "list": [1, None]})
    assert table.rows == ((hostile, [1, None]),)


@pytest.mark.parametrize("begin", ["EXPLAIN ", "// a plan\n explain\n"])
def test_the_plan_of_a_read_is_shown_instead_of_rows(database: Database, begin: str) -> None:
    table = database.read_text(f"{begin}MATCH (d:Document) WHERE d.title = 'x' RETURN d.url")
    assert table.columns == ("plan",)
    assert len(table.rows) > 2
    lines = "\n".join(row[0] for row in table.rows)
    assert "Document" in lines
    assert "d.url" in lines


def test_a_mistake_in_an_explained_query_has_its_place(database: Database) -> None:
    with pytest.raises(StatementError) as error:
        database.read_text("EXPLAIN MATCH (d:Document RETURN d")
    assert error.value.line == 1


@pytest.mark.parametrize(
    "text", ["PROFILE MATCH (d) RETURN d", "/* why */ explain\nprofile MATCH (d) RETURN d"]
)
def test_a_profile_is_refused_with_what_to_write_instead(database: Database, text: str) -> None:
    with pytest.raises(WriteRefusedError, match="Write EXPLAIN instead"):
        database.read_text(text)


def test_more_rows_than_the_cap_are_cut_and_said_to_be(database: Database) -> None:
    table = database.read_text("UNWIND range(1, 50) AS n RETURN n", row_cap=10)
    assert [row[0] for row in table.rows] == list(range(1, 11))
    assert table.truncated


def test_exactly_as_many_rows_as_the_cap_are_complete(database: Database) -> None:
    table = database.read_text("UNWIND range(1, 10) AS n RETURN n", row_cap=10)
    assert len(table.rows) == 10
    assert not table.truncated


def test_nodes_relationships_and_paths_become_plain_values(database: Database, backdoor: Connection) -> None:
    backdoor.run(
        "set-up",
        "CREATE (:Actor {id: 'a', name: '<b>A</b>'})-[:MEMBER {since: 1998}]->(:Country {id: 'IDN'})",
        {},
        write=True,
    )
    text = "MATCH path = (a:Actor)-[link]->(c:Country) RETURN a, link, path, {inner: [a]} AS map"
    record = database.read_text(text).records()[0]
    assert record["a"]["element"] == "node"
    assert record["a"]["labels"] == ["Actor"]
    assert record["a"]["properties"] == {"id": "a", "name": "<b>A</b>"}
    assert record["link"]["type"] == "MEMBER"
    assert record["link"]["properties"] == {"since": 1998}
    assert (record["link"]["start"], record["link"]["end"]) == tuple(n["id"] for n in record["path"]["nodes"])
    assert record["path"]["relationships"] == [record["link"]]
    assert record["map"] == {"inner": [record["a"]]}


def test_dates_and_durations_become_iso_text(database: Database) -> None:
    text = "RETURN date('2023-10-07') AS day, duration('P3D') AS span, datetime('2023-10-07T06:29:00Z') AS t"
    record = database.read_text(text).records()[0]
    assert record["day"] == "2023-10-07"
    assert record["span"] == "P3D"
    assert record["t"].startswith("2023-10-07T06:29:00")


def test_a_query_that_never_ends_is_ended_with_a_clear_error(database: Database) -> None:
    begin = time.monotonic()
    with pytest.raises(StatementTimeoutError, match="took too long"):
        database.read_text(NEVER_ENDING, timeout=1.5)
    waited = time.monotonic() - begin
    assert waited < 1.5 * 10, "the caller gets the error at about the time-out, not at the engine's own limit"
    assert database.read("check/answer").rows == ((1,),)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("MATCH (d) RETUN d", 1, 11),
        ("  MATCH (d) RETUN d", 1, 13),
        ("MATCH (d:Document\nRETURN d", 2, 1),
        ("\n\n MATCH (d)\nRETUN d", 4, 1),
    ],
)
def test_a_syntax_error_has_its_place_in_the_text(
    database: Database, text: str, line: int, column: int
) -> None:
    with pytest.raises(StatementError, match=rf"the typed query \(line {line}, column {column}\)") as error:
        database.read_text(text)
    assert (error.value.line, error.value.column) == (line, column)


@pytest.mark.parametrize("text", ["", "   ", "// nothing", "RETURN $missing", "RETURN nonsense"])
def test_what_is_no_query_is_said_to_be_none(database: Database, text: str) -> None:
    with pytest.raises(StatementError, match="Correct it"):
        database.read_text(text)


def test_four_threads_that_merge_the_same_nodes_lose_nothing(
    database: Database, backdoor: Connection
) -> None:
    text = "MERGE (a:Actor {id: $id}) ON CREATE SET a.n = 1 ON MATCH SET a.n = a.n + 1"

    def merge_all(_thread: int) -> None:
        for number in range(50):
            backdoor.run("merge", text, {"id": f"actor-{number}"}, write=True)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(merge_all, range(4)))
    table = database.read_text("MATCH (a:Actor) RETURN count(a) AS actors, sum(a.n) AS merges")
    assert table.rows == ((50, 200),)


@pytest.mark.neo4j
def test_a_wrong_password_says_which_variable_to_set(neo4j: Settings) -> None:
    with pytest.raises(UnavailableError, match="KONSTELASI_PASSWORD") as error:
        open_and_close(replace(neo4j, password="wrong-s3cret"))
    assert "s3cret" not in str(error.value)


@pytest.mark.neo4j
def test_an_unknown_database_is_named(neo4j: Settings) -> None:
    with pytest.raises(UnavailableError, match="no database 'nowhere'"):
        open_and_close(replace(neo4j, database="nowhere"))


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_does_not_answer_is_named_at_once(scheme: str, tmp_path: Path) -> None:
    address = f"{scheme}://127.0.0.1:{free_port()}"
    with pytest.raises(UnavailableError, match=f"No database answers at {address}") as error:
        open_and_close(Settings(tmp_path, address, "neo4j", "s3cret"))
    assert "s3cret" not in str(error.value)
    assert "embedded engine" in str(error.value)


def open_and_close(settings: Settings) -> None:
    with connect(settings):
        pass
