"""The content hash of a graph tells every change of it, and nothing else."""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path

import pytest

import cypher.copies.pages
from cypher.catalog.catalog import catalog
from cypher.catalog.vocabulary import graph_names
from cypher.copies.content import Content, content_of
from cypher.copies.pages import Page, Row
from cypher.copies.shapes import SHAPE_OF, SHAPES, WITH_ID, Link
from cypher.database import Database, Role, Settings, connect
from cypher.errors import DatabaseError
from cypher.judging.annotations import annotate
from cypher.model.graph import Judgement
from ingest.loading.load import load
from tests.conftest import Run, empty
from tests.graphs import CLAIMS, EXTRACTIONS
from tests.services import administration

CHANGES = {
    "a property of a node": "MATCH (n:Claim) WITH n ORDER BY n.id LIMIT 1 SET n.voice = n.voice + 'x'",
    "a property less": "MATCH (n:Claim) WITH n ORDER BY n.id LIMIT 1 REMOVE n.voice",
    "the order of a list": "MATCH (n:Tie) WHERE size(n.lenses) > 1 WITH n ORDER BY n.id LIMIT 1 "
    "SET n.lenses = [n.lenses[1], n.lenses[0]]",
    "a property of a relationship": "MATCH (:Sentence)-[m:MENTIONS]->() "
    "WITH m LIMIT 1 SET m.reason = 'other'",
    "a node more": "CREATE (:Note {id: 'new'})",
    "a node less": "MATCH (n:Load) WITH n LIMIT 1 DETACH DELETE n",
    "a relationship less": "MATCH (:Claim)-[a:ASSERTS]->() WITH a LIMIT 1 DELETE a",
    "a relationship elsewhere": "MATCH (c:Claim)-[a:IN]->(s:Sentence) WITH c, a, s ORDER BY c.id LIMIT 1 "
    "MATCH (t:Sentence) WHERE t.id <> s.id WITH c, a, t ORDER BY t.id LIMIT 1 DELETE a CREATE (c)-[:IN]->(t)",
    "a text for a number": "MATCH (n:Claim) WITH n ORDER BY n.id LIMIT 1 SET n.version = toString(n.version)",
}


@pytest.fixture
def graph(database: Database) -> Database:
    load(database, EXTRACTIONS)
    return database


def test_the_hash_tells_each_change_and_where_it_is(graph: Database, engine_settings: Settings) -> None:
    seen = {content_of(graph).hash: "nothing"}
    with administration(engine_settings) as owner:
        for what, text in CHANGES.items():
            before = content_of(graph)
            owner.run(what, text, {}, write=True)
            after = content_of(graph)
            assert after.hash not in seen, f"{what} is not told from {seen.get(after.hash)}"
            assert len(after.differing(before)) == 1, what
            seen[after.hash] = what
    annotate(graph, CLAIMS["truce"].id, Judgement.VERIFIED, author="ana")
    changed = content_of(graph).differing(after)
    assert {"Annotation", "JUDGES", "Claim", "Tie"} <= {*changed}
    assert "Document" not in changed


def test_the_hash_knows_no_pages(graph: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = content_of(graph)
    assert expected.parts["Claim"].count == len(CLAIMS)
    for most in (1, 7, 10_000):
        monkeypatch.setattr(cypher.copies.pages, "_MOST", most)
        monkeypatch.setattr(cypher.copies.pages, "_LEAST", 1)
        assert content_of(graph) == expected


def test_the_hash_knows_no_order_and_no_way_to_store_a_number() -> None:
    shape = SHAPE_OF["Claim"]
    rows = [Row("a", "Event", "e", {}), Row("b", "Event", "e", {"n": 0.5})]
    one, other = Content(), Content()
    one.add(Page(shape, [{"id": "a", "n": 1, "l": [2.0, 0.5]}, {"id": "b"}], {Link("ASSERTS", True): rows}))
    other.add(Page(shape, [{"id": "b", "none": None}], {Link("ASSERTS", True): rows[::-1]}))
    other.add(Page(shape, [{"l": [2, 0.5], "n": 1.0, "id": "a"}]))
    assert one.hash == other.hash
    other.add(Page(shape, [{"id": "b"}]))
    assert one.hash != other.hash
    true, number = Content(), Content()
    true.add(Page(shape, [{"id": "a", "n": True}]))
    number.add(Page(shape, [{"id": "a", "n": 1}]))
    assert true.hash != number.hash


def test_a_copy_knows_all_labels_and_types_of_the_model() -> None:
    names = graph_names()
    assert {shape.label for shape in SHAPES} == {*names.labels}
    assert {link.type for shape in SHAPES for link in shape.links} == {*names.types}
    unique = {
        text for each in catalog().values() for text in re.findall(r"-\[\w+:(\w+)\]-\(\) REQ", each.text)
    }
    assert unique == WITH_ID
    keys = {
        label: key
        for each in catalog().values()
        for label, key in re.findall(r"FOR \(\w+:(\w+)\) REQUIRE \w+\.(\w+) IS UNIQUE", each.text)
    }
    assert keys == {shape.label: shape.key for shape in SHAPES}


def test_nodes_of_others_are_told(graph: Database, engine_settings: Settings) -> None:
    with administration(engine_settings) as owner:
        owner.run("strange", "CREATE (:Actor {id: 'x'})-[:ODD]->(:Actor {id: 'y'})", {}, write=True)
        with pytest.raises(DatabaseError, match="1 nodes or relationships of ODD"):
            content_of(graph)


@pytest.mark.slow
def test_the_command_prints_the_hash(command: Run, tmp_path: Path, embedded: Settings, home: Path) -> None:
    run = partial(command, "db", "hash")
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
        expected = content_of(database)
    assert run().out.strip() == expected.hash
    answer = json.loads(run("--json").out)
    assert answer["hash"] == expected.hash
    assert answer["parts"]["Claim"]["count"] == len(CLAIMS)


@pytest.fixture
def home(embedded: Settings) -> Path:
    return embedded.home
