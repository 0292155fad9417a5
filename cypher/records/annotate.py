"""Rows of ``annotate`` as records, written by `make records`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from cypher.records.row import Builders, Row
from cypher.records.shared import MentionedEntity


@dataclass(frozen=True, slots=True)
class ClaimVersion(Row):
    """A row of `annotate/claims`, and of 1 more that declare the same."""

    claim: str
    version: int
    confidence: float
    asserts: str
    extracted: str


@dataclass(frozen=True, slots=True)
class Degree(Row):
    """A row of `annotate/degrees`."""

    entity: str
    ties: int


@dataclass(frozen=True, slots=True)
class EntityById(Row):
    """A row of `annotate/entities`."""

    id: str
    name: str
    kind: str
    country: str | None
    acts_for: str


@dataclass(frozen=True, slots=True)
class ReviewedClaim(Row):
    """A row of `annotate/judged`."""

    BUILDERS: ClassVar[Builders] = {19: MentionedEntity}

    claim: str
    date: str | None
    verdict: str
    confidence: float
    extractor: str
    reasons: Sequence[str]
    trigger_start: int
    trigger_end: int
    sentence: str
    sentence_start: int
    document: str
    language: str
    publisher: str | None
    published_on: str | None
    published_precision: str | None
    published_guessed: bool
    asserts: str
    extracted: str
    event_type: str
    mentions: Sequence[MentionedEntity]
    annotations: int


@dataclass(frozen=True, slots=True)
class LastVisit(Row):
    """A row of `annotate/last_visit`."""

    seen_at: str


@dataclass(frozen=True, slots=True)
class Opinion(Row):
    """A row of `annotate/opinions`."""

    id: str
    claim: str
    author: str
    judgement: str
    reading: str | None
    replaces: str | None
    final: bool | None
    event_type: str


@dataclass(frozen=True, slots=True)
class Visit(Row):
    """A row of `annotate/record_visit`."""

    before: str | None


@dataclass(frozen=True, slots=True)
class SubjectClaim(Row):
    """A row of `annotate/subject_claims`."""

    claim: str
    version: int
    confidence: float
    asserts: str
    extracted: str
    subjects: Sequence[str]


@dataclass(frozen=True, slots=True)
class StoredWatch(Row):
    """A row of `annotate/watches`."""

    id: str
    query: str
    parameters: Sequence[str]
    created_at: str
