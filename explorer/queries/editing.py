"""Writing a query: the editor, the place of mistakes, and saving it as the analyst's own."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cypher.desk.own_queries import OwnQuery, save
from cypher.errors import KonstelasiError
from explorer.editor import Mistake, Shown, draw_cypher
from explorer.elements import draw_elements, element
from explorer.phrases import Problem
from explorer.queries.asking import TYPED, forget, outcome, place_of
from explorer.queries.kept import forget_text, keep_text, replace_text
from explorer.reads.connections import analyst
from explorer.view import keys, session
from explorer.view.audited import Deed, signature
from explorer.view.redraw import Part, redraw
from explorer.words import Words
from explorer.work.naming import NamelessError, ask_name
from explorer.work.pending import tell
from explorer.work.running import run_cancellable

EXAMPLE = """MATCH (actor)-[:ACTS_IN]->(event:Event)
RETURN actor.name, event.event_type, event.date
ORDER BY event.date DESC LIMIT 25"""


def edit(text: str, own: OwnQuery | None = None) -> None:
    """Open a text in the editor; if `own` is given, saving it makes a new version of that query."""
    st.session_state[keys.QUERY] = TYPED
    st.session_state[keys.QUERY_RUN] = False
    st.session_state[keys.QUERY_OPENED] = {}
    replace_text(text, own)


def draw_editor() -> str:
    """Draw the editor and return its text."""
    st.session_state.setdefault(keys.CYPHER, EXAMPLE)
    text: str = st.session_state[keys.CYPHER]
    draw_cypher(
        Shown(text, mistake_in(text), st.session_state.get(keys.INSERTED)),
        key="editor",
        label=session.words()("Cypher editor; Control and Enter runs it"),
        on_text=keep_text,
        on_run=run_typed,
    )
    return text


def run_typed() -> None:
    """Run the text in the editor; call this in a callback."""
    st.session_state[keys.QUERY_RUN] = True
    st.session_state[keys.ASKED_TEXT] = st.session_state[keys.CYPHER]
    forget(TYPED)


def mistake_in(text: str) -> Mistake | None:
    """Return the mistake that the database found in exactly this text when it was last run, if any."""
    error = outcome(TYPED)
    place = place_of(error, text) if isinstance(error, KonstelasiError) else None
    if place is None or st.session_state.get(keys.ASKED_TEXT) != text:
        return None
    return Mistake(text, *place, said=Problem(str(error)).said(session.words()))


def say_refusal(error: KonstelasiError, text: str, key: str) -> None:
    """Show an error with the line that it is about, and a mark below the place."""
    place = place_of(error, text)
    lines = text.splitlines()
    shown = None
    if place and 0 < place[0] <= len(lines):
        line, column = place
        shown = element("div", f"{line:>4} | {lines[line - 1]}\n{' ' * (column + 6)}^", look="code")
    draw_elements(element("div", Problem(str(error)), shown, look="notice"), key=key)


def draw_saving(text: str) -> None:
    """Draw the popover in which the text gets a title and is saved."""
    words = session.words()
    own: OwnQuery | None = st.session_state.get(keys.EDITING)
    with st.popover(words("Save"), icon=":material/save:", width="content", key="saving"):
        if own:
            st.caption(words("This saves a new version; older versions are kept."))
        at = f"{own.query} {own.version}" if own else "new"
        title = st.text_input(words("Title"), own.title if own else "", key=f"title {at}", max_chars=120)
        description = st.text_input(
            words("Description"), own.description if own else "", key=f"description {at}", max_chars=400
        )
        tags = st.text_input(
            words("Tags, comma-separated"), ", ".join(own.tags) if own else "", key=f"tags {at}"
        )
        shared = st.toggle(words("Share with everybody"), own.shared if own else False, key=f"shared {at}")
        wanted = replace(
            own or OwnQuery("", 0, "", "", "", session.reader_name()),
            title=title,
            description=description,
            tags=tuple(tags.split(",")),
            shared=shared,
            text=text,
            author=session.reader_name(),
        )
        _draw_buttons(wanted, own, words)


def _request_save(retired: bool) -> None:
    st.session_state[keys.SAVING] = retired


def _leave_unsaved() -> None:
    """Drop the request to save, because the reader gave no name, and say so; the text stays in the editor."""
    st.session_state[keys.SAVING] = None
    tell(NamelessError())


def _draw_buttons(wanted: OwnQuery, own: OwnQuery | None, words: Words) -> None:
    with st.container(horizontal=True, key="saving acts"):
        st.button(words("Save"), type="primary", key="save query", on_click=_request_save, args=(False,))
        if own is not None:
            retire = words("Remove from the list")
            st.button(retire, key="retire query", on_click=_request_save, args=(True,))
    retiring: bool | None = st.session_state.get(keys.SAVING)
    if retiring is None:
        return
    if session.author() is None:
        ask_name(on_dismiss=_leave_unsaved)
        return
    query, database, signed = replace(wanted, retired=retiring), analyst(), signature()
    deed = Deed("remove query" if retiring else "save query", query.query)

    def saving() -> OwnQuery:
        with signed.changing(deed):
            return save(database, query)

    try:
        saved = run_cancellable("saving", query, saving, "Testing for {seconds} s")
    except KonstelasiError as error:
        st.session_state[keys.SAVING] = None
        say_refusal(error, wanted.text, key="not saved")
        return
    st.session_state[keys.SAVING] = None
    forget_text()
    st.session_state[keys.QUERY] = "" if retiring else saved.name
    st.session_state[keys.QUERY_OPENED] = {}
    redraw(Part.HERE)
