"""Rows of ``learn`` as records, written by `make records`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cypher.records.row import Row


@dataclass(frozen=True, slots=True)
class JudgedEvidence(Row):
    """A row of `learn/judged`."""

    claim: str
    document: str
    confidence: float
    event_type: str
    reasons: Sequence[str]
    language: str
    publisher: str | None
    verdict: str
    recoded: bool


@dataclass(frozen=True, slots=True)
class StoredLesson(Row):
    """A row of `learn/lessons`."""

    id: str
    number: int
    created_at: str
    undoes: str | None
    trust: str
    comparison: str | None
    applied: bool
