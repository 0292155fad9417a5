"""Rows of ``cases`` as records, written by `make records`."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.records.row import Row


@dataclass(frozen=True, slots=True)
class CaseItemRow(Row):
    """A row of `cases/items`."""

    id: str
    content: str


@dataclass(frozen=True, slots=True)
class CaseLook(Row):
    """A row of `cases/looks`."""

    case_id: str
    version: int
    looked_at: str
    changes: int
