"""Shows the names of entities in the language of the interface, in all results of catalogue statements.

The graph stores English names, or the spelling of the news for entities that only the news knows, and beside
them the names in other languages. Columns that hold names are declared as such in the headers of statements.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from cypher.bolt.table import Table
from cypher.catalog.catalog import statement
from cypher.catalog.column_types import Column, ColumnType, maps
from cypher.database import Database
from cypher.database.typed_rows import records_of
from cypher.records.explore import LocalName
from cypher.records.row import Row
from explorer.view import keys

STORED = "en"
"""The language of the names that statements return."""

_BETWEEN = (" → ", " – ")
"""Joins the names in a column that names a pair."""

Names = Mapping[str, str]
Change = Callable[[object], object]

R = TypeVar("R", bound=Row)


def language() -> str:
    """Return the language of the interface."""
    if get_script_run_ctx(suppress_warning=True) is None:  # outside a session: the server warms up
        return STORED
    return str(st.session_state.get(keys.LANGUAGE, STORED))


def in_language(table: Table, name: str, names: Names) -> Table:
    """Return the result of a catalogue statement with its names replaced by those in `names`."""
    return replaced(table, statement(name).declared.columns, names)


def replaced(table: Table, columns: tuple[Column, ...], names: Names) -> Table:
    """Return a table of these declared columns with the names of entities replaced by those in `names`."""
    if not names or len(columns) != len(table.columns):
        return table
    changed = {at: _changer(column.type, names) for at, column in enumerate(columns) if _holds(column.type)}
    if not changed:
        return table
    return replace(table, rows=tuple(_row(row, changed) for row in table.rows))


def read_names(database: Database, wanted: str) -> Names:
    """Return the names in a language, by the names that statements return."""
    if wanted == STORED:
        return {}
    found = records_of(database.read("explore/local_names", language=wanted), LocalName)
    return {row.name: row.local for row in found}


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Reads from a database, with the names of entities as `names` has them."""

    database: Database
    names: Names

    def read(self, name: str, **parameters: object) -> Table:
        """Return the result of a statement."""
        return in_language(self.database.read(name, **parameters), name, self.names)

    def rows(self, record: type[R], name: str, **parameters: object) -> list[R]:
        """Return the rows of a statement as records."""
        return records_of(self.read(name, **parameters), record)


def _row(row: tuple[Any, ...], changed: Mapping[int, Change]) -> tuple[Any, ...]:
    values = list(row)
    for at, change in changed.items():
        values[at] = change(values[at])
    return tuple(values)


def _holds(kind: ColumnType) -> bool:
    return kind.name == "name" or (kind.is_map and any(_holds(key.type) for key in maps()[kind.name]))


def _changer(kind: ColumnType, names: Names) -> Change:
    """Return the function that replaces the names in a value of this type."""
    if not kind.is_map:
        return partial(_named, names)
    held = {key.name: _changer(key.type, names) for key in maps()[kind.name] if _holds(key.type)}
    return partial(_mapped, held)


def _named(names: Names, value: object) -> object:
    if isinstance(value, list):
        return [_named(names, each) for each in value]
    if not isinstance(value, str):
        return value
    if value in names:
        return names[value]
    between = next((each for each in _BETWEEN if each in value), None)
    return between.join(names.get(part, part) for part in value.split(between)) if between else value


def _mapped(held: Mapping[str, Change], value: object) -> object:
    if isinstance(value, list):
        return [_mapped(held, each) for each in value]
    if not isinstance(value, dict):
        return value
    return {key: held[key](each) if key in held else each for key, each in value.items()}
