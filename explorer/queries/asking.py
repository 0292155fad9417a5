"""Runs queries with progress and a cancel button, and keeps those of this session."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from cypher.bolt.table import Table
from cypher.catalog.column_types import Column
from cypher.desk.asking import capped_rows
from cypher.errors import KonstelasiError, StatementError
from explorer.reads.connections import data_version, local_names, reader
from explorer.reads.local_names import language, replaced
from explorer.view import keys
from explorer.view.audited import Deed, signature
from explorer.work.running import run_cancellable

TYPED = "typed"
"""The name of the reader's typed Cypher, in place of a query's name."""

_REMEMBERED = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """A query that was run in this session, with the parameters of a link to it.

    `rows` is None if it failed.
    """

    title: str
    link: Mapping[str, str]
    rows: int | None
    seconds: float
    at: str


@dataclass(frozen=True, slots=True)
class BoundQuery:
    """A query to run: its text and parameter values, with a title and the parameters of a link to it.

    `columns` are the declared ones, in which names are shown in the language of the interface; a query of an
    analyst has none.
    """

    title: str
    text: str
    values: Mapping[str, object]
    link: Mapping[str, str]
    columns: tuple[Column, ...] = ()
    then: str | None = None
    """The function of `cypher.analysis` that computes the result from the rows."""

    @property
    def fingerprint(self) -> str:
        """Equal for equal queries on the same data, in the same language."""
        asked = [self.text, self.then, dict(self.values), data_version(), language()]
        return json.dumps(asked, sort_keys=True, default=str)


Answer = Table | KonstelasiError


def answer(query: BoundQuery, key: str) -> Answer:
    """Run a query, with progress and a cancel button, and return its rows or the error.

    The last answer under `key` is kept until the query or the data change.
    """
    kept: dict[str, tuple[str, Answer]] = st.session_state.setdefault(keys.ANSWERS, {})
    fingerprint = query.fingerprint
    if key in kept and kept[key][0] == fingerprint:
        return kept[key][1]
    found, seconds = _run(query, fingerprint)
    kept[key] = (fingerprint, found)
    _audit(query, key, found)
    _remember(query, found, seconds)
    return found


def _audit(query: BoundQuery, key: str, found: Answer) -> None:
    """Record the query: typed Cypher by its text, which is what was asked."""
    asked = {name: str(value) for name, value in query.values.items() if value not in (None, "", [])}
    typed = {"cypher": query.text} if key == TYPED else {}
    error = found if isinstance(found, KonstelasiError) else None
    signature().read(Deed("run query", key, typed | asked), error)


def outcome(key: str) -> Answer | None:
    """Return the last answer under `key`, if there is one."""
    kept: dict[str, tuple[str, Answer]] = st.session_state.get(keys.ANSWERS, {})
    return kept[key][1] if key in kept else None


def forget(key: str) -> None:
    """Drop the answer under `key`, so that the query runs again."""
    st.session_state.setdefault(keys.ANSWERS, {}).pop(key, None)


def _run(query: BoundQuery, fingerprint: str) -> tuple[Answer, float]:
    database, names = reader(), local_names()

    def ask() -> tuple[Table, float]:
        begun = time.monotonic()
        result = capped_rows(database, query.text, query.values, query.then)
        return replaced(result, query.columns, names), time.monotonic() - begun

    try:
        return run_cancellable("query", fingerprint, ask, "Running for {seconds} s")
    except KonstelasiError as error:
        return error, 0.0


def _remember(query: BoundQuery, found: Answer, seconds: float) -> None:
    asked = Asked(
        query.title,
        query.link,
        len(found.rows) if isinstance(found, Table) else None,
        seconds,
        datetime.now(UTC).astimezone().strftime("%H:%M"),
    )
    before = [each for each in history() if each.link != asked.link]
    st.session_state[keys.ASKED] = [asked, *before][:_REMEMBERED]


def history() -> Sequence[Asked]:
    """Return the queries that were run in this session, the latest first."""
    found: list[Asked] = st.session_state.get(keys.ASKED, [])
    return found


def place_of(error: KonstelasiError, text: str) -> tuple[int, int] | None:
    """Return the line and column in `text`, from 1, of the mistake that an error is about, if known.

    For errors that quote a word instead, this is the word's first occurrence.
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
