"""The claims behind several ties at once, on each engine."""

from __future__ import annotations

from cypher.database import Database
from cypher.model.graph import Sign
from tests.cypher.results import column
from tests.graphs import tie_id

ATTACK = tie_id("hamas", "ISR", Sign.CONFLICT)
SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)
SWAP = tie_id("USA", "IRN", Sign.COOPERATION)
TIES = [ATTACK, SANCTIONS, SWAP]


def test_each_tie_brings_the_claims_that_its_evidence_shows(story: Database) -> None:
    found = story.read("explore/claims_behind", ids=[*TIES, "unknown"], lens="all")
    for tie in TIES:
        alone = story.read("explore/evidence", tie=tie, lens="all")
        behind = [claim for owner, claim in column(found, "tie", "claim") if owner == tie]
        assert sorted(behind) == sorted(column(alone, "claim"))
        assert behind
    assert {len(set(column(found, "tie")))} == {3}


def test_a_claim_comes_with_its_parties_sentence_and_source(story: Database) -> None:
    (row, *_) = story.read("explore/claims_behind", ids=[SANCTIONS], lens="all").records()
    evidence = story.read("explore/evidence", tie=SANCTIONS, lens="all").records()[0]
    shared = evidence.keys() & row.keys()
    assert len(shared) > 12
    assert {name: row[name] for name in shared} == {name: evidence[name] for name in shared}
    assert (row["actor_name"], row["directed"], row["sign"]) == ("United States", True, "conflict")


def test_the_newest_claims_of_a_tie_are_kept_and_all_are_counted(story: Database) -> None:
    found = story.read("explore/claims_behind", ids=TIES, lens="all", each=1).records()
    assert sorted(row["tie"] for row in found) == sorted(TIES)
    every = len(story.read("explore/evidence", tie=ATTACK, lens="all").rows)
    assert {row["tie"]: row["all_claims"] for row in found}[ATTACK] == every > 1


def test_the_claims_obey_lens_day_type_and_period(story: Database) -> None:
    def claims(**asked: object) -> set[str]:
        return set(column(story.read("explore/claims_behind", ids=TIES, **asked), "claim"))

    every = claims(lens="all")
    assert "claim-swap" in every
    assert claims(lens="all", event_types=["COOPERATE"]) == {"claim-swap"}
    assert claims(lens="all", since="2024-01-01") == claims(lens="all", since="2023-12-31") < every
    assert claims(lens="all", known_by="2023-09-30") == {"claim-swap"}
    assert claims(lens="mine:Nobody") == set()
