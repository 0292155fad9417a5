"""What a reader is told about names in a typed query that the graph does not have."""

from __future__ import annotations

import pytest

from cypher.catalog.vocabulary import graph_names
from cypher.database import Database
from cypher.desk.own_queries import OwnQuery, save, star
from cypher.desk.unknown_names import unknown_names
from cypher.judging.annotations import annotate
from cypher.judging.merging import merge
from cypher.model.graph import Judgement
from cypher.records.explore import KnownName
from ingest.loading.load import load
from tests.graphs import CLAIMS, EXTRACTIONS


def said(text: str, *in_database: KnownName) -> list[str]:
    return [str(each) for each in unknown_names(text, in_database)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MATCH (n:Entity) RETURN n", "There is no label `Entity`; did you mean `Actor` or `Country`?"),
        ("MATCH (n:entities) RETURN n", "There is no label `entities`; did you mean `Actor` or `Country`?"),
        ("MATCH (n:COUNTRY) RETURN n", "There is no label `COUNTRY`; did you mean `Country`?"),
        ("MATCH (n:country) RETURN n", "There is no label `country`; did you mean `Country`?"),
        ("MATCH (n:Claims) RETURN n", "There is no label `Claims`; did you mean `Claim`?"),
        ("MATCH (n:Sentnce) RETURN n", "There is no label `Sentnce`; did you mean `Sentence`?"),
        ("MATCH (n:Zebra) RETURN n", "There is no label `Zebra`."),
        ("MATCH (n:ACTS_IN) RETURN n",
         "There is no label `ACTS_IN`; there is a relationship type of that name."),
        ("MATCH ()-[:ActsIn]->() RETURN 1",
         "There is no relationship type `ActsIn`; did you mean `ACTS_IN`?"),
        ("MATCH ()-[:ADRESSES]->() RETURN 1",
         "There is no relationship type `ADRESSES`; did you mean `ADDRESSES`?"),
        ("MATCH (e:Event) RETURN e.eventType",
         "There is no property `eventType`; did you mean `event_type`?"),
        ("MATCH (e:Event {type: 'AID'}) RETURN e",
         "There is no property `type`; did you mean `event_type` or `relation_type`?"),
        ("MATCH (e) WHERE e:Persons RETURN e",
         "There is no label or relationship type `Persons`; did you mean `Actor`?"),
    ],
)  # fmt: skip
def test_an_unknown_name_is_named_with_what_may_be_meant(text: str, expected: str) -> None:
    assert said(text) == [expected]


def test_names_that_only_the_database_knows_are_not_unknown() -> None:
    text = "MATCH (n:Harbour)-[:SHIPS]->(m) RETURN n.depth, m.depht"
    known = (
        KnownName("label", "Harbour"),
        KnownName("relationship type", "SHIPS"),
        KnownName("property", "depth"),
    )
    assert said(text, *known) == ["There is no property `depht`; did you mean `depth`?"]


def test_a_name_is_known_as_what_it_is_in_the_database(story: Database) -> None:
    assert ("label", "Country") in story.read("explore/names").rows
    known = story.rows(KnownName, "explore/names")
    text = "MATCH (n:Country)-[:ACTS_IN]->(e:Event) WHERE e:Tie RETURN n.name, e.date"
    assert unknown_names(text, known) == []
    assert said("MATCH (n:Countri) RETURN n.nmae", *known) == [
        "There is no label `Countri`; did you mean `Country`?",
        "There is no property `nmae`; did you mean `name`?",
    ]


KEYS = """
MATCH (node) UNWIND keys(node) AS key RETURN DISTINCT labels(node)[0] AS label, key
UNION ALL
MATCH ()-[link]->() UNWIND keys(link) AS key RETURN DISTINCT type(link) AS label, key
"""


def test_every_name_in_a_graph_that_people_worked_on_is_one_of_the_model(database: Database) -> None:
    load(database, EXTRACTIONS)
    annotate(database, CLAIMS["attack"].id, Judgement.VERIFIED, author="ani", confidence=0.9, note="seen")
    merge(database, "muttaqi", "hamas", author="ani")
    own = save(database, OwnQuery("", 0, "Mine", "MATCH (n:Country) RETURN n.id AS id", "ani", "ani"))
    star(database, own.name, author="ani", starred=True)
    found = database.read_text(KEYS).rows
    model = graph_names()
    assert {label for label, _ in found} <= {*model.labels, *model.types}
    assert {key for _, key in found} <= set(model.properties)


def test_the_schema_counts_every_label_and_shows_what_each_name_is_in_the_graph(story: Database) -> None:
    counts = dict(story.read("explore/label_counts").rows)
    assert set(counts) == set(graph_names().labels)
    assert counts == dict.fromkeys(counts, 0) | dict(story.read("check/nodes").rows)
    examples = {row[:2]: row[2] for row in story.read("explore/property_examples").rows}
    assert {("Country", "name"), ("Event", "intensity"), ("Actor", "names")} <= examples.keys()
    assert {label for label, _ in examples} == {label for label, number in counts.items() if number}
    types = {row[0] for row in story.read("explore/type_examples").rows}
    assert types == {row[0] for row in story.read("check/relationships").rows}
