"""Rows of ``views`` as records, written by `make records`."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.records.row import Row


@dataclass(frozen=True, slots=True)
class StoredView(Row):
    """A row of `views/saved`."""

    id: str
    name: str
    author: str
    address: str
    places: str
    saved_at: str
