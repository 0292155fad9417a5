"""The form for the details of a verdict: confidence, Admiralty grades, note, sources and tags."""

from __future__ import annotations

from typing import Any

import streamlit as st

from cypher.judging.annotations import INFORMATION_GRADES, SOURCE_GRADES, Said
from explorer.view.fields import named_key
from explorer.words import Words

_CONFIDENCES = (None, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
EMPTY: dict[str, Any] = {
    "judged confidence": None,
    "judged source grade": None,
    "judged information grade": None,
    "judged note": "",
    "judged sources": [],
    "judged tags": [],
}
"""The values of the form while nothing is filled in, by the keys of its fields."""


def draw_details(words: Words) -> None:
    """Draw the form; its values go with the next verdict."""
    st.caption(words("Applies to your next verdict."))
    st.select_slider(
        words("Your confidence"),
        _CONFIDENCES,
        format_func=lambda value: "–" if value is None else f"{value:.1f}",
        key="judged confidence",
        persist_state="session",
    )
    left, right = st.columns(2)
    left.selectbox(
        words("Source (A–F)"),
        list(SOURCE_GRADES),
        index=None,
        format_func=lambda grade: f"{grade} · {words(SOURCE_GRADES[grade])}",
        key=named_key("judged source grade"),
        placeholder="–",
        persist_state="session",
    )
    right.selectbox(
        words("Information (1–6)"),
        list(INFORMATION_GRADES),
        index=None,
        format_func=lambda grade: f"{grade} · {words(INFORMATION_GRADES[grade])}",
        key=named_key("judged information grade"),
        placeholder="–",
        persist_state="session",
    )
    st.text_area(words("Note"), key="judged note", max_chars=2000, height=90, persist_state="session")
    _draw_list(words("Sources"), "judged sources", words)
    _draw_list(words("Tags"), "judged tags", words)


def _draw_list(label: str, key: str, words: Words) -> None:
    st.multiselect(
        label,
        st.session_state.get(key) or [],
        key=key,
        accept_new_options=True,
        placeholder=words("Type and press Enter"),
        persist_state="session",
    )


def details() -> Said:
    """Return the values of the form."""
    given = {name: st.session_state.get(name) for name in EMPTY}
    return Said(
        confidence=given["judged confidence"],
        source_grade=given["judged source grade"],
        information_grade=given["judged information grade"],
        note=given["judged note"] or None,
        sources=tuple(given["judged sources"] or ()),
        tags=tuple(given["judged tags"] or ()),
    )


def clear_details() -> None:
    """Empty the form, because its values belong to one verdict only."""
    st.session_state.update(EMPTY)
