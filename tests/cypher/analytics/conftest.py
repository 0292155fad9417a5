"""A year of made-up events, loaded once a module into each database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from bench.recounts import Told
from cypher.catalog.catalog import statement
from cypher.catalog.columns import misfits
from cypher.database import Database, Role, Settings, Table, connect
from ingest.loading.load import load
from tests.made_up_events import a_year, rows_of, seen


@dataclass(frozen=True)
class Year:
    """A database with the events, and the events as plain rows."""

    database: Database
    told: list[Told]

    def seen(self, lens: str) -> list[Told]:
        """The rows that a lens shows."""
        return seen(self.told, lens)


@pytest.fixture(scope="module")
def year(emptied: Settings) -> Iterator[Year]:
    """Each database in turn, holding a year of events, open for a reader."""
    articles = a_year()
    with connect(emptied, Role.ANALYST) as database:
        load(database, articles)
    with connect(emptied, Role.READER) as database:
        yield Year(database, rows_of(articles))


def as_declared(name: str, found: Table) -> Table:
    """`found`, if its values are of the types that the header of the statement declares."""
    wrong = misfits(statement(name).declared, found.columns, found.rows)
    assert not wrong, wrong
    return found
