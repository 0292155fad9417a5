"""How the answer to one question differs between two days: rows that came, went or changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cypher.bolt.table import Table

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Differences:
    """Rows by what happened to them; a changed one is given as it is now."""

    came: tuple[Row, ...]
    went: tuple[Row, ...]
    changed: tuple[Row, ...]

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.changed)


def differences(before: Table, after: Table) -> Differences:
    """The differences of two answers to the same question."""
    old, new = ({_identity(row): row for row in table.records()} for table in (before, after))
    return Differences(
        came=tuple(row for key, row in new.items() if key not in old),
        went=tuple(row for key, row in old.items() if key not in new),
        changed=tuple(row for key, row in new.items() if key in old and row != old[key]),
    )


def title_of(row: Row) -> str:
    """What a row is about, in a line: its ends if it is a tie, else its names."""
    if "actor_name" in row and "recipient_name" in row:
        return f"{row['actor_name']} → {row['recipient_name']} ({row.get('sign', '')})"
    return " · ".join(str(value) for value in _names(row).values())


def _identity(row: Row) -> tuple[object, ...]:
    """What stays the same in a row while its figures and days change."""
    return (row["tie"],) if "tie" in row else tuple(_names(row).items())


def _names(row: Row) -> dict[str, str]:
    return {name: value for name, value in row.items() if isinstance(value, str) and not _is_day(value)}


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
