"""Reads the columns that a header declares, and compares them with the body and with results.

``:columns name type, name type, …`` declares the columns. ``:record Name name type, …`` also names the class
of the rows in Python (`cypher.records`). Parts may declare columns, too: a statement has the columns of its
parts, in their order, and then its own.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from cypher.catalog.column_types import Column, maps, misfit, read_columns
from cypher.catalog.parts import header_of, parts_in
from cypher.catalog.return_clause import returned_columns

Directives = Sequence[tuple[str, str]]

_CLASS = re.compile(r"[A-Z]\w*")


@dataclass(frozen=True, slots=True)
class Declaration:
    """The declared columns; `record` is the class of the rows in Python, if there is one.

    `part` is the part that declares all of them, if one does.
    """

    columns: tuple[Column, ...] = ()
    record: str | None = None
    part: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)


def declaration(directives: Directives, body: str) -> Declaration:
    """Return the columns that a header and the body's parts declare; raises `LookupError` if invalid."""
    own = _own(directives)
    parts = [(name, _of_part(name)) for name in parts_in(body)]
    inherited = [(name, part) for name, part in parts if part.columns]
    if not inherited:
        return own
    if own == Declaration() and len(inherited) == 1:
        name, part = inherited[0]
        return Declaration(part.columns, part.record, name)
    return Declaration(tuple(c for _, part in inherited for c in part.columns) + own.columns, own.record)


def disagreement(declared: Declaration, text: str) -> str | None:
    """Return how declared columns differ from the RETURN clause of `text`; None if they agree or are none."""
    returned, names = returned_columns(text), declared.names
    if not names or names == returned:
        return None
    if missing := [name for name in names if name not in returned]:
        return f"declares a column `{missing[0]}` that it does not return"
    if more := [name for name in returned if name not in names]:
        return f"returns a column `{more[0]}` that it does not declare"
    at = next(i for i, name in enumerate(names) if name != returned[i])
    return f"declares the column `{names[at]}` where it returns `{returned[at]}`: they need the same order"


def misfits(declared: Declaration, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Return how a result differs from its declaration: wrong columns, or each column's first wrong value."""
    if tuple(columns) != declared.names:
        return [f"the columns are {', '.join(columns)}, not {', '.join(declared.names)}"]
    found = (
        (column.name, next(filter(None, (misfit(column.type, row[at]) for row in rows)), None))
        for at, column in enumerate(declared.columns)
    )
    return [f"the column `{name}` {why}" for name, why in found if why]


@cache
def _of_part(name: str) -> Declaration:
    return _own(header_of(name))


def _own(directives: Directives) -> Declaration:
    found = [(key, rest) for key, rest in directives if key in ("columns", "record")]
    if len(found) > 1:
        raise LookupError("columns are declared once, by `:columns` or by `:record`")
    for key, rest in found:
        if key == "columns":
            return Declaration(read_columns(rest, maps()))
        record, _, listed = rest.partition(" ")
        if not _CLASS.fullmatch(record):
            raise LookupError(f"`:record {record}` does not begin with the name of a class, such as Claim")
        columns = read_columns(listed, maps())
        _refuse_keywords(record, columns)
        return Declaration(columns, record)
    return Declaration()


def _refuse_keywords(record: str, columns: Sequence[Column]) -> None:
    for column in columns:
        if keyword.iskeyword(column.name):
            raise LookupError(f"`{column.name}` is a Python keyword and cannot be a column of {record}")
