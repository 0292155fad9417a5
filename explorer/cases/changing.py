"""Changes of the open case that can be undone: its text, status, members and items."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from cypher.cases.items import CaseItem
from cypher.cases.reading import Case, CaseStatus
from cypher.cases.saving import (
    OutdatedCaseError,
    add,
    begin,
    set_members,
    set_members_only,
    set_retired,
    set_status,
    set_text,
    take_out,
)
from cypher.errors import KonstelasiError
from explorer.cases.opened import choose_case, typed_texts
from explorer.reads.connections import analyst
from explorer.view import keys, session
from explorer.view.audited import Deed
from explorer.view.fields import empty_field
from explorer.work.pending import request, tell
from explorer.work.reversible import Reversible, Write, recording


def begin_case(title: str) -> None:
    """Begin a case and open it; call this last in a callback."""
    database, begun = analyst(), list[str]()

    def record(author: str) -> None:
        if begun:
            set_retired(database, begun[0], author, retired=False)
        else:
            begun.append(begin(database, title, author).case)

    def then(is_done: bool) -> None:
        choose_case(begun[0] if is_done else None)
        empty_field(keys.CASE_BEGUN, title)

    said = session.words()("the case “{title}” was begun", title=title)
    _request(
        Deed("begin case", title),
        said,
        record,
        lambda author: set_retired(database, begun[0], author, retired=True),
        then,
    )


def change_status(found: Case, status: CaseStatus) -> None:
    """Say how far the work on a case is; call this last in a callback."""
    database = analyst()
    said = session.words()("the status of the case “{title}” was changed", title=found.title)
    _request(
        Deed("set status of case", found.case),
        said,
        lambda author: set_status(database, found.case, status, author),
        lambda author: set_status(database, found.case, found.status, author),
    )


def change_members(found: Case, *, add: str = "", remove: str = "") -> None:
    """Add or remove a member; call this last in a callback."""
    database = analyst()
    said = session.words()("the members of the case “{title}” were changed", title=found.title)
    _request(
        Deed("change members of case", found.case),
        said,
        lambda author: set_members(database, found.case, author, add=[add], remove=[remove]),
        lambda author: set_members(database, found.case, author, add=[remove], remove=[add]),
    )


def change_members_only(found: Case, *, members_only: bool) -> None:
    """Say whether only members see the case; call this last in a callback."""
    database = analyst()
    said = session.words()("who sees the case “{title}” was changed", title=found.title)
    _request(
        Deed("change who sees case", found.case),
        said,
        lambda author: set_members_only(database, found.case, author, members_only=members_only),
        lambda author: set_members_only(database, found.case, author, members_only=not members_only),
    )


def remove_case(found: Case) -> None:
    """Take a case out of the list; call this last in a callback."""
    database = analyst()
    said = session.words()("the case “{title}” was removed", title=found.title)
    _request(
        Deed("remove case", found.case),
        said,
        lambda author: set_retired(database, found.case, author, retired=True),
        lambda author: set_retired(database, found.case, author, retired=False),
        lambda is_done: choose_case(None if is_done else found.case),
    )


def remove_item(found: Case, item: CaseItem) -> None:
    """Remove an item from a case; call this last in a callback."""
    database = analyst()
    said = session.words()("“{what}” was removed from the case “{title}”", what=item.title, title=found.title)
    _request(
        Deed("remove from case", found.case),
        said,
        lambda author: take_out(database, found.case, [item.id], author),
        lambda author: add(database, found.case, [item], author),
    )


def change_text(before: Case, title: str, summary: str) -> None:
    """Save title and summary, which were those of `before` when the reader began; call this last.

    If somebody else changed them in the meantime, the reader is asked what to do.
    """
    database, saved = analyst(), list[Case]()

    def record(author: str) -> None:
        saved.append(set_text(database, saved[-1] if saved else before, title, summary, author))

    def put_back(author: str) -> None:
        saved.append(set_text(database, saved[-1], before.title, before.summary, author))

    def then(_is_done: bool) -> None:
        typed_texts().pop(before.case, None)
        st.session_state.pop(keys.CASE_REFUSED, None)

    said = session.words()("title or summary of the case “{title}” were changed", title=before.title)
    request(
        recording(
            Reversible(Deed("change text of case", before.case), said, record, put_back, then), _refused
        )
    )


def _request(
    deed: Deed,
    said: str,
    record: Write,
    reverse: Write,
    then: Callable[[bool], object] = lambda _is_done: None,
) -> None:
    """Request a change that can be undone, with the parts of `Reversible`."""
    request(recording(Reversible(deed, said, record, reverse, then)))


def _refused(error: KonstelasiError) -> None:
    if isinstance(error, OutdatedCaseError):
        st.session_state[keys.CASE_REFUSED] = str(error)
    else:
        tell(error)
