"""The write that adds something to a case, or to one that it begins. It can be undone."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from cypher.cases.items import CaseItem
from cypher.cases.saving import add, begin, set_retired, take_out
from cypher.database import Database
from cypher.errors import KonstelasiError, UsageError
from explorer.phrases import Problem
from explorer.reads.connections import analyst
from explorer.view import keys, session, undo
from explorer.view.audited import Deed
from explorer.words import Words
from explorer.work.pending import PendingWrite, tell
from explorer.work.reversible import Reversible, recording


class InCaseAlreadyError(UsageError):
    """What was to be added is in the case already; nothing was changed."""

    def __init__(self, what: str, title: str) -> None:
        super().__init__(f"“{what}” is in the case “{title}” already, so nothing was changed.")


def adding(item: CaseItem, case: str, title: str) -> PendingWrite[object]:
    """Return the write that adds an item to a case, or to a new one with this title if `case` is empty.

    If the thing is in the case already, the reader is told so, and there is nothing to undo.
    """
    words = session.words()
    write = _Adding(analyst(), item, title, words, case)
    said = words("“{what}” was added to the case “{title}”", what=item.title, title=title)
    deed = Deed("add to case", case or title)
    return recording(Reversible(deed, said, write.record, write.take_back, write.then), _refused)


def _refused(error: KonstelasiError) -> None:
    if isinstance(error, InCaseAlreadyError):
        undo.say(Problem(str(error)).said(session.words()))
    else:
        tell(error)


@dataclass(slots=True)
class _Adding:
    """The addition of an item to the case `target`, or to one that it begins if that is empty."""

    database: Database
    item: CaseItem
    title: str
    words: Words
    target: str
    begun: bool = False

    def record(self, author: str) -> None:
        if not self.item.id:
            self.item = self.item.added(author)
        if not self.target:
            self.target, self.begun = begin(self.database, self.title, author, [self.item]).case, True
            return
        if self.begun:
            set_retired(self.database, self.target, author, retired=False)
        saved = add(self.database, self.target, [self.item], author)
        if self.item.id not in saved.items:
            raise InCaseAlreadyError(self.item.title, saved.title)

    def take_back(self, author: str) -> None:
        take_out(self.database, self.target, [self.item.id], author)
        if self.begun:
            set_retired(self.database, self.target, author, retired=True)

    def then(self, is_done: bool) -> None:
        if is_done:
            st.session_state[keys.CASE] = self.target
            undo.say(self.words("Added to the case “{title}” on the page Cases", title=self.title))
