"""The page *Documents*: the articles with the names and claims that were extracted from them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cypher.model.graph import Span
from cypher.records.explore import ListedDocument
from explorer.acts import perform
from explorer.acts.opening import ChooseClaim, ChooseDocument
from explorer.by_hand.form import draw_claim_form
from explorer.elements import Element, draw_elements
from explorer.judging.form import draw_failure
from explorer.notes.form import draw_note_form, read_notes_of_article
from explorer.pages.network.page import HEIGHT
from explorer.panels import article, overview
from explorer.reads.documents import document, document_claims, document_mentions, documents
from explorer.shell.frame import workspace
from explorer.view import keys, session
from explorer.view.clock import known_by
from explorer.words import Words


def draw() -> None:
    """Draw the page: the list on the left, the article and its claims beside it."""
    session.follow_link(_open)
    _workspace()


def _open(opened: Mapping[str, str]) -> None:
    st.session_state[keys.DOCUMENT] = opened.get("document", "")
    st.session_state[keys.CLAIM] = opened.get("claim", "")
    st.session_state[keys.FIND_DOCUMENT] = opened.get("find", "")
    st.session_state[keys.SENTENCE] = opened.get("sentence", "")


@workspace
def _workspace() -> None:
    words = session.words()
    left, middle, right = st.columns([5, 9, 7], gap="medium")
    with left:
        rows = _draw_list(words)
    first = rows[0].document if rows else ""
    chosen: str = st.session_state.get(keys.DOCUMENT) or first
    st.session_state[keys.DOCUMENT] = chosen
    if chosen:
        _draw_document(chosen, middle, right, words)
    _show_address()


def _draw_list(words: Words) -> list[ListedDocument]:
    find = st.text_input(
        words("Find"),
        key=keys.FIND_DOCUMENT,
        placeholder=words("Find in titles"),
        icon=":material/search:",
        label_visibility="collapsed",
        live="300ms",
    )
    rows = list(documents(find, session.lens()))
    with st.container(key="document list", height=HEIGHT - 20, border=False):
        if rows:
            chosen = st.session_state.get(keys.DOCUMENT, "")
            draw_elements(*article.document_list(rows, chosen), key="document lines")
        else:
            draw_elements(_empty(find), key="no documents")
    return rows


def _empty(find: str) -> Element:
    if find:
        return overview.nothing_found(find)
    return overview.nothing_known_yet() if known_by() else overview.no_articles()


def _draw_document(chosen: str, middle: DeltaGenerator, right: DeltaGenerator, words: Words) -> None:
    found = document(chosen)
    if found is None:
        with middle:
            draw_elements(article.no_article(chosen), key="no document")
        return
    claims = document_claims(chosen, session.lens())
    claim = st.session_state.get(keys.CLAIM, "")
    targets = [chosen, *(row.claim for row in claims)]
    written = read_notes_of_article(chosen, targets[1:])
    with middle, st.container(key="article", height=HEIGHT + 40, border=False):
        sentence = span_of(st.session_state.get(keys.SENTENCE, ""))
        marked = article.article(found, document_mentions(chosen), claims, claim, sentence)
        draw_elements(*marked, key="text", subject=chosen)
    with right, st.container(key="claims", height=HEIGHT + 40, border=False):
        draw_failure(words)
        _draw_steps([str(row.claim) for row in claims], words)
        draw_claim_form(targets)
        draw_note_form(targets, written)
        draw_elements(*article.article_notes(found, claims, written), key="document notes", subject=chosen)
        cards = article.claim_list(claims, claim, written)
        draw_elements(*cards, key="document claims", subject=chosen)


def _draw_steps(claims: Sequence[str], words: Words) -> None:
    """Draw the buttons, which also have keys, that step from mark to mark through the text."""
    steps = (
        ("previous", -1, ":material/keyboard_arrow_up:", words("Previous mark (K)"), "K"),
        ("next", 1, ":material/keyboard_arrow_down:", words("Next mark (J)"), "J"),
    )
    with st.container(horizontal=True, key="claim steps"):
        for name, by, icon, hint, shortcut in steps:
            st.button(
                "",
                icon=icon,
                help=hint,
                shortcut=shortcut,
                disabled=not claims,
                key=f"{name} claim",
                on_click=_step,
                args=(claims, by),
            )


def _step(claims: Sequence[str], by: int) -> None:
    """Choose the claim `by` places after the chosen one, but not beyond the first or last."""
    chosen = st.session_state.get(keys.CLAIM, "")
    here = claims.index(chosen) if chosen in claims else (-1 if by > 0 else len(claims))
    st.session_state[keys.CLAIM] = claims[max(0, min(here + by, len(claims) - 1))]


@perform.register
def _choose_document(act: ChooseDocument) -> None:
    st.session_state[keys.DOCUMENT], st.session_state[keys.CLAIM] = act.document, ""
    st.session_state[keys.SENTENCE] = ""


@perform.register
def _choose_claim(act: ChooseClaim) -> None:
    st.session_state[keys.CLAIM] = act.claim


def span_of(text: str) -> Span | None:
    """Return the range of characters in a link such as ``120-184``; None if it is none."""
    found = re.fullmatch(r"(\d{1,9})-(\d{1,9})", text)
    return Span(int(found[1]), int(found[2])) if found and int(found[1]) <= int(found[2]) else None


def _show_address() -> None:
    parameters = {
        "document": st.session_state.get(keys.DOCUMENT, ""),
        "claim": st.session_state.get(keys.CLAIM, ""),
        "find": st.session_state.get(keys.FIND_DOCUMENT, ""),
        "sentence": st.session_state.get(keys.SENTENCE, ""),
    }
    session.show_address({name: value for name, value in parameters.items() if value})
