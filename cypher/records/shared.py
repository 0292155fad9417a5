"""Rows of several folders, and maps in columns, as records, written by `make records`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from cypher.records.row import Builders, Row


@dataclass(frozen=True, slots=True)
class EntityName(Row):
    """A map in a column."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Party(Row):
    """A map in a column."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class ActingParty(Row):
    """A map in a column."""

    id: str
    name: str
    kind: str
    acts_for: str


@dataclass(frozen=True, slots=True)
class MentionedEntity(Row):
    """A map in a column."""

    start: int
    end: int
    entity: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class StoredAlert(Row):
    """A row of a statement with the part `return_alerts`."""

    id: str
    rule: str
    content: str
    made_at: str
    sent_at: str
    attempts: int
    next_try: str
    failure: str


@dataclass(frozen=True, slots=True)
class FoundAssertion(Row):
    """A row of a statement with the part `return_assertions`."""

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


@dataclass(frozen=True, slots=True)
class StoredAnnotation(Row):
    """A row of a statement with the part `return_annotations`."""

    id: str
    claim: str
    batch: str
    judgement: str
    confidence: float | None
    note: str | None
    tags: Sequence[str]
    author: str
    created_at: str
    replaces: str | None
    reading: str | None
    source_grade: str | None
    information_grade: int | None
    sources: Sequence[str] | None
    final: bool | None


@dataclass(frozen=True, slots=True)
class QueuedClaim(Row):
    """A row of a statement with the part `return_queue`."""

    claim: str
    confidence: float
    date: str | None
    parties: Sequence[str]


@dataclass(frozen=True, slots=True)
class EvidenceClaim(Row):
    """A row of a statement with the part `return_evidence`."""

    BUILDERS: ClassVar[Builders] = {
        17: MentionedEntity,
        39: EntityName,
        40: EntityName,
        41: EntityName,
        42: EntityName,
    }

    claim: str
    event: str
    extracted: str
    event_type: str
    mode: str | None
    quad: int | None
    status: str | None
    role: str | None
    date: str | None
    date_precision: str | None
    not_after: str | None
    sentence: str
    sentence_start: int
    before: str | None
    after: str | None
    trigger_start: int
    trigger_end: int
    mentions: Sequence[MentionedEntity]
    document: str
    title: str | None
    publisher: str | None
    url: str | None
    published_on: str | None
    published_precision: str | None
    published_guessed: bool
    language: str
    attribution: str | None
    attribution_name: str | None
    confidence: float
    extractor: str
    reasons: Sequence[str]
    verdict: str
    judged_confidence: float | None
    tags: Sequence[str]
    source_grade: str | None
    information_grade: int | None
    version: int
    voice: str
    extracted_type: str | None
    extracted_actors: Sequence[EntityName]
    extracted_recipients: Sequence[EntityName]
    extracted_mediators: Sequence[EntityName]
    mediators: Sequence[EntityName]
    code: str | None
    coded: str | None
    place: str | None
    fatalities: int | None


@dataclass(frozen=True, slots=True)
class StoredBrief(Row):
    """A row of a statement with the part `return_briefs`."""

    brief: str
    version: int
    title: str
    owner: str
    author: str
    shared: bool
    retired: bool
    created_at: str
    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class StoredCase(Row):
    """A row of a statement with the part `return_cases`."""

    case_id: str
    version: int
    title: str
    summary: str
    state: str
    members: Sequence[str]
    members_only: bool
    items: Sequence[str]
    owner: str
    author: str
    retired: bool
    created_at: str


@dataclass(frozen=True, slots=True)
class EntityClaim(Row):
    """A row of a statement with the part `return_entity_claims`."""

    claim: str
    event: str
    event_type: str
    mode: str | None
    status: str | None
    role: str | None
    date: str | None
    date_precision: str | None
    not_after: str | None
    sentence: str
    confidence: float
    extractor: str
    verdict: str
    document: str
    title: str | None
    publisher: str | None
    published_on: str | None
    published_precision: str | None
    published_guessed: bool
    ties: Sequence[str]


@dataclass(frozen=True, slots=True)
class PlainTie(Row):
    """A row of a statement with the part `return_plain_ties`."""

    actor: str
    recipient: str
    sign: str
    claims: int


@dataclass(frozen=True, slots=True)
class DrawnTie(Row):
    """A row of a statement with the part `return_ties`."""

    tie: str
    actor: str
    actor_name: str
    actor_kind: str
    actor_country: str | None
    recipient: str
    recipient_name: str
    recipient_kind: str
    recipient_country: str | None
    sign: str
    relation_type: str | None
    directed: bool
    event_types: Sequence[str]
    roles: Sequence[str]
    claims: int
    voices: int
    first_date: str | None
    last_date: str | None
    not_after: str | None
    verified: int
    rejected: int
    unsure: int
    unjudged: int
    planned: int
    denied: int
    by_hand: int
    version: int


@dataclass(frozen=True, slots=True)
class ClaimEvidence(Row):
    """A row of a statement with the part `return_claim_evidence`."""

    claim: str
    document: str
    confidence: float
    present: float
    event_type: str
    reasons: Sequence[str]
    language: str
    publisher: str | None
    source_grade: str | None
    asserts: str


@dataclass(frozen=True, slots=True)
class StoredCounts(Row):
    """A row of a statement with the part `return_stored_counts`."""

    tie: str
    version: int | None
    directed: bool
    assertions: Sequence[str]
    lenses: Sequence[str]
    claims: Sequence[int]
    voices: Sequence[int]
    event_types: Sequence[str]
    mediations: Sequence[int]
    first_dates: Sequence[str]
    last_dates: Sequence[str]
    bounds: Sequence[str]
    verified: Sequence[int]
    rejected: int
    unsure: Sequence[int]
    unjudged: Sequence[int]
    planned: Sequence[int]
    denied: Sequence[int]
    by_hand: Sequence[int]
    months: Sequence[str]
    own_voices: Sequence[int]
    own_types: Sequence[str]
    known_from: Sequence[str]
    known_until: Sequence[str]


@dataclass(frozen=True, slots=True)
class StoredNote(Row):
    """A row of a statement with the part `return_notes`."""

    note: str
    number: int
    target: str
    target_kind: str
    about: str
    kind: str
    text: str
    tags: Sequence[str]
    answers: str | None
    author: str
    written_at: str
    created_at: str
    withdrawn: bool
    document: str | None
