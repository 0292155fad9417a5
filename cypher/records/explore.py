"""Rows of ``explore`` as records, written by `make records`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from cypher.records.row import Builders, Row
from cypher.records.shared import EntityName


@dataclass(frozen=True, slots=True)
class ArticleLanguage(Row):
    """A row of `explore/article_languages`."""

    language: str


@dataclass(frozen=True, slots=True)
class ClaimBehind(Row):
    """A row of `explore/claims_behind`."""

    tie: str
    actor_name: str
    recipient_name: str
    directed: bool
    sign: str
    relation_type: str | None
    all_claims: int
    claim: str
    event: str
    document: str
    event_type: str
    mode: str | None
    quad: int | None
    status: str | None
    date: str | None
    date_precision: str | None
    not_after: str | None
    sentence: str
    title: str | None
    publisher: str | None
    url: str | None
    published_on: str | None
    published_precision: str | None
    published_guessed: bool
    attribution_name: str | None
    confidence: float
    extractor: str
    verdict: str
    source_grade: str | None
    information_grade: int | None


@dataclass(frozen=True, slots=True)
class ExpansionCount(Row):
    """A row of `explore/counted_expansion_counts`, and of 1 more that declare the same."""

    sign: str
    event_type: str
    ties: int
    neighbours: int
    claims: int
    all_ties: int
    all_neighbours: int


@dataclass(frozen=True, slots=True)
class GraphCounts(Row):
    """A row of `explore/counts`."""

    documents: int
    sentences: int
    countries: int
    actors: int
    events: int
    relations: int
    claims: int
    ties: int
    annotations: int
    mergers: int
    loads: int
    lessons: int
    loaded: bool


@dataclass(frozen=True, slots=True)
class CountedFor(Row):
    """A row of `explore/counts_for`."""

    entity: str
    shown: str
    name: str | None
    meant: str
    meant_name: str | None


@dataclass(frozen=True, slots=True)
class FullDocument(Row):
    """A row of `explore/document`."""

    document: str
    title: str | None
    text: str
    publisher: str | None
    url: str | None
    language: str
    published_on: str | None
    published_precision: str | None
    published_guessed: bool
    loaded_at: str | None
    sentences: int


@dataclass(frozen=True, slots=True)
class DocumentClaim(Row):
    """A row of `explore/document_claims`."""

    BUILDERS: ClassVar[Builders] = {20: EntityName, 21: EntityName, 22: EntityName}

    claim: str
    event: str
    event_type: str
    mode: str | None
    quad: int | None
    status: str | None
    role: str | None
    date: str | None
    date_precision: str | None
    not_after: str | None
    sentence: str
    trigger_start: int
    trigger_end: int
    attribution: str | None
    attribution_name: str | None
    confidence: float
    extractor: str
    reasons: Sequence[str]
    verdict: str
    version: int
    actors: Sequence[EntityName]
    recipients: Sequence[EntityName]
    mediators: Sequence[EntityName]
    ties: Sequence[str]


@dataclass(frozen=True, slots=True)
class DocumentMention(Row):
    """A row of `explore/document_mentions`."""

    start: int
    end: int
    text: str
    reason: str | None
    entity: str
    name: str
    kind: str
    sentence: str


@dataclass(frozen=True, slots=True)
class DocumentSentence(Row):
    """A row of `explore/document_sentences`."""

    sentence: str
    index: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ListedDocument(Row):
    """A row of `explore/documents`."""

    document: str
    title: str | None
    publisher: str | None
    url: str | None
    language: str
    published_on: str | None
    published_precision: str | None
    published_guessed: bool
    sentences: int
    claims: int


@dataclass(frozen=True, slots=True)
class EndOfLink(Row):
    """A row of `explore/ends_of_links`."""

    element: str
    label: str
    id: str | None
    name: str | None
    kind: str | None
    country: str | None
    level: str | None


@dataclass(frozen=True, slots=True)
class KeyedEntity(Row):
    """A row of `explore/entities_by_key`."""

    key: str
    id: str
    name: str
    kind: str
    country: str | None
    ties: int


@dataclass(frozen=True, slots=True)
class FullEntity(Row):
    """A row of `explore/entity`."""

    id: str
    name: str
    kind: str
    country: str | None
    country_name: str | None
    aliases: Sequence[str]
    mentions: int
    acts_for: str


@dataclass(frozen=True, slots=True)
class PlainEntity(Row):
    """A row of `explore/every_entity`."""

    id: str
    name: str
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class FormedTie(Row):
    """A row of `explore/formed_ties`."""

    source: str
    tie: str
    level: str


@dataclass(frozen=True, slots=True)
class LabelNumber(Row):
    """A row of `explore/label_counts`."""

    label: str
    number: int


@dataclass(frozen=True, slots=True)
class LocalName(Row):
    """A row of `explore/local_names`."""

    name: str
    local: str


@dataclass(frozen=True, slots=True)
class Mediator(Row):
    """A row of `explore/mediators_between`."""

    entity: str
    name: str
    claims: int


@dataclass(frozen=True, slots=True)
class MergeCandidate(Row):
    """A row of `explore/merge_candidates`."""

    candidate: str
    score: float
    reason: str
    left: str
    left_name: str
    left_kind: str
    left_country: str | None
    left_mentions: int
    right: str
    right_name: str
    right_kind: str
    right_country: str | None
    right_mentions: int


@dataclass(frozen=True, slots=True)
class NamedActor(Row):
    """A row of `explore/named_actors`."""

    id: str
    name: str
    kind: str
    country: str | None
    aliases: Sequence[str]


@dataclass(frozen=True, slots=True)
class NamedTogether(Row):
    """A row of `explore/named_together`."""

    actor: str
    other: str


@dataclass(frozen=True, slots=True)
class KnownName(Row):
    """A row of `explore/names`."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class NewestClaim(Row):
    """A row of `explore/newest_claims`."""

    claim: str
    placed_from: str
    placed_until: str


