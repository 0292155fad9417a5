"""The counts that ties keep of their claims, by lens: made true where they are not.

Whatever changes claims counts their ties again in the same breath (`load/count_ties`). What is here is for
graphs that are older than the counts, and for whoever wants to be sure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cypher.database import Database

PAGE = 1000
"""Ties that are counted in one transaction."""

COUNTED = "every tie was counted"
"""The mark of a graph in which no tie is without counts: new ones are born with them."""


@dataclass(frozen=True, slots=True)
class Recount:
    """How many `ties` were counted, and how many of them had counts that were not true."""

    ties: int
    mended: int


def recount(database: Database) -> Recount:
    """Count every tie again; one whose counts are true stays as it is, with its version."""
    counted = [row for page in _pages(database) for row in _tallied(database, page)]
    return Recount(sum(ties for ties, _ in counted), sum(changed for _, changed in counted))


def count_uncounted(database: Database) -> int:
    """Count the ties of a graph that was loaded before ties kept counts; returns how many there were.

    A mark on the graph spares it the second time.
    """
    if database.read("check/mark", mark=COUNTED).rows:
        return 0
    total = 0
    while page := [row[0] for row in database.read("check/ties", uncounted=True, limit=PAGE).rows]:
        total += sum(ties for ties, _ in _tallied(database, page))
    database.write("check/leave_mark", mark=COUNTED)
    return total


def _pages(database: Database) -> Iterator[list[str]]:
    after: str | None = None
    while page := [row[0] for row in database.read("check/ties", after=after, limit=PAGE).rows]:
        yield page
        after = page[-1]


def _tallied(database: Database, ties: list[str]) -> list[tuple[int, int]]:
    counted = database.write("load/count_ties", ties=ties, renewed=False)
    return [(row[0], row[1]) for row in counted.rows]
