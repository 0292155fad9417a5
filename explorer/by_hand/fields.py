"""The fields of the form for a claim by hand. What is typed is kept as a draft at every change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from cypher.by_hand.sources import LANGUAGES, LONGEST_QUOTATION
from cypher.judging.annotations import INFORMATION_GRADES, SOURCE_GRADES
from cypher.model.graph import EventStatus
from cypher.model.ontology import event_types
from explorer.by_hand.drafts import Draft, Field, drafts, keep_draft, key_of
from explorer.by_hand.parties import draw_party
from explorer.view.fields import named_key, slot
from explorer.words import Words

_HAPPENED = {
    EventStatus.ACTUAL: "It happened",
    EventStatus.PLANNED: "It is planned",
    EventStatus.NEGATED: "It is denied",
}
"""English names of whether the source says that it happened."""

_LONGEST_LINE = 300

_One = TypeVar("_One", str, int)


def draw_fields(target: str, words: Words) -> None:
    """Draw all fields on this target, with what the draft has."""
    draft = drafts()[target]
    _fill(target, draft)
    draw_party(target, Field.ACTOR, words("Who"), words)
    _draw_type(target, words)
    draw_party(target, Field.RECIPIENT, words("To whom"), words)
    _draw_happened(target, words)
    _draw_quotation(target, words)
    draw_party(target, Field.SPEAKER, words("Who says so in the source, if it names anybody"), words)
    if draft.article is None:
        _draw_source(target, words)
    _draw_grades(target, words)
    _draw_line(target, Field.REMARK, words("Remark"))


def _fill(target: str, draft: Draft) -> None:
    """Fill the fields with the draft after they were not drawn for a while."""
    first: dict[Field, object] = {Field.STATUS: EventStatus.ACTUAL.value, Field.LANGUAGE: LANGUAGES[0]}
    lines = (Field.DATE, Field.QUOTATION, Field.TITLE, Field.PUBLISHER, Field.URL, Field.PUBLISHED)
    first |= dict.fromkeys((*lines, Field.REMARK), "")
    for name in Field:
        st.session_state.setdefault(key_of(target, name), draft.values.get(name, first.get(name)))


def _draw_type(target: str, words: Words) -> None:
    types = [code for code, each in event_types().items() if not each.imported]
    _choose(target, Field.TYPE, words("What happened"), types, words.event_type)
    key = key_of(target, Field.MODE)
    kind = event_types().get(st.session_state[key_of(target, Field.TYPE)] or "")
    modes = [code for code, mode in kind.modes.items() if not mode.mediated] if kind else []
    if st.session_state.get(key) not in modes:
        st.session_state[key] = None
    with slot():
        if kind and modes:
            _choose(target, Field.MODE, words("How"), modes, lambda each: words.mode(kind.code, each) or each)


def _draw_happened(target: str, words: Words) -> None:
    st.segmented_control(
        words("Whether it happened"),
        [status.value for status in _HAPPENED],
        key=named_key(key_of(target, Field.STATUS)),
        format_func=lambda status: words(_HAPPENED[EventStatus(status)]),
        required=True,
        on_change=keep_draft,
        args=(target,),
    )
    hint = words("2024-03-05, 2024-03 or 2024; empty if unknown")
    _draw_line(target, Field.DATE, words("When"), hint)


def _draw_quotation(target: str, words: Words) -> None:
    st.text_area(
        words("What the source says, word for word"),
        key=key_of(target, Field.QUOTATION),
        max_chars=LONGEST_QUOTATION,
        height=90,
        on_change=keep_draft,
        args=(target,),
    )


def _draw_source(target: str, words: Words) -> None:
    _draw_line(target, Field.TITLE, words("Title of the source"))
    left, right = st.columns(2)
    with left:
        _draw_line(target, Field.PUBLISHER, words("Publisher"))
        _choose(target, Field.LANGUAGE, words("Language"), LANGUAGES, words.language_name)
    with right:
        _draw_line(target, Field.PUBLISHED, words("Published on"), words("2024-03-05, if known"))
        _draw_line(target, Field.URL, words("Address"), "https://")


def _draw_grades(target: str, words: Words) -> None:
    left, right = st.columns(2)
    with left:
        _choose(
            target,
            Field.INFORMATION,
            words("Information (1–6)"),
            list(INFORMATION_GRADES),
            lambda grade: f"{grade} · {words(INFORMATION_GRADES[grade])}",
        )
    with right:
        _choose(
            target,
            Field.SOURCE,
            words("Source (A–F)"),
            list(SOURCE_GRADES),
            lambda grade: f"{grade} · {words(SOURCE_GRADES[grade])}",
        )


def _draw_line(target: str, name: Field, label: str, hint: str | None = None) -> None:
    st.text_input(
        label,
        key=key_of(target, name),
        max_chars=_LONGEST_LINE,
        placeholder=hint,
        on_change=keep_draft,
        args=(target,),
    )


def _choose(
    target: str, name: Field, label: str, offered: Sequence[_One], said: Callable[[_One], str]
) -> None:
    st.selectbox(
        label,
        offered,
        index=None,
        format_func=said,
        key=named_key(key_of(target, name)),
        placeholder="–",
        on_change=keep_draft,
        args=(target,),
    )
