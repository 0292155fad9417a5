"""The claims by hand on the review page: those of the reader or of all, with a filter."""

from __future__ import annotations

import streamlit as st

from cypher.model.ids import by_analyst
from cypher.records.shared import EvidenceClaim, FoundAssertion
from explorer.by_hand.form import draw_claim_form
from explorer.elements import draw_elements
from explorer.judging.form import draw_failure, draw_last_judgement, remember_seen
from explorer.judging.recoding import draw_recoding
from explorer.notes.form import draw_note_form, read_notes
from explorer.panels.review.by_hand import hand_list, matching
from explorer.reads.connections import read
from explorer.view import keys, session
from explorer.view.fields import named_key
from explorer.words import Words

_WHOSE = {"all": "Of all analysts", "own": "Mine"}
"""English names of whose claims are listed."""


def draw_claims_by_hand() -> None:
    """Draw the filter, the list, and the forms for the claims in it."""
    words = session.words()
    whose, text = _draw_filter(words)
    maker = by_analyst(session.author() or "") if whose == "own" else None
    claims = read(EvidenceClaim, "explore/claims_by_hand", maker=maker)
    ids = sorted({claim.event for claim in claims})
    events = {row.id: row for row in read(FoundAssertion, "annotate/assertions", ids=ids)} if ids else {}
    shown = matching(claims, events, text)
    targets = [claim.claim for claim in shown]
    remember_seen(shown)
    left, right = st.columns([13, 8], gap="large")
    with right:
        draw_failure(words)
        draw_last_judgement()
        draw_claim_form(targets)
        draw_recoding()
        notes = read_notes(targets)
        if targets:
            draw_note_form(targets, notes)
    with left:
        draw_elements(*hand_list(shown, events, notes), key="claims by hand", subject=whose)


def _draw_filter(words: Words) -> tuple[str, str]:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="by hand filter"):
        st.session_state.setdefault(keys.HAND_WHOSE, "all")
        whose = st.segmented_control(
            words("Whose"),
            list(_WHOSE),
            format_func=lambda each: words(_WHOSE[each]),
            key=named_key(keys.HAND_WHOSE),
            required=True,
            label_visibility="collapsed",
            persist_state="session",
        )
        text = st.text_input(
            words("Find"),
            key=keys.HAND_FIND,
            placeholder=words("Parties, source or analyst"),
            icon=":material/search:",
            label_visibility="collapsed",
            live="300ms",
        )
    return whose or "all", text
