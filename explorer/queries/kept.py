"""Keeps a query that is being typed over a reload of the page, and one that another has replaced."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import streamlit as st

from cypher.desk.own_queries import OwnQuery
from explorer.phrases import Said, say
from explorer.queries.asking import TYPED
from explorer.view import keys, session
from explorer.work.drafts import DraftKind, beginning, point_out, register

_KIND, _NOW, _ASIDE = "query", "now", "aside"


def replace_text(text: str, own: OwnQuery | None = None) -> None:
    """Put a text that the reader has not typed into the editor; what they typed there is put aside.

    If it is what they typed already, as after a reload, it stays theirs. `own` is the query that saving it
    changes.
    """
    typed = _taken().get(_NOW)
    if typed and typed["text"] == text and own is None:
        return
    if typed:
        st.session_state[keys.CYPHER_ASIDE] = typed
        point_out(_KIND, _ASIDE)
    _fill(text, own, is_typed=False)


def keep_text(text: str) -> None:
    """Keep what the reader has typed."""
    st.session_state[keys.CYPHER] = text
    st.session_state[keys.CYPHER_TYPED] = True


def forget_text() -> None:
    """Say that the text in the editor is saved."""
    st.session_state[keys.CYPHER_TYPED] = False
    st.session_state[keys.EDITING] = None


def _fill(text: str, own: OwnQuery | None, *, is_typed: bool) -> None:
    st.session_state[keys.CYPHER], st.session_state[keys.EDITING] = text, own
    st.session_state[keys.CYPHER_TYPED] = is_typed


def _taken() -> dict[str, Any]:
    found = {}
    text, own = st.session_state.get(keys.CYPHER, ""), st.session_state.get(keys.EDITING)
    if st.session_state.get(keys.CYPHER_TYPED) and text.strip():
        found[_NOW] = {"text": text, "own": asdict(own) | {"tags": list(own.tags)} if own else None}
    if aside := st.session_state.get(keys.CYPHER_ASIDE):
        found[_ASIDE] = aside
    return found


def _put(name: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
    if name == _ASIDE:
        st.session_state[keys.CYPHER_ASIDE] = {"text": str(value["text"]), "own": value["own"]}
    else:
        _fill(str(value["text"]), _own(value["own"]), is_typed=True)


def _own(value: dict[str, Any] | None) -> OwnQuery | None:
    return OwnQuery(**{**value, "tags": tuple(value["tags"])}) if value else None


def _drop(name: str) -> None:
    if name == _ASIDE:
        st.session_state.pop(keys.CYPHER_ASIDE, None)
        return
    st.session_state.pop(keys.CYPHER, None)
    forget_text()


def _said(value: Any) -> Said:  # noqa: ANN401 - a JSON value
    return say("a query, “{beginning}”", beginning=beginning(value["text"]))


def _show(name: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
    if name == _ASIDE:
        st.session_state.pop(keys.CYPHER_ASIDE, None)
        replace_text("")
        _put(_NOW, value)
    session.open_page("queries", {"query": TYPED})


register(_KIND, DraftKind(_taken, _put, _drop, _said, _show))
