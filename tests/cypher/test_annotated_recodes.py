"""Claims that analysts read otherwise: everything shows what they read, and nothing forgets the original."""

from __future__ import annotations

import pytest

from cypher.database import Database
from cypher.errors import UsageError
from cypher.judging.annotations import annotate, history, undo
from cypher.judging.recoding import Recode
from cypher.model.graph import Judgement, Sign
from ingest.loading.load import load
from tests.cypher.results import column, drawn
from tests.graphs import ARTICLES, CLAIMS, EXTRACTIONS, tie_id, without_claims

ATTACK = tie_id("hamas", "ISR", Sign.CONFLICT)
BACK = tie_id("ISR", "hamas", Sign.CONFLICT)
RELIEF = tie_id("IDN", "PSE", Sign.COOPERATION)
TURNED = Recode(actors=("ISR",), recipients=("hamas",))


@pytest.fixture
def graph(database: Database) -> Database:
    """Each database in turn, holding the story, open for an analyst."""
    load(database, EXTRACTIONS)
    return database


def shown(graph: Database, tie: str, lens: str = "trusted") -> set[str]:
    """The claims behind a tie that the lens shows."""
    return set(column(graph.read("explore/evidence", tie=tie, lens=lens), "claim"))


def test_a_turned_claim_moves_to_the_tie_in_the_other_direction(graph: Database) -> None:
    annotate(graph, "claim-attack", Judgement.VERIFIED, author="ani", recode=TURNED)
    assert shown(graph, ATTACK) == {"claim-attack-copy"}
    assert "claim-attack" in shown(graph, BACK)
    (row,) = graph.read("explore/claim", claim="claim-attack").records()
    assert (row["verdict"], row["version"], row["event_type"]) == ("verified", 1, "ASSAULT")


def test_what_was_extracted_is_kept_beside_what_is_read(graph: Database) -> None:
    annotate(graph, "claim-relief", Judgement.VERIFIED, author="ani", recode=Recode(type="CONSULT"))
    (row,) = graph.read("explore/claim", claim="claim-relief").records()
    assert (row["event_type"], row["extracted_type"]) == ("CONSULT", "AID")
    assert ([e["id"] for e in row["extracted_actors"]], [e["id"] for e in row["extracted_recipients"]]) == (
        ["IDN"],
        ["PSE"],
    )
    untouched = graph.read("explore/claim", claim="claim-attack")
    assert column(untouched, "extracted_type", "extracted_actors") == [(None, [])]


def test_undo_gives_back_what_was_extracted(graph: Database) -> None:
    before = drawn(graph).rows
    batch = annotate(graph, "claim-attack", Judgement.VERIFIED, author="ani", recode=TURNED)
    again = undo(graph, batch, author="ani")
    assert drawn(graph).rows == before
    undo(graph, again, author="ani")
    assert "claim-attack" in shown(graph, BACK)
    assert [made.reading is None for made in history(graph, "claim-attack")] == [False, True, False]


def test_a_tie_is_recoded_claim_by_claim(graph: Database) -> None:
    annotate(graph, ATTACK, Judgement.VERIFIED, author="ani", recode=Recode(actors=("taliban",)))
    assert shown(graph, ATTACK, "all") == set()
    assert shown(graph, tie_id("taliban", "ISR", Sign.CONFLICT)) == {
        "claim-attack",
        "claim-attack-copy",
        "claim-blame",
    }


def test_a_lasting_relation_is_recoded_too(graph: Database) -> None:
    annotate(graph, "claim-control", Judgement.VERIFIED, author="ani", recode=Recode(type="member_of"))
    (row,) = graph.read("explore/claim", claim="claim-control").records()
    assert (row["event_type"], row["extracted_type"]) == ("member_of", "controls")


def test_authors_who_read_a_claim_differently_leave_it_unsure_and_as_extracted(graph: Database) -> None:
    annotate(graph, "claim-relief", Judgement.VERIFIED, author="ani")
    annotate(graph, "claim-relief", Judgement.VERIFIED, author="budi", recode=Recode(type="CONSULT"))
    (row,) = graph.read("explore/claim", claim="claim-relief").records()
    assert (row["verdict"], row["event_type"], row["extracted_type"]) == ("unsure", "AID", None)
    annotate(graph, "claim-relief", Judgement.VERIFIED, author="ani", recode=Recode(type="CONSULT"))
    (row,) = graph.read("explore/claim", claim="claim-relief").records()
    assert (row["verdict"], row["event_type"]) == ("verified", "CONSULT")


