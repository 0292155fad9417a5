"""Records in the audit record what the reader of this session reads and changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import TypeVar

import streamlit as st

from cypher.audit import AuditError, Outcome, record, refuse_unrecorded
from cypher.errors import KonstelasiError
from explorer.identity import present
from explorer.identity.errors import NotAllowedError, SignedOutError
from explorer.view import keys
from explorer.view.places import PLACES
from explorer.view.reader import reader_name

Made = TypeVar("Made")

_SUBJECTS = ("document", "entity", "tie", "query", "brief", "source", "case")
"""The parameters of an address that name what a page is about; the first one that it has does."""

_UNSEEN = frozenset({"page", "language", PLACES})
"""The parameters of an address with which the reader sees nothing else."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that a reader does: its name, the id of what it is done to, and what was asked."""

    act: str
    object_id: str = ""
    details: Mapping[str, str] = field(default_factory=dict)

    def undone(self) -> Deed:
        """Return the opposite deed, which takes this one back."""
        return replace(self, act=f"undo: {self.act}")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who does something. It may be used in other threads, and after the reader has moved on."""

    who: str
    role: str = ""

    def read(self, deed: Deed, error: KonstelasiError | None = None) -> None:
        """Record that something was read, or that `error` prevented it; the sidebar says if that fails."""
        outcome = Outcome.FAILED if error else Outcome.DONE
        self._record(deed, outcome, type(error).__name__ if error else "")

    def refused(self, deed: Deed, error: KonstelasiError) -> None:
        """Record that something was refused. Only texts about rights are kept; others may quote people."""
        of_rights = isinstance(error, NotAllowedError | SignedOutError)
        self._record(deed, Outcome.REFUSED, str(error) if of_rights else type(error).__name__)

    @contextmanager
    def changing(self, deed: Deed) -> Iterator[None]:
        """Record how the block ends, which changes something. Raises `AuditError` before the block begins."""
        refuse_unrecorded()
        try:
            yield
        except Exception as error:
            self._record(deed, Outcome.FAILED, type(error).__name__)
            raise
        self._record(deed, durable=True)

    def exporting(self, deed: Deed, make: Callable[[], Made]) -> Callable[[], Made]:
        """Return `make`, which writes a file when the reader clicks, with a record of that."""

        def made() -> Made:
            self.read(deed)
            return make()

        return made

    def _record(
        self, deed: Deed, outcome: Outcome = Outcome.DONE, why: str = "", *, durable: bool = False
    ) -> None:
        with suppress(AuditError):  # it is logged and counted, and the sidebar says so
            record(
                deed.act,
                who=self.who,
                role=self.role,
                object_id=deed.object_id,
                outcome=outcome,
                why=why,
                details=deed.details,
                durable=durable,
            )


def signature() -> Signature:
    """Return who uses this session: the identity of the sign-in, else the name that was typed."""
    try:
        found = present.person()
    except SignedOutError:
        return Signature("")
    return Signature(found.identity, found.role.value) if found else Signature(reader_name())


def knocked(error: SignedOutError | None) -> None:
    """Record once in a session that somebody came in with a sign-in, or why nobody was let in."""
    if present.sign_in() is None:
        return
    came = signature()
    known = came, str(error or "")
    if st.session_state.get(keys.AUDITED_DOOR) == known:
        return
    st.session_state[keys.AUDITED_DOOR] = known
    if error is None:
        came.read(Deed("come in"))
    else:
        came.refused(Deed("come in"), error)


def saw(address: Mapping[str, str]) -> None:
    """Record the page that an address opens, unless it is the one that was recorded last."""
    page = address.get("page", "network")
    seen = {name: value for name, value in address.items() if name not in _UNSEEN and value}
    if st.session_state.get(keys.AUDITED) == (page, seen):
        return
    st.session_state[keys.AUDITED] = page, seen
    subject = next((seen[name] for name in _SUBJECTS if name in seen), "")
    signature().read(Deed(f"open {page}", subject, seen))


def refused_click(value: object, error: KonstelasiError) -> None:
    """Record a click that the reader's role does not allow, or that no page offers."""
    given = value if isinstance(value, dict) else {}
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", str(given.get("act", "click"))).lower()
    ids = [each for field_, each in given.items() if field_ != "act" and isinstance(each, str)]
    signature().refused(Deed(name, ids[0] if ids else ""), error)
