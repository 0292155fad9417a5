"""Runs a question of a program, and writes its answer as JSON of a limited size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from urllib.parse import urlencode

from cypher.database import Database, Table
from cypher.database.database import named
from cypher.database.export import json_text
from cypher.desk.asking import ROW_CAP, TIME_OUT, capped_rows
from cypher.desk.lifting import lifted
from cypher.model.release import PROGRAM
from cypher.records.explore import CountedFor
from explorer.interface.described import described_columns
from explorer.interface.operations import Operation

SIZE_CAP = 8_000_000
"""The maximum size of the rows of an answer in bytes of JSON."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of an answer as JSON texts, and what is said about them by the names of its members."""

    about: Mapping[str, object]
    rows: tuple[str, ...]

    def json(self) -> str:
        """Return the whole answer as JSON."""
        head = json_text(dict(self.about))
        return f'{head[:-1]}, "rows": [{", ".join(self.rows)}]}}'


def answer(database: Database, wanted: Operation, values: Mapping[str, object], size: int) -> Answer:
    """Run an operation with values from `fitting_values`; the rows have at most this size in bytes.

    Raises `DatabaseError`.
    """
    found = wanted.statement
    table = capped_rows(database, wanted.text, values, found.then)
    table = named(table, found.columns)
    rows, cut = rows_within(table, size)
    limit = values.get("limit")
    at_limit = isinstance(limit, int) and len(table.rows) >= limit > 0
    more = table.truncated or cut or at_limit
    about = {
        "query": wanted.name,
        "title": found.title,
        "asked": dict(values),
        "columns": described_columns(found.declared.columns) or [_untyped(each) for each in table.columns],
        "count": len(rows),
        "truncated": table.truncated or cut,
        "more": more,
        "next": _next(wanted, values, len(rows)) if more else None,
        "limits": {"rows": ROW_CAP, "bytes": size, "seconds": TIME_OUT},
        "notes": [*_lifted(database, wanted, values), *_cut(table, size if cut else None, at_limit=at_limit)],
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "made_by": PROGRAM,
    }
    return Answer(about, rows)


def rows_within(table: Table, size: int) -> tuple[tuple[str, ...], bool]:
    """Return the first rows as JSON that have at most this size together, and whether some are missing."""
    rows, left = list[str](), size
    for record in table.records():
        row = json_text(record)
        left -= len(row.encode())
        if left < 0:
            return tuple(rows), True
        rows.append(row)
    return tuple(rows), False


def _untyped(column: str) -> dict[str, object]:
    return {"name": column, "type": "any", "optional": True}


def _next(wanted: Operation, values: Mapping[str, object], rows: int) -> str | None:
    """Return the address of the next rows, if the statement can skip those before."""
    skipped = values.get("skip")
    if not isinstance(skipped, int) or not rows:
        return None
    given = {name: value for name, value in values.items() if value not in (None, [])}
    return f"{wanted.path}?{urlencode(given | {'skip': skipped + rows}, doseq=True)}"


def _lifted(database: Database, wanted: Operation, values: Mapping[str, object]) -> Iterable[str]:
    counting = partial(database.rows, CountedFor, "explore/counts_for")
    for each in lifted(counting, wanted.statement, values):
        yield f"{each.asked} counts for {each.answered} at this level: the answer is about that."


def _cut(table: Table, size: int | None, *, at_limit: bool) -> Iterable[str]:
    if table.truncated:
        yield f"Only the first {ROW_CAP:,} rows were read; narrow the query."
    if size is not None:
        yield f"Only the first rows fit into {size:,} bytes; narrow the query."
    if at_limit:
        yield "There may be more rows: the limit was reached. Raise it with the parameter limit."
