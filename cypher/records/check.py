"""Rows of ``check`` as records, written by `make records`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from cypher.records.row import Builders, Row
from cypher.records.shared import Party


@dataclass(frozen=True, slots=True)
class LabelCount(Row):
    """A row of `check/nodes`."""

    label: str
    nodes: int


@dataclass(frozen=True, slots=True)
class TypeCount(Row):
    """A row of `check/relationships`."""

    type: str
    relationships: int


@dataclass(frozen=True, slots=True)
class TiedEvent(Row):
    """A row of `check/tied_events`."""

    BUILDERS: ClassVar[Builders] = {10: Party, 11: Party, 12: Party}

    id: str
    event_type: str | None
    relation_type: str | None
    role: str | None
    mode: str | None
    quad: int | None
    intensity: float | None
    status: str | None
    date: str | None
    date_precision: str | None
    actors: Sequence[Party]
    recipients: Sequence[Party]
    places: Sequence[Party]
    ties: Sequence[str]


@dataclass(frozen=True, slots=True)
class ListedTie(Row):
    """A row of `check/ties`."""

    tie: str
