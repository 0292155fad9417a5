"""The history of the open case: who changed what, the newest first."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from cypher.cases.history import Did, Step, history
from cypher.cases.reading import Case, CaseStatus, items_of, versions
from cypher.records.cases import CaseLook
from explorer.cases.names import STATUSES
from explorer.elements import Element, draw_elements, element
from explorer.moments import moment
from explorer.panels.widgets import badge
from explorer.phrases import Said, say
from explorer.reads.connections import reader
from explorer.view import session

_SAID: Mapping[Did, str] = {
    Did.BEGAN: "{name} began the case",
    Did.ADDED: "{name} added “{what}”",
    Did.REMOVED: "{name} removed “{what}”",
    Did.STATUS: "{name} set the status to “{what}”",
    Did.RENAMED: "{name} changed the title to “{what}”",
    Did.SUMMARY: "{name} changed the summary",
    Did.JOINED: "{name} made {what} a member",
    Did.LEFT: "{name} removed {what} from the members",
    Did.MEMBERS_ONLY: "{name} showed the case to members only",
    Did.FOR_ALL: "{name} showed the case to everybody",
    Did.RETIRED: "{name} removed the case",
    Did.RESTORED: "{name} brought the case back",
}


def draw_history(found: Case, before: CaseLook | None) -> None:
    """Draw the changes; those of others since the look `before` are marked as new."""
    words, author = session.words(), session.reader_name()
    with st.expander(
        words("History"), icon=":material/history:", key="case history", on_change="rerun"
    ) as box:
        if box.open:
            steps = history(versions(reader(), found.case, author), items_of(reader(), found.case, author))
            lines = (_line(step, before, author) for step in steps)
            draw_elements(element("ul", *lines, look="list"), key="case steps")


def _line(step: Step, before: CaseLook | None, author: str) -> Element:
    is_new = before and step.at > before.looked_at and step.author != author
    return element(
        "li",
        element(
            "span",
            element("span", _what(step), badge(say("new")) if is_new else None),
            element("small", moment(step.at)),
            look="stack",
        ),
    )


def _what(step: Step) -> Said:
    what: Said = step.what
    if step.did is Did.STATUS:
        what = say(STATUSES[CaseStatus(step.what)])
    return say(_SAID[step.did], name=step.author, what=what)
