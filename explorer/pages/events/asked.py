"""Asks the command line what files become, and remembers the latest outcomes in the session."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

import streamlit as st

from cypher.errors import InputError
from explorer.view import keys
from explorer.work.running import run_cancellable

_MOST_KEPT = 8

Found = TypeVar("Found")


def asked(subject: Hashable, ask: Callable[[], Found], place: str = "event data") -> Found | InputError:
    """Return what `ask` returned for this subject, or its error; it is called once for each subject.

    `place` names where the progress is shown; each place on a page has another name.
    """
    kept = _kept()
    if subject not in kept:
        with st.container(key=f"reading {place}"):  # always there, so that nothing below it moves
            try:
                outcome: object = run_cancellable(
                    place, subject, ask, "Reading the first rows for {seconds} s"
                )
            except InputError as error:
                outcome = error
        remember(subject, outcome)
    else:
        st.container(key=f"reading {place}")
    found: Found | InputError = kept[subject]  # type: ignore[assignment]
    return found


def is_new(subject: Hashable) -> bool:
    """Return whether nothing is remembered for a subject."""
    return subject not in _kept()


def remember(subject: Hashable, outcome: object) -> None:
    """Keep an outcome for a subject; the oldest ones are forgotten."""
    kept = _kept()
    kept[subject] = outcome
    for each in list(kept)[:-_MOST_KEPT]:
        del kept[each]


def _kept() -> dict[Hashable, object]:
    kept: dict[Hashable, object] = st.session_state.setdefault(keys.EVENTS_TOLD, {})
    return kept
