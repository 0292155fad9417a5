"""Corrects the counts that ties store of their claims, for each lens.

Code that changes claims counts their ties again in the same transaction (`load/count_ties`). This module is
for graphs that are older than these counts, and for `konstelasi db check`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cypher.database import Database
from cypher.records.check import ListedTie, UndatedTie
from cypher.records.load import CountedTies

PAGE = 1000
"""The number of ties that are counted in one transaction."""

COUNTED = "every tie was counted"
"""The mark of a graph whose ties all have counts; new ties always get theirs."""


@dataclass(frozen=True, slots=True)
class Recount:
    """How many `ties` were counted, and how many had wrong counts that were corrected (`mended`)."""

    ties: int
    mended: int


def recount(database: Database) -> Recount:
    """Count every tie again; ties with correct counts keep their version."""
    counted = [row for page in _pages(database) for row in _count(database, page)]
    return Recount(sum(row.ties for row in counted), sum(row.changed for row in counted))


def count_every_tie(database: Database) -> int:
    """Count every tie, in a graph whose ties lack counts of today; return how many ties there are."""
    return recount(database).ties


def count_uncounted(database: Database) -> int:
    """Count the ties that have no counts yet, in a graph of an older version; return how many there were.

    A mark in the graph says that this was done, so that it is not repeated.
    """
    if database.read("check/mark", mark=COUNTED).rows:
        return 0
    total = 0
    while page := _page(database, uncounted=True):
        total += sum(row.ties for row in _count(database, page))
    database.write("check/leave_mark", mark=COUNTED)
    return total


def count_without_known_days(database: Database) -> int:
    """Count the ties that do not say when their claims became known; return how many there were."""
    total = 0
    while page := [row.tie for row in database.rows(UndatedTie, "check/ties_without_known_days", limit=PAGE)]:
        total += sum(row.ties for row in _count(database, page))
    return total


def _pages(database: Database) -> Iterator[list[str]]:
    after: str | None = None
    while page := _page(database, after=after):
        yield page
        after = page[-1]


def _page(database: Database, **chosen: object) -> list[str]:
    return [row.tie for row in database.rows(ListedTie, "check/ties", limit=PAGE, **chosen)]


def _count(database: Database, ties: list[str]) -> list[CountedTies]:
    return database.write_rows(CountedTies, "load/count_ties", ties=ties, renewed=False)
