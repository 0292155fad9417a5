"""The versions of the open brief: their list, and restoring one."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cypher.briefs.reading import Brief, BriefEntry, read_brief, versions
from explorer.acts import perform
from explorer.acts.briefs import OpenBriefVersion
from explorer.briefs.drafts import change, choose_brief, current, open_brief
from explorer.elements import Element, draw_elements, element
from explorer.moments import moment
from explorer.pages.briefs.saving import save_changes
from explorer.phrases import say
from explorer.reads.connections import reader
from explorer.view import keys
from explorer.view.fields import popover
from explorer.words import Words


def draw_versions(brief: Brief, words: Words) -> None:
    """Draw the list of versions, from which one can be opened."""
    with popover(words("Versions"), ":material/history:", "brief versions") as is_open:
        if is_open:
            found = versions(reader(), brief.brief)
            lines = (_line(each, newest=at == 0) for at, each in enumerate(found))
            draw_elements(element("ul", *lines, look="list"), key="list of versions")


def _line(entry: BriefEntry, *, newest: bool) -> Element:
    said = say("version {number} by {author}", number=entry.version, author=entry.author)
    when = element("small", moment(entry.created_at))
    act = OpenBriefVersion(0 if newest else entry.version)
    return element("li", element("span", element("span", said), when, look="stack"), act=act)


@perform.register
def _open_version(act: OpenBriefVersion) -> None:
    st.session_state[keys.BRIEF_VERSION] = act.version
    st.session_state.pop(keys.BRIEF_EDITED, None)


def draw_restoring(words: Words) -> None:
    """Draw the buttons of an earlier version: to restore it, and to leave it."""
    st.button(words("Restore this version"), type="primary", key="restore brief", on_click=_restore)
    st.button(words("Newest version"), key="newest brief", on_click=choose_brief, args=(open_brief(),))


def _restore() -> None:
    """Take title and parts of the shown version into the changes, which are then saved as the newest."""
    brief, version = open_brief() or "", st.session_state.get(keys.BRIEF_VERSION)
    old, now = read_brief(reader(), brief, version), current(brief)
    change(replace(now, title=old.title, items=old.items))
    choose_brief(brief)
    save_changes()
