"""Rows of ``check`` as records, written by `make records`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from cypher.records.row import Builders, Row
from cypher.records.shared import ActingParty, Party


@dataclass(frozen=True, slots=True)
class ListedAssertion(Row):
    """A row of `check/assertions`."""

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
class ActorName(Row):
    """A row of `check/names_of_actors`."""

    key: str


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
class Spanned(Row):
    """A row of `check/span_publication`."""

    spanned: int


@dataclass(frozen=True, slots=True)
class StatedByPeople(Row):
    """A row of `check/stated_by_people`."""

    label: str
    id: str


@dataclass(frozen=True, slots=True)
class TakenStep(Row):
    """A row of `check/steps`."""

    number: int
    title: str
    checksum: str
    version: str
    done_at: str


@dataclass(frozen=True, slots=True)
class SentenceText(Row):
    """A row of `check/texts_of_sentences`."""

    sentence: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class TiedEvent(Row):
    """A row of `check/tied_events`."""

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
    ties: Sequence[str]


@dataclass(frozen=True, slots=True)
class ListedTie(Row):
    """A row of `check/ties`."""

    tie: str


@dataclass(frozen=True, slots=True)
class UndatedTie(Row):
    """A row of `check/ties_without_known_days`."""

    tie: str


@dataclass(frozen=True, slots=True)
class UnaffiliatedEntity(Row):
    """A row of `check/unaffiliated`."""

    id: str
    kind: str
    country: str | None
    serves: str | None


@dataclass(frozen=True, slots=True)
class Undated(Row):
    """A row of `check/undate_claims`, and of 1 more that declare the same."""

    undated: int


@dataclass(frozen=True, slots=True)
class WordlessSentence(Row):
    """A row of `check/wordless_sentences`."""

    sentence: str
