"""Measures the calibration of confidence: of the claims with confidence .7, seven in ten should be right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cypher.model.lens import TRUST_THRESHOLD

Judged = tuple[float, bool]
"""The confidence of a claim and whether it is right."""

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of similar confidence: their number, mean confidence and share of right claims."""

    claims: int
    confidence: float
    right: float


def reliability(claims: Sequence[Judged]) -> list[Bin]:
    """Return the claims in ten bins of equal width, ascending by confidence, without empty bins."""
    bins: list[list[Judged]] = [[] for _ in range(BINS)]
    for claim in claims:
        bins[min(BINS - 1, int(claim[0] * BINS))].append(claim)
    return [
        Bin(len(own), sum(sure for sure, _ in own) / len(own), sum(right for _, right in own) / len(own))
        for own in bins
        if own
    ]


def calibration_error(claims: Sequence[Judged]) -> float:
    """Return the expected calibration error: how far confidence is from the share of right claims."""
    gaps = (found.claims * abs(found.confidence - found.right) for found in reliability(claims))
    return sum(gaps) / len(claims) if claims else 0.0


def log_loss(claim: Judged) -> float:
    """Return the surprise at whether a claim is right, in nats; smaller is better."""
    confidence, right = claim
    return -math.log(confidence if right else 1 - confidence)


@dataclass(frozen=True, slots=True)
class Measures:
    """How good the confidence of judged claims is.

    `precision` is the share of right claims among those that the trusted lens would show if they were not
    judged (None if it would show none); `recall` is the share of the right claims that it would show.
    """

    log_loss: float
    calibration_error: float
    trusted: int
    precision: float | None
    recall: float | None


def measures(claims: Sequence[Judged]) -> Measures:
    """Return the measures of one or more claims."""
    trusted = [right for confidence, right in claims if confidence >= TRUST_THRESHOLD]
    right = sum(right for _, right in claims)
    return Measures(
        log_loss=sum(map(log_loss, claims)) / len(claims),
        calibration_error=calibration_error(claims),
        trusted=len(trusted),
        precision=sum(trusted) / len(trusted) if trusted else None,
        recall=sum(trusted) / right if right else None,
    )
