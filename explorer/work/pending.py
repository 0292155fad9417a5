"""What a click asks to record: done while the page is drawn, where its reader can cancel it.

A callback runs before anything is drawn, and so could neither show that it takes time nor be cancelled. What
is recorded under a name waits until the reader has said who they are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, NoReturn, TypeVar

import streamlit as st
from streamlit.errors import StreamlitAPIException

from cypher.errors import KonstelasiError
from explorer.reads.connections import forget_version
from explorer.view import keys, session
from explorer.work.naming import NamelessError, ask_name
from explorer.work.running import run_cancellable, uninterrupted

WORKSPACE = "workspace"
"""Key of the fragment that is all of a page but the sidebar."""

FIGURES = "figures"
"""Key of the fragment that counts, in the sidebar, what is in the graph."""

Found = TypeVar("Found")


def tell(error: KonstelasiError) -> None:
    """Keep why a wish was refused, for the page to say (`explorer.judging.form.draw_trouble`)."""
    st.session_state[keys.JUDGING_FAILED] = error


@dataclass(frozen=True, slots=True)
class PendingWrite(Generic[Found]):
    """`record` writes under the name that it is given, all or nothing; `then` or `refused` tell the session.

    `record` may run in another thread, and after the reader has gone on: it takes with it all that it needs.
    What is `unsigned` needs no name, and is given an empty one.
    """

    record: Callable[[str], Found]
    then: Callable[[Found], object]
    refused: Callable[[KonstelasiError], object] = tell
    saying: str = "Recording for {seconds} s"
    unsigned: bool = False

    def run(self) -> Callable[[], object]:
        """Record it now, while its reader can see that it goes on and cancel it; returns what to do next."""
        recording = partial(self.record, "" if self.unsigned else session.reader_name())
        try:
            return partial(
                self.then, run_cancellable(f"recording {id(self)}", None, recording, saying=self.saying)
            )
        except KonstelasiError as error:
            return partial(self.refused, error)


def request(write: PendingWrite[Any]) -> NoReturn:
    """In a callback, as its last step: have it recorded, and what shows it drawn anew."""
    st.session_state.setdefault(keys.PENDING, []).append(write)
    redraw(WORKSPACE, FIGURES)


def redraw(*fragments: str) -> NoReturn:
    """In a callback, as its last step: draw these fragments alone; the whole page where one is not there now.

    While a fragment waits for something, those that are drawn after it are not there.
    """
    try:
        st.rerun(fragments)
    except StreamlitAPIException:
        st.rerun()


def is_pending() -> bool:
    """Whether something is yet to be recorded."""
    return bool(st.session_state.get(keys.PENDING))


def run_pending() -> None:
    """Record what is write for, in the order of the clicks; a refusal is told, nothing is half done."""
    wishes: list[PendingWrite[Any]] = st.session_state.setdefault(keys.PENDING, [])
    unsigned: list[PendingWrite[Any]] = st.session_state.setdefault(keys.UNSIGNED, [])
    if session.author():
        wishes[:0] = unsigned
        unsigned.clear()
    with st.container(key="recording"):  # its place is kept, or all below it would be drawn anew
        for write in tuple(wishes):
            if not write.unsigned and not session.author():
                unsigned.append(write)
                wishes.remove(write)
                continue
            go_on = write.run()
            wishes.remove(write)  # before anything at which the run may end, or it would be recorded twice
            forget_version()
            uninterrupted(go_on)
    if unsigned:
        ask_name(on_dismiss=_drop_unsigned)


def _drop_unsigned() -> None:
    """The reader does not say who they are: nothing is recorded, and that is said."""
    st.session_state[keys.UNSIGNED] = []
    tell(NamelessError())
