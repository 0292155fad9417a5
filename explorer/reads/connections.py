"""The app's connections, one for each role, shared by all sessions; reads are kept by data version."""

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
"""How long a change by another process (an ingest) may stay unseen."""


def reader() -> Database:
    """The connection that can only read."""
    return _connection(Role.READER)[0]


def analyst() -> Database:
    """The connection that may also annotate."""
    return _connection(Role.ANALYST)[0]


def read(name: str, **parameters: object) -> list[dict[str, Any]]:
    """The rows of a catalogue statement; the same question is asked of the database once a data version."""
    return read_table(name, parameters).records()


def read_table(name: str, parameters: Mapping[str, object]) -> Table:
    """As `read`, with the columns also when there are no rows.

    The day by which it must have been known is put in here, so that no question forgets it.
    """
    asked = {parameter.name for parameter in statement(name).parameters}
    clock = {KNOWN_BY: known_by()} if KNOWN_BY in asked else {}
    return _read(name, {**clock, **parameters}, data_version())


@st.cache_data(ttl=VERSION_SECONDS, show_spinner=False)
def counts() -> dict[str, Any]:
    """What is in the graph, by kind of thing; all zero in an empty one."""
    return reader().read("explore/counts").records()[0]


def has_news() -> bool:
    """Whether anything was loaded to its end; while nothing was, the graph is asked each time."""
    if not counts()["loaded"]:
        forget_version()
    return bool(counts()["loaded"])


def data_version() -> tuple[tuple[str, Any], ...]:
    """Differs as soon as a load was finished, or documents, claims or annotations came or went."""
    return tuple(sorted(counts().items()))


def forget_version() -> None:
    """Look at the counts anew: this process has just written."""
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
