"""Judging an edge or one of its claims: verdict, confidence, note, tags; history and undo.

A judgement never changes a claim's text: it is appended, with its author, and can be taken back.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cypher import annotation
from cypher.errors import KonstelasiError
from cypher.model import Judgement
from explorer import session
from explorer.database import analyst, forget_version, reader
from explorer.frame import say_error
from explorer.panels.bundles import Claim
from explorer.panels.evidence import JUDGEMENTS
from explorer.panels.tie import UNDO, judgements
from explorer.paper import Act, draw_paper, element
from explorer.words import Words

_ICONS = {
    Judgement.VERIFIED: ":material/check_circle:",
    Judgement.REJECTED: ":material/cancel:",
    Judgement.UNSURE: ":material/help:",
}
_CONFIDENCES = (None, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


def draw_judging(tie: str) -> None:
    """The verdict buttons for the whole edge, what goes with a verdict, and the history."""
    words = session.words()
    with st.container(key="judging"):
        with st.container(horizontal=True, gap="xsmall"):
            for judgement in JUDGEMENTS:
                st.button(
                    words(JUDGEMENTS[judgement][2:]),
                    icon=_ICONS[judgement],
                    key=f"judge {judgement}",
                    help=words("Judges all claims of this edge as {author}", author=_plain_author()),
                    on_click=judge,
                    args=(tie, judgement),
                )
            with st.popover(words("Note"), icon=":material/edit_note:"):
                _draw_details(words)
            with st.popover(words("History"), icon=":material/history:"):
                _draw_history(tie, words)
        draw_last_judgement()


def _plain_author() -> str:
    """The author without the characters that a tooltip would read as Markdown."""
    return "".join(character for character in session.author() if character.isalnum() or character in " .-")


def _draw_details(words: Words) -> None:
    st.caption(words("Goes with your next verdict."))
    st.select_slider(
        words("Your confidence"),
        _CONFIDENCES,
        format_func=lambda value: "–" if value is None else f"{value:.1f}",
        key="judged confidence",
    )
    st.text_area(words("Note"), key="judged note", max_chars=2000, height=90)
    st.multiselect(
        words("Tags"),
        [],
        key="judged tags",
        accept_new_options=True,
        placeholder=words("Type and press Enter"),
    )


def _draw_history(tie: str, words: Words) -> None:
    past = annotation.history(reader(), tie)
    if not past:
        st.caption(words("Nobody has judged this yet."))
        return
    draw_paper(judgements(past, words), key="history", on_act=_undo)


def judge_claim(act: Act) -> None:
    """A click on a button of a card: judge that claim alone."""
    if act.name in set(JUDGEMENTS):
        judge(act.subject, Judgement(act.name))


def judge(subject: str, judgement: Judgement) -> None:
    """Append the reader's judgement, with what the form says; a failure is shown, nothing is half done."""
    confidence = st.session_state.get("judged confidence")
    try:
        batch = annotation.annotate(
            analyst(),
            subject,
            judgement,
            author=session.author(),
            confidence=confidence,
            note=st.session_state.get("judged note") or None,
            tags=tuple(st.session_state.get("judged tags") or ()),
            versions=st.session_state.get("seen versions"),
        )
    except KonstelasiError as error:
        _failed(error)
        return
    st.session_state["last judgement"] = (str(judgement), batch)
    _settled()


def _undo(act: Act) -> None:
    undo(act.subject)


def undo(batch: str) -> None:
    """Take back the judgements that were recorded together."""
    try:
        annotation.undo(analyst(), batch, author=session.author())
    except KonstelasiError as error:
        _failed(error)
        return
    st.session_state.pop("last judgement", None)
    _settled()


def remember_seen(claims: Sequence[Claim]) -> None:
    """The versions of the claims on the screen: a verdict on something older is refused, not misplaced."""
    st.session_state["seen versions"] = {claim["claim"]: claim["version"] for claim in claims}


def _failed(error: KonstelasiError) -> None:
    st.session_state["judging failed"] = error
    forget_version()


def _settled() -> None:
    st.session_state.pop("judging failed", None)
    st.session_state["judged note"] = ""
    st.session_state["judged confidence"] = None
    st.session_state["judged tags"] = []
    forget_version()


def draw_last_judgement() -> None:
    """What was just recorded, with its undo; or why it was not."""
    words = session.words()
    failed = st.session_state.pop("judging failed", None)
    if failed is not None:
        say_error(failed, key="judging failed text")
    last = st.session_state.get("last judgement")
    if last is not None:
        judgement, batch = last
        line = element(
            "div",
            element("span", words("Recorded: {verdict}", verdict=words.term(judgement))),
            element("button", words("Undo"), look="act", act=Act(UNDO, batch)),
            look="spread",
        )
        draw_paper(line, key="last judgement line", on_act=_undo)
