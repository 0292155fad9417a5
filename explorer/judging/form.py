"""Judges an edge, some of its claims or a single one: verdict buttons, details, history and undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from cypher.errors import StatementCancelledError
from cypher.judging import annotations as annotation
from cypher.model.graph import Judgement
from cypher.model.notes import NoteRefusedError
from explorer.acts import perform
from explorer.acts.judging import Judge, LeaveVerdict, Recode, RecordAnyway, TickClaim, UndoVerdict, UntickAll
from explorer.elements import draw_elements, element
from explorer.identity.present import has
from explorer.identity.roles import Right
from explorer.judging.conflict import draw_conflict
from explorer.judging.details import draw_details
from explorer.judging.recoding import draw_recoding
from explorer.judging.recorder import (
    choose,
    chosen_claims,
    insisting,
    judging,
    remember_seen,
    undoing,
)
from explorer.panels.evidence import JUDGEMENTS
from explorer.panels.tie import judgements
from explorer.reads.connections import reader
from explorer.shell.frame import say_error
from explorer.view import keys, session
from explorer.view.fields import popover, slot
from explorer.words import Words
from explorer.work.naming import NamelessError
from explorer.work.pending import request

__all__ = [
    "chosen_claims",
    "draw_judging",
    "draw_judging_together",
    "draw_last_judgement",
    "remember_seen",
]

_ICONS = {
    Judgement.VERIFIED: ":material/check_circle:",
    Judgement.REJECTED: ":material/cancel:",
    Judgement.UNSURE: ":material/help:",
}


def draw_judging(tie: str) -> None:
    """Draw the verdict buttons for an edge or its chosen claims, with the details and the history."""
    words = session.words()
    chosen = chosen_claims(tie)
    with st.container(key="judging"):
        _draw_verdicts(sorted(chosen) or tie, _judge, _hint("Judges all claims of this edge as {author}"))
        with st.container(horizontal=True, gap="xsmall"):
            _draw_details(words)
            with popover(
                words("History"), ":material/history:", "judgements of the tie", width="stretch"
            ) as is_open:
                if is_open:
                    _draw_history(tie, words)
        with slot():
            _draw_chosen(len(chosen), words)
        draw_last_judgement()
        draw_recoding(tie)


def draw_judging_together(ties: Sequence[str]) -> None:
    """Draw the verdict buttons for all claims of several edges; nothing if there are none."""
    if not ties:
        return
    words = session.words()
    with st.container(key="judging together"):
        st.caption(words("Judge all claims of these ties: {number}", number=len(ties)))
        _draw_verdicts(list(ties), _judge_unseen, _hint("Judges as {author}"))
        _draw_details(words)


def _draw_details(words: Words) -> None:
    with popover(
        words("Verdict details"), ":material/edit_note:", "verdict details", width="stretch"
    ) as is_open:
        if is_open:
            draw_details(words)


def _draw_verdicts(subject: str | list[str], on_click: Callable[..., None], hint: str) -> None:
    words = session.words()
    with st.container(horizontal=True, gap="xsmall"):
        for judgement in JUDGEMENTS:
            st.button(
                words(JUDGEMENTS[judgement][2:]),
                icon=_ICONS[judgement],
                key=f"judge {judgement}",
                help=hint,
                on_click=on_click,
                args=(subject, judgement),
                disabled=not has(Right.ANNOTATE),
                width="stretch",
            )


def _judge_unseen(subject: list[str], judgement: Judgement) -> None:
    """Judge claims that were not all on the screen, without comparing their versions."""
    st.session_state.pop(keys.SEEN_VERSIONS, None)
    request(judging(subject, judgement))


def _judge(subject: str | list[str], judgement: Judgement) -> None:
    request(judging(subject, judgement))


def _hint(text: str) -> str:
    """The tooltip with the reader's name, without characters that it would read as Markdown."""
    words, author = session.words(), session.author()
    if author is None:
        return words("You will be asked for your name first")
    plain = "".join(character for character in author if character.isalnum() or character in " .-")
    return words(text, author=plain)


def _draw_chosen(number: int, words: Words) -> None:
    if number:
        line = element(
            "div",
            element("span", words("Selected to be judged together: {number}", number=number)),
            element("button", words("Clear selection"), look="act", act=UntickAll()),
            look="spread",
        )
        draw_elements(line, key="chosen claims line")


def _draw_history(tie: str, words: Words) -> None:
    past = annotation.history(reader(), tie)
    if not past:
        st.caption(words("No judgements yet."))
        return
    draw_elements(judgements(past), key="history")


@perform.register
def _judge_claim(act: Judge) -> None:
    if act.judgement in JUDGEMENTS:
        request(judging(act.claim, act.judgement))


@perform.register
def _tick(act: TickClaim) -> None:
    choose(chosen_claims() ^ {act.claim})


@perform.register
def _untick_all(act: UntickAll) -> None:
    choose(frozenset())


@perform.register
def _recode(act: Recode) -> None:
    st.session_state[keys.RECODING] = act.claim


@perform.register
def _undo(act: UndoVerdict) -> None:
    request(undoing(act.batch))


@perform.register
def _record_anyway(act: RecordAnyway) -> None:
    if refused := st.session_state.pop(keys.REFUSED, None):
        request(insisting(refused))


@perform.register
def _leave(act: LeaveVerdict) -> None:
    st.session_state.pop(keys.REFUSED, None)


def draw_failure(words: Words) -> None:
    """Show why a judgement was not recorded, and what the reader can do."""
    draw_trouble(words)
    refused = st.session_state.get(keys.REFUSED)
    with slot():
        if refused is not None:
            draw_conflict(refused)


def draw_trouble(words: Words) -> None:
    """Show once why a write was refused."""
    failed = st.session_state.pop(keys.JUDGING_FAILED, None)
    with slot():
        if isinstance(failed, StatementCancelledError | NamelessError | NoteRefusedError):
            draw_elements(element("div", words(str(failed)), look="notice"), key="judging cancelled")
        elif failed is not None:
            say_error(failed, key="judging failed text")


def draw_last_judgement() -> None:
    """Show what was just recorded, with a button to undo it, or why it was not recorded."""
    words = session.words()
    draw_failure(words)
    last = st.session_state.get(keys.LAST_JUDGEMENT)
    with slot():
        if last is not None:
            judgement, batch = last
            line = element(
                "div",
                element("span", words("Recorded: {verdict}", verdict=words.term(judgement))),
                element("button", words("Undo"), look="act", act=UndoVerdict(batch)),
                look="spread",
            )
            draw_elements(line, key="last judgement line")
