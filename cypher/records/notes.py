"""Rows of ``notes`` as records, written by `make records`."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.records.row import Row


@dataclass(frozen=True, slots=True)
class Noted(Row):
    """A row of `notes/noted`."""

    id: str


@dataclass(frozen=True, slots=True)
class UsedTag(Row):
    """A row of `notes/tags`."""

    tag: str
    notes: int


@dataclass(frozen=True, slots=True)
class NoteTarget(Row):
    """A row of `notes/target`."""

    id: str
    kind: str
    about: str
    document: str | None
