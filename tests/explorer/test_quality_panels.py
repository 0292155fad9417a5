"""What the quality and review pages say: judgements without their claim, pairs, decisions, outcomes."""

from __future__ import annotations

from cypher.judging.merging import Merger
from cypher.model.graph import Judgement
from cypher.records.explore import OrphanAnnotation
from explorer.acts.judging import SplitActor
from explorer.elements import Child, Click, Element
from explorer.panels.review.actor_merging import decisions
from explorer.panels.review.orphans import orphan_list
from explorer.panels.review.reviewing import second_outcome
from tests.records import made

ORPHAN = made(
    OrphanAnnotation,
    claim="claim-lost",
    judgement="verified",
    author="ani",
    created_at="2024-03-01T10:30:00+00:00",
    note="<b>seen</b>",
    tags=["check"],
)


def acts(part: Child) -> list[Click]:
    """All acts in an element."""
    if not isinstance(part, Element):
        return []
    own = [part.act] if part.act else []
    return [*own, *(act for child in part.children for act in acts(child))]


def test_a_judgement_without_its_claim_is_shown_with_what_can_be_done() -> None:
    text = " ".join(part.text() for part in orphan_list([ORPHAN]))
    assert "Load the original article again" in text
    assert "<b>seen</b>" in text
    assert "ani · 2024-03-01 10:30 UTC · claim-lost" in text


def test_no_orphans_are_good_news() -> None:
    assert orphan_list([])[-1].text() == "Every judgement has a claim."


def test_only_the_decision_that_holds_can_be_split() -> None:
    made = [
        Merger("m3", "a", "b", "ani", "2024-03-03T00:00"),
        Merger("m2", "a", None, "ani", "2024-03-02T00:00"),
        Merger("m1", "a", "c", "ani", "2024-03-01T00:00"),
    ]
    _, listed = decisions(made, {"a": "Ann", "b": "Anna"})
    assert [child.text()[:11] for child in listed.children if isinstance(child, Element)] == [
        "Ann is Anna",
        "Ann is a se",
        "Ann is cani",
    ]
    assert acts(listed) == [SplitActor("a")]


def test_the_second_reviewer_learns_whether_the_first_said_the_same() -> None:
    assert second_outcome(Judgement.VERIFIED, "verified").text() == "You agree with the first reviewer."
    assert second_outcome(Judgement.VERIFIED, "unsure").text() == "You disagree with the first reviewer."
