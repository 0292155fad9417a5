"""Rows of ``alerts`` as records, written by `make records`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cypher.records.row import Row


@dataclass(frozen=True, slots=True)
class StoredRule(Row):
    """A row of `alerts/rules`."""

    id: str
    author: str
    case_id: str
    pace: int
    destination: str
    lens: str
    level: str
    through: str
    covered: Sequence[str]
    turn: int
    language: str
