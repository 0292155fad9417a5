"""Running a question where its reader can see that it runs, cancel it, and find it again in this session."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from cypher.bolt.table import Table
from cypher.errors import KonstelasiError, StatementError
from explorer.reads.connections import data_version, reader
from explorer.view import keys
from explorer.work.running import run_cancellable

TYPED = "typed"
"""Stands for the reader's own Cypher where a query's name would stand."""

ROW_CAP = 5000
TIME_OUT = 20.0
"""Seconds that a question may take."""

_REMEMBERED = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was answered in this session, with the parameters of a link to it."""

    title: str
    link: Mapping[str, str]
    rows: int | None
    seconds: float
    at: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be asked: the text for the database with its values, and how the page speaks of it."""

    title: str
    text: str
    values: Mapping[str, object]
    link: Mapping[str, str]

    @property
    def fingerprint(self) -> str:
        """The same for the same question to the same data."""
        return json.dumps([self.text, dict(self.values), data_version()], sort_keys=True, default=str)


Answer = Table | KonstelasiError


def answer(question: Question, key: str) -> Answer:
    """What the database says; a refusal is an answer too. While it thinks, a button cancels it.

    The last answer under `key` is kept until the question or the data change.
    """
    kept: dict[str, tuple[str, Answer]] = st.session_state.setdefault(keys.ANSWERS, {})
    fingerprint = question.fingerprint
    if key in kept and kept[key][0] == fingerprint:
        return kept[key][1]
    found, seconds = _run(question, fingerprint)
    kept[key] = (fingerprint, found)
    _remember(question, found, seconds)
    return found


def outcome(key: str) -> Answer | None:
    """The last answer under `key`, if there is one."""
    kept: dict[str, tuple[str, Answer]] = st.session_state.get(keys.ANSWERS, {})
    return kept[key][1] if key in kept else None


def forget(key: str) -> None:
    """Ask anew the next time."""
    st.session_state.setdefault(keys.ANSWERS, {}).pop(key, None)


def _run(question: Question, fingerprint: str) -> tuple[Answer, float]:
    database = reader()

    def ask() -> tuple[Table, float]:
        begun = time.monotonic()
        found = database.read_text(question.text, question.values, timeout=TIME_OUT, row_cap=ROW_CAP)
        return found, time.monotonic() - begun

    try:
        return run_cancellable("query", fingerprint, ask, "Running for {seconds} s")
    except KonstelasiError as error:
        return error, 0.0


def _remember(question: Question, found: Answer, seconds: float) -> None:
    asked = Asked(
        question.title,
        question.link,
        len(found.rows) if isinstance(found, Table) else None,
        seconds,
        datetime.now(UTC).astimezone().strftime("%H:%M"),
    )
    before = [each for each in history() if each.link != asked.link]
    st.session_state[keys.ASKED] = [asked, *before][:_REMEMBERED]


def history() -> Sequence[Asked]:
    """What was asked in this session, the latest first."""
    found: list[Asked] = st.session_state.get(keys.ASKED, [])
    return found


def place_of(error: KonstelasiError, text: str) -> tuple[int, int] | None:
    """The line and column of `text`, from 1, that an error is about; None where it names none.

    Some errors quote a word instead of a place: its first occurrence is shown then.
    """
    if not isinstance(error, StatementError):
        return None
    if error.line is not None and error.column is not None:
        return error.line, error.column
    quoted = str(error).split("'")[1::2]
    offset = next((at for word in quoted if word and (at := text.find(word)) >= 0), None)
    if offset is None:
        return None
    before = text[:offset]
    return before.count("\n") + 1, offset - before.rfind("\n")
