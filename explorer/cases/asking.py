"""Adds something to a case from any page: a dialog asks to which one, and for a remark.

What is added is the address that shows it, as the reader sees it at that moment, with what a claim, sentence
or note says. It is saved at once, and can be undone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from cypher.cases.collecting import (
    claim_item,
    entity_item,
    note_item,
    pair_item,
    sentence_item,
    sentence_items,
    tie_item,
)
from cypher.cases.items import LONGEST_REMARK, CaseItem, CaseKind
from cypher.cases.reading import Case, CaseStatus, cases, items_of, shown_items
from cypher.cases.saving import LONGEST_TITLE
from cypher.errors import UsageError
from explorer.acts import perform
from explorer.acts.cases import (
    AddActorToCase,
    AddClaimToCase,
    AddNoteToCase,
    AddPairToCase,
    AddSentenceToCase,
    AddTieToCase,
    ChooseSentence,
)
from explorer.cases.adding import adding
from explorer.cases.opened import open_case
from explorer.cases.sentences import draw_choice
from explorer.elements import draw_elements, element
from explorer.identity.present import has
from explorer.identity.roles import Right
from explorer.phrases import joined, say
from explorer.reads.connections import reader
from explorer.view import keys, session
from explorer.view.fields import named_key
from explorer.view.redraw import Part, redraw
from explorer.work.pending import request_from_dialog

_NEW = "new"
"""The choice of a new case."""

_ASKED = (keys.CASE_CHOSEN, keys.CASE_NEW_TITLE, keys.CASE_REMARK, keys.CASE_SENTENCE)
"""The fields of the dialog."""


def ask_for_case(item: CaseItem, article: str = "") -> None:
    """Ask to which case an item is added; call this last in a callback.

    If `article` is the id of a document, the reader may choose another of its sentences.
    """
    for name in _ASKED:
        st.session_state.pop(name, None)
    st.session_state[keys.CASE_ADDING] = item
    st.session_state[keys.CASE_ARTICLE] = article
    redraw(Part.CANVAS)


def seen() -> dict[str, str]:
    """Return how the reader sees the graph now, as parameters of an address."""
    return {name: value for name, value in session.standpoint().items() if value}


def address_shown() -> dict[str, str]:
    """Return the address that reopens what the page shows now."""
    written: Sequence[dict[str, str]] = st.session_state.get(keys.ADDRESSES, ())
    shown = written[-1] if written else {}
    return {"page": session.page(), **shown, **seen()}


def draw_asking() -> None:
    """Open the dialog if something is to be added; call this while a page is drawn."""
    item: CaseItem | None = st.session_state.get(keys.CASE_ADDING)
    if item and has(Right.ANNOTATE):
        st.dialog(session.words()("Add to a case"), on_dismiss=_forget)(_draw_dialog)(item)


def _forget() -> None:
    st.session_state.pop(keys.CASE_ADDING, None)


def _draw_dialog(asked: CaseItem) -> None:
    words = session.words()
    found = {each.case: each for each in _offered()}
    titles = {case: each.title for case, each in found.items()}
    item = draw_choice(asked, st.session_state.get(keys.CASE_ARTICLE, ""), words)
    about = element("small", joined(" · ", (item.source,))) if item.source else None
    quote = element("p", item.quote, look="quote words") if item.quote else None
    draw_elements(element("div", element("strong", item.title), quote, about, look="stack"), key="to a case")
    if st.session_state.get(keys.CASE_CHOSEN) not in {*titles, _NEW}:
        st.session_state[keys.CASE_CHOSEN] = next(iter(titles), _NEW)
    chosen = st.selectbox(
        words("Case"),
        [*titles, _NEW],
        format_func=lambda case: titles.get(case) or words("A new case"),
        key=named_key(keys.CASE_CHOSEN),
    )
    if chosen == _NEW:
        st.text_input(words("Title of the new case"), key=keys.CASE_NEW_TITLE, max_chars=LONGEST_TITLE)
    elif there := _there(item, found[chosen]):
        said = say("This is in the case already, added by {name}.", name=there.added_by)
        draw_elements(element("div", said, look="status"), key="in the case already")
        return
    st.text_area(words("Remark (optional)"), key=keys.CASE_REMARK, max_chars=LONGEST_REMARK, height=90)
    st.button(words("Add"), type="primary", key="add to case", on_click=_add, args=(item, titles))


def _there(item: CaseItem, found: Case) -> CaseItem | None:
    """Return what a case has of the same thing as `item`, if anything."""
    items = shown_items(found, items_of(reader(), found.case, session.reader_name()))
    return next((each for each in items if each.thing == item.thing), None)


def _offered() -> list[Case]:
    """Return the cases that something can be added to: the open one first, then the reader's own."""
    author = session.reader_name()
    found = [each for each in cases(reader(), author) if each.status is not CaseStatus.CLOSED]
    return sorted(found, key=lambda each: (each.case != open_case(), author not in each.members))


def _add(item: CaseItem, titles: dict[str, str]) -> None:
    chosen = str(st.session_state.get(keys.CASE_CHOSEN) or _NEW)
    title = titles.get(chosen) or str(st.session_state.get(keys.CASE_NEW_TITLE, ""))
    remark = str(st.session_state.get(keys.CASE_REMARK, ""))
    _forget()
    request_from_dialog(adding(replace(item, remark=remark), "" if chosen == _NEW else chosen, title))


def add_page_to_case(kind: CaseKind, title: str, entities: Sequence[str] = ()) -> None:
    """Ask to which case the page is added as it is shown now; call this last in a callback."""
    ask_for_case(CaseItem(kind, title, address_shown(), tuple(entities)))


@perform.register
def _add_tie(act: AddTieToCase) -> None:
    ask_for_case(tie_item(reader(), act.tie, session.lens(), seen()))


@perform.register
def _add_claim(act: AddClaimToCase) -> None:
    ask_for_case(claim_item(reader(), act.claim, seen()))


@perform.register
def _add_actor(act: AddActorToCase) -> None:
    ask_for_case(entity_item(reader(), act.entity, seen()))


@perform.register
def _add_pair(act: AddPairToCase) -> None:
    ask_for_case(pair_item(reader(), act.first, act.second, seen()))


@perform.register
def _add_note(act: AddNoteToCase) -> None:
    ask_for_case(note_item(reader(), act.note, seen()))


@perform.register
def _add_sentence(act: AddSentenceToCase) -> None:
    ask_for_case(sentence_item(reader(), act.document, act.start, act.end, seen()))


@perform.register
def _choose_sentence(act: ChooseSentence) -> None:
    """Ask for one of the sentences of an article; the one that is marked on the page is chosen at first."""
    offered = sentence_items(reader(), act.document, seen())
    if not offered:
        raise UsageError("This article has no sentence that can be added. Choose another article.")
    marked = st.session_state.get(keys.SENTENCE)
    first = next((each for each in offered if each.address["sentence"] == marked), offered[0])
    ask_for_case(first, act.document)