@dataclass(frozen=True, slots=True)
class NewestDay(Row):
    """A row of `explore/newest_day`."""

    day: str


@dataclass(frozen=True, slots=True)
class NewestDyad(Row):
    """A row of `explore/newest_dyads`."""

    first: str
    second: str
    heat: int
    last_date: str | None
    ties: Sequence[str]


@dataclass(frozen=True, slots=True)
class NewestEventDay(Row):
    """A row of `explore/newest_event_day`."""

    day: str


@dataclass(frozen=True, slots=True)
class NotOnCurve(Row):
    """A row of `explore/not_on_curve_between`, and of 1 more that declare the same."""

    undated: int
    of_year: int


@dataclass(frozen=True, slots=True)
class OrphanAnnotation(Row):
    """A row of `explore/orphan_annotations`."""

    annotation: str
    claim: str
    batch: str
    judgement: str
    confidence: float | None
    note: str | None
    tags: Sequence[str]
    author: str
    created_at: str


@dataclass(frozen=True, slots=True)
class PropertyExample(Row):
    """A row of `explore/property_examples`."""

    label: str
    name: str
    example: str | None


@dataclass(frozen=True, slots=True)
class Publisher(Row):
    """A row of `explore/publishers`."""

    publisher: str


@dataclass(frozen=True, slots=True)
class ReachedNeighbour(Row):
    """A row of `explore/reach`."""

    entity: str
    neighbour: str
    ties: int


@dataclass(frozen=True, slots=True)
class FoundEntity(Row):
    """A row of `explore/search_entities`."""

    id: str
    name: str
    kind: str
    country: str | None
    alias: str
    ties: int


@dataclass(frozen=True, slots=True)
class SoughtTie(Row):
    """A row of `explore/sought_tie`."""

    tie: str
    actor: str
    actor_name: str
    recipient: str
    recipient_name: str
    level: str
    lenses: Sequence[str]
    claims: int
    rejected: int
    first_known: str | None


@dataclass(frozen=True, slots=True)
class Speaker(Row):
    """A row of `explore/speakers`."""

    speaker: str
    name: str
    claims: int


@dataclass(frozen=True, slots=True)
class Spelling(Row):
    """A row of `explore/spellings`."""

    key: str
    entity: str


@dataclass(frozen=True, slots=True)
class StirredTie(Row):
    """A row of `explore/stirred_ties`."""

    tie: str
    actor: str
    recipient: str
    voices_now: int
    voices_prior: int
    denials_now: int
    denials_before: int


@dataclass(frozen=True, slots=True)
class StoredDocument(Row):
    """A row of `explore/stored_documents`."""

    id: str
    text: str
    language: str
    content_hash: str
    title: str | None
    published_on: str | None
    published_precision: str | None
    published_guessed: bool
    publisher: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class TieDates(Row):
    """A row of `explore/tie_dates`."""

    tie: str
    dates: Sequence[str]


@dataclass(frozen=True, slots=True)
class TieBehind(Row):
    """A row of `explore/ties_behind`."""

    tie: str
    behind: str
    actor: str
    actor_for: str
    recipient: str
    recipient_for: str
    voices: int


@dataclass(frozen=True, slots=True)
class TypeExample(Row):
    """A row of `explore/type_examples`."""

    name: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class BegunWord(Row):
    """A row of `explore/words_beginning`."""

    word: str
