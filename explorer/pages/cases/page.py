"""The page *Cases*: the list of cases, and the open one with its items, members and history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from cypher.cases.looking import looks
from cypher.cases.reading import Case, CaseStatus, UnknownCaseError, cases
from cypher.cases.saving import LONGEST_TITLE
from cypher.records.cases import CaseLook
from explorer.acts import perform
from explorer.acts.cases import OpenCase
from explorer.cases.changing import begin_case
from explorer.cases.names import STATUSES
from explorer.cases.opened import choose_case, open_case, shown_case
from explorer.elements import Element, draw_elements, element
from explorer.identity.present import has
from explorer.identity.roles import Right
from explorer.judging.form import draw_trouble
from explorer.pages.cases.head import draw_head
from explorer.pages.cases.history import draw_history
from explorer.pages.cases.items import draw_items
from explorer.pages.cases.seen import last_look
from explorer.phrases import Plural, joined, say
from explorer.reads.connections import reader
from explorer.shell.frame import say_error, workspace
from explorer.view import keys, session
from explorer.words import Words


def draw() -> None:
    """Draw the page: the cases on the left, the open one beside them."""
    session.follow_link(_open)
    _workspace()


def _open(opened: Mapping[str, str]) -> None:
    if "case" in opened:
        choose_case(opened["case"])


@workspace
def _workspace() -> None:
    words, author = session.words(), session.reader_name()
    left, right = st.columns([3, 8], gap="large")
    with left:
        _draw_list(cases(reader(), author), author, words)
    with right:
        draw_trouble(words)
        _draw_open()
    case = open_case()
    session.show_address({"case": case} if case else {})


def _draw_list(found: Sequence[Case], author: str, words: Words) -> None:
    if has(Right.ANNOTATE):
        with st.form("begin case", border=False):
            st.text_input(words("Begin a case"), key=keys.CASE_BEGUN, max_chars=LONGEST_TITLE)
            st.form_submit_button(words("Begin"), icon=":material/add:", on_click=_begin)
    if not found:
        draw_elements(element("p", say("There is no case yet."), look="soft"), key="cases")
        return
    seen = looks(reader(), author)
    groups: dict[str, list[Case]] = {"My cases": [], "Other cases": [], "Closed cases": []}
    for each in found:
        open_ = "My cases" if author in each.members else "Other cases"
        groups["Closed cases" if each.status is CaseStatus.CLOSED else open_].append(each)
    shown = [
        element(
            "section",
            element("h3", say(heading)),
            element("ul", *(_line(each, seen.get(each.case)) for each in group), look="list"),
        )
        for heading, group in groups.items()
        if group
    ]
    draw_elements(*shown, key="cases")


def _line(found: Case, seen: CaseLook | None) -> Element:
    parts = Plural(len(found.items), "{number} item", "{number} items")
    only = say("members only") if found.members_only else None
    about = joined(" · ", (say(STATUSES[found.status]), parts, found.owner, only))
    changed = joined(" · ", (say("changed {day}", day=found.created_at[:10]), _news(seen)))
    look = "title on" if found.case == open_case() else "title"
    return element(
        "li",
        element(
            "span",
            element("span", found.title, look=look),
            element("small", about),
            element("small", changed),
            look="stack",
        ),
        act=OpenCase(found.case),
    )


def _news(seen: CaseLook | None) -> Plural | None:
    """Say how many changes others made since the reader looked; None if there are none, or they never did."""
    if seen is None or not seen.changes:
        return None
    return Plural(seen.changes, "{number} change since you looked", "{number} changes since you looked")


def _draw_open() -> None:
    if open_case() is None:
        hint = say(
            "A case holds what a team works on: views, claims, sentences, notes, queries, actors and pairs. "
            "Choose one or begin one; then use “Add to a case” wherever you find something."
        )
        draw_elements(element("p", hint, look="lead"), key="no case")
        return
    try:
        found = shown_case()
    except UnknownCaseError as error:
        say_error(error, key="case not found")
        return
    before = last_look(found)
    draw_head(found)
    draw_items(found, before)
    draw_history(found, before)


@perform.register
def _choose(act: OpenCase) -> None:
    choose_case(act.case)


def _begin() -> None:
    begin_case(str(st.session_state[keys.CASE_BEGUN]))
