"""Results in the reader's language: heads of columns, and values of closed lists by their declared types.

Dates stay as they are written in the graph, because a table is sorted by them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cypher.bolt.table import Table
from cypher.catalog.column_types import Column
from explorer.charts.heads import head
from explorer.reasons import reason_in
from explorer.words import Words


def with_heads(table: Table, words: Words) -> Table:
    """Return the table of a shipped query with heads in the reader's language."""
    return replace(table, columns=tuple(head(column, words) for column in table.columns))


def with_values(table: Table, columns: Sequence[Column], words: Words) -> Table:
    """Return the table with the names of event types, kinds, signs, states and verdicts, instead of codes."""
    types = {column.name: column.type.name for column in columns}
    said = {
        place: known
        for place, name in enumerate(table.columns)
        if (known := _SAID.get(types.get(name, "")) or (_NAMED.get(name) if name in types else None))
    }
    rows = (
        tuple(_spoken(value, said.get(place), words) for place, value in enumerate(row)) for row in table.rows
    )
    return replace(table, rows=tuple(_with_modes(rows, table.columns, table.rows, types, words)))


def _with_modes(
    rows: Iterable[tuple[object, ...]],
    columns: Sequence[str],
    codes: Iterable[Sequence[object]],
    types: Mapping[str, str],
    words: Words,
) -> Iterator[tuple[object, ...]]:
    """Name the modes, whose names depend on the event type in the same row."""
    if not {"mode", "event_type"} <= types.keys() & set(columns):
        yield from rows
        return
    mode, kind = columns.index("mode"), columns.index("event_type")
    for row, coded in zip(rows, codes, strict=True):
        named = words.mode(str(coded[kind]), str(coded[mode])) or coded[mode]
        yield (*row[:mode], named, *row[mode + 1 :])


def _spoken(value: object, say: Callable[[Words, object], str] | None, words: Words) -> object:
    if say is None or value is None:
        return value
    return [say(words, each) for each in value] if isinstance(value, list) else say(words, value)


def _event_type(words: Words, value: object) -> str:
    code, _, number = str(value).partition(" ")  # an entry of a tie may stand for several claims
    name = words.event_type(code)
    return f"{name} {words.number(int(number)) if number.isdecimal() else number}" if number else name


def _term(words: Words, value: object) -> str:
    return words.term(str(value))


def _quad(words: Words, value: object) -> str:
    return words.quad(value) if isinstance(value, int) else str(value)


def _language(words: Words, value: object) -> str:
    return words.language_name(str(value))


def _said_reason(words: Words, value: object) -> str:
    return reason_in(str(value), words)


_NAMED: Mapping[str, Callable[[Words, object], str]] = {"language": _language, "reasons": _said_reason}
"""What says a value of a column of texts, by the name of the column in shipped queries."""

_SAID: Mapping[str, Callable[[Words, object], str]] = {
    "event_type": _event_type,
    "quad": _quad,
    **dict.fromkeys(("kind", "sign", "status", "verdict", "word_or_deed"), _term),
}
"""What says a value, by the declared type of its column."""
