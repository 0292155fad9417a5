"""Writes that clicks request. They run while the page is drawn, so that the reader can cancel them.

A callback runs before anything is drawn, so it can neither show progress nor be cancelled. Writes that need a
name wait until the reader has given one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

import streamlit as st

from cypher.errors import KonstelasiError
from explorer.identity.present import refuse_without
from explorer.identity.roles import Right
from explorer.reads.connections import forget_version
from explorer.view import keys, session
from explorer.view.audited import Deed, signature
from explorer.view.redraw import Part, redraw, redraw_changed
from explorer.work.naming import NamelessError, ask_name
from explorer.work.running import run_cancellable, uninterrupted

Found = TypeVar("Found")


def tell(error: KonstelasiError) -> None:
    """Keep the reason of a refused write for the page to show (`explorer.judging.form.draw_trouble`)."""
    st.session_state[keys.JUDGING_FAILED] = error


@dataclass(frozen=True, slots=True)
class PendingWrite(Generic[Found]):
    """A write that a click requested: `record` gets the reader's name and writes all or nothing.

    Afterwards `then` or `refused` updates the session. `record` may run in another thread, and after the
    reader has moved on, so it must not look into the session. An `unsigned` write needs no name and gets an
    empty one. Without the `right`, the write is refused when it would run. The audit record gets the `deed`.
    """

    deed: Deed
    record: Callable[[str], Found]
    then: Callable[[Found], object]
    refused: Callable[[KonstelasiError], object] = tell
    saying: str = "Recording for {seconds} s"
    unsigned: bool = False
    right: Right = Right.ANNOTATE

    def run(self) -> Callable[[], object]:
        """Run the write, showing progress and a cancel button; return what to do next."""
        try:
            refuse_without(self.right)
        except KonstelasiError as error:
            signature().refused(self.deed, error)
            return partial(self.refused, error)
        recording = self._recording("" if self.unsigned else session.reader_name())
        try:
            return partial(
                self.then, run_cancellable(f"recording {id(self)}", None, recording, saying=self.saying)
            )
        except KonstelasiError as error:
            return partial(self.refused, error)

    def _recording(self, name: str) -> Callable[[], Found]:
        """Return the write with its entry in the audit record, both for the thread that runs them."""
        signed = signature()
        if self.right is Right.READ:
            return signed.exporting(self.deed, partial(self.record, name))

        def recording() -> Found:
            with signed.changing(self.deed):
                return self.record(name)

        return recording


def request(write: PendingWrite[Any]) -> None:
    """Queue a write; call this last in a callback, it triggers a redraw."""
    before = session.shown()
    _queue(write)
    redraw_changed(before, session.shown())


def request_from_dialog(write: PendingWrite[Any]) -> None:
    """Queue a write and redraw the whole page, which closes the dialog; call this last in a callback."""
    _queue(write)
    redraw(Part.PAGE)


def _queue(write: PendingWrite[Any]) -> None:
    st.session_state.setdefault(keys.PENDING, []).append(write)


def is_pending() -> bool:
    """Return whether a write is queued."""
    return bool(st.session_state.get(keys.PENDING))


def run_pending() -> None:
    """Run the queued writes in the order of the clicks; a refused write changes nothing and is reported."""
    queued: list[PendingWrite[Any]] = st.session_state.setdefault(keys.PENDING, [])
    unsigned: list[PendingWrite[Any]] = st.session_state.setdefault(keys.UNSIGNED, [])
    if session.author():
        queued[:0] = unsigned
        unsigned.clear()
    with st.container(key="recording"):  # always there, so that nothing below it moves
        for write in tuple(queued):
            if not write.unsigned and not session.author():
                unsigned.append(write)
                queued.remove(write)
                continue
            go_on = write.run()
            queued.remove(write)  # the run may end at the next step, and it must not be recorded twice
            forget_version()
            uninterrupted(go_on)
    if unsigned:
        ask_name(on_dismiss=_drop_unsigned)


def _drop_unsigned() -> None:
    """Drop the writes that wait for a name, and say so."""
    st.session_state[keys.UNSIGNED] = []
    tell(NamelessError())
