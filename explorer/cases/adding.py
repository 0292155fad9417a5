"""Adds something to a case from any page: a dialog asks to which one, and for a remark.

What is added is the address that shows it, as the reader sees it at that moment, with the sentence of a
claim. It is saved at once, and can be undone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from cypher.cases.collecting import claim_item, entity_item, pair_item, tie_item
from cypher.cases.items import LONGEST_REMARK, CaseItem, CaseKind
from cypher.cases.reading import Case, CaseStatus, cases
from cypher.cases.saving import LONGEST_TITLE, add, begin, set_retired, take_out
from cypher.database import Database
from explorer.acts import perform
from explorer.acts.cases import AddActorToCase, AddClaimToCase, AddPairToCase, AddTieToCase
from explorer.cases.opened import open_case
from explorer.elements import draw_elements, element
from explorer.identity.present import has
from explorer.identity.roles import Right
from explorer.phrases import joined
from explorer.reads.connections import analyst, reader
from explorer.view import keys, session, undo
from explorer.view.audited import Deed
from explorer.view.fields import named_key
from explorer.view.redraw import Part, redraw
from explorer.words import Words
from explorer.work.pending import request
from explorer.work.reversible import Reversible, recording

_NEW = "new"
"""The choice of a new case."""


def ask_for_case(item: CaseItem) -> None:
    """Ask to which case an item is added; call this last in a callback."""
    for name in (keys.CASE_CHOSEN, keys.CASE_NEW_TITLE, keys.CASE_REMARK):
        st.session_state.pop(name, None)
    st.session_state[keys.CASE_ADDING] = item
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


def _draw_dialog(item: CaseItem) -> None:
    words = session.words()
    found = _offered()
    titles = {each.case: each.title for each in found}
    about = element("small", joined(" · ", (item.source,))) if item.source else None
    quote = element("p", item.quote, look="quote") if item.quote else None
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
    st.text_area(words("Remark (optional)"), key=keys.CASE_REMARK, max_chars=LONGEST_REMARK, height=90)
    st.button(words("Add"), type="primary", key="add to case", on_click=_add, args=(item, titles))


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
    case = "" if chosen == _NEW else chosen
    request(recording(adding(replace(item, remark=remark), case, title, session.words())))


def adding(item: CaseItem, case: str, title: str, words: Words) -> Reversible:
    """Return the write that adds an item to a case, or to a new one with this title if `case` is empty."""
    write = _Adding(analyst(), item, title, words, case)
    said = words("“{what}” was added to the case “{title}”", what=item.title, title=title)
    return Reversible(Deed("add to case", case or title), said, write.record, write.take_back, write.then)


@dataclass(slots=True)
class _Adding:
    """The addition of an item to the case `target`, or to one that it begins if that is empty."""

    database: Database
    item: CaseItem
    title: str
    words: Words
    target: str
    begun: bool = False

    def record(self, author: str) -> None:
        if not self.item.id:
            self.item = self.item.added(author)
        if not self.target:
            self.target, self.begun = begin(self.database, self.title, author, [self.item]).case, True
            return
        if self.begun:
            set_retired(self.database, self.target, author, retired=False)
        add(self.database, self.target, [self.item], author)

    def take_back(self, author: str) -> None:
        take_out(self.database, self.target, [self.item.id], author)
        if self.begun:
            set_retired(self.database, self.target, author, retired=True)

    def then(self, is_done: bool) -> None:
        if is_done:
            st.session_state[keys.CASE] = self.target
            undo.say(self.words("Added to the case “{title}” on the page Cases", title=self.title))


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
