"""Rows of ``load`` as records, written by `make records`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cypher.records.row import Row


@dataclass(frozen=True, slots=True)
class BegunDocuments(Row):
    """A row of `load/begin_documents`."""

    merged: int
    known: int
    unfinished: int


@dataclass(frozen=True, slots=True)
class StatedClaim(Row):
    """A row of `load/claims_of_documents`."""

    claim: str
    assertion: str
    speaker: str


@dataclass(frozen=True, slots=True)
class ClaimOfRow(Row):
    """A row of `load/claims_of_rows`."""

    claim: str


@dataclass(frozen=True, slots=True)
class CodedClaim(Row):
    """A row of `load/coded_claims`."""

    claim: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class CountedTies(Row):
    """A row of `load/count_ties`."""

    ties: int
    changed: int
    counted: Sequence[str]


@dataclass(frozen=True, slots=True)
class CountedDenials(Row):
    """A row of `load/denials_of_ties`."""

    tie: str
    lens: str
    denied: int


@dataclass(frozen=True, slots=True)
class JoinedTies(Row):
    """A row of `load/deny_ties`, and of 1 more that declare the same."""

    merged: int
    rejoined: Sequence[str]


@dataclass(frozen=True, slots=True)
class GradedDocument(Row):
    """A row of `load/graded_documents`."""

    document: str
    source_grade: str


@dataclass(frozen=True, slots=True)
class HeardVoice(Row):
    """A row of `load/heard_voices`."""

    voice: str
    tie: str
    lens: str
    own: bool


@dataclass(frozen=True, slots=True)
class KnownClaim(Row):
    """A row of `load/known_claims`."""

    claim: str


@dataclass(frozen=True, slots=True)
class KnownNode(Row):
    """A row of `load/known_nodes`."""

    id: str


@dataclass(frozen=True, slots=True)
class Merged(Row):
    """A row of `load/merge_actors`, and of 4 more that declare the same."""

    merged: int
    known: int


@dataclass(frozen=True, slots=True)
class MergedClaims(Row):
    """A row of `load/merge_claims`."""

    merged: int
    known: int
    renewed: Sequence[str]


@dataclass(frozen=True, slots=True)
class Worded(Row):
    """A row of `load/merge_words`."""

    worded: int


@dataclass(frozen=True, slots=True)
class PlaceOfClaim(Row):
    """A row of `load/places_of_claims`."""

    sentence: str
    document: str


@dataclass(frozen=True, slots=True)
class RetiredClaim(Row):
    """A row of `load/retire_claims`."""

    claim: str
    assertion: str | None
    extracted: str | None


@dataclass(frozen=True, slots=True)
class LoadedSentence(Row):
    """A row of `load/sentences_of_documents`."""

    sentence: str
