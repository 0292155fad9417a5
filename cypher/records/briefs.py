"""Rows of ``briefs`` as records, written by `make records`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cypher.records.row import Row


@dataclass(frozen=True, slots=True)
class ClaimNow(Row):
    """A row of `briefs/claims_now`."""

    claim: str
    event: str
    verdict: str
    lenses: Sequence[str]


@dataclass(frozen=True, slots=True)
class StoredItem(Row):
    """A row of `briefs/items`."""

    id: str
    content: str
