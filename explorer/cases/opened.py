"""The case that is open in the reader's session, and the text of it that they are changing."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from cypher.cases.reading import Case, read_case
from explorer.reads.connections import reader
from explorer.view import keys, session


@dataclass(frozen=True, slots=True)
class TypedText:
    """A title and summary that are not saved, and those of the case when the reader began to type."""

    title: str
    summary: str
    base_title: str
    base_summary: str


def open_case() -> str | None:
    """Return the id of the case that is open."""
    found: str | None = st.session_state.get(keys.CASE)
    return found


def choose_case(case: str | None) -> None:
    """Open a case."""
    st.session_state[keys.CASE] = case
    st.session_state.pop(keys.CASE_REFUSED, None)


def shown_case() -> Case:
    """Return the newest version of the open case; raises `UnknownCaseError`."""
    return read_case(reader(), open_case() or "", session.reader_name())


def typed_texts() -> dict[str, TypedText]:
    """Return the texts that are not saved, by case."""
    found: dict[str, TypedText] = st.session_state.setdefault(keys.CASE_TYPED, {})
    return found
