"""Rows of ``merge`` as records, written by `make records`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from cypher.records.row import Builders, Row
from cypher.records.shared import ActingParty, Party


@dataclass(frozen=True, slots=True)
class AffectedAssertion(Row):
    """A row of `merge/affected`."""

    BUILDERS: ClassVar[Builders] = {12: ActingParty, 13: ActingParty, 14: ActingParty, 15: Party}

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
    not_after: str | None
    reported_around: str | None
    actors: Sequence[ActingParty]
    recipients: Sequence[ActingParty]
    mediators: Sequence[ActingParty]
    places: Sequence[Party]
    own_actors: Sequence[str] | None
    own_recipients: Sequence[str] | None
    own_mediators: Sequence[str] | None
    own_places: Sequence[str] | None


@dataclass(frozen=True, slots=True)
class LooseEntity(Row):
    """A row of `merge/loose`."""

    entity: str


@dataclass(frozen=True, slots=True)
class MergedEntity(Row):
    """A row of `merge/merged`."""

    entity: str
    into: str


@dataclass(frozen=True, slots=True)
class StoredMerger(Row):
    """A row of `merge/mergers`."""

    id: str
    entity: str
    into: str | None
    author: str
    created_at: str
    note: str | None
