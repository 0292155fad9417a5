"""What verdicts say of the extraction, and how far analysts agree."""

from __future__ import annotations

import pytest

from cypher.records.annotate import Opinion, ReviewedClaim
from cypher.records.shared import QueuedClaim
from cypher.review.quality import agreement, krippendorff_alpha, precision_by, rules_of
from cypher.review.queues import ranked
from tests.records import made


def row(verdict: str, publisher: str = "Post", recoded: bool = False) -> ReviewedClaim:
    return made(
        ReviewedClaim,
        verdict=verdict,
        publisher=publisher,
        asserts="event-2" if recoded else "event-1",
        extracted="event-1",
        reasons=["“hit” means ASSAULT", "active verb"],
    )


def publisher(claim: ReviewedClaim) -> list[str]:
    return [claim.publisher or ""]


def test_a_recoded_claim_was_extracted_wrongly_and_an_unsure_one_is_left_out() -> None:
    rows = [row("verified"), row("verified", recoded=True), row("rejected"), row("unsure")]
    (post,) = precision_by(rows, publisher)
    assert (post.right, post.wrong, post.unsure) == (1, 2, 1)
    assert post.share == pytest.approx(1 / 3)


def test_rules_are_counted_without_the_words_of_the_text() -> None:
    assert list(rules_of(row("verified"))) == ["“…” means ASSAULT", "active verb"]


def test_few_verdicts_leave_a_wide_interval() -> None:
    (few,) = precision_by([row("verified")] * 3, publisher)
    (many,) = precision_by([row("verified")] * 300, publisher)
    assert few.share == many.share == 1
    assert few.interval is not None
    assert many.interval is not None
    assert few.interval[0] == pytest.approx(0.4385, abs=0.001)  # Wilson's interval of 3 of 3
    assert many.interval[0] > 0.98


def test_alpha_is_that_of_the_textbook() -> None:
    """Krippendorff's own example of two observers and ten items with values 0 and 1: alpha is 0.095."""
    first, second = "0100000011", "1101000000"
    assert krippendorff_alpha([(a, b) for a, b in zip(first, second, strict=True)]) == pytest.approx(
        0.095, abs=0.001
    )


def test_alpha_is_one_for_those_who_always_agree_and_nothing_without_variation() -> None:
    assert krippendorff_alpha([("x", "x"), ("y", "y")]) == 1
    assert krippendorff_alpha([("x", "x"), ("x", "x")]) is None


def opinion(claim: str, author: str, judgement: str, **rest: object) -> Opinion:
    own = {"id": f"{claim}-{author}-{judgement}", "claim": claim, "author": author, "judgement": judgement}
    return made(Opinion, **own, **rest, event_type="AID")


def test_agreement_counts_the_latest_word_of_each_author_and_no_settlement() -> None:
    rows = [
        opinion("one", "ani", "rejected"),
        opinion("one", "ani", "verified", replaces="one-ani-rejected"),
        opinion("one", "budi", "verified"),
        opinion("one", "citra", "rejected", final=True),
        opinion("two", "ani", "verified"),
        opinion("two", "budi", "verified", reading="event-9"),
        opinion("three", "ani", "verified"),
    ]
    (aid,) = agreement(rows)
    assert (aid.event_type, aid.claims, aid.agreed) == ("AID", 2, 1)


def test_the_queue_puts_the_uncertain_the_central_and_the_recent_first() -> None:
    def claim(
        name: str, confidence: float = 0.5, date: str = "2024-03-01", party: str = "hub"
    ) -> QueuedClaim:
        return QueuedClaim(name, confidence, date, [party])

    degrees = {"hub": 40, "lone": 1}
    rows = [
        claim("certain", confidence=0.95),
        claim("old", date="2022-03-01"),
        claim("remote", party="lone"),
        claim("urgent"),
    ]
    assert ranked(rows, degrees)[0] == "urgent"
    assert set(ranked(rows, degrees)) == {"certain", "old", "remote", "urgent"}
    assert ranked([], {}) == ()
