"""Writes entries of the audit record as lines of JSON, as they stand in it, and of CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from cypher.audit.entry import Entry
from cypher.audit.reading import Only, lines

COLUMNS = ("time", "who", "role", "act", "object", "outcome", "why", "details")
"""The columns of the record as CSV."""


def json_lines(home: Path, only: Only) -> Iterator[str]:
    """Yield the wanted lines of the record, each with a line break."""
    return (f"{line.decode()}\n" for line, _ in lines(home, only))


def csv_lines(home: Path, only: Only, safe: Callable[[str], str]) -> Iterator[str]:
    """Yield a header and a line for each wanted entry; `safe` makes a cell inert in a spreadsheet."""
    yield _line(COLUMNS)
    for _, entry in lines(home, only):
        yield _line(tuple(map(safe, _row(entry))))


def _row(entry: Entry) -> tuple[str, ...]:
    when = entry.time.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    asked = json.dumps(dict(entry.details), ensure_ascii=False) if entry.details else ""
    outcome = entry.outcome.value
    return when, entry.who, entry.role, entry.act, entry.object_id, outcome, entry.why, asked


def _line(cells: tuple[str, ...]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
