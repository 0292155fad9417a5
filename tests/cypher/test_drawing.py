"""What is drawn of the nodes, relationships and paths in a typed result of any shape, on both engines."""

from __future__ import annotations

import pytest

from cypher.bolt.table import Table
from cypher.database import Database
from cypher.database.elements import elements_of
from cypher.desk import drawing
from cypher.desk.drawing import Drawing, LeftOut, Look, drawing_of

LOOK = Look("trusted", "state")
CONFLICT = "MATCH (a {id: 'hamas'})-[:INITIATES]->(t:Tie {level: 'state', sign: 'conflict'})-[:REACHES]->(b)"
ATTACK = "MATCH (a {id: 'hamas'})-[i:ACTS_IN]->(e:Event {event_type: 'ASSAULT'})-[o:ADDRESSES]->(b)"
BOTH = {"hamas", "ISR"}


def drawn(database: Database, text: str, look: Look = LOOK, **parameters: object) -> Drawing:
    """What is drawn of the result of a typed query."""
    return drawing_of(elements_of(database.read_text(text, parameters)), look, database.rows)


@pytest.mark.parametrize(
    ("text", "entities", "ties"),
    [
        ("MATCH (c:Country {id: 'IRN'}) RETURN c", {"IRN"}, 0),
        ("MATCH (c:Country {id: 'IRN'}) RETURN c AS `the party`, c AS again", {"IRN"}, 0),
        ("MATCH (c:Country {id: 'IRN'}) UNWIND [1, 2, 3] AS n RETURN c, n, null AS nothing", {"IRN"}, 0),
        ("MATCH p = (:Country {id: 'IRN'}) RETURN p", {"IRN"}, 0),
        ("MATCH (c:Country {id: 'IRN'}) RETURN {a: [[{b: c}]]} AS deep", {"IRN"}, 0),
        ("MATCH (c {id: 'IRN'}) RETURN c UNION MATCH (c {id: 'QAT'}) RETURN c", {"IRN", "QAT"}, None),
        (f"{CONFLICT} RETURN t", BOTH, 1),
        (f"{CONFLICT} RETURN collect(t) AS ties, count(*) AS n", BOTH, 1),
        (f"{CONFLICT} RETURN {{who: a, over: [t], whom: [[b]]}} AS map", BOTH, 1),
        (f"{CONFLICT} MATCH p = (a)-[:INITIATES]->(t) RETURN p", BOTH, 1),
        (f"{CONFLICT.replace('MATCH', 'MATCH p =')} RETURN collect(p) AS paths", BOTH, 1),
        (f"{CONFLICT.replace('MATCH', 'MATCH p =')} RETURN relationships(p) AS alone", BOTH, 1),
        (f"{CONFLICT.replace('-[:INITIATES]', '-[r:INITIATES]')} RETURN r", BOTH, 1),
        (f"{ATTACK} RETURN DISTINCT e", BOTH, 1),
        (f"{ATTACK} RETURN i", BOTH, 1),
        (f"{ATTACK} RETURN [i, o] AS links, e.date AS day", BOTH, 1),
        (f"{ATTACK.replace('MATCH', 'MATCH p =')} RETURN p", BOTH, 1),
        (f"{ATTACK} MATCH (c:Claim)-[:ASSERTS]->(e) RETURN c", BOTH, 1),
        (f"{ATTACK} MATCH (c:Claim)-[:ASSERTS]->(e) RETURN c, e", BOTH, 1),
        (f"{ATTACK} MATCH p = (:Claim)-[:ASSERTS]->(e)-[:FORMS]->(:Tie)-[:REACHES]->() RETURN p", BOTH, None),
        ("MATCH (r:Relation {relation_type: 'holds_office'}) RETURN r", {"amir-abdollahian", "IRN"}, 1),
    ],
)  # fmt: skip
def test_every_shape_is_drawn(story: Database, text: str, entities: set[str], ties: int | None) -> None:
    found = drawn(story, text)
    assert {each.id for each in found.entities} == entities
    if ties is not None:
        assert len(found.ties) == ties
    assert found.left_out == LeftOut()


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (c:Country {id: 'none'}) RETURN c",
        "OPTIONAL MATCH (c:Country {id: 'none'}) RETURN c, [c] AS listed",
        "MATCH (e:Event) RETURN e.event_type AS type, count(*) AS n",
        "MATCH (c:Country) RETURN properties(c) AS p, c.id AS id",
        "RETURN {element: 'node', id: 1} AS n, {element: ['path']} AS p LIMIT 0",
    ],
)
def test_a_result_without_elements_has_nothing_to_draw(story: Database, text: str) -> None:
    assert not elements_of(story.read_text(text))


