"""Files of sources as earlier releases of them were."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def _without(*columns: str, table: str = "item") -> tuple[str, ...]:
    return tuple(f"ALTER TABLE {table} DROP COLUMN {each}" for each in columns)


UNDOING = (
    (
        "DROP INDEX item_by_grade",
        "DROP INDEX item_by_correction",
        *_without("grade", "content", "updated", "corrected"),
    ),
    ("DROP TABLE skipped_input",),
    _without("length", "teaser"),
    _without("sample"),
    ("DROP TABLE rejected_rows",),
    _without("proxy", table="source"),
)
"""What undoes each release after the first one."""


def bring_back(path: Path, release: int) -> None:
    """Make a file of sources one of an earlier release, counted from 1."""
    with closing(sqlite3.connect(path)) as old:
        for statement in (each for undoing in reversed(UNDOING[release - 1 :]) for each in undoing):
            old.execute(statement)
        old.execute(f"PRAGMA user_version = {release}")
        old.commit()
