"""Reads cases from the graph: those that somebody may see, one with its items, and its history.

Who may see a case is decided by the statements: a case for members only is shown to its members alone, and
so are its earlier versions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cypher.cases.items import CaseItem, case_item
from cypher.database import Database
from cypher.errors import UsageError
from cypher.records.cases import CaseItemRow
from cypher.records.shared import StoredCase


class CaseStatus(StrEnum):
    """How far the work on a case is."""

    OPEN = "open"
    WATCHING = "watching"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Case:
    """One version of a case; versions count from 1, and a case that was never saved has version 0.

    `owner` began it and stays a member; `author` saved this version. `items` are ids, in the order in which
    they were added. Only members see and change a case that is `members_only`.
    """

    title: str
    summary: str = ""
    status: CaseStatus = CaseStatus.OPEN
    members: tuple[str, ...] = ()
    members_only: bool = False
    items: tuple[str, ...] = ()
    case: str = ""
    version: int = 0
    owner: str = ""
    author: str = ""
    retired: bool = False
    created_at: str = ""


class UnknownCaseError(UsageError):
    """There is no such case, or it is for members only and the reader is none of them."""

    def __init__(self) -> None:
        super().__init__("There is no such case, or only its members can see it. Ask one of them.")


def cases(database: Database, reader: str) -> list[Case]:
    """Return the cases that `reader` may see, the last changed first."""
    rows = database.rows(StoredCase, "cases/newest", reader=reader)
    return [found for found in map(_case, rows) if not found.retired]


def read_case(database: Database, case: str, reader: str) -> Case:
    """Return the newest version of a case; raises `UnknownCaseError` unless `reader` may see it."""
    found = versions(database, case, reader, most=1)
    if not found:
        raise UnknownCaseError
    return found[0]


def versions(database: Database, case: str, reader: str, most: int = 200) -> list[Case]:
    """Return the last versions of a case, the newest first; none unless `reader` may see it."""
    rows = database.rows(StoredCase, "cases/versions", case_id=case, reader=reader, limit=most)
    return list(map(_case, rows))


def items_of(database: Database, case: str, reader: str) -> Mapping[str, CaseItem]:
    """Return all items that a case has or once had, by id; none unless `reader` may see it."""
    rows = database.rows(CaseItemRow, "cases/items", case_id=case, reader=reader)
    return {row.id: case_item(row.id, row.content) for row in rows}


def shown_items(found: Case, items: Mapping[str, CaseItem]) -> Sequence[CaseItem]:
    """Return the items that this version has, in their order."""
    return [items[each] for each in found.items if each in items]


def _case(row: StoredCase) -> Case:
    return Case(
        row.title,
        row.summary,
        CaseStatus(row.state),
        tuple(row.members),
        row.members_only,
        tuple(row.items),
        row.case_id,
        row.version,
        row.owner,
        row.author,
        row.retired,
        row.created_at,
    )