def test_entities_alone_get_the_ties_between_them(story: Database) -> None:
    found = drawn(story, "MATCH (c) WHERE c.id IN ['hamas', 'ISR'] RETURN c")
    assert (found.joined, {(tie.actor, tie.recipient) for tie in found.ties}) == (
        True,
        {("hamas", "ISR"), ("ISR", "hamas")},
    )


def test_events_form_ties_of_the_level_that_the_query_has(story: Database) -> None:
    call = "MATCH (e:Event {mode: 'phone'}) RETURN e"
    ends = [
        {each.id for each in drawn(story, call, look).entities}
        for look in (LOOK, Look("trusted", "actor", asked_level="state"))
    ]
    assert ends[0] == {"amir-abdollahian", "muttaqi"}
    assert "IRN" in ends[1]
    assert not ends[0] & ends[1] - {"muttaqi"}


def test_what_is_known_on_a_day_is_drawn_as_on_that_day(story: Database) -> None:
    early = drawn(story, f"{CONFLICT} RETURN t", Look("trusted", "state", known_by="2023-09-30"))
    assert (early.ties, early.left_out) == ((), LeftOut(hidden=1))


def test_what_is_not_drawn_is_counted(story: Database) -> None:
    found = drawn(story, "MATCH (s:Sentence)-[:OF]->(d:Document) RETURN s, d")
    counts = dict(found.left_out.others)
    assert counts["Document"] == len(story.read_text("MATCH (d:Document) RETURN d").rows)
    assert counts["Sentence"] > counts["Document"]
    assert found.entities == ()
    denied = drawn(story, "MATCH (e:Event {status: 'negated'}) RETURN e")
    events = len(story.read_text("MATCH (e:Event {status: 'negated'}) RETURN e").rows)
    assert denied.left_out == LeftOut(tieless=events)


def test_a_large_result_is_cut_and_the_rest_is_counted(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "MOST_ENTITIES", 3)
    found = drawn(story, "MATCH (t:Tie {level: 'actor'}) RETURN t")
    whole = len(story.read_text("MATCH (t:Tie {level: 'actor'}) RETURN t").rows)
    assert len(found.entities) == 3
    assert found.left_out.entities > 0
    assert len(found.ties) + found.left_out.ties + found.left_out.hidden == whole


def test_values_that_only_look_like_elements_raise_nothing() -> None:
    odd: tuple[object, ...] = (
        {"element": "node", "id": [1], "labels": "x", "properties": 3},
        {"element": {}},
        {"element": "path"},
    )
    link = {"element": "relationship", "id": 1, "start": None, "end": 5}
    found = elements_of(Table(("a", "b", "c", "d"), ((*odd, link),)))
    assert (found.nodes, found.ends, found.endless, found.nameless) == ((), (), 1, 1)


def test_the_ends_of_a_relationship_are_read_by_the_ids_of_the_database(story: Database) -> None:
    (found,) = story.read_text("MATCH (c:Country {id: 'IRN'}) RETURN elementId(c) AS element").records()
    (end,) = story.read("explore/ends_of_links", ids=[found["element"]]).records()
    assert (end["label"], end["id"], end["kind"]) == ("Country", "IRN", "country")
    assert story.read("explore/ends_of_links", ids=[]).rows == ()


def test_an_event_and_its_claim_form_the_same_ties(story: Database) -> None:
    (found,) = story.read_text(
        "MATCH (c:Claim {id: 'claim-attack'})-[:ASSERTS]->(e) RETURN c.id AS claim, e.id AS event"
    ).records()
    by_event = story.read("explore/formed_ties", events=[found["event"]], relations=[], claims=[])
    by_claim = story.read("explore/formed_ties", events=[], relations=[], claims=[found["claim"]])
    ties = [{row["tie"] for row in each.records()} for each in (by_event, by_claim)]
    assert ties[0] == ties[1] != set()
