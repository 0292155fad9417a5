"""Rows of ``arrivals`` as records, written by `make records`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cypher.records.row import Row


@dataclass(frozen=True, slots=True)
class NewClaim(Row):
    """A row of `arrivals/claims`."""

    claim: str
    shown: bool
    document: str
    event: str
    event_type: str
    voice: str
    placed_from: str | None
    placed_until: str | None


@dataclass(frozen=True, slots=True)
class DeniedClaim(Row):
    """A row of `arrivals/denials`."""

    tie: str
    denial: str
    denial_is_new: bool
    claim: str
    claim_is_new: bool
    event_type: str


@dataclass(frozen=True, slots=True)
class NewDocument(Row):
    """A row of `arrivals/documents`."""

    document: str
    dataset: str | None
    publisher: str | None
    by_hand: bool
    came_in_at: str


@dataclass(frozen=True, slots=True)
class ArrivedEntity(Row):
    """A row of `arrivals/entities`."""

    id: str
    name: str
    kind: str
    country: str | None
    claims: Sequence[str]
    events: int


@dataclass(frozen=True, slots=True)
class HeardBefore(Row):
    """A row of `arrivals/heard_voices`."""

    voice: str
    tie: str


@dataclass(frozen=True, slots=True)
class KnownEntity(Row):
    """A row of `arrivals/known_entities`."""

    id: str


@dataclass(frozen=True, slots=True)
class RecentLoad(Row):
    """A row of `arrivals/loads`."""

    finished_at: str
    documents: int


@dataclass(frozen=True, slots=True)
class NewestLoad(Row):
    """A row of `arrivals/newest_load`."""

    finished_at: str | None


@dataclass(frozen=True, slots=True)
class NewSentence(Row):
    """A row of `arrivals/sentences`."""

    sentence: str
    document: str
    start: int
    end: int
    title: str | None
    publisher: str | None
    url: str | None
    published_on: str | None
    published_precision: str | None
    published_guessed: bool


@dataclass(frozen=True, slots=True)
class StoredTie(Row):
    """A row of `arrivals/stored_ties`."""

    tie: str
    claims: int
    voices: int
    denied: int
    last_date: str | None


@dataclass(frozen=True, slots=True)
class StatedTie(Row):
    """A row of `arrivals/ties`."""

    claim: str
    tie: str
    actor: str
    recipient: str
    sign: str
    denies: bool
    claims: int | None
    voices: int | None
    denied: int | None
    last_date: str | None


@dataclass(frozen=True, slots=True)
class UnfinishedDocuments(Row):
    """A row of `arrivals/unfinished`."""

    documents: int
