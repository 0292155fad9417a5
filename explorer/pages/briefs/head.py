"""The head of the open brief: title, sharing, saving, versions, files, and the notice about a conflict."""

from __future__ import annotations

import re
from dataclasses import replace

import streamlit as st

from cypher.briefs.reading import Brief, BriefEntry, read_brief, versions
from cypher.briefs.saving import LONGEST_TITLE, OutdatedBriefError, save
from cypher.errors import KonstelasiError
from explorer.acts import perform
from explorer.acts.briefs import OpenBriefVersion
from explorer.briefs.document import Shown, head_blocks
from explorer.briefs.drafts import change, choose_brief, current, draft, drop, open_brief
from explorer.briefs.files import FileFormat, brief_file
from explorer.elements import Element, draw_elements, element
from explorer.pages.briefs.blocks import block_elements
from explorer.phrases import say
from explorer.reads.connections import analyst, reader
from explorer.view import keys, session, undo
from explorer.words import Words
from explorer.work.pending import PendingWrite, request, tell

LABELS = {FileFormat.HTML: "Offline page (HTML)", FileFormat.MARKDOWN: "Markdown"}
"""The formats of files in the order of the menu, in English."""


def draw_head(shown: Shown, *, is_old: bool) -> None:
    """Draw the head; an earlier version can only be read, restored and written to a file."""
    words = session.words()
    draw_elements(*block_elements(head_blocks(shown)), key="brief head", subject=shown.brief.brief)
    if st.session_state.get(keys.BRIEF_REFUSED) and not is_old:
        _draw_conflict(words)
    with st.container(horizontal=True, vertical_alignment="bottom", key="brief acts"):
        if is_old:
            _draw_restoring(words)
        else:
            _draw_changing(shown.brief, words)
        _draw_versions(shown.brief, words)
        _draw_files(shown, words)


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
        on_click=_save,
    )
    if changed:
        st.button(words("Discard changes"), key="discard brief", on_click=_discard)
    if brief.owner == session.author():
        st.button(words("Remove"), icon=":material/delete:", key="remove brief", on_click=_remove)


def _change_head() -> None:
    brief = current(open_brief() or "")
    title, shared = st.session_state[keys.BRIEF_TITLE], st.session_state[keys.BRIEF_SHARED]
    change(replace(brief, title=title.strip() or brief.title, shared=shared))


def _save() -> None:
    """Save the changes as the next version; if somebody else has saved one, keep them and say so."""
    mine = current(open_brief() or "")
    _request_saving(mine, mine.brief)


def _request_saving(wanted: Brief, brief: str) -> None:
    """Save `wanted`; the changes of `brief`, from which it was made, are kept until that has succeeded."""
    database, words = analyst(), session.words()

    def saved(made: Brief) -> None:
        drop(brief)
        choose_brief(made.brief)
        undo.say(words("Saved as version {number}", number=made.version))

    request(PendingWrite(lambda author: save(database, wanted, author), saved, _refused))


def _refused(error: KonstelasiError) -> None:
    if isinstance(error, OutdatedBriefError):
        st.session_state[keys.BRIEF_REFUSED] = str(error)
    else:
        tell(error)


def _draw_conflict(words: Words) -> None:
    """Say that somebody else saved the brief in the meantime, with the ways to go on."""
    title = element("strong", say("Somebody saved this brief while you were changing it"))
    reason = element("p", str(st.session_state[keys.BRIEF_REFUSED]))
    draw_elements(element("div", title, reason, look="notice"), key="brief conflict")
    with st.container(horizontal=True, key="brief conflict acts"):
        st.button(words("Save mine as the newest version"), key="save over", on_click=_save_over)
        st.button(words("Save mine as another brief"), key="save apart", on_click=_save_apart)
        st.button(words("Discard mine"), key="take theirs", on_click=_discard)


def _save_over() -> None:
    """Save the changes after the version of the others, which can still be restored."""
    brief = open_brief() or ""
    newest = read_brief(reader(), brief)
    change(replace(current(brief), version=newest.version))
    _save()


def _save_apart() -> None:
    mine = current(open_brief() or "")
    _request_saving(replace(mine, brief="", version=0, owner=""), mine.brief)


def _discard() -> None:
    brief = open_brief()
    drop(brief or "")
    choose_brief(brief)


def _remove() -> None:
    """Take the brief out of the list; its versions stay."""
    brief = current(open_brief() or "")
    database = analyst()

    def removed(_made: Brief) -> None:
        drop(brief.brief)
        choose_brief(None)

    wanted = replace(brief, retired=True)
    request(PendingWrite(lambda author: save(database, wanted, author), removed, _refused))


def _draw_versions(brief: Brief, words: Words) -> None:
    with st.popover(
        words("Versions"), icon=":material/history:", width="content", key="brief versions", on_change="rerun"
    ) as box:
        if box.open:
            found = versions(reader(), brief.brief)
            lines = (_line(each, newest=at == 0) for at, each in enumerate(found))
            draw_elements(element("ul", *lines, look="list"), key="list of versions")


def _line(entry: BriefEntry, *, newest: bool) -> Element:
    said = say("version {number} by {author}", number=entry.version, author=entry.author)
    when = element("small", f"{entry.created_at[:16].replace('T', ' ')} UTC")
    act = OpenBriefVersion(0 if newest else entry.version)
    return element("li", element("span", element("span", said), when, look="stack"), act=act)


@perform.register
def _open_version(act: OpenBriefVersion) -> None:
    st.session_state[keys.BRIEF_VERSION] = act.version
    st.session_state.pop(keys.BRIEF_EDITED, None)


def _draw_restoring(words: Words) -> None:
    st.button(words("Restore this version"), type="primary", key="restore brief", on_click=_restore)
    st.button(words("Newest version"), key="newest brief", on_click=choose_brief, args=(open_brief(),))


def _restore() -> None:
    """Take title and parts of the shown version into the changes, which are then saved as the newest."""
    brief, version = open_brief() or "", st.session_state.get(keys.BRIEF_VERSION)
    old, now = read_brief(reader(), brief, version), current(brief)
    change(replace(now, title=old.title, items=old.items))
    choose_brief(brief)
    _save()


def _draw_files(shown: Shown, words: Words) -> None:
    name = re.sub(r"[^\w]+", "-", shown.brief.title.casefold()).strip("-")[:60] or "brief"
    with st.popover(words("Download"), icon=":material/download:", width="content", key="brief download"):
        for form, label in LABELS.items():
            _draw_file(shown, form, words(label), f"konstelasi-{name}-{shown.brief.version}.{form.ending}")


def _draw_file(shown: Shown, form: FileFormat, label: str, name: str) -> None:
    st.download_button(
        label,
        lambda: brief_file(shown, form),
        file_name=name,
        mime=form.media_type,
        on_click="ignore",
        type="tertiary",
        key=f"brief {form.value}",
    )
