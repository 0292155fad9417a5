"""Asks a query for people and programs: read-only, with the same limits wherever it is asked."""

from __future__ import annotations

from collections.abc import Mapping

from cypher.analysis.steps import computed
from cypher.database import Database, Table

ROW_CAP = 5000
"""The maximum number of rows."""
CAP_OF_COMPUTED = 200_000
"""The maximum number of rows from which a result is computed."""
TIME_OUT = 20.0
"""The time limit of a query in seconds."""


def capped_rows(
    database: Database, text: str, values: Mapping[str, object], then: str | None = None
) -> Table:
    """Return the rows of a query's `text`, or what the function `then` of `cypher.analysis` makes of them.

    Raises the errors of `Database.read_text`.
    """
    cap = CAP_OF_COMPUTED if then else ROW_CAP
    return computed(then, database.read_text(text, values, timeout=TIME_OUT, row_cap=cap), values)
