"""Saving and removing the open brief, and the notice that somebody else saved it in the meantime."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cypher.briefs.reading import Brief, read_brief
from cypher.briefs.saving import OutdatedBriefError, save
from cypher.errors import KonstelasiError
from explorer.briefs.drafts import change, choose_brief, current, drop, open_brief
from explorer.elements import draw_elements, element
from explorer.phrases import Problem, say
from explorer.reads.connections import analyst, reader
from explorer.view import keys, session, undo
from explorer.view.audited import Deed
from explorer.words import Words
from explorer.work.pending import PendingWrite, request, tell


def save_changes() -> None:
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

    deed = Deed("save brief", wanted.brief, {"after version": str(wanted.version)})
    request(PendingWrite(deed, lambda author: save(database, wanted, author), saved, _refused))


def _refused(error: KonstelasiError) -> None:
    if isinstance(error, OutdatedBriefError):
        st.session_state[keys.BRIEF_REFUSED] = str(error)
    else:
        tell(error)


def draw_conflict(words: Words) -> None:
    """Say that somebody else saved the brief in the meantime, with the ways to go on."""
    title = element("strong", say("Somebody saved this brief while you were changing it"))
    reason = element("p", Problem(st.session_state[keys.BRIEF_REFUSED]))
    draw_elements(element("div", title, reason, look="notice"), key="brief conflict")
    with st.container(horizontal=True, key="brief conflict acts"):
        st.button(words("Save mine as the newest version"), key="save over", on_click=_save_over)
        st.button(words("Save mine as another brief"), key="save apart", on_click=_save_apart)
        st.button(words("Discard mine"), key="take theirs", on_click=discard)


def _save_over() -> None:
    """Save the changes after the version of the others, which can still be restored."""
    brief = open_brief() or ""
    newest = read_brief(reader(), brief)
    change(replace(current(brief), version=newest.version))
    save_changes()


def _save_apart() -> None:
    mine = current(open_brief() or "")
    _request_saving(replace(mine, brief="", version=0, owner=""), mine.brief)


def discard() -> None:
    """Forget the changes, and show the newest version."""
    brief = open_brief()
    drop(brief or "")
    choose_brief(brief)


def remove() -> None:
    """Take the brief out of the list; its versions stay."""
    brief = current(open_brief() or "")
    database = analyst()

    def removed(_made: Brief) -> None:
        drop(brief.brief)
        choose_brief(None)

    wanted = replace(brief, retired=True)
    deed = Deed("remove brief", brief.brief)
    request(PendingWrite(deed, lambda author: save(database, wanted, author), removed, _refused))
