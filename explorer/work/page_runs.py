"""The run of a command that a page has started, and its result, in the reader's session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

import streamlit as st

from cypher.errors import KonstelasiError
from explorer.browser import BROWSER, cookie
from explorer.identity.present import refuse_without
from explorer.identity.roles import Right
from explorer.reads.connections import forget_version
from explorer.view.audited import Deed, signature
from explorer.view.redraw import Part, redraw
from explorer.work.command_runs import CommandRun, Job, begun_by, seen_by, start
from explorer.work.running import draw_waiting

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class PageRun(Generic[Result]):
    """The place of a page's runs in the session; `kind` is that of its jobs, `run` and `result` are keys."""

    kind: str
    run: str
    result: str

    def running(self) -> CommandRun[Result] | None:
        """The run of this tab, or one that this browser has started and whose result it has not seen yet."""
        running: CommandRun[Result] | None = st.session_state.get(self.run)
        return running or begun_by(cookie(BROWSER), self.kind)

    def begin(self, job: Job[Result]) -> None:
        """Start a run; if that is refused, the error is the outcome."""
        self.forget()
        signed = signature()
        try:
            refuse_without(Right.LOAD)
            st.session_state[self.run] = start(job, cookie(BROWSER), signed)
        except KonstelasiError as error:
            signed.refused(Deed(f"add {self.kind}"), error)
            self.fail(error)

    def draw(self, running: CommandRun[Result], say: Callable[[CommandRun[Result]], str]) -> None:
        """Show the progress and a cancel button until the run ends; then keep its result and redraw."""
        draw_waiting(running, partial(say, running), key=self.run)
        try:
            st.session_state[self.result] = running.result()
        except KonstelasiError as error:
            self.fail(error)
        finally:
            st.session_state.pop(self.run, None)
            seen_by(cookie(BROWSER), self.kind)
            forget_version()
        redraw(Part.PAGE)

    def outcome(self) -> Result | KonstelasiError | None:
        """The result of the last run, or its error; None if there was none."""
        found: Result | KonstelasiError | None = st.session_state.get(self.result)
        return found

    def fail(self, error: KonstelasiError) -> None:
        """Make an error the outcome."""
        st.session_state[self.result] = error

    def forget(self) -> None:
        """Forget the result of the last run."""
        st.session_state.pop(self.result, None)
