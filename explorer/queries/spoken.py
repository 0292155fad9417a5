"""Results in the reader's language: heads of columns, and values of closed lists by their declared types.

Dates stay as they are written in the graph, because a table is sorted by them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from cypher.bolt.table import Table
from cypher.catalog.column_types import Column
from explorer.charts.heads import head
from explorer.words import Words


def with_heads(table: Table, words: Words) -> Table:
    """Return the table of a shipped query with heads in the reader's language."""
    return replace(table, columns=tuple(head(column, words) for column in table.columns))


def with_values(table: Table, columns: Sequence[Column], words: Words) -> Table:
    """Return the table with the names of event types, kinds, signs, states and verdicts, instead of codes."""
    types = {column.name: column.type.name for column in columns}
    said = {
        place: _SAID[types[name]] for place, name in enumerate(table.columns) if types.get(name, "") in _SAID
    }
    rows = tuple(
        tuple(_spoken(value, said.get(place), words) for place, value in enumerate(row)) for row in table.rows
    )
    return replace(table, rows=rows)


def _spoken(value: object, say: Callable[[Words, object], str] | None, words: Words) -> object:
    if say is None or value is None:
        return value
    return [say(words, each) for each in value] if isinstance(value, list) else say(words, value)


def _event_type(words: Words, value: object) -> str:
    code, _, number = str(value).partition(" ")  # an entry of a tie may stand for several claims
    name = words.event_type(code)
    return f"{name} {number}" if number else name


def _term(words: Words, value: object) -> str:
    return words.term(str(value))


def _quad(words: Words, value: object) -> str:
    return words.quad(value) if isinstance(value, int) else str(value)


_SAID: Mapping[str, Callable[[Words, object], str]] = {
    "event_type": _event_type,
    "quad": _quad,
    **dict.fromkeys(("kind", "sign", "status", "verdict", "word_or_deed"), _term),
}
"""What says a value, by the declared type of its column."""
