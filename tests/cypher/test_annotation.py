"""Judgements: what they change, how they are taken back, and what happens when two people judge at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest

from cypher.database import Database
from cypher.errors import UsageError
from cypher.judging.annotations import ConflictError, Recode, annotate, history, judge, take_back, undo
from cypher.model.graph import Judgement, Lens, Level, Sign
from cypher.model.lens import lens_parameter
from ingest.loading.load import load
from tests.cypher.results import column, drawn
from tests.graphs import EXTRACTIONS, tie_id

ATTACK = tie_id("hamas", "ISR", Sign.CONFLICT)
CALL = tie_id("amir-abdollahian", "muttaqi", Sign.COOPERATION)


@pytest.fixture
def graph(database: Database) -> Database:
    """Each database in turn, holding the story, open for an analyst."""
    load(database, EXTRACTIONS)
    return database


def visible(graph: Database, tie: str, lens: str = "trusted") -> bool:
    """Whether the lens shows the tie."""
    return bool(graph.read("explore/ties", ids=[tie], lens=lens).rows) and tie in column(
        drawn(graph, lens), "tie"
    )


def verdicts(graph: Database, tie: str) -> dict[str, str]:
    """The verdict of each claim behind a tie."""
    return dict(column(graph.read("explore/evidence", tie=tie, lens="all"), "claim", "verdict"))


def test_a_rejected_claim_disappears_from_the_trusted_lens(graph: Database) -> None:
    assert visible(graph, CALL)
    annotate(graph, "claim-phone-call", Judgement.REJECTED, author="ani")
    assert not visible(graph, CALL)
    assert not visible(graph, CALL, "not_rejected")
    assert visible(graph, CALL, "all")


def test_a_verified_claim_enters_the_trusted_lens_however_unlikely(graph: Database) -> None:
    assert column(graph.read("explore/ties", ids=[ATTACK]), "claims") == [2]
    annotate(graph, "claim-blame", Judgement.VERIFIED, author="ani")
    assert column(graph.read("explore/ties", ids=[ATTACK]), "claims", "verified") == [(3, 1)]


def test_a_judgement_on_a_tie_is_one_annotation_a_claim(graph: Database) -> None:
    batch = annotate(
        graph, ATTACK, Judgement.REJECTED, author="ani", note="old footage", tags=["b", "a", " "]
    )
    assert set(verdicts(graph, ATTACK).values()) == {"rejected"}
    made = history(graph, ATTACK)
    assert {a.claim for a in made} == {"claim-attack", "claim-attack-copy", "claim-blame"}
    assert {(a.batch, a.note, a.tags) for a in made} == {(batch, "old footage", ("a", "b"))}
    assert column(graph.read("annotate/batch", batch=batch), "claim") == sorted(a.claim for a in made)


def test_one_event_of_a_tie_may_be_rejected_while_the_tie_stays(graph: Database) -> None:
    annotate(graph, "claim-attack", Judgement.REJECTED, author="ani")
    (row,) = graph.read("explore/ties", ids=[ATTACK]).records()
    assert (row["claims"], row["voices"], row["rejected"], row["unjudged"]) == (1, 1, 1, 1)


def test_my_lens_shows_what_i_verified_and_nothing_else(graph: Database) -> None:
    annotate(graph, ATTACK, Judgement.VERIFIED, author="ani")
    annotate(graph, CALL, Judgement.VERIFIED, author="budi")
    mine = drawn(graph, lens_parameter(Lens.MINE, "ani"))
    assert column(mine, "tie") == [ATTACK]


def test_undo_restores_what_the_author_thought_before(graph: Database) -> None:
    annotate(graph, ATTACK, Judgement.UNSURE, author="ani", confidence=0.3, tags=["check"])
    batch = annotate(graph, ATTACK, Judgement.REJECTED, author="ani")
    undone = undo(graph, batch, author="ani")
    assert set(verdicts(graph, ATTACK).values()) == {"unsure"}
    (latest, *_) = history(graph, "claim-attack")
    assert (latest.batch, latest.confidence, latest.tags) == (undone, 0.3, ("check",))
    assert visible(graph, ATTACK, "not_rejected")


def test_undoing_the_first_judgement_leaves_the_claim_unjudged_and_its_history_whole(graph: Database) -> None:
    batch = annotate(graph, CALL, Judgement.REJECTED, author="ani", note="no")
    undo(graph, batch, author="ani")
    assert set(verdicts(graph, CALL).values()) == {"none"}
    assert visible(graph, CALL)
    assert [a.judgement for a in history(graph, CALL)] == [Judgement.NONE, Judgement.REJECTED]


def test_undoing_an_undo_does_it_again(graph: Database) -> None:
    undone = undo(graph, annotate(graph, CALL, Judgement.REJECTED, author="ani"), author="ani")
    undo(graph, undone, author="ani")
    assert set(verdicts(graph, CALL).values()) == {"rejected"}


def test_only_the_author_undoes_and_only_the_latest(graph: Database) -> None:
    batch = annotate(graph, CALL, Judgement.REJECTED, author="ani")
    with pytest.raises(UsageError, match="is by 'ani'"):
        undo(graph, batch, author="budi")
    annotate(graph, CALL, Judgement.VERIFIED, author="ani")
    with pytest.raises(ConflictError, match="judged claim-phone-call again"):
        undo(graph, batch, author="ani")
    assert set(verdicts(graph, CALL).values()) == {"verified"}


def test_two_authors_who_differ_leave_the_claim_unsure(graph: Database) -> None:
    annotate(graph, CALL, Judgement.VERIFIED, author="ani")
    annotate(graph, CALL, Judgement.REJECTED, author="budi")
    assert set(verdicts(graph, CALL).values()) == {"unsure"}
    assert not visible(graph, CALL)
    annotate(graph, CALL, Judgement.NONE, author="budi")
    assert set(verdicts(graph, CALL).values()) == {"verified"}


def test_a_claim_that_changed_since_it_was_opened_is_not_judged(graph: Database) -> None:
    seen = dict(column(graph.read("explore/evidence", tie=ATTACK, lens="all"), "claim", "version"))
    annotate(graph, "claim-attack", Judgement.VERIFIED, author="budi")
    with pytest.raises(ConflictError, match=r"1 of 3 claims.*claim-attack.*Nothing was recorded"):
        annotate(graph, ATTACK, Judgement.REJECTED, author="ani", versions=seen)
    assert {a.author for a in history(graph, ATTACK)} == {"budi"}
    assert set(verdicts(graph, ATTACK).values()) == {"none", "verified"}


def test_all_claims_of_a_tie_are_judged_or_none(graph: Database) -> None:
    rows = [
        {
            "claim": claim,
            "version": version,
            "annotation": {"id": f"annotation-{claim}"},
            "claim_verdict": {"verdict": "rejected"},
        }
        for claim, version in (("claim-attack", 0), ("claim-attack-copy", 7))
    ]
    (answer,) = graph.write("annotate/judge", rows=rows).records()
    assert not answer["judged"]
    assert set(verdicts(graph, ATTACK).values()) == {"none"}
    assert graph.read("explore/counts").records()[0]["annotations"] == 0


def test_judgements_at_the_same_time_are_all_recorded(graph: Database) -> None:
    authors = ["ani", "budi", "citra", "dewi"]

    def judge(turn: tuple[int, str]) -> str:
        return annotate(graph, CALL, Judgement.VERIFIED, author=turn[1], note=str(turn[0]))

    with ThreadPoolExecutor(len(authors)) as pool:
        batches = list(pool.map(judge, product(range(3), authors)))
    made = history(graph, CALL)
    assert {a.batch for a in made} == set(batches)
    assert column(graph.read("explore/claim", claim="claim-phone-call"), "version") == [len(batches)]
    replaced = [a.replaces for a in made if a.replaces]
    assert len(replaced) == len(set(replaced)) == len(batches) - len(authors)


def test_what_cannot_be_judged_is_refused_with_the_reason(graph: Database) -> None:
    with pytest.raises(UsageError, match="no claim or tie 'claim-nothing'"):
        annotate(graph, "claim-nothing", Judgement.VERIFIED, author="ani")
    with pytest.raises(UsageError, match="author"):
        annotate(graph, CALL, Judgement.VERIFIED, author="  ")
    with pytest.raises(UsageError, match=r"between 0 and 1, not 1\.5"):
        annotate(graph, CALL, Judgement.VERIFIED, author="ani", confidence=1.5)
    with pytest.raises(UsageError, match="no batch 'batch-nothing'"):
        undo(graph, "batch-nothing", author="ani")
    assert history(graph, CALL) == ()


def versions(graph: Database) -> dict[str, int]:
    """The version of each tie at any level."""
    ties = column(graph.read("check/ties", limit=5000), "tie")
    found = [graph.read("explore/ties", ids=ties, lens="all", level=level) for level in Level]
    return {tie: version for table in found for tie, version in column(table, "tie", "version")}


def test_a_judgement_tells_which_ties_it_changed_at_every_level(graph: Database) -> None:
    before = versions(graph)
    batch = judge(graph, [ATTACK, "claim-phone-call"], Judgement.UNSURE, author="ani")
    after = versions(graph)
    assert batch.annotations == len(verdicts(graph, ATTACK)) + 1
    assert set(batch.ties) >= {tie for tie in after if after[tie] != before[tie]} >= {ATTACK, CALL}
    back = take_back(graph, batch.id, author="ani")
    assert (set(back.ties), back.annotations) == (set(batch.ties), batch.annotations)


def test_a_recode_tells_the_ties_that_the_claim_left_and_those_that_it_joined(graph: Database) -> None:
    batch = judge(graph, "claim-phone-call", Judgement.VERIFIED, author="ani", recode=Recode(type="ACCUSE"))
    joined = tie_id("amir-abdollahian", "muttaqi", Sign.CONFLICT)
    assert {CALL, joined} <= set(batch.ties)
