"""The command `cypher`: what a person types, reads, and gets as exit code."""

from __future__ import annotations

import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cypher.database import Settings
from cypher.database.graphml import GRAPHML
from tests.conftest import Run
from tests.cypher.conftest import tell_story


@pytest.fixture(scope="module")
def home(embedded: Settings) -> Path:
    """The folder of an embedded engine that holds the story."""
    tell_story(embedded)
    return embedded.home


NAMES = "MATCH (c:Country) WHERE c.id IN ['IRN', 'QAT'] RETURN c.id AS id, c.name AS name ORDER BY id"


def test_typed_cypher_is_printed_in_every_format(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    done = command("cypher", NAMES)
    assert done.code == 0, done.err
    assert "Qatar" in done.out
    assert done.err == "2 rows\n"
    assert command("cypher", NAMES, "--format", "csv").out.split() == ["id,name", "IRN,Iran", "QAT,Qatar"]
    monkeypatch.setattr("sys.stdin", io.StringIO(NAMES))
    assert json.loads(command("cypher", "-", "--json").out) == [
        {"id": "IRN", "name": "Iran"},
        {"id": "QAT", "name": "Qatar"},
    ]


def test_parameters_are_values_and_may_be_declared(command: Run) -> None:
    text = "// :param who entity  Who\nMATCH (c {id: $who}) RETURN c.id AS id, $word AS word"
    done = command("cypher", text, "-p", "who=Amerika Serikat", "-p", "word='}) DELETE", "--json")
    assert json.loads(done.out) == [{"id": "USA", "word": "'}) DELETE"}]
    missing = command("cypher", text)
    assert missing.code == 2
    assert "who" in missing.err


@pytest.mark.parametrize(
    ("returned", "ties"),
    [("a", 0), ("a, t, b", 1), ("{deep: [t]} AS map", 1)],
)
def test_elements_of_any_shape_become_graphml(command: Run, returned: str, ties: int) -> None:
    text = (
        "MATCH (a {id: 'hamas'})-[:INITIATES]->(t:Tie {level: 'state', sign: 'conflict'})-[:REACHES]->(b) "
        f"RETURN {returned}"
    )
    done = command("cypher", text, "-f", "graphml")
    assert done.code == 0, done.err
    graph = ElementTree.fromstring(done.out)  # noqa: S314 - our own output
    assert len(graph.findall(f".//{{{GRAPHML}}}edge")) == ties
    assert "hamas" in {node.get("id") for node in graph.findall(f".//{{{GRAPHML}}}node")}


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("MATCH (n:Entity) RETURN n", 0, "no label `Entity`; did you mean `Actor` or `Country`?"),
        ("MATCH (n:Country) RETURN n LIMIT 0", 0, "LIMIT 0 gives no rows"),
        ("UNWIND range(1, 6000) AS n RETURN n", 0, "Only the first 5,000 rows"),
        ("PROFILE MATCH (n) RETURN n", 1, "Write EXPLAIN instead"),
        ("MATCH (n) DETACH DELETE n", 1, "only reading is allowed"),
        ("MATCH (n RETURN n", 1, "line 1"),
        ("RETURN 1 AS one", 2, "Return nodes, relationships or paths"),
    ],
)
def test_what_is_wrong_is_said_on_standard_error(command: Run, text: str, code: int, said: str) -> None:
    done = command("cypher", text, "-f", "graphml" if code == 2 else "csv")
    assert (done.code, said in done.err) == (code, True), done.err


TIE = "MATCH (a {id: 'hamas'})-[:INITIATES]->(t:Tie)-[:REACHES]->(b) RETURN "


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        (f"{TIE} t", ("--lens", "odd", "-f", "graphml"), "--lens must be one of trusted, not_rejected, all"),
        (f"{TIE} t", ("--lens", "mine:", "-f", "graphml"), "not 'mine:'"),
        (NAMES, ("--lens", "all"), "--lens has no effect: the query does not use $lens"),
        (NAMES, ("--lens", "all", "-f", "csv"), "--lens has no effect"),
        (NAMES, ("-p", "lens=all"), "no parameter 'lens'"),
        (NAMES, ("-p", "country=IRN"), "no parameter 'country'"),
        ("RETURN $lens AS lens", ("--lens", "odd"), "'lens' must be one of trusted"),
    ],
)
def test_what_the_query_does_not_use_is_refused(
    command: Run, text: str, options: tuple[str, ...], said: str
) -> None:
    done = command("cypher", text, *options)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_lens_that_is_used_is_no_mistake(command: Run) -> None:
    assert json.loads(command("cypher", "RETURN $lens AS lens", "--lens", "all", "--json").out) == [
        {"lens": "all"}
    ]
    drawn = command("cypher", f"{TIE} t", "--lens", "all", "-f", "graphml")
    assert (drawn.code, "no effect" in drawn.err) == (0, False), drawn.err
    rows = f"{TIE} t.id AS tie, a.id AS actor, b.id AS recipient, 'much' AS weight"
    own = command("cypher", rows, "--lens", "all", "-f", "graphml")
    assert (own.code, "--lens had no effect" in own.err) == (0, True), own.err
    assert "much" in own.out


def test_a_plan_is_printed_as_lines(command: Run) -> None:
    done = command("cypher", "EXPLAIN MATCH (c:Country) RETURN c.name", "--format", "csv")
    assert done.out.splitlines()[0] == "plan"
    assert "Country" in done.out


def test_a_saved_query_refuses_values_that_give_no_answer(command: Run) -> None:
    done = command("query", "bilateral/history", "-p", "first=Iran", "-p", "second=Teheran")
    assert (done.code, done.out) == (2, "")
    assert "Both parties are the same" in done.err
