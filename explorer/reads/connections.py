"""The app's connections, one for each role, shared by all sessions. Reads are cached by data version."""

from __future__ import annotations

import atexit
from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any

import streamlit as st

from cypher.bolt.settings import Role, Settings
from cypher.bolt.table import Table
from cypher.catalog.catalog import statement
from cypher.database import Database, connect
from explorer.view.clock import KNOWN_BY, known_by

VERSION_SECONDS = 5
"""Seconds after which a change by another process (such as an ingest) is noticed at the latest."""


def reader() -> Database:
    """Return the connection that can only read."""
    return _connection(Role.READER)[0]


def analyst() -> Database:
    """Return the connection that can also write."""
    return _connection(Role.ANALYST)[0]


def read(name: str, **parameters: object) -> list[dict[str, Any]]:
    """Return the rows of a catalogue statement, cached by parameters and data version."""
    return read_table(name, parameters).records()


def read_table(name: str, parameters: Mapping[str, object]) -> Table:
    """Return the result of a catalogue statement as a table, which has its columns even without rows.

    The reader's `known_by` is added here for all statements that have this parameter.
    """
    asked = {parameter.name for parameter in statement(name).parameters}
    clock = {KNOWN_BY: known_by()} if KNOWN_BY in asked else {}
    return _read(name, {**clock, **parameters}, data_version())


@st.cache_data(ttl=VERSION_SECONDS, show_spinner=False)
def counts() -> dict[str, Any]:
    """Return the number of nodes of each kind, and whether any document was `loaded` completely."""
    return reader().read("explore/counts").records()[0]


def has_news() -> bool:
    """Whether any document was loaded completely; until then, the database is asked each time."""
    if not counts()["loaded"]:
        forget_version()
    return bool(counts()["loaded"])


def data_version() -> tuple[tuple[str, Any], ...]:
    """Return a value that changes with `counts`: each load, annotation or merger changes it."""
    return tuple(sorted(counts().items()))


def forget_version() -> None:
    """Read the counts again, because this process has just written."""
    counts.clear()


def reconnect() -> None:
    """Drop the connections, so that the next read tries again."""
    _connection.clear()
    counts.clear()


def _close(entry: tuple[Database, ExitStack]) -> None:
    entry[1].close()


@st.cache_resource(show_spinner=False, on_release=_close)
def _connection(role: Role) -> tuple[Database, ExitStack]:
    stack = ExitStack()
    database = stack.enter_context(connect(Settings.from_environment(), role))
    atexit.register(stack.close)  # the engine's lease ends with this process
    return database, stack


@st.cache_data(ttl=600, max_entries=2000, show_spinner=False)
def _read(name: str, parameters: dict[str, object], version: tuple[tuple[str, Any], ...]) -> Table:
    return reader().read(name, **parameters)
