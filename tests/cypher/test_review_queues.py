"""Queues of claims to review, for a first, a second and a settling opinion; verdicts as training data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cypher.database import Database
from cypher.judging.annotations import annotate
from cypher.judging.recoding import Recode
from cypher.model.graph import Judgement
from cypher.review.queues import Stage, queue
from cypher.review.training import training_rows
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.graphs import CLAIMS, EXTRACTIONS


@pytest.fixture
def graph(database: Database) -> Database:
    """Each database in turn, holding the story, open for an analyst."""
    load(database, EXTRACTIONS)
    return database


def test_a_judged_claim_leaves_the_first_queue_and_waits_for_somebody_else(graph: Database) -> None:
    assert len(queue(graph, Stage.FIRST, "ani")) == len(CLAIMS)
    annotate(graph, "claim-blame", Judgement.VERIFIED, author="ani")
    assert "claim-blame" not in queue(graph, Stage.FIRST, "budi")
    assert queue(graph, Stage.SECOND, "ani") == ()
    assert queue(graph, Stage.SECOND, "budi") == ("claim-blame",)


def test_those_who_differ_are_queued_for_somebody_to_settle(graph: Database) -> None:
    annotate(graph, "claim-blame", Judgement.VERIFIED, author="ani")
    assert queue(graph, Stage.DISPUTED, "citra") == ()
    annotate(graph, "claim-blame", Judgement.REJECTED, author="budi")
    assert queue(graph, Stage.DISPUTED, "citra") == ("claim-blame",)
    annotate(graph, "claim-blame", Judgement.REJECTED, author="citra", final=True)
    assert queue(graph, Stage.DISPUTED, "citra") == ()


def test_the_queue_is_filtered_by_type_language_party_and_day(graph: Database) -> None:
    def asked(**filters: object) -> set[str]:
        return set(queue(graph, Stage.FIRST, "ani", **filters))

    assert asked(event_types=["AID"]) == {"claim-aid", "claim-relief"}
    assert asked(languages=["id"], event_types=["SANCTION"]) == {"claim-sanctions-again"}
    assert asked(entity="taliban") == {"claim-control"}
    assert asked(since="2024-02-01") == {"claim-relief", "claim-control"}


def test_a_claim_without_any_date_is_queued_by_the_day_on_which_it_became_known(graph: Database) -> None:
    stated = Stated("undated", "helped", ("QAT",), ("IRN",), "AID")
    told = Line("Qatar helped Iran.", {"Qatar": "QAT", "Iran": "IRN"}, (stated,))
    leaflet = article("leaflet", "en", "Nobody", "2024-01-01", (Line("A leaflet"), told))
    load(graph, [replace(leaflet, document=replace(leaflet.document, published_on=None))])
    assert "claim-undated" in queue(graph, Stage.FIRST, "ani")
    annotate(graph, "claim-undated", Judgement.VERIFIED, author="ani")
    assert queue(graph, Stage.SECOND, "budi") == ("claim-undated",)


def test_verdicts_become_training_data_with_what_is_right(graph: Database) -> None:
    annotate(graph, "claim-relief", Judgement.VERIFIED, author="ani")
    annotate(graph, "claim-blame", Judgement.REJECTED, author="ani")
    annotate(
        graph,
        "claim-attack",
        Judgement.VERIFIED,
        author="ani",
        recode=Recode(actors=("ISR",), recipients=("hamas",)),
    )
    rows = {row["id"]: row for row in training_rows(graph)}
    assert {name: row["verdict"] for name, row in rows.items()} == {
        "claim-relief": "verified",
        "claim-blame": "rejected",
        "claim-attack": "recoded",
    }
    attack = rows["claim-attack"]
    assert attack["text"] == "Hamas fighters attacked towns in southern Israel on Saturday."
    assert attack["trigger"] == {"start": 15, "end": 23, "text": "attacked"}
    parties = [(event["actors"], event["recipients"]) for event in (attack["extracted"], attack["correct"])]  # type: ignore[index]
    assert parties == [(["hamas"], ["ISR"]), (["ISR"], ["hamas"])]
    assert rows["claim-blame"]["correct"] is None
