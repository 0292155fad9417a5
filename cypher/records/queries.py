"""Rows of ``queries`` as records, written by `make records`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cypher.records.row import Row


@dataclass(frozen=True, slots=True)
class Favourite(Row):
    """A row of `queries/favourites`."""

    query: str


@dataclass(frozen=True, slots=True)
class SavedVersion(Row):
    """A row of `queries/save_version`."""

    nonce: str
    author: str
    created_at: str


@dataclass(frozen=True, slots=True)
class QueryVersion(Row):
    """A row of `queries/versions`."""

    query: str
    version: int
    title: str
    description: str
    tags: Sequence[str] | None
    text: str
    owner: str
    author: str
    shared: bool
    retired: bool
    created_at: str
