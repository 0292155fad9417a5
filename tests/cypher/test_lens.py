"""Which lenses see a claim, and what analysts together think of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.judging.verdicts import Annotation, claim_verdict, latest_of
from cypher.model.graph import Judgement, Lens
from cypher.model.lens import TRUST_THRESHOLD, lens_parameter, lenses_of

verdicts = st.sampled_from(Judgement)
confidences = st.floats(0, 1)


def said(
    author: str, judgement: Judgement, number: int, replaces: int | None = None, **more: object
) -> Annotation:
    """An annotation of one claim; `number` is its place in time."""
    earlier = None if replaces is None else f"a{replaces}"
    values = {"id": f"a{number}", "claim": "c", "batch": "b", "created_at": f"2026-01-{number:02}", **more}
    return Annotation(author=author, judgement=judgement, replaces=earlier, **values)  # type: ignore[arg-type]


@given(verdicts, confidences)
def test_every_claim_is_seen_by_the_lens_that_shows_all(verdict: Judgement, confidence: float) -> None:
    assert Lens.ALL in lenses_of(verdict, confidence)


@given(confidences)
def test_only_a_rejected_claim_is_hidden_from_not_rejected(confidence: float) -> None:
    hidden = [verdict for verdict in Judgement if Lens.NOT_REJECTED not in lenses_of(verdict, confidence)]
    assert hidden == [Judgement.REJECTED]


def test_the_trusted_lens_shows_the_verified_and_the_likely() -> None:
    unlikely = TRUST_THRESHOLD / 2
    assert Lens.TRUSTED in lenses_of(Judgement.VERIFIED, unlikely)
    assert Lens.TRUSTED in lenses_of(Judgement.NONE, TRUST_THRESHOLD)
    assert Lens.TRUSTED not in lenses_of(Judgement.NONE, unlikely)
    assert Lens.TRUSTED not in lenses_of(Judgement.UNSURE, 1.0)


@given(verdicts, confidences, st.sets(st.text(min_size=1), max_size=3))
def test_my_lens_shows_what_i_accepted(verdict: Judgement, confidence: float, authors: set[str]) -> None:
    lenses = lenses_of(verdict, confidence, authors)
    assert {lens for lens in lenses if lens.startswith("mine:")} == {f"mine:{author}" for author in authors}


def test_the_parameter_names_the_author_only_for_my_lens() -> None:
    assert lens_parameter(Lens.MINE, "ani") == "mine:ani"
    assert lens_parameter(Lens.TRUSTED, "ani") == "trusted"


def test_without_annotations_a_claim_has_no_verdict() -> None:
    assert claim_verdict([]).verdict is Judgement.NONE


@given(st.permutations([1, 2, 3]))
def test_the_latest_judgement_of_an_author_counts_in_any_order_of_reading(order: list[int]) -> None:
    made = [
        said("ani", Judgement.VERIFIED, 1),
        said("ani", Judgement.UNSURE, 2, replaces=1),
        said("ani", Judgement.REJECTED, 3, replaces=2),
    ]
    read = [made[number - 1] for number in order]
    assert claim_verdict(read).verdict is Judgement.REJECTED
    latest = latest_of(read, "ani")
    assert latest is not None
    assert latest.id == "a3"
    assert latest_of(read, "budi") is None


def test_judgements_of_the_same_moment_follow_their_chain() -> None:
    first = said("ani", Judgement.VERIFIED, 1)
    second = said("ani", Judgement.REJECTED, 2, replaces=1, created_at=first.created_at)
    assert claim_verdict([second, first]).verdict is Judgement.REJECTED


@pytest.mark.parametrize(
    ("one", "other"), [("verified", "rejected"), ("verified", "unsure"), ("unsure", "rejected")]
)
def test_authors_who_differ_leave_the_claim_unsure(one: str, other: str) -> None:
    both = claim_verdict([said("ani", Judgement(one), 1), said("budi", Judgement(other), 2)])
    assert both.verdict is Judgement.UNSURE
    assert both.accepted_by == (("ani",) if one == "verified" else ())


def test_a_judgement_that_was_taken_back_counts_for_nothing() -> None:
    kept = said("ani", Judgement.VERIFIED, 1, confidence=0.8, tags=("x",))
    gone = [said("budi", Judgement.REJECTED, 2), said("budi", Judgement.NONE, 3, replaces=2, confidence=0.1)]
    assert claim_verdict([kept, *gone]) == claim_verdict([kept])


def test_tags_are_joined_and_the_last_confidence_counts() -> None:
    both = claim_verdict(
        [
            said("ani", Judgement.VERIFIED, 1, confidence=0.9, tags=("b",)),
            said("budi", Judgement.VERIFIED, 2, confidence=0.6, tags=("a", "b")),
            said("citra", Judgement.VERIFIED, 3),
        ]
    )
    assert (both.tags, both.confidence, both.accepted_by) == (("a", "b"), 0.6, ("ani", "budi", "citra"))
