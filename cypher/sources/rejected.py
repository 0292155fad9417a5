"""Imports of data sets that rejected rows, kept in the data folder until their files are read again."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass

from cypher.sources.store import Store

MOST = 200
"""How many imports are kept: the latest."""

_LONGEST = 1000  # characters of a text


@dataclass(frozen=True, slots=True)
class RejectedRows:
    """The rows that an import of a data set rejected: how many, and what is said of the first.

    `inputs` are the files it read: their paths, or the names of files that a reader `uploaded`. `file` lists
    all these rows; it is empty if the list was given to the reader, or a later import has replaced it. `who`
    ran the import. `at` is in seconds since 1970.
    """

    dataset: str
    inputs: tuple[str, ...]
    number: int
    first: tuple[str, ...]
    file: str
    who: str
    uploaded: bool = False
    at: float = 0.0


def kept(store: Store) -> list[RejectedRows]:
    """Return the imports that are kept, the latest first; raises `DatabaseError`."""
    if not store.path.exists():
        return []
    with store.reading() as database:
        return [each for _, each in _rows(database)][::-1]


def keep(store: Store, run: RejectedRows, *, ended: bool) -> None:
    """Keep an import as of now if it rejected rows; no file is made for nothing.

    It takes the place of earlier ones of the same inputs, unless it broke off (not `ended`) before it
    rejected a row. An earlier one whose list it has overwritten has no file any more.

    Raises `DatabaseError` if the file cannot be written to.
    """
    if not run.number and not store.path.exists():
        return
    with store.writing() as database:
        for id_, earlier in _rows(database):
            if (ended or run.number) and _is_read_again(earlier, run):
                database.execute("DELETE FROM rejected_rows WHERE id = ?", [id_])
            elif run.number and run.file and earlier.file == run.file:
                database.execute("UPDATE rejected_rows SET file = '' WHERE id = ?", [id_])
        if run.number:
            _insert(database, run)


def _is_read_again(earlier: RejectedRows, run: RejectedRows) -> bool:
    """Whether a run reads all inputs of an earlier one; a name of an upload is that of one reader's file."""
    return (
        earlier.dataset == run.dataset
        and earlier.uploaded == run.uploaded
        and (not run.uploaded or earlier.who == run.who)
        and set(earlier.inputs) <= set(run.inputs)
    )


def _insert(database: sqlite3.Connection, run: RejectedRows) -> None:
    values = (
        _storable(run.dataset),
        json.dumps(run.inputs),
        run.number,
        json.dumps([each[:_LONGEST] for each in run.first]),
        _storable(run.file),
        _storable(run.who),
        run.uploaded,
        time.time(),
    )
    database.execute(
        "INSERT INTO rejected_rows (dataset, inputs, number, first, file, who, uploaded, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    )
    database.execute(
        "DELETE FROM rejected_rows WHERE id NOT IN (SELECT id FROM rejected_rows ORDER BY id DESC LIMIT ?)",
        [MOST],
    )


def _rows(database: sqlite3.Connection) -> Iterator[tuple[int, RejectedRows]]:
    """Yield what is kept with its ids, the earliest first."""
    for row in database.execute("SELECT * FROM rejected_rows ORDER BY id").fetchall():
        yield (
            row["id"],
            RejectedRows(
                row["dataset"],
                tuple(json.loads(row["inputs"])),
                row["number"],
                tuple(json.loads(row["first"])),
                row["file"],
                row["who"],
                bool(row["uploaded"]),
                row["at"],
            ),
        )


def _storable(text: str) -> str:
    """Return a text that fits into the file: a lone surrogate is no text."""
    return text.encode("utf-8", "replace").decode()
