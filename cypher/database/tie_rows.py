"""Checks rows of ties: which rows of a result can be drawn or written as edges, and why the others cannot.

A typed query may return anything in columns that have the names of ties' columns. Their values are checked
here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cypher.bolt.table import Table
from cypher.model.graph import EntityKind, Sign
from cypher.records.shared import DrawnTie

ENDS = ("actor", "recipient")
LARGEST = 2**63 - 1
"""The largest integer of the databases, and of the type ``long`` in other programs."""


_COUNTS = (
    *("claims", "voices", "verified", "rejected", "unsure", "unjudged"),
    *("planned", "denied", "by_hand", "version"),
)


class Expected(StrEnum):
    """What a column of ties must contain, in words that complete the sentence "… must be …"."""

    ID = "a text that is not empty"
    TEXT = "a text or null"
    SIGN = "cooperation, conflict, neutral or relation"
    KIND = "a kind of entity, such as country, or null"
    FLAG = "true, false or null"
    COUNT = "a whole number from 0, or null"
    TEXTS = "a list of texts, or null"
    TYPES = "a list of event types such as CONSULT or “CONSULT 3”, or null"
    SAME_ENDS = "the id of one tie: another row has it with other ends"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows with an invalid value in `column`: the first such value, and the rows' numbers from 1."""

    column: str
    value: object
    expected: Expected
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TieRows:
    """The valid rows, as dicts by column, and the rows that were left out."""

    rows: tuple[dict[str, Any], ...]
    left_out: tuple[LeftOut, ...] = ()

    def ties(self) -> list[DrawnTie]:
        """The rows as ties; what they do not have, or have as null, is as for a tie without claims."""
        return [_tie(row) for row in self.rows]


def has_ties(table: Table) -> bool:
    """Whether the rows have the columns of an edge: its tie and its two ends."""
    return {"tie", *ENDS} <= set(table.columns)


def tie_rows(table: Table) -> TieRows:
    """Split the rows of a table of ties (see `has_ties`) into valid ties, in order, and rows to leave out."""
    fit: list[dict[str, Any]] = []
    misfits: dict[tuple[str, Expected], tuple[object, list[int]]] = {}
    ends: dict[str, tuple[str, str]] = {}
    for number, row in enumerate(table.records(), start=1):
        misfit = _misfit(row) or _other_ends(row, ends)
        if misfit is None:
            fit.append(row)
        else:
            column, expected = misfit
            misfits.setdefault((column, expected), (row[column], []))[1].append(number)
    left_out = (LeftOut(column, value, why, tuple(rows)) for (column, why), (value, rows) in misfits.items())
    return TieRows(tuple(fit), tuple(left_out))


def _tie(row: Mapping[str, Any]) -> DrawnTie:
    values = {name: row[name] for name in DrawnTie.__match_args__ if row.get(name) is not None}
    names = {"actor_name": row["actor"], "recipient_name": row["recipient"]}
    return DrawnTie(**(_WITHOUT_CLAIMS | names | values))


def _misfit(row: Mapping[str, Any]) -> tuple[str, Expected] | None:
    """The first column with an invalid value, and what is expected there."""
    for column, expected in _EXPECTED.items():
        if column in row and not _CHECKS[expected](row[column]):
            return column, expected
    return None


def _other_ends(row: Mapping[str, Any], ends: dict[str, tuple[str, str]]) -> tuple[str, Expected] | None:
    """The misfit of a row whose tie has other ends in an earlier row; adds new ties to `ends`."""
    pair = (row["actor"], row["recipient"])
    return None if ends.setdefault(row["tie"], pair) == pair else ("tie", Expected.SAME_ENDS)


def _columns() -> Iterator[tuple[str, Expected]]:
    for name in ("tie", *ENDS):
        yield name, Expected.ID
    yield "sign", Expected.SIGN
    for end in ENDS:
        yield f"{end}_kind", Expected.KIND
    texts = [f"{end}_{name}" for end in ENDS for name in ("name", "country")]
    for name in (*texts, "relation_type", "first_date", "last_date", "not_after"):
        yield name, Expected.TEXT
    for name in _COUNTS:
        yield name, Expected.COUNT
    yield "directed", Expected.FLAG
    yield "roles", Expected.TEXTS
    yield "event_types", Expected.TYPES


_WITHOUT_CLAIMS: dict[str, Any] = {
    **dict.fromkeys(
        ("actor_country", "recipient_country", "relation_type", "first_date", "last_date", "not_after")
    ),
    **dict.fromkeys(_COUNTS, 0),
    **dict.fromkeys(("event_types", "roles"), ()),
    **dict.fromkeys(("actor_kind", "recipient_kind"), EntityKind.COUNTRY.value),
    "directed": True,
}

_EXPECTED: Mapping[str, Expected] = dict(_columns())


def _is_text(value: object) -> bool:
    return value is None or isinstance(value, str)


def _is_count(value: object) -> bool:
    if value is None:
        return True
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST


def _are_texts(value: object) -> bool:
    return value is None or (isinstance(value, list | tuple) and all(map(_is_text, value)))


def _are_types(value: object) -> bool:
    return value is None or (isinstance(value, list | tuple) and all(map(_is_counted_type, value)))


def _is_counted_type(entry: object) -> bool:
    """Whether `entry` is a type, or ``TYPE number``."""
    if not isinstance(entry, str):
        return entry is None
    number = entry.partition(" ")[2]
    return not number or (number.isascii() and number.isdigit() and int(number[:20]) <= LARGEST)


_CHECKS: Mapping[Expected, Callable[[object], bool]] = {
    Expected.ID: lambda value: isinstance(value, str) and bool(value.strip()),
    Expected.TEXT: _is_text,
    Expected.SIGN: lambda value: isinstance(value, str) and value in set(Sign),
    Expected.KIND: lambda value: value is None or (isinstance(value, str) and value in set(EntityKind)),
    Expected.FLAG: lambda value: value is None or isinstance(value, bool),
    Expected.COUNT: _is_count,
    Expected.TEXTS: _are_texts,
    Expected.TYPES: _are_types,
}
