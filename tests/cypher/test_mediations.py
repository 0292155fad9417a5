"""Mediations in the graph: the third role is stored, drawn, asked for, recoded, merged and exported."""

from __future__ import annotations

from itertools import permutations

import pytest

from cypher.database import Database
from cypher.errors import UsageError
from cypher.judging.annotations import annotate, undo
from cypher.judging.merging import merge, split
from cypher.judging.recoding import Recode
from cypher.model.graph import Judgement, Sign
from ingest.loading.load import load
from tests.cypher.results import column, pairs
from tests.graphs import BROKERS, EXTRACTIONS, tie_id

BETWEEN = "saved/mediation/between"
SIDES = {"first": "ISR", "second": "hamas"}
TOLD = {(who, side, "cooperation") for who in ("IRN", "taliban") for side in ("ISR", "hamas")}
TALKED = {("QAT", side, "cooperation") for side in ("ISR", "hamas")}


@pytest.fixture
def graph(database: Database) -> Database:
    """Each database in turn, holding the story and a mediation, open for an analyst."""
    load(database, (*EXTRACTIONS, BROKERS))
    return database


def roles(graph: Database, statement: str, **asked: object) -> dict[tuple[str, str], list[str]]:
    """The roles of the drawn ties, by actor and recipient, in the order of the rows."""
    found = graph.read(statement, **asked).records()
    return {(row["actor"], row["recipient"]): row["roles"] for row in found}


def test_who_mediates_according_to_the_news_comes_before_who_talks_with_both(graph: Database) -> None:
    found = graph.read(BETWEEN, **SIDES)
    assert pairs(found) == TOLD | TALKED
    assert column(found, "roles") == [["mediates"]] * 4 + [["talks_with_both"]] * 2
    assert pairs(graph.read(BETWEEN, **SIDES, known_by="2024-02-19")) == TALKED
    assert pairs(graph.read(BETWEEN, **SIDES, since="2024-02-01")) == TOLD
    assert pairs(graph.read(BETWEEN, first="hamas", second="ISR")) == TOLD | TALKED


@pytest.mark.parametrize("sides", [("ISR", "hamas"), ("hamas", "ISR")])
def test_mediators_are_named_as_far_as_the_filters_let_their_claims_pass(
    graph: Database, sides: tuple[str, str]
) -> None:
    first, second = sides

    def named(**asked: object) -> list[object]:
        found = graph.read("explore/mediators_between", first=first, second=second, level="actor", **asked)
        return column(found, "entity")

    assert named() == ["IRN", "taliban"]
    assert named(known_by="2024-02-19") == []
    assert named(event_types=["CONSULT"]) in (named(), [])
    assert named(publishers=["Nobody's News"]) == named(statuses=["planned"]) == []
    assert named(limit=1) == ["IRN"]


def test_mediators_are_tied_to_the_parties_only_and_the_edge_says_so(graph: Database) -> None:
    ids = [tie_id(actor, recipient, Sign(sign)) for actor, recipient, sign in TOLD]
    for statement in ("explore/ties", "explore/counted_ties"):
        assert roles(graph, statement, ids=ids) == {(one, two): ["mediates"] for one, two, _ in TOLD}
        assert set(column(graph.read(statement, ids=ids), "directed")) == {True}
    partners = [tie_id(one, two, Sign.COOPERATION) for one, two in permutations(("IRN", "taliban"))]
    assert graph.read("explore/ties", ids=partners, lens="all").rows == ()


def test_every_view_of_the_claim_names_the_mediators(graph: Database) -> None:
    tie = tie_id("IRN", "ISR", Sign.COOPERATION)
    (claim,) = graph.read("explore/evidence", tie=tie).records()
    assert [each["id"] for each in claim["mediators"]] == ["IRN", "taliban"]
    (event,) = graph.read("explore/event", event=claim["event"]).records()
    assert [each["id"] for each in event["mediators"]] == ["IRN", "taliban"]
    assert event["actors"] == []
    (row,) = graph.read("explore/document_claims", document=claim["document"]).records()
    assert [each["id"] for each in row["mediators"]] == ["IRN", "taliban"]
    assert "claim-brokered" in column(graph.read("explore/claims_of_entity", entity="taliban"), "claim")
    (told,) = graph.read("saved/bilateral/events", first="IRN", second="hamas").records()
    assert told["mediators"] == ["Iran", "Taliban"]


def test_a_mediator_is_recoded_and_comes_back_with_undo(graph: Database) -> None:
    batch = annotate(
        graph, "claim-brokered", Judgement.VERIFIED, author="ani", recode=Recode(mediators=("USA",))
    )
    assert pairs(graph.read(BETWEEN, **SIDES)) == TALKED | {
        ("USA", side, "cooperation") for side in ("ISR", "hamas")
    }
    (row,) = graph.read("explore/claim", claim="claim-brokered").records()
    assert [each["id"] for each in row["extracted_mediators"]] == ["IRN", "taliban"]
    undo(graph, batch, author="ani")
    assert pairs(graph.read(BETWEEN, **SIDES)) == TOLD | TALKED


def test_an_act_becomes_a_mediation_and_ends_to_be_one(graph: Database) -> None:
    mediated = Recode(actors=(), recipients=("IRN", "muttaqi"), mediators=("QAT",))
    annotate(graph, "claim-phone-call", Judgement.VERIFIED, author="ani", recode=mediated)
    (row,) = graph.read("explore/claim", claim="claim-phone-call").records()
    assert (row["mode"], [each["id"] for each in row["mediators"]]) == ("third-party", ["QAT"])
    plain = Recode(actors=("IRN",), mediators=())
    annotate(graph, "claim-brokered", Judgement.VERIFIED, author="ani", recode=plain)
    (row,) = graph.read("explore/claim", claim="claim-brokered").records()
    assert (row["mode"], row["mediators"]) == (None, [])


def test_nobody_mediates_with_themselves(graph: Database) -> None:
    with pytest.raises(UsageError, match="'ISR' mediates between the parties"):
        annotate(graph, "claim-brokered", Judgement.VERIFIED, author="ani", recode=Recode(mediators=("ISR",)))


def test_a_merged_mediator_is_shown_as_the_other_until_it_is_split(graph: Database) -> None:
    merge(graph, "taliban", "muttaqi", author="ani")
    assert ("muttaqi", "ISR", "cooperation") in pairs(graph.read(BETWEEN, **SIDES, level="actor"))
    split(graph, "taliban", author="ani")
    assert pairs(graph.read(BETWEEN, **SIDES)) == TOLD | TALKED
