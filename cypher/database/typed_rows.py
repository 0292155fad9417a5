"""Turns the rows of a result into records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from cypher.bolt.table import Table
from cypher.errors import KonstelasiError
from cypher.records.row import Row

R = TypeVar("R", bound=Row)


class MisfitError(KonstelasiError):
    """The columns of a result differ from those of the requested record."""


def records_of(table: Table, record: type[R]) -> list[R]:
    """Return each row of `table` as a `record`; raises `MisfitError` if the columns differ.

    Values are not checked here; the tests of the statements compare them with the declared types.
    """
    if table.columns != record.__match_args__:
        raise MisfitError(
            f"The result has the columns {', '.join(table.columns)}; {record.__name__} has "
            f"{', '.join(record.__match_args__)}. Read it as the record that its statement declares."
        )
    build: Callable[..., R] = record
    if not record.BUILDERS:
        return [build(*row) for row in table.rows]
    try:
        return [build(*_with_maps(row, record)) for row in table.rows]
    except TypeError as error:
        raise MisfitError(
            f"A map in a column of {record.__name__} does not have the declared keys: {error}. "
            "Run `make records`, or declare the map as the statement returns it."
        ) from error


def _with_maps(row: Sequence[Any], record: type[Row]) -> list[Any]:
    """Return the values of a row, with records in place of maps."""
    values = list(row)
    for at, kind in record.BUILDERS.items():
        values[at] = _built(kind, values[at])
    return values


def _built(kind: type[Any], value: object) -> object:
    """Turn a map into a record, or a list of maps into a list of records; keep null."""
    if isinstance(value, list):
        return [_built(kind, each) for each in value]
    return kind(**value) if isinstance(value, dict) else value
