"""A round of reviewing: forward, back, judged, taken back."""

from __future__ import annotations

from explorer.view.review_session import ReviewSession

ROUND = ReviewSession(("a", "b", "c"))


def test_a_judgement_leads_on_to_the_next_claim_and_is_counted() -> None:
    judged = ROUND.judged("batch-1")
    assert (judged.claim, judged.batches) == ("b", {"a": "batch-1"})


def test_a_round_ends_after_its_last_claim_and_can_be_walked_back() -> None:
    over = ROUND.moved(7)
    assert (over.claim, over.moved(-1).claim, ROUND.moved(-1).claim) == (None, "c", "a")
    assert over.judged("batch-1") == over


def test_the_claim_of_a_verdict_that_is_undone_is_on_the_screen_again() -> None:
    walked = ROUND.judged("batch-1").judged("batch-2").moved(1)
    assert walked.last_batch() == "batch-2"
    for batch, claim, left in (("batch-2", "b", {"a": "batch-1"}), ("batch-1", "a", {"b": "batch-2"})):
        back = walked.without(batch)
        assert (back.claim, back.batches, walked.claim_of(batch)) == (claim, left, claim)
    assert walked.without("of another round") == walked


def test_a_verdict_that_is_recorded_again_leads_on_from_its_claim() -> None:
    again = ROUND.moved(2).judged("batch-3", "a")
    assert (again.claim, again.batches) == ("b", {"a": "batch-3"})
    assert ROUND.judged("batch-4", "of another round") == ROUND
