"""Results compared with the columns and types that the headers of their statements declare."""

from __future__ import annotations

from collections.abc import Callable

import neo4j

from cypher.bolt.connection import Step
from cypher.bolt.table import Table
from cypher.catalog.catalog import Statement, catalog
from cypher.catalog.columns import misfits

Answer = Callable[[neo4j.Transaction, Step], Table]


def comparing_with_header(answer: Answer) -> Answer:
    """`answer`, which fails when a statement of the catalogue does not return what its header declares."""

    def compared(transaction: neo4j.Transaction, step: Step) -> Table:
        table = answer(transaction, step)
        shipped = catalog().get(step.name)
        wrong = undeclared(shipped, table) if shipped else []
        assert not wrong, f"{step.name}: {'; '.join(wrong)}"
        return table

    return compared


def undeclared(found: Statement, table: Table) -> list[str]:
    """What in `table`, which `found` returned, its header does not declare."""
    if not found.read.columns or not (table.columns or table.rows):
        return []  # SHOW names its columns itself, and the embedded engine names none for no rows
    return misfits(found.read, table.columns, table.rows)
