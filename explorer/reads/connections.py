"""The app's connections, one for each role, shared by all sessions. Reads are cached by data version."""

from __future__ import annotations

import atexit
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

import streamlit as st

from cypher.bolt.settings import Role, Settings
from cypher.bolt.table import Table
from cypher.catalog.catalog import statement
from cypher.database import Database, connect
from cypher.database.typed_rows import records_of
from cypher.records.explore import GraphCounts
from cypher.records.row import Row
from explorer.identity.present import has
from explorer.identity.roles import Right
from explorer.reads.local_names import Names, in_language, language, read_names
from explorer.view.clock import KNOWN_BY, known_by
from explorer.view.level import LEVEL, level

R = TypeVar("R", bound=Row)

UNJUDGED = frozenset({"explore/counts_for", "explore/entity", "explore/newest_day"})
"""Statements whose results no verdict changes; they run again when anything else in the graph changes."""

VERSION_SECONDS = 5
"""Seconds after which a change by another process (such as an ingest) is noticed at the latest."""


def reader() -> Database:
    """Return the connection that can only read."""
    return _connection(Role.READER)[0]


def analyst() -> Database:
    """Return the connection that can also write, for readers whose role allows it.

    The others get the one that can only read, so that the database itself refuses their writes.
    """
    return _connection(Role.ANALYST if has(Right.ANNOTATE) else Role.READER)[0]


def read(record: type[R], name: str, **parameters: object) -> list[R]:
    """Return the rows of a catalogue statement, cached by parameters and data version.

    The table is cached, not the records: Streamlit copies what it caches, and records take longer to copy.
    """
    return records_of(read_table(name, parameters), record)


def read_table(name: str, parameters: Mapping[str, object]) -> Table:
    """Return the result of a catalogue statement as a table, which has its columns even without rows.

    The reader's `known_by` and `level` are added here for all statements that have these parameters.
    """
    asked = {parameter.name for parameter in statement(name).parameters}
    chosen = {KNOWN_BY: known_by(), LEVEL: level()}
    shared = {parameter: value for parameter, value in chosen.items() if parameter in asked}
    return _read(name, {**shared, **parameters}, _version_for(name), language())


def local_names() -> Names:
    """Return the names of entities in the language of the interface, by the names in the graph."""
    return _names(language(), _entities(data_version()))


def localised(table: Table, name: str) -> Table:
    """Return the result of a catalogue statement with the names of the interface's language."""
    return in_language(table, name, local_names())


@dataclass(frozen=True, slots=True)
class Counted:
    """The counts of the graph, and between which moments they were read, by `time.monotonic`."""

    counts: GraphCounts
    asked: float
    answered: float
    version: tuple[tuple[str, Any], ...]


def counts() -> GraphCounts:
    """Return the number of nodes of each kind, and whether any document was `loaded` completely."""
    return counted().counts


@st.cache_resource(ttl=VERSION_SECONDS, show_spinner=False)
def counted() -> Counted:
    """Return the counts with the time of their reading; a page asks for them several times."""
    asked = time.monotonic()
    (found,) = reader().rows(GraphCounts, "explore/counts")
    return Counted(found, asked, time.monotonic(), tuple(asdict(found).items()))


@st.cache_data(ttl=600, show_spinner=False)
def product() -> str:
    """Return which database answers, with its version, as in "Neo4j 5.26.12"."""
    return reader().product()


def has_news() -> bool:
    """Whether any document was loaded completely; until then, the database is asked each time."""
    if not counts().loaded:
        forget_version()
    return counts().loaded


def data_version() -> tuple[tuple[str, Any], ...]:
    """Return a value that changes with `counts`: each load, annotation or merger changes it."""
    return counted().version


def _version_for(name: str) -> tuple[tuple[str, Any], ...]:
    """Return the part of the data version on which the result of a statement depends."""
    version = data_version()
    return tuple(item for item in version if item[0] != "annotations") if name in UNJUDGED else version


def forget_version() -> None:
    """Read the counts again, because this process has just written."""
    counted.clear()


def reconnect() -> None:
    """Drop the connections, so that the next read tries again."""
    _connection.clear()
    counted.clear()
    product.clear()


def _close(entry: tuple[Database, ExitStack]) -> None:
    entry[1].close()


@st.cache_resource(show_spinner=False, on_release=_close)
def _connection(role: Role) -> tuple[Database, ExitStack]:
    stack = ExitStack()
    database = stack.enter_context(connect(Settings.from_environment(), role))
    atexit.register(stack.close)  # the engine's lease ends with this process
    return database, stack


@st.cache_data(ttl=600, max_entries=2000, show_spinner=False)
def _read(
    name: str, parameters: dict[str, object], version: tuple[tuple[str, Any], ...], shown_in: str
) -> Table:
    table = reader().read(name, **parameters)
    return in_language(table, name, _names(shown_in, _entities(version)))


@st.cache_resource(ttl=600, max_entries=10, show_spinner=False)
def _names(shown_in: str, version: tuple[tuple[str, Any], ...]) -> Names:
    return read_names(reader(), shown_in)


def _entities(version: tuple[tuple[str, Any], ...]) -> tuple[tuple[str, Any], ...]:
    """Return the part of the data version that changes when entities are loaded; a verdict keeps it."""
    return tuple(item for item in version if item[0] in ("documents", "countries", "actors"))
