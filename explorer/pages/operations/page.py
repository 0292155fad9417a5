"""The page *Operations*: what runs, what failed, and how the machine is."""

from __future__ import annotations

import streamlit as st

from cypher.catalog.catalog import catalog
from explorer.elements import draw_elements, element
from explorer.identity.errors import NotAllowedError
from explorer.identity.present import has
from explorer.identity.roles import Right
from explorer.pages.operations.exporting import draw_audit_export
from explorer.panels.operations.findings import findings, findings_list
from explorer.panels.operations.sections import (
    machine_section,
    rejected_section,
    runs_section,
    sources_section,
    statements_section,
    unread_section,
    versions_section,
)
from explorer.phrases import Said, say
from explorer.queries.listing import titled
from explorer.reads.operations import operations
from explorer.shell.frame import guarded
from explorer.view import session
from explorer.view.audited import Deed, signature

LOOK_AGAIN = 5.0
"""Seconds after which the page is read anew."""


def draw() -> None:
    """Draw the page, for admins; everybody is one without a sign-in."""
    lead = say("What runs here, what failed, and how the machine is. It is read anew every few seconds.")
    head = element("div", element("h2", say("Operations")), element("p", lead, look="lead"), look="head")
    draw_elements(head, key="operations head")
    session.show_address({})
    if not has(Right.LOAD):
        signature().refused(Deed("open operations"), NotAllowedError(Right.LOAD))
        notice = element("div", say("Only admins see this page."), look="notice")
        draw_elements(notice, key="for admins")
        return
    _draw_state()
    draw_audit_export()


@st.fragment(run_every=LOOK_AGAIN)
@guarded
def _draw_state() -> None:
    """Draw what changes by itself."""
    state = operations()
    draw_elements(findings_list(findings(state)), key="operations findings")
    left, right = st.columns(2, gap="large")
    with left:
        draw_elements(*runs_section(state.runs, state.now), key="operations runs")
        draw_elements(*sources_section(state.sources, state.now), key="operations sources")
        if not state.sources_error:  # else nothing is known of these
            unread = unread_section(state.unread, state.number_unread, state.now)
            draw_elements(*unread, key="operations unread")
            draw_elements(*rejected_section(state.rejected, state.now), key="operations rejected")
    with right:
        draw_elements(*machine_section(state.machine, state.backups, state.now), key="operations machine")
        draw_elements(*versions_section(state.versions), key="operations versions")
    statements = statements_section(state.slowest, state.failing, _asks, state.now)
    draw_elements(*statements, key="operations statements")


def _asks(name: str) -> Said:
    """Say what a statement asks; nothing if it has no title in the reader's language."""
    if name in catalog():
        query = catalog()[name]
        return titled(query) if session.words().language in query.titles else ""
    return say("typed queries of readers") if name == "typed" else say("made by the program")
