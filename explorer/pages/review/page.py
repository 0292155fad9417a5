"""The page *Review*: one claim after another, usable with the keyboard alone."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from cypher.judging import annotations as annotation
from cypher.model.graph import Judgement
from cypher.model.ontology import event_types
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
from explorer.view.review_session import ReviewSession
from explorer.words import Words
from explorer.work.naming import draw_naming
from explorer.work.pending import request
from explorer.work.running import run_cancellable

ACTORS = "actors"
"""The choice that shows the merging of actors in place of a queue of claims."""

STAGES: Mapping[str, str] = {
    Stage.FIRST: "Not judged yet",
    Stage.SECOND: "Second opinion",
    Stage.DISPUTED: "Disagreements",
    ACTORS: "Same actor?",
}


def draw() -> None:
    """Draw the page: the claim on the left, the details of a verdict beside it."""
    session.follow_link(_open)
    _workspace()


def _open(opened: Mapping[str, str]) -> None:
    asked = opened.get("stage")
    st.session_state[keys.REVIEW_STAGE] = asked if asked in STAGES else Stage.FIRST.value
    st.session_state.pop(keys.REVIEW_ROUND, None)
    st.session_state[keys.MERGED_ENTITY] = opened.get("entity")


@workspace
def _workspace() -> None:
    words = session.words()
    chosen = _draw_choice(words)
    session.show_address({} if chosen == Stage.FIRST else {"stage": chosen})
    if chosen == ACTORS:
        draw_actor_merging()
    elif session.author() is None:  # a queue depends on who reviews
        draw_naming()
    else:
        _draw_queue(Stage(chosen), words)


def _draw_queue(stage: Stage, words: Words) -> None:
    with st.container(key="making a round"):  # always present, so that the elements below keep their place
        review = _current_review(stage)
    left, right = st.columns([13, 8], gap="large")
    with left:
        claim, assertion = _draw_claim(stage, review, words)
    if claim and assertion:
        with right:
            _draw_fields(claim, assertion, words)


def _draw_choice(words: Words) -> str:
    """Draw the choice of a queue, with the filters of claims, and return the chosen one."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="review choice"):
        st.session_state.setdefault(keys.REVIEW_STAGE, Stage.FIRST.value)
        stage = st.segmented_control(
            words("Queue"),
            list(map(str, STAGES)),
            format_func=lambda each: words(STAGES[each]),
            key=keys.REVIEW_STAGE,
            required=True,
            label_visibility="collapsed",
        )
        if stage != ACTORS:
            _draw_filters(words)
    return stage or Stage.FIRST.value


def _draw_filters(words: Words) -> None:
    types = [code for code, each in event_types().items() if not each.imported]
    with st.popover(words("Filters"), icon=":material/filter_list:"):
        every = words("All")
        st.multiselect(
            words("Event types"),
            types,
            format_func=words.event_type,
            key=keys.REVIEW_TYPES,
            placeholder=every,
        )
        st.multiselect(
            words("Language"),
            ["id", "en"],
            format_func=str.upper,
            key=keys.REVIEW_LANGUAGES,
            placeholder=every,
        )
        st.date_input(words("From"), value=None, key=keys.REVIEW_SINCE)
        st.date_input(words("To"), value=None, key=keys.REVIEW_UNTIL)


def _filters() -> dict[str, object]:
    state = st.session_state
    since, until = state.get(keys.REVIEW_SINCE), state.get(keys.REVIEW_UNTIL)
    return {
        "event_types": list(state.get(keys.REVIEW_TYPES) or ()) or None,
        "languages": list(state.get(keys.REVIEW_LANGUAGES) or ()) or None,
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
    }


def _current_review(stage: Stage) -> ReviewSession:
    """Return the current review session; begin a new one if queue, filters or reviewer have changed."""
    asked = (stage, session.reader_name(), _filters())
    if st.session_state.get(keys.REVIEW_ROUND, (None,))[0] != asked:
        claims = _queue(stage)
        st.session_state[keys.REVIEW_ROUND] = (asked, ReviewSession(claims))
        st.session_state.pop(keys.REVIEW_OUTCOME, None)
    found: ReviewSession = st.session_state[keys.REVIEW_ROUND][1]
    return found


def _queue(stage: Stage) -> tuple[str, ...]:
    database, author, filters = reader(), session.reader_name(), _filters()
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
