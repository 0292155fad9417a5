"""The fields of the form for a note. What is typed is kept as a draft at every change."""

from __future__ import annotations

import streamlit as st

from cypher.desk.notes import used_tags
from cypher.model.notes import LONGEST_TEXT
from explorer.notes.drafts import KIND, TAGS, TEXT, Draft, Place, drafts, keep_draft
from explorer.reads.connections import reader
from explorer.view.fields import named_key
from explorer.words import Words

_KINDS = {False: "Note", True: "Question"}
"""English names of what a new note can be, by whether it is a question."""


def draw_fields(place: Place, draft: Draft, words: Words) -> None:
    """Draw the fields: the kind of a new note, its text and its tags, with what the draft has."""
    _fill(place, draft)
    if not place.replies_to and not place.edits:
        _draw_kind(place, words)
    _draw_text(place, words)
    _draw_tags(place, words)


def _fill(place: Place, draft: Draft) -> None:
    """Fill the fields with the draft after they were not drawn for a while."""
    values = {TEXT: draft.text, TAGS: list(draft.tags), KIND: draft.question}
    for field, value in values.items():
        st.session_state.setdefault(place.key(field), value)


def _draw_kind(place: Place, words: Words) -> None:
    st.segmented_control(
        words("Kind"),
        list(_KINDS),
        key=named_key(place.key(KIND)),
        format_func=lambda question: words(_KINDS[question]),
        required=True,
        label_visibility="collapsed",
        on_change=keep,
        args=(place,),
    )


def _draw_text(place: Place, words: Words) -> None:
    st.text_area(
        words("Text"),
        key=place.key(TEXT),
        max_chars=LONGEST_TEXT,
        height=110,
        label_visibility="collapsed",
        placeholder=words("What you want to note. It is no verdict, and others see it."),
        on_change=keep,
        args=(place,),
    )


def _draw_tags(place: Place, words: Words) -> None:
    chosen = st.session_state[place.key(TAGS)]
    st.multiselect(
        words("Tags"),
        list(dict.fromkeys([*used_tags(reader()), *chosen])),
        key=place.key(TAGS),
        accept_new_options=True,
        placeholder=words("Type and press Enter"),
        on_change=keep,
        args=(place,),
    )


def typed(place: Place) -> Draft:
    """Return what the fields at a place hold."""
    values = {field: st.session_state.get(place.key(field)) for field in (TEXT, TAGS, KIND)}
    edits = drafts()[place].edits if place in drafts() else None
    return Draft(values[TEXT] or "", tuple(values[TAGS] or ()), bool(values[KIND]), edits)


def keep(place: Place) -> None:
    """Keep what the fields at a place hold as its draft."""
    keep_draft(place, typed(place))
