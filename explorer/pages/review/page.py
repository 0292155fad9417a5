"""The page *Review*: one claim after another, usable with the keyboard alone."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from cypher.judging import annotations as annotation
from cypher.model.graph import Judgement
from cypher.records.shared import EvidenceClaim, FoundAssertion
from cypher.review.queues import Stage, queue
from explorer.acts import perform
from explorer.acts.judging import JudgeReviewed, MoveInReview, UndoReviewed
from explorer.elements import draw_elements
from explorer.judging.details import draw_details
from explorer.judging.form import draw_failure
from explorer.judging.recoding import draw_fields, recode_of, swap
from explorer.judging.recorder import judging, remember_seen, undoing
from explorer.pages.review.actor_merging import draw_actor_merging
from explorer.pages.review.by_hand import draw_claims_by_hand
from explorer.pages.review.choice import ACTORS, BY_HAND, address, draw_choice, filters_of, take_over
from explorer.panels.review.reviewing import (
    KEYS,
    NOTE_FIELDS,
    RECODE_FIELDS,
    progress,
    review_acts,
    review_card,
    round_over,
    second_outcome,
)
from explorer.reads.connections import read, reader
from explorer.shell.frame import workspace
from explorer.view import keys, session
from explorer.view.fields import slot
from explorer.view.review_session import ReviewSession
from explorer.words import Words
from explorer.work.naming import draw_naming
from explorer.work.pending import request
from explorer.work.running import run_cancellable


def draw() -> None:
    """Draw the page: the claim on the left, the details of a verdict beside it."""
    session.follow_link(_open)
    _workspace()


def _open(opened: Mapping[str, str]) -> None:
    take_over(opened)
    st.session_state.pop(keys.REVIEW_ROUND, None)


@workspace
def _workspace() -> None:
    words = session.words()
    chosen = draw_choice(words)
    if chosen == ACTORS:
        draw_actor_merging()
    elif chosen == BY_HAND:
        draw_claims_by_hand()
    elif session.author() is None:  # a queue depends on who reviews
        draw_naming()
    else:
        _draw_queue(Stage(chosen), words)
    session.show_address(address(st.session_state))


def _draw_queue(stage: Stage, words: Words) -> None:
    with slot():
        review = _current_review(stage)
    left, right = st.columns([13, 8], gap="large")
    with left:
        claim, assertion = _draw_claim(stage, review, words)
    if claim and assertion:
        with right:
            _draw_fields(claim, assertion, words)


def _current_review(stage: Stage) -> ReviewSession:
    """Return the current review session; begin a new one if queue, filters or reviewer have changed."""
    asked = (stage, session.reader_name(), filters_of(st.session_state))
    if st.session_state.get(keys.REVIEW_ROUND, (None,))[0] != asked:
        claims = _queue(stage)
        st.session_state[keys.REVIEW_ROUND] = (asked, ReviewSession(claims))
        st.session_state.pop(keys.REVIEW_OUTCOME, None)
    found: ReviewSession = st.session_state[keys.REVIEW_ROUND][1]
    return found


def _queue(stage: Stage) -> tuple[str, ...]:
    database, author, filters = reader(), session.reader_name(), filters_of(st.session_state)
    asked = (stage, author, str(filters))
    return run_cancellable(
        "queue", asked, lambda: queue(database, stage, author, **filters), "Looking for {seconds} s"
    )


def _keep(review: ReviewSession) -> None:
    st.session_state[keys.REVIEW_ROUND] = (st.session_state[keys.REVIEW_ROUND][0], review)


def _draw_claim(
    stage: Stage, review: ReviewSession, words: Words
) -> tuple[EvidenceClaim | None, FoundAssertion | None]:
    draw_failure(words)
    claim = _claim(review.claim) if review.claim else None
    if claim is None:
        draw_elements(round_over(stage, review), key="review over")
        return None, None
    # the extracted reading: a recode would reveal the first reviewer's verdict
    (assertion,) = read(FoundAssertion, "annotate/assertions", ids=[claim.extracted])
    remember_seen([claim])
    opinions = annotation.history(reader(), claim.claim) if stage is Stage.DISPUTED else ()
    content = [
        progress(review),
        review_card(claim, assertion, opinions),
        review_acts(claim.claim, stage),
    ]
    if keys.REVIEW_OUTCOME in st.session_state:
        mine, verdict = st.session_state[keys.REVIEW_OUTCOME]
        content.append(second_outcome(mine, verdict))
    draw_elements(*content, key="review card", subject=claim.claim)
    return claim, assertion


def _claim(claim: str) -> EvidenceClaim | None:
    return next(iter(read(EvidenceClaim, "explore/claim", claim=claim)), None)


def _draw_fields(claim: EvidenceClaim, assertion: FoundAssertion, words: Words) -> None:
    with st.container(key=NOTE_FIELDS):
        draw_details(words)
    with st.container(key=RECODE_FIELDS, border=True):
        draw_fields(claim, assertion, words)
        with st.container(horizontal=True, gap="small"):
            st.button(words("Swap"), icon=":material/swap_horiz:", on_click=swap, key="swap parties")
            st.button(
                words("Save as recoded"),
                on_click=lambda: _judge(Judgement.VERIFIED, assertion),
                key="save recode",
                shortcut="Ctrl+S",
            )


def _under_review(claim: str) -> ReviewSession | None:
    """Return the review session if `claim` is on the screen; a key may still be meant for another claim."""
    _, review = st.session_state.get(keys.REVIEW_ROUND, (None, None))
    return review if review and review.claim == claim else None


@perform.register
def _judge_reviewed(act: JudgeReviewed) -> None:
    if act.judgement in KEYS and _under_review(act.claim):
        _judge(act.judgement)


@perform.register
def _move(act: MoveInReview) -> None:
    if review := _under_review(act.claim):
        _keep(review.moved(act.steps))
        st.session_state.pop(keys.REVIEW_OUTCOME, None)


@perform.register
def _undo(act: UndoReviewed) -> None:
    _, review = st.session_state.get(keys.REVIEW_ROUND, (None, None))
    if review and review.batches:
        request(undoing(review.last_batch()))


def _judge(judgement: Judgement, assertion: FoundAssertion | None = None) -> None:
    """Record the verdict, or the recoded `assertion`, and go to the next claim."""
    (stage, *_), review = st.session_state[keys.REVIEW_ROUND]
    recode = recode_of(assertion) if assertion else None

    def go_on(batch: str) -> None:
        if stage is Stage.SECOND:
            verdict = read(EvidenceClaim, "explore/claim", claim=review.claim)[0].verdict
            st.session_state[keys.REVIEW_OUTCOME] = (judgement, verdict)
        _keep(review.judged(batch))

    request(judging(review.claim, judgement, recode, final=stage is Stage.DISPUTED, then=go_on))
