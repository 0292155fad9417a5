"""Graphs that were loaded under other rules get the ties of today's; what analysts said stays."""

from __future__ import annotations

from cypher.database import Database
from cypher.judging.annotations import annotate
from cypher.judging.redrawing import drawing_rules, redraw
from cypher.model.graph import Judgement, Sign
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.graphs import EXTRACTIONS, tie_id
from tests.services import administration

BLAME = Stated("blame", "condemned", ("IRN", "QAT"), (), "ACCUSE")
JOINT = article(
    "joint",
    "en",
    "Daily Record",
    "2023-12-01",
    (Line("Iran and Qatar condemned the strike.", {"Iran": "IRN", "Qatar": "QAT"}, (BLAME,)),),
)
TIE = tie_id("IRN", "QAT", Sign.CONFLICT)
OLD_TIE = """
    MATCH (event:Event {id: $event})
    MATCH (one:Country {id: 'IRN'})
    MATCH (other:Country {id: 'QAT'})
    CREATE (one)-[:INITIATES]->(tie:Tie {
      id: $tie, actor: 'IRN', recipient: 'QAT', sign: 'conflict', directed: false, lenses: ['all', 'trusted'],
      claims: [1, 1], voices: [1, 1], event_types: ['ACCUSE 1', 'ACCUSE 1'], first_dates: ['', ''],
      last_dates: ['', ''], bounds: ['', ''], verified: [0, 0], rejected: 0, unsure: [0, 0], unjudged: [1, 1],
      version: 1
    })-[:REACHES]->(other)
    CREATE (event)-[:FORMS]->(tie)
"""


def loaded_long_ago(database: Database) -> str:
    """Load an accusation by two, as it was drawn when joint actors were tied; return its claim."""
    load(database, [*EXTRACTIONS, JOINT])
    (claim,) = JOINT.claims
    with administration(database._settings) as connection:
        drawn = {"event": claim.asserts.id, "tie": TIE}
        connection.run("drawing", OLD_TIE, drawn, write=True)
        connection.run("forgetting", "MATCH (mark:Mark) DELETE mark", {}, write=True)
    return claim.id


def test_joint_actors_lose_their_tie_and_the_rest_stays(database: Database) -> None:
    claim = loaded_long_ago(database)
    annotate(database, claim, Judgement.VERIFIED, author="ann")
    before = database.read("explore/ties", lens="all", ids=[TIE]).rows
    others = _versions(database)
    assert len(before) == 1
    assert redraw(database) == 1
    assert database.read("explore/ties", lens="all", ids=[TIE]).rows == ()
    assert {tie: version for tie, version in others.items() if tie != TIE} == _versions(database)
    (judged,) = database.read("explore/claim", claim=claim).records()
    assert judged["verdict"] == "verified"


def test_a_graph_is_redrawn_once_for_each_change_of_the_rules(database: Database) -> None:
    loaded_long_ago(database)
    assert redraw(database) == 1
    assert database.read("check/mark", mark=drawing_rules()).rows
    assert redraw(database) == 0


def test_a_load_redraws_what_is_older(database: Database) -> None:
    loaded_long_ago(database)
    load(database, EXTRACTIONS[:1])
    assert database.read("explore/ties", lens="all", ids=[TIE]).rows == ()


def _versions(database: Database) -> dict[str, int]:
    rows = database.read("check/ties", limit=1000).rows
    found = database.read("explore/ties", lens="all", ids=[row[0] for row in rows]).records()
    return {row["tie"]: row["version"] for row in found}


def test_older_events_get_their_sign(database: Database) -> None:
    load(database, EXTRACTIONS)
    with administration(database._settings) as connection:
        connection.run("forgetting", "MATCH (event:Event) REMOVE event.sign", {}, write=True)
        connection.run("forgetting", "MATCH (mark:Mark) DELETE mark", {}, write=True)
    redraw(database)
    with administration(database._settings) as connection:
        found = connection.run("asking", "MATCH (e:Event) RETURN e.event_type AS type, e.sign AS sign", {})
    signs = dict(found.rows)
    assert signs["ASSAULT"] == "conflict"
    assert signs["CONSULT"] == "cooperation"
    assert None not in signs.values()
