"""Rows of ``check`` as records, written by `make records`."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.records.row import Row


@dataclass(frozen=True, slots=True)
class ListedTie(Row):
    """A row of `check/ties`."""

    tie: str
