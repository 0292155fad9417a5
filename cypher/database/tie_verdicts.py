"""The verdict on a tie as a whole, from the verdicts on its claims."""

from __future__ import annotations

from enum import StrEnum

from cypher.records.shared import DrawnTie


class Verdict(StrEnum):
    """The verdict on an edge as a whole, derived from the verdicts on its claims."""

    VERIFIED = "verified"
    UNREVIEWED = "unreviewed"
    DISPUTED = "disputed"
    REJECTED = "rejected"


def verdict_of(row: DrawnTie) -> Verdict:
    """Return the verdict of a tie from the verdicts on its claims."""
    return verdict_from(row.verified, row.rejected, row.unsure, row.unjudged)


def verdict_from(verified: int, rejected: int, unsure: int, unjudged: int) -> Verdict:
    """Return the verdict of a tie from the number of its claims with each verdict."""
    if rejected and not verified + unsure + unjudged:
        return Verdict.REJECTED
    if unsure or (verified and rejected):
        return Verdict.DISPUTED
    return Verdict.VERIFIED if verified else Verdict.UNREVIEWED
