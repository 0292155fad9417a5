"""Acts that judge claims and merge actors."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.model.graph import Judgement
from explorer.acts.act import Act
from explorer.identity.roles import Right


@dataclass(frozen=True, slots=True)
class Judge(Act, needs=Right.ANNOTATE):
    """Judge a claim."""

    claim: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class TickClaim(Act):
    """Tick a claim, or untick it, to judge several together."""

    claim: str


@dataclass(frozen=True, slots=True)
class UntickAll(Act):
    """Untick all claims."""


@dataclass(frozen=True, slots=True)
class Recode(Act, needs=Right.ANNOTATE):
    """Open the form that recodes a claim."""

    claim: str


@dataclass(frozen=True, slots=True)
class UndoVerdict(Act, needs=Right.ANNOTATE):
    """Undo judgements that were recorded together."""

    batch: str


@dataclass(frozen=True, slots=True)
class RecordAnyway(Act, needs=Right.ANNOTATE):
    """Record the refused verdict beside those of others."""


@dataclass(frozen=True, slots=True)
class LeaveVerdict(Act):
    """Drop the refused verdict."""


@dataclass(frozen=True, slots=True)
class JudgeReviewed(Act, needs=Right.ANNOTATE):
    """Judge the claim under review, and go on to the next."""

    claim: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class MoveInReview(Act):
    """Leave the claim under review, so many claims forward, or back if negative."""

    claim: str
    steps: int


@dataclass(frozen=True, slots=True)
class UndoReviewed(Act, needs=Right.ANNOTATE):
    """Undo the last verdict of the review session."""


@dataclass(frozen=True, slots=True)
class MergePair(Act, needs=Right.SETTLE):
    """Merge the actors of a proposed pair."""

    candidate: str


@dataclass(frozen=True, slots=True)
class KeepSeparate(Act, needs=Right.SETTLE):
    """Refuse a proposed pair."""

    candidate: str


@dataclass(frozen=True, slots=True)
class SkipPair(Act):
    """Go on to the next proposed pair."""

    candidate: str


@dataclass(frozen=True, slots=True)
class SplitActor(Act, needs=Right.SETTLE):
    """Split a merged actor off again."""

    entity: str


@dataclass(frozen=True, slots=True)
class UndoMerging(Act, needs=Right.SETTLE):
    """Split off the actor that was merged last."""
