"""The counts that ties keep: always what counting their claims says, whatever happened to these."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cypher.database import Database, Table
from cypher.judging.annotations import Recode, annotate, undo
from cypher.judging.merging import merge, split
from cypher.judging.tie_counts import COUNTED, count_uncounted, recount
from cypher.model.graph import Judgement, Sign
from explorer.graph.subgraph import counted_types
from ingest.loading.load import load
from tests.graphs import ARTICLES, CLAIMS, ENTITIES, EXTRACTIONS, tie_id, without_claims
from tests.services import administration

LENSES: tuple[str, ...] = ("all", "not_rejected", "trusted", "mine:ann")
ATTACK = tie_id("hamas", "ISR", Sign.CONFLICT)


@pytest.fixture
def graph(database: Database) -> Database:
    """Each database in turn, holding the story."""
    load(database, EXTRACTIONS)
    return database


def assert_counts_are_true(database: Database) -> None:
    """What ties keep is what counting their claims gives, for every lens and tie, in the same order."""
    for lens in LENSES:
        among = database.read("explore/ties_among", entities=list(ENTITIES), lens=lens).records()
        counted = database.read("explore/counted_ties_among", fresh=list(ENTITIES), lens=lens).records()
        assert comparable(counted) == comparable(among)


def assert_same(counted: Table, counting: Table) -> None:
    """Both say something, and the same."""
    assert counting.rows
    assert comparable(counted.records()) == comparable(counting.records())


def comparable(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows with what has no order, or may be written in two ways, in one."""
    loose: dict[str, Callable[[Any], object]] = {
        "event_types": counted_types,
        "roles": lambda roles: sorted(filter(None, roles)),
    }
    return [
        {name: loose[name](value) if name in loose else value for name, value in row.items()} for row in rows
    ]


def test_they_are_true_after_a_load(graph: Database) -> None:
    assert_counts_are_true(graph)


@pytest.mark.parametrize("lens", ["all", "trusted"])
def test_what_is_asked_of_them_is_what_counting_answers(graph: Database, lens: str) -> None:
    for entity in ("IRN", "hamas"):
        asked = {"entity": entity, "lens": lens}
        wishes: list[dict[str, object]] = [
            {},
            {"rank": "recent", "limit": 2},
            {"signs": ["conflict"], "limit": 1},
        ]
        for wish in wishes:
            counting = graph.read("explore/neighbours", **asked, **wish)
            assert_same(graph.read("explore/counted_neighbours", **asked, **wish), counting)
        for signs in (None, ["cooperation", "conflict", "neutral"], ["conflict"]):
            counting = graph.read("explore/expansion_counts", **asked, signs=signs)
            assert_same(graph.read("explore/counted_expansion_counts", **asked, signs=signs), counting)
    ids = [ATTACK, tie_id("IRN", "AFG", Sign.COOPERATION)]
    counting = graph.read("explore/ties", ids=ids, lens=lens)
    assert_same(graph.read("explore/counted_ties", ids=ids, lens=lens), counting)


def test_they_are_true_after_judgements_and_when_these_are_taken_back(graph: Database) -> None:
    annotate(graph, ATTACK, Judgement.VERIFIED, author="ann")
    annotate(graph, CLAIMS["attack-copy"].id, Judgement.REJECTED, author="ben")
    annotate(graph, CLAIMS["aid"].id, Judgement.REJECTED, author="ann")
    assert_counts_are_true(graph)
    recode = Recode(type="CONSULT", recipients=("ISR",))
    batch = annotate(graph, CLAIMS["relief"].id, Judgement.VERIFIED, author="ann", recode=recode)
    assert_counts_are_true(graph)
    undo(graph, batch, author="ann")
    assert_counts_are_true(graph)


def test_they_are_true_after_a_claim_is_no_longer_made(graph: Database) -> None:
    annotate(graph, CLAIMS["attack-copy"].id, Judgement.REJECTED, author="ann")
    load(graph, [without_claims(ARTICLES["copy"], CLAIMS["attack-copy"])])
    assert_counts_are_true(graph)
    load(graph, [ARTICLES["copy"]])
    assert_counts_are_true(graph)


def test_they_are_true_after_a_merger_a_load_and_a_split(graph: Database) -> None:
    merge(graph, "hamas", "taliban", author="ann")
    assert_counts_are_true(graph)
    load(graph, [ARTICLES["attack"]])
    assert_counts_are_true(graph)
    split(graph, "hamas", author="ann")
    assert_counts_are_true(graph)


def test_a_picture_that_grows_asks_for_the_ties_of_its_new_entities_only(graph: Database) -> None:
    entities = sorted(ENTITIES)
    old, new = entities[: len(entities) // 2], entities[len(entities) // 2 :]
    parts = [
        graph.read("explore/counted_ties_among", fresh=old).records(),
        graph.read("explore/counted_ties_among", fresh=new, others=old).records(),
    ]
    whole = graph.read("explore/counted_ties_among", fresh=entities).records()
    assert all(parts)
    assert sorted(row["tie"] for part in parts for row in part) == sorted(row["tie"] for row in whole)


def test_a_tie_has_a_new_version_when_its_claims_changed(graph: Database) -> None:
    def versions() -> dict[str, int]:
        return {row["tie"]: row["version"] for row in graph.read("explore/ties_among", **asked).records()}

    asked: dict[str, object] = {"entities": list(ENTITIES), "lens": "all", "level": "actor"}
    before = versions()
    annotate(graph, CLAIMS["attack"].id, Judgement.REJECTED, author="ann")
    after = versions()
    assert {tie for tie in before if before[tie] != after[tie]} == {ATTACK}


def test_counts_that_are_not_true_are_mended(graph: Database) -> None:
    assert recount(graph).mended == 0
    _change(graph, "MATCH (tie:Tie {id: $tie}) SET tie.voices = [7, 7, 7]")
    assert recount(graph).mended == 1
    assert_counts_are_true(graph)


def test_a_graph_that_was_loaded_before_ties_kept_counts_is_counted(graph: Database) -> None:
    _change(graph, "MATCH (mark:Mark) DELETE mark")
    _change(graph, "MATCH (tie:Tie {id: $tie}) REMOVE tie.version, tie.claims, tie.voices")
    assert count_uncounted(graph) == 1
    assert_counts_are_true(graph)
    assert graph.read("check/mark", mark=COUNTED).rows
    assert count_uncounted(graph) == 0


def _change(graph: Database, text: str) -> None:
    """Do what no statement of ours does."""
    with administration(graph._settings) as connection:
        connection.run("changing", text, {"tie": ATTACK}, write=True)
