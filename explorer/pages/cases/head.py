"""The head of the open case: title, summary, status, members, and who sees it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import streamlit as st

from cypher.cases.reading import Case, CaseStatus
from cypher.cases.saving import LONGEST_MEMBER, LONGEST_SUMMARY, LONGEST_TITLE
from explorer.acts import perform
from explorer.acts.cases import RemoveCaseMember
from explorer.alerts.part import draw_alerts
from explorer.briefs.download import draw_files
from explorer.briefs.files import FileFormat
from explorer.cases.changing import (
    change_members,
    change_members_only,
    change_status,
    change_text,
    remove_case,
)
from explorer.cases.files import case_file, read_shown
from explorer.cases.names import STATUSES
from explorer.cases.opened import TypedText, shown_case, typed_texts
from explorer.elements import Element, draw_elements, element
from explorer.identity.present import has, sign_in
from explorer.identity.roles import Right
from explorer.phrases import Plural, Problem, joined, say
from explorer.reads.connections import reader
from explorer.view import keys, session
from explorer.view.fields import named_key
from explorer.words import Words


def draw_head(found: Case) -> None:
    """Draw the head; whoever may only read sees it as text, with the files."""
    words, may_change = session.words(), has(Right.ANNOTATE)
    draw_elements(*_about(found), key="case head", subject=found.case)
    if may_change:
        _draw_text(found, words)
    with st.container(horizontal=True, vertical_alignment="bottom", key="case acts"):
        if may_change:
            _draw_status(found, words)
            _draw_members(found, words)
            draw_alerts(found.case)
        _draw_files(found, words)
        if may_change and session.author() in found.members:
            st.button(
                words("Remove the case"),
                icon=":material/delete:",
                key="remove case",
                on_click=lambda: remove_case(found),
            )


def _draw_files(found: Case, words: Words) -> None:
    database, name = reader(), session.reader_name()

    def made(form: FileFormat) -> bytes:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return case_file(read_shown(database, found.case, name, words, now), form)

    draw_files("case", found.case, found.title, found.version, made, words)


def _about(found: Case) -> Iterator[Element]:
    yield element("h2", found.title)
    only = say("members only") if found.members_only else say("everybody sees it")
    members = Plural(len(found.members), "{number} member", "{number} members")
    about = joined(
        " · ", (say(STATUSES[found.status]), say("owner: {name}", name=found.owner), members, only)
    )
    yield element("p", about, look="soft")
    if found.summary and not has(Right.ANNOTATE):
        yield element("p", found.summary)


def _draw_text(found: Case, words: Words) -> None:
    """Draw the fields of title and summary; what is typed stays until it is saved or discarded."""
    typed = typed_texts().get(found.case) or TypedText(found.title, found.summary, found.title, found.summary)
    for name, text in ((keys.CASE_TITLE, typed.title), (keys.CASE_SUMMARY, typed.summary)):
        if st.session_state.get(name) != text:  # else what is typed now would be lost
            st.session_state[name] = text
    if refused := st.session_state.get(keys.CASE_REFUSED):
        _draw_conflict(found, refused, words)
    with st.container(key="case text"):
        st.text_input(
            words("Title"), key=keys.CASE_TITLE, max_chars=LONGEST_TITLE, on_change=_remember, args=(found,)
        )
        st.text_area(
            words("Question or summary"),
            key=keys.CASE_SUMMARY,
            max_chars=LONGEST_SUMMARY,
            on_change=_remember,
            args=(found,),
        )
    if found.case in typed_texts():
        with st.container(horizontal=True, gap="small", key="case text acts"):
            st.button(words("Save"), type="primary", key="save case", on_click=_save, args=(found,))
            st.button(words("Discard changes"), key="discard case", on_click=_discard, args=(found,))


def _draw_conflict(found: Case, refused: str, words: Words) -> None:
    theirs = element("p", joined(": ", (say("Their title"), found.title)))
    summary = element("p", joined(": ", (say("Their summary"), found.summary)))
    reason = element("p", Problem(refused))
    draw_elements(element("div", reason, theirs, summary, look="notice"), key="case conflict")
    st.button(words("Save mine instead"), key="save case over", on_click=_save_over, args=(found,))


def _remember(found: Case) -> None:
    title, summary = str(st.session_state[keys.CASE_TITLE]), str(st.session_state[keys.CASE_SUMMARY])
    before = typed_texts().get(found.case)
    base = (before.base_title, before.base_summary) if before else (found.title, found.summary)
    if (title, summary) == base:
        typed_texts().pop(found.case, None)
    else:
        typed_texts()[found.case] = TypedText(title, summary, *base)


def _save(found: Case) -> None:
    _remember(found)
    if typed := typed_texts().get(found.case):
        before = Case(typed.base_title, typed.base_summary, case=found.case)
        change_text(before, typed.title.strip(), typed.summary.strip())


def _save_over(found: Case) -> None:
    if typed := typed_texts().get(found.case):
        change_text(found, typed.title.strip(), typed.summary.strip())


def _discard(found: Case) -> None:
    typed_texts().pop(found.case, None)
    st.session_state.pop(keys.CASE_REFUSED, None)


def _draw_status(found: Case, words: Words) -> None:
    st.session_state[keys.CASE_STATUS] = found.status
    st.segmented_control(
        words("Status"),
        list(CaseStatus),
        key=named_key(keys.CASE_STATUS, found.case, found.status),
        format_func=lambda status: words(STATUSES[status]),
        required=True,
        on_change=_change_status,
        args=(found,),
    )


def _change_status(found: Case) -> None:
    change_status(found, CaseStatus(st.session_state[keys.CASE_STATUS]))


def _draw_members(found: Case, words: Words) -> None:
    with st.popover(words("Members"), icon=":material/group:", width="content", key="case members"):
        draw_elements(element("ul", *_members(found), look="list"), key="list of members")
        if session.author() not in found.members:
            draw_elements(element("p", say("Only members change this list."), look="soft"), key="no member")
            return
        label = words("E-mail address") if sign_in() else words("Name")
        with st.form("add member", border=False, clear_on_submit=True):
            st.text_input(label, key=keys.CASE_MEMBER, max_chars=LONGEST_MEMBER)
            st.form_submit_button(words("Add a member"), on_click=_add_member, args=(found,))
        st.session_state[keys.CASE_MEMBERS_ONLY] = found.members_only
        st.checkbox(
            words("Only members see this case"),
            key=keys.CASE_MEMBERS_ONLY,
            on_change=_change_members_only,
            args=(found,),
        )


def _members(found: Case) -> Iterator[Element]:
    may_change = session.author() in found.members
    for name in found.members:
        is_owner = name == found.owner
        remove = element("button", say("Remove"), look="act", act=RemoveCaseMember(name))
        note = element("small", say("owner")) if is_owner else None
        yield element(
            "li",
            element("span", element("span", name), note, look="stack"),
            remove if may_change and not is_owner else None,
        )


def _add_member(found: Case) -> None:
    name = " ".join(str(st.session_state[keys.CASE_MEMBER]).split())
    if name:
        change_members(found, add=name.lower() if sign_in() else name)


def _change_members_only(found: Case) -> None:
    change_members_only(found, members_only=bool(st.session_state[keys.CASE_MEMBERS_ONLY]))


@perform.register
def _remove_member(act: RemoveCaseMember) -> None:
    change_members(shown_case(), remove=act.member)
