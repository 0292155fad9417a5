"""Keeps the changed title and summary of cases over a reload of the page."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

import streamlit as st

from explorer.cases.opened import TypedText, typed_texts
from explorer.phrases import Said, say
from explorer.view import keys, session
from explorer.work.drafts import DraftKind, register


def _typed() -> dict[str, dict[str, str]]:
    return {case: asdict(text) for case, text in typed_texts().items()}


def _put(case: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
    typed_texts()[case] = TypedText(*(str(value[each.name]) for each in fields(TypedText)))


def _drop(case: str) -> None:
    typed_texts().pop(case, None)
    st.session_state.pop(keys.CASE_REFUSED, None)


def _said(value: Any) -> Said:  # noqa: ANN401 - a JSON value
    return say("changes of the case “{title}”", title=str(value["base_title"]))


def _show(case: str, _value: object) -> None:
    session.open_page("cases", {"case": case})


register("case", DraftKind(_typed, _put, _drop, _said, _show))
