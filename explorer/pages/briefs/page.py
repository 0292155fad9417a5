"""The page *Briefs*: the list of briefs, and the open one to change, save, share and send on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from cypher.briefs.reading import Brief, BriefEntry, briefs, read_brief
from cypher.briefs.saving import LONGEST_TITLE, save
from cypher.errors import UsageError
from explorer.acts import perform
from explorer.acts.briefs import OpenBrief
from explorer.briefs.drafts import choose_brief, current, draft, open_brief
from explorer.briefs.files import compared
from explorer.elements import Element, draw_elements, element
from explorer.judging.form import draw_trouble
from explorer.pages.briefs.head import draw_head
from explorer.pages.briefs.parts import draw_new_text, draw_parts
from explorer.phrases import Plural, joined, say
from explorer.reads.connections import analyst, reader
from explorer.shell.frame import say_error, workspace
from explorer.view import keys, session
from explorer.view.audited import Deed
from explorer.view.fields import empty_field
from explorer.words import Words
from explorer.work.pending import PendingWrite, request


def draw() -> None:
    """Draw the page: the briefs on the left, the open one beside them."""
    session.follow_link(_open)
    _workspace()


def _open(opened: Mapping[str, str]) -> None:
    if "brief" in opened:
        choose_brief(opened["brief"])
        version = opened.get("version", "")
        if version.isascii() and version.isdigit():
            st.session_state[keys.BRIEF_VERSION] = int(version[:9])


@workspace
def _workspace() -> None:
    words = session.words()
    left, right = st.columns([3, 8], gap="large")
    with left:
        _draw_list(briefs(reader(), session.reader_name()), words)
    with right:
        draw_trouble(words)
        _draw_open(words)
    address = {"brief": open_brief(), "version": str(st.session_state.get(keys.BRIEF_VERSION) or "")}
    session.show_address({name: value for name, value in address.items() if value})


def _draw_list(found: Sequence[BriefEntry], words: Words) -> None:
    with st.form("begin brief", border=False):
        st.text_input(words("Begin a brief"), key=keys.BRIEF_NEW, max_chars=LONGEST_TITLE)
        st.form_submit_button(words("Begin"), icon=":material/add:", on_click=_begin)
    draw_elements(_list(found), key="briefs")


def _list(found: Sequence[BriefEntry]) -> Element:
    if not found:
        return element("p", say("No brief has been saved yet."), look="soft")
    return element("ul", *map(_entry, found), look="list")


def _entry(entry: BriefEntry) -> Element:
    parts = Plural(len(entry.items), "{number} part", "{number} parts")
    about = joined(" · ", (entry.owner, parts, None if entry.shared else say("private")))
    look = "title on" if entry.brief == open_brief() else "title"
    return element(
        "li",
        element("span", element("span", entry.title, look=look), element("small", about), look="stack"),
        act=OpenBrief(entry.brief),
    )


def _draw_open(words: Words) -> None:
    brief = open_brief()
    if brief is None:
        hint = say(
            "A brief collects evidence to send on. Choose one or begin one; then use “Add to a brief” "
            "on ties, claims, actors and results of queries."
        )
        draw_elements(element("p", hint, look="lead"), key="no brief")
        return
    try:
        shown = _shown(brief)
    except UsageError as error:
        say_error(error, key="brief not found")
        return
    is_old = bool(st.session_state.get(keys.BRIEF_VERSION))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    content = compared(reader(), shown, words, now)
    content = replace(content, is_saved=is_old or draft(brief) is None)
    draw_head(content, is_old=is_old)
    draw_parts(content, is_old=is_old)
    if not is_old:
        draw_new_text(words)


def _shown(brief: str) -> Brief:
    version = st.session_state.get(keys.BRIEF_VERSION)
    return read_brief(reader(), brief, version) if version else current(brief)


@perform.register
def _choose(act: OpenBrief) -> None:
    choose_brief(act.brief)


def _begin() -> None:
    """Save a new brief without parts, and open it."""
    title, database = str(st.session_state[keys.BRIEF_NEW]), analyst()

    def then(saved: Brief) -> None:
        choose_brief(saved.brief)
        empty_field(keys.BRIEF_NEW, title)

    request(PendingWrite(Deed("begin brief"), lambda author: save(database, Brief(title), author), then))
