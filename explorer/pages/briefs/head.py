"""The head of the open brief: title, sharing, buttons and files."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from cypher.briefs.reading import Brief
from cypher.briefs.saving import LONGEST_TITLE
from cypher.cases.items import CaseKind
from explorer.briefs.document import Shown, head_blocks
from explorer.briefs.download import draw_files
from explorer.briefs.drafts import change, current, draft, open_brief
from explorer.briefs.files import brief_file
from explorer.cases.asking import add_page_to_case
from explorer.elements import draw_elements
from explorer.identity.present import has
from explorer.identity.roles import Right
from explorer.pages.briefs.blocks import block_elements
from explorer.pages.briefs.saving import discard, draw_conflict, remove, save_changes
from explorer.pages.briefs.versions import draw_restoring, draw_versions
from explorer.view import keys, session
from explorer.words import Words


def draw_head(shown: Shown, *, is_old: bool) -> None:
    """Draw the head; an earlier version can only be read, restored and written to a file."""
    words = session.words()
    draw_elements(*block_elements(head_blocks(shown)), key="brief head", subject=shown.brief.brief)
    if st.session_state.get(keys.BRIEF_REFUSED) and not is_old:
        draw_conflict(words)
    with st.container(horizontal=True, vertical_alignment="bottom", key="brief acts"):
        if is_old:
            draw_restoring(words)
        else:
            _draw_changing(shown.brief, words)
        draw_versions(shown.brief, words)
        brief = shown.brief
        draw_files("brief", brief.brief, brief.title, brief.version, partial(brief_file, shown), words)
        if has(Right.ANNOTATE):
            st.button(
                words("Add to a case"),
                icon=":material/create_new_folder:",
                key="brief to a case",
                on_click=add_page_to_case,
                args=(CaseKind.BRIEF, shown.brief.title),
            )


def _draw_changing(brief: Brief, words: Words) -> None:
    st.session_state[keys.BRIEF_TITLE] = brief.title
    st.session_state[keys.BRIEF_SHARED] = brief.shared
    st.text_input(
        words("Title"), key=keys.BRIEF_TITLE, max_chars=LONGEST_TITLE, width=320, on_change=_change_head
    )
    st.checkbox(words("Others can see it"), key=keys.BRIEF_SHARED, on_change=_change_head)
    changed = draft(brief.brief) is not None
    st.button(
        words("Save"),
        type="primary",
        icon=":material/save:",
        key="save brief",
        disabled=not changed,
        on_click=save_changes,
    )
    if changed:
        st.button(words("Discard changes"), key="discard brief", on_click=discard)
    if brief.owner == session.author():
        st.button(words("Remove"), icon=":material/delete:", key="remove brief", on_click=remove)


def _change_head() -> None:
    brief = current(open_brief() or "")
    title, shared = st.session_state[keys.BRIEF_TITLE], st.session_state[keys.BRIEF_SHARED]
    change(replace(brief, title=title.strip() or brief.title, shared=shared))
