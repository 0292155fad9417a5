"""The part of the review page where actors are merged and split: proposed pairs, and any two by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from cypher import merging
from cypher.errors import KonstelasiError
from explorer.database import analyst, forget_version, read, reader
from explorer.graph.queries import claims_of, search
from explorer.panels.identities import (
    APART,
    MERGE,
    SPLIT,
    decisions,
    no_pairs,
    pair_acts,
    pair_card,
)
from explorer.panels.judging import draw_failure
from explorer.paper import Act, draw_paper, element
from explorer.view import session
from explorer.words import Words

_SENTENCES = 3
_PICKED = ("merged entity", "merged into")


def draw_identities() -> None:
    """Draw the pair that is proposed, the form for any two, and the decisions."""
    words = session.words()
    left, right = st.columns([13, 8], gap="large")
    with left:
        draw_failure(words)
        _draw_pair(words)
    with right:
        _draw_by_hand(words)
        made = merging.mergers(reader())
        ids = sorted({each for merger in made for each in (merger.entity, merger.into) if each})
        names = {row["id"]: row["name"] for row in read("annotate/entities", ids=ids)}
        draw_paper(*decisions(made, names, words), key="mergers", on_act=_on_act)


def _pairs() -> list[Mapping[str, Any]]:
    done = st.session_state.get("decided pairs", ())
    return [pair for pair in read("explore/merge_candidates", limit=200) if pair["candidate"] not in done]


def _draw_pair(words: Words) -> None:
    pairs = _pairs()
    if not pairs:
        draw_paper(no_pairs(words), key="no pairs")
        return
    pair = pairs[0]
    said = {pair[side]: claims_of(pair[side], "all")[:_SENTENCES] for side in ("left", "right")}
    waiting = element("small", words("{number} pairs wait for a decision", number=len(pairs)))
    undoable = "last merger" in st.session_state
    content = (waiting, pair_card(pair, said, words), pair_acts(pair, undoable, words))
    draw_paper(*content, key="pair", subject=pair["candidate"], on_act=_on_act)


def _draw_by_hand(words: Words) -> None:
    with st.container(key="merge by hand", border=True):
        draw_paper(element("h3", words("Correct an actor everywhere")), key="by hand head")
        for label, key in zip((words("This actor"), words("is really")), _PICKED, strict=True):
            _draw_picker(label, key, words)
        st.text_input(words("Why"), key="merge note", max_chars=500)
        chosen = [st.session_state.get(key) for key in _PICKED]
        st.button(
            words("Merge"),
            type="primary",
            disabled=not all(chosen),
            on_click=_merge_chosen,
            key="merge entities",
        )


def _draw_picker(label: str, key: str, words: Words) -> None:
    """Any spelling; what is typed becomes the entity that it most likely means."""
    typed = st.session_state.get(key)
    if typed and not read("annotate/entities", ids=[typed]):
        found = search(typed, "all")
        st.session_state[key] = found[0]["id"] if found else None
    chosen = st.session_state.get(key)
    names = {row["id"]: row["name"] for row in read("annotate/entities", ids=[chosen] if chosen else [])}
    st.selectbox(
        label,
        list(names),
        index=None,
        format_func=lambda one: names.get(one, one),
        key=key,
        placeholder=words("Any spelling"),
        accept_new_options=True,
    )


def _on_act(act: Act) -> None:
    if act.name == SPLIT:
        _attempt(lambda: _split(act.subject or st.session_state.pop("last merger")))
        return
    pair = next(pair for pair in _pairs() if pair["candidate"] == act.subject)
    if act.name == MERGE:
        _attempt(lambda: _merge_pair(pair))
    elif act.name == APART:
        _attempt(lambda: merging.decide_candidate(analyst(), pair["candidate"], accepted=False))
    st.session_state["decided pairs"] = {*st.session_state.get("decided pairs", ()), act.subject}


def _merge_pair(pair: Mapping[str, Any]) -> None:
    _merge(pair["left"], pair["right"], pair["reason"])
    merging.decide_candidate(analyst(), pair["candidate"], accepted=True)


def _merge_chosen() -> None:
    entity, into = (st.session_state[key] for key in _PICKED)
    note = st.session_state.get("merge note") or None
    _attempt(lambda: _merge(entity, into, note))
    for key in (*_PICKED, "merge note"):
        st.session_state.pop(key, None)


def _merge(entity: str, into: str, note: str | None) -> None:
    merging.merge(analyst(), entity, into, author=session.author(), note=note)
    st.session_state["last merger"] = entity


def _split(entity: str) -> None:
    merging.split(analyst(), entity, author=session.author())


def _attempt(decide: Callable[[], object]) -> None:
    """Do it; a refusal is shown, nothing is half done."""
    try:
        decide()
    except KonstelasiError as error:
        st.session_state["judging failed"] = error
    forget_version()
