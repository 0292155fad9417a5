"""Whether confidence means what it says: of the claims that are .7 sure, seven in ten should be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.evaluation.answers import Answer, EventAnswer, is_same_event
from ingest.evaluation.figures import Figure, interval

Judged = tuple[float, bool]
"""The confidence of a claim, and whether it is right."""

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of about the same confidence: how many, how sure on average, which share is right."""

    claims: int
    confidence: float
    right: float


def judged(gold: Answer, given: Answer) -> Iterator[Judged]:
    """The claims of a sentence of which gold knows whether they are right."""
    for event, right in zip(given.events, verdicts(gold, given), strict=True):
        if right is not None:
            yield event.confidence, right


def verdicts(gold: Answer, given: Answer) -> Iterator[bool | None]:
    """Of each claim of a sentence: whether type, parties and status are those of a gold event.

    None where gold itself is in doubt about the event.
    """
    free = sorted(gold.events, key=lambda event: event.doubtful)
    for event in given.events:
        hit = next((other for other in free if _is_right(event, other)), None)
        if hit is not None:
            free.remove(hit)
        yield None if hit is not None and hit.doubtful else hit is not None


def _is_right(given: EventAnswer, gold: EventAnswer) -> bool:
    return is_same_event(given, gold) and given.status == gold.status


def reliability(claims: Sequence[Judged]) -> list[Bin]:
    """The claims in ten bins of equal width, the unsure first; empty bins are left out."""
    bins: list[list[Judged]] = [[] for _ in range(BINS)]
    for claim in claims:
        bins[min(BINS - 1, int(claim[0] * BINS))].append(claim)
    return [
        Bin(len(own), sum(sure for sure, _ in own) / len(own), sum(right for _, right in own) / len(own))
        for own in bins
        if own
    ]


def calibration_error(claims: Sequence[Judged]) -> float:
    """The expected calibration error: how far confidence lies from the share of right claims, on average."""
    gaps = (found.claims * abs(found.confidence - found.right) for found in reliability(claims))
    return sum(gaps) / len(claims) if claims else 0.0


def calibration_figure(claims: Sequence[Judged]) -> Figure:
    """The calibration error, the smaller the better; its floor is a confidence of .5 for every claim."""
    indifferent = calibration_error([(0.5, right) for _, right in claims])
    value, limits = calibration_error(claims), interval(claims, calibration_error)
    detail = f"({len(claims)} claims; the smaller the better)"
    return Figure("calibration error", value, *limits, indifferent, detail)
