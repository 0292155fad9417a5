"""The panel of a review session: the claim under review, its buttons with shortcuts, and the progress."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cypher.judging.annotations import Annotation
from cypher.model.graph import Judgement
from cypher.model.ontology import event_types
from cypher.records.shared import ActingParty, EvidenceClaim, FoundAssertion
from cypher.review.queues import Stage
from explorer.acts.judging import JudgeReviewed, MoveInReview, UndoReviewed
from explorer.elements import Child, Element, Focus, element, empty_state, key_button
from explorer.panels.evidence import quotation, sign_of, source_line, why
from explorer.panels.widgets import badge, named
from explorer.phrases import Day, EventType, Explanation, Mode, Term, joined, say
from explorer.view.review_session import ReviewSession

KEYS = {Judgement.VERIFIED: "v", Judgement.REJECTED: "r", Judgement.UNSURE: "u"}
LABELS = {Judgement.VERIFIED: "Verify", Judgement.REJECTED: "Reject", Judgement.UNSURE: "Unsure"}
NOTE_FIELDS = "review-details"
RECODE_FIELDS = "review-recode"


def progress(round_: ReviewSession) -> Element:
    """Show the position of the current claim in the session, and how many claims are judged."""
    total = len(round_.claims)
    place = min(round_.place + 1, total)
    done = say("{done} of {total} judged", done=len(round_.batches), total=total)
    return element(
        "div",
        element("span", say("Claim {place} of {total}", place=place, total=total)),
        element("small", done),
        look="spread",
    )


def review_card(claim: EvidenceClaim, assertion: FoundAssertion, opinions: Sequence[Annotation]) -> Element:
    """Build the card of a claim with `assertion`, the event or relation that it reports.

    `opinions` are the earlier judgements, shown when the reviewer has to settle a disagreement.
    """
    parties = {party.id for party in (*assertion.actors, *assertion.recipients, *assertion.mediators)}
    return element(
        "article",
        element("h2", *_parties(assertion)),
        _what(assertion),
        quotation(replace(claim, event_type=assertion.event_type or ""), parties),
        source_line(claim),
        why(claim),
        _opinions(opinions),
        look="card",
    )


def _parties(assertion: FoundAssertion) -> Iterator[Child]:
    if assertion.mediators:
        yield from _who(assertion.mediators)
        yield from (" ", say("mediates between"), " ")
        yield from _who((*assertion.actors, *assertion.recipients))
        return
    yield from _who(assertion.actors)
    yield " → "
    yield from _who(assertion.recipients)


def _who(parties: Sequence[ActingParty]) -> Iterable[Child]:
    if not parties:
        return (say("somebody"),)
    names = [named(party.name, party.kind) for party in parties]
    return [part for name in names for part in (", ", name)][1:]


def _what(assertion: FoundAssertion) -> Element:
    code = assertion.event_type or assertion.relation_type or ""
    return element(
        "div",
        badge(joined(" · ", (EventType(code), Mode(code, assertion.mode))), sign_of(code, assertion.mode)),
        badge(Term(assertion.status)) if assertion.status else None,
        element("small", Day(assertion.date, assertion.date_precision, assertion.not_after)),
        element("small", Explanation(code)) if code in event_types() else None,
        look="row",
    )


def _opinions(opinions: Sequence[Annotation]) -> Element | None:
    if not opinions:
        return None
    lines = [
        element(
            "li",
            element("strong", said.author),
            " ",
            badge(say("recoded") if said.reading else Term(said.judgement), said.judgement.value),
            " ",
            said.note,
        )
        for said in opinions
    ]
    return element("section", element("h3", say("What reviewers said")), element("ul", *lines))


def review_acts(claim: str, stage: Stage) -> Element:
    """Build the buttons of a review. Each has a keyboard shortcut."""
    verdicts = [
        key_button(say(LABELS[judgement]), key, JudgeReviewed(claim, judgement))
        for judgement, key in KEYS.items()
    ]
    return element(
        "div",
        *verdicts,
        key_button(say("Recode"), "e", Focus(RECODE_FIELDS)),
        key_button(say("Note"), "n", Focus(NOTE_FIELDS)),
        key_button(say("Next"), "j ", MoveInReview(claim, 1)),
        key_button(say("Back"), "k", MoveInReview(claim, -1)),
        key_button(say("Undo"), "z", UndoReviewed()),
        element("small", say("Your verdict settles it.")) if stage is Stage.DISPUTED else None,
        look="acts",
    )


def round_over(stage: Stage, round_: ReviewSession) -> Element:
    """Build the empty state for when no claims are left, with a button to undo the last judgement."""
    nothing = {
        Stage.FIRST: say("Every claim that passes the filters has been judged."),
        Stage.SECOND: say("No claims need your second opinion."),
        Stage.DISPUTED: say("There are no open disagreements."),
    }
    back = key_button(say("Undo"), "z", UndoReviewed()) if round_.batches else None
    return empty_state(
        say("Nothing left to review"),
        nothing[stage],
        element("p", say("Widen the filters, choose another queue, or load more news."), look="lead"),
        element("div", back, look="acts") if back else None,
    )


def second_outcome(mine: Judgement, verdict: str) -> Element:
    """Show whether the first reviewer agrees. It is shown only after the second reviewer has judged."""
    differ = verdict != mine
    text = (
        say("You disagree with the first reviewer.") if differ else say("You agree with the first reviewer.")
    )
    return element("div", badge(text, "disputed" if differ else "verified"), look="row")
