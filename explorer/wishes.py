"""What a click wishes to have recorded: done while the page is drawn, where its reader can cancel it.

A callback runs before anything is drawn, and so could neither show that it takes time nor be cancelled.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, NoReturn, TypeVar

import streamlit as st
from streamlit.errors import StreamlitAPIException

from cypher.errors import KonstelasiError
from explorer.database import forget_version
from explorer.view import keys
from explorer.waiting import done

WORKSPACE = "workspace"
"""Key of the fragment that is all of a page but the sidebar."""

FIGURES = "figures"
"""Key of the fragment that counts, in the sidebar, what is in the graph."""

Found = TypeVar("Found")


def tell(error: KonstelasiError) -> None:
    """Keep why a wish was refused, for the page to say (`explorer.panels.judging.draw_trouble`)."""
    st.session_state[keys.JUDGING_FAILED] = error


@dataclass(frozen=True, slots=True)
class Wish(Generic[Found]):
    """`record` writes, all or nothing; `then` or `refused` tells the session what came of it.

    `record` may run in another thread, and after the reader has gone on: it takes with it all that it needs.
    """

    record: Callable[[], Found]
    then: Callable[[Found], object]
    refused: Callable[[KonstelasiError], object] = tell
    saying: str = "Recording for {seconds} s"

    def fulfilled(self, by: Callable[[Callable[[], Found]], Found] = lambda record: record()) -> Found | None:
        """What came of it, recorded now; None when it was refused."""
        try:
            found = by(self.record)
        except KonstelasiError as error:
            forget_version()
            self.refused(error)
            return None
        forget_version()
        self.then(found)
        return found


def wish(wished: Wish[Any]) -> NoReturn:
    """In a callback, as its last step: have it recorded, and what shows it drawn anew."""
    st.session_state.setdefault(keys.WISHES, []).append(wished)
    redraw(WORKSPACE, FIGURES)


def redraw(*fragments: str) -> NoReturn:
    """In a callback, as its last step: draw these fragments alone; the whole page where one is not there now.

    While a fragment waits for something, those that are drawn after it are not there.
    """
    try:
        st.rerun(fragments)
    except StreamlitAPIException:
        st.rerun()


def is_wished() -> bool:
    """Whether something is yet to be recorded."""
    return bool(st.session_state.get(keys.WISHES))


def fulfil() -> None:
    """Record what is wished for, in the order of the clicks; a refusal is told, nothing is half done."""
    wishes: list[Wish[Any]] = st.session_state.setdefault(keys.WISHES, [])
    with st.container(key="recording"):  # its place is kept, or all below it would be drawn anew
        for wished in tuple(wishes):
            wished.fulfilled(partial(done, f"recording {id(wished)}", None, saying=wished.saying))
            wishes.remove(wished)
