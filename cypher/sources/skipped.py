"""Inputs that commands skipped, kept in the data folder until they are read."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, fields
from enum import StrEnum

from cypher.sources.store import Store

MOST = 3000
"""How many inputs are kept: the latest."""

PASTED = "pasted text"
"""The origin of a text that a reader has pasted in the app."""

_LONGEST = 2000  # characters of a text


class Kind(StrEnum):
    """What an input is, and thus what is the same input later."""

    PLACE = "place"  # a file of this machine, or an article in it
    UPLOAD = "upload"  # a file that a reader gave, under its name
    PASSING = "passing"  # standard input or a pasted text, which nothing names again


@dataclass(frozen=True, slots=True)
class SkippedInput:
    """An input that could not be read: where it is, its title if it has one, why, and what to do.

    `command` skipped it, which `who` ran. `at` is in seconds since 1970.
    """

    origin: str
    title: str
    reason: str
    hint: str
    command: str
    who: str
    kind: Kind = Kind.PLACE
    at: float = 0.0


_COLUMNS = ", ".join(each.name for each in fields(SkippedInput))


def kept(store: Store) -> list[SkippedInput]:
    """Return the inputs that are kept; raises `DatabaseError` if their file cannot be read."""
    if not store.path.exists():
        return []
    with store.reading() as database:
        return [_input(row) for row in _rows(database)]


def keep(store: Store, skipped: Sequence[SkippedInput], was_read: Callable[[SkippedInput], bool]) -> None:
    """Keep what a run has skipped, as of now, and forget what it has read; no file is made for nothing.

    Raises `DatabaseError` if the file cannot be written to.
    """
    if not skipped and not store.path.exists():
        return
    now = time.time()
    with store.writing() as database:
        gone = [(row["id"],) for row in _rows(database) if was_read(_input(row))]
        database.executemany("DELETE FROM skipped_input WHERE id = ?", gone)
        database.executemany(
            f"INSERT INTO skipped_input ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            [(*map(_storable, astuple(each)[:-1]), now) for each in skipped[-MOST:]],
        )
        database.execute(
            "DELETE FROM skipped_input WHERE id NOT IN "
            "(SELECT id FROM skipped_input ORDER BY id DESC LIMIT ?)",
            [MOST],
        )


def _rows(database: sqlite3.Connection) -> list[sqlite3.Row]:
    return database.execute("SELECT * FROM skipped_input ORDER BY id").fetchall()


def _input(row: sqlite3.Row) -> SkippedInput:
    values = {each.name: row[each.name] for each in fields(SkippedInput)}
    return SkippedInput(**{**values, "kind": Kind(values["kind"])})


def _storable(text: str) -> str:
    """Return a text that fits into the file: a lone surrogate is no text, and a very long one is cut."""
    return text[:_LONGEST].encode("utf-8", "replace").decode()
