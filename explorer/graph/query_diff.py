"""Compare two results of one query: which rows are new, gone or changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cypher.bolt.table import Table

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Differences:
    """The new, gone and changed rows. A changed row is given in its new form."""

    came: tuple[Row, ...]
    went: tuple[Row, ...]
    changed: tuple[Row, ...]

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.changed)


def differences(before: Table, after: Table) -> Differences:
    """Return the differences between two results of the same query."""
    old, new = ({_identity(row): row for row in table.records()} for table in (before, after))
    return Differences(
        came=tuple(row for key, row in new.items() if key not in old),
        went=tuple(row for key, row in old.items() if key not in new),
        changed=tuple(row for key, row in new.items() if key in old and row != old[key]),
    )


def title_of(row: Row) -> str:
    """Return a one-line title for a row: both parties and the sign of a tie, otherwise the text values."""
    if "actor_name" in row and "recipient_name" in row:
        return f"{row['actor_name']} → {row['recipient_name']} ({row.get('sign', '')})"
    return " · ".join(str(value) for value in _names(row).values())


def _identity(row: Row) -> tuple[object, ...]:
    """Return what identifies a row while its numbers and dates change."""
    return (row["tie"],) if "tie" in row else tuple(_names(row).items())


def _names(row: Row) -> dict[str, str]:
    return {name: value for name, value in row.items() if isinstance(value, str) and not _is_day(value)}


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