def test_a_final_judgement_settles_what_was_said_before_it_and_not_what_comes_after(graph: Database) -> None:
    annotate(graph, "claim-relief", Judgement.VERIFIED, author="ani")
    annotate(graph, "claim-relief", Judgement.REJECTED, author="budi")
    annotate(graph, "claim-relief", Judgement.VERIFIED, author="citra", final=True)
    assert column(graph.read("explore/claim", claim="claim-relief"), "verdict") == ["verified"]
    annotate(graph, "claim-relief", Judgement.REJECTED, author="dewi")
    assert column(graph.read("explore/claim", claim="claim-relief"), "verdict") == ["unsure"]


def test_a_recode_survives_loading_the_same_news_again(graph: Database) -> None:
    annotate(graph, "claim-attack", Judgement.VERIFIED, author="ani", recode=TURNED)
    summary = load(graph, EXTRACTIONS)
    assert summary.removed == 0
    assert (shown(graph, ATTACK), "claim-attack" in shown(graph, BACK)) == ({"claim-attack-copy"}, True)


def test_a_recode_waits_for_a_claim_that_was_gone_and_came_back(graph: Database) -> None:
    annotate(graph, "claim-relief", Judgement.VERIFIED, author="ani", recode=Recode(type="CONSULT"))
    load(graph, [without_claims(ARTICLES["help"], CLAIMS["relief"])])
    assert shown(graph, RELIEF, "all") == set()
    assert column(graph.read("explore/orphan_annotations"), "claim") == ["claim-relief"]
    load(graph, EXTRACTIONS)
    (row,) = graph.read("explore/claim", claim="claim-relief").records()
    assert (row["verdict"], row["event_type"], row["extracted_type"]) == ("verified", "CONSULT", "AID")
    assert shown(graph, RELIEF) == {"claim-relief"}


def test_several_claims_and_ties_are_judged_together_and_undone_together(graph: Database) -> None:
    batch = annotate(graph, [ATTACK, "claim-relief"], Judgement.REJECTED, author="ani")
    assert len(column(graph.read("annotate/batch", batch=batch), "claim")) == 4
    assert shown(graph, RELIEF) == set()
    undo(graph, batch, author="ani")
    assert shown(graph, RELIEF) == {"claim-relief"}


def test_grades_and_sources_are_kept_and_the_last_grade_stands_on_the_claim(graph: Database) -> None:
    annotate(
        graph,
        "claim-relief",
        Judgement.VERIFIED,
        author="ani",
        source_grade="B",
        information_grade=2,
        sources=["ministry, by phone"],
    )
    (made,) = history(graph, "claim-relief")
    assert (made.source_grade, made.information_grade, made.sources) == ("B", 2, ("ministry, by phone",))
    assert column(graph.read("explore/claim", claim="claim-relief"), "source_grade", "information_grade") == [
        ("B", 2)
    ]


def test_a_recode_that_makes_no_sense_is_refused_with_the_reason(graph: Database) -> None:
    with pytest.raises(UsageError, match="no entity 'atlantis'"):
        annotate(graph, ATTACK, Judgement.VERIFIED, author="ani", recode=Recode(recipients=("atlantis",)))
    with pytest.raises(UsageError, match="no event type 'DANCE'"):
        annotate(graph, ATTACK, Judgement.VERIFIED, author="ani", recode=Recode(type="DANCE"))
    with pytest.raises(UsageError, match="one entity on each side"):
        annotate(graph, ATTACK, Judgement.VERIFIED, author="ani", recode=Recode("controls", ("ISR", "IRN")))
    with pytest.raises(UsageError, match="verified, not rejected"):
        annotate(graph, ATTACK, Judgement.REJECTED, author="ani", recode=TURNED)
    with pytest.raises(UsageError, match="graded A to F, not 'X'"):
        annotate(graph, ATTACK, Judgement.VERIFIED, author="ani", source_grade="X")
    assert history(graph, ATTACK) == ()
