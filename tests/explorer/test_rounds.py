"""A round of reviewing: forward, back, judged, taken back."""

from __future__ import annotations

from explorer.rounds import Round

ROUND = Round(("a", "b", "c"))


def test_a_judgement_leads_on_to_the_next_claim_and_is_counted() -> None:
    judged = ROUND.judged("batch-1")
    assert (judged.claim, judged.batches) == ("b", {"a": "batch-1"})


def test_a_round_ends_after_its_last_claim_and_can_be_walked_back() -> None:
    over = ROUND.moved(7)
    assert (over.claim, over.moved(-1).claim, ROUND.moved(-1).claim) == (None, "c", "a")
    assert over.judged("batch-1") == over


def test_what_is_taken_back_is_on_the_screen_again() -> None:
    walked = ROUND.judged("batch-1").judged("batch-2").moved(1)
    back = walked.taken_back()
    assert (walked.last_batch(), back.claim, back.batches) == ("batch-2", "b", {"a": "batch-1"})
    assert ROUND.taken_back() == ROUND
