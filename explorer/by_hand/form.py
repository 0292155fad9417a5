"""The form for a claim by hand, and what the buttons of such claims do."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cypher.by_hand.claims import own_claim
from cypher.errors import UsageError
from cypher.judging.annotations import history
from cypher.records.shared import FoundAssertion
from explorer.acts import perform
from explorer.acts.by_hand import AddClaim, EditClaim, QuoteArticle, WithdrawClaim
from explorer.by_hand.drafts import Draft, Field, discard_draft, drafts, keep_draft, open_draft, open_target
from explorer.by_hand.fields import draw_fields
from explorer.by_hand.recorder import saving, withdrawing
from explorer.by_hand.stating import next_version
from explorer.elements import draw_elements, element
from explorer.phrases import say
from explorer.reads.connections import reader
from explorer.view import session
from explorer.view.fields import slot
from explorer.work.pending import request, tell


def draw_claim_form(targets: Sequence[str]) -> None:
    """Draw the form of the claim that the reader is making on one of these targets, if any."""
    target = open_target(targets)
    with slot():
        if target is not None:
            _draw_form(target)


def _draw_form(target: str) -> None:
    words, draft = session.words(), drafts()[target]
    heading = say("Edit your claim") if draft.edits else say("Add a claim")
    hint = say("It is marked with your name wherever it is shown, and others can judge it.")
    with st.container(key="claim form", border=True):
        parts = (element("h3", heading, look="here heading"), element("small", hint))
        draw_elements(*parts, key="claim head", subject=f"claim head {target}")
        draw_fields(target, words)
        with st.container(horizontal=True, gap="small"):
            st.button(words("Save claim"), type="primary", key="save claim", on_click=_save, args=(target,))
            st.button(words("Discard"), key="discard claim", on_click=discard_draft, args=(target,))


def _save(target: str) -> None:
    keep_draft(target)
    if (draft := drafts().get(target)) is not None:
        request(saving(target, draft))


@perform.register
def _add(act: AddClaim) -> None:
    parties = {Field.ACTOR: act.actor, Field.RECIPIENT: act.recipient}
    open_draft(act.target, Draft({name: each for name, each in parties.items() if each}))


@perform.register
def _quote(act: QuoteArticle) -> None:
    open_draft(act.article, Draft(article=act.article))


@perform.register
def _edit(act: EditClaim) -> None:
    try:
        row = own_claim(reader(), act.claim, session.author() or "")
    except UsageError as error:
        tell(error)
        return
    (event,) = reader().rows(FoundAssertion, "annotate/assertions", ids=[row.extracted])
    open_draft(act.claim, next_version(row, event, history(reader(), act.claim)))


@perform.register
def _withdraw(act: WithdrawClaim) -> None:
    request(withdrawing(act.claim))
