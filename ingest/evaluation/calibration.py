"""Measures the calibration of confidence on gold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cypher.review.calibration import Judged, calibration_error
from ingest.evaluation.answers import Answer, EventAnswer, is_same_event
from ingest.evaluation.figures import Figure, interval


def judged(gold: Answer, given: Answer) -> Iterator[Judged]:
    """Yield the claims of a sentence for which gold says whether they are right."""
    for event, right in zip(given.events, verdicts(gold, given), strict=True):
        if right is not None:
            yield event.confidence, right


def verdicts(gold: Answer, given: Answer) -> Iterator[bool | None]:
    """Yield for each claim of a sentence whether type, parties and status agree with a gold event.

    The value is None if the gold event is doubtful.
    """
    free = sorted(gold.events, key=lambda event: event.doubtful)
    for event in given.events:
        hit = next((other for other in free if _is_right(event, other)), None)
        if hit is not None:
            free.remove(hit)
        yield None if hit is not None and hit.doubtful else hit is not None


def _is_right(given: EventAnswer, gold: EventAnswer) -> bool:
    return is_same_event(given, gold) and given.status == gold.status


def calibration_figure(claims: Sequence[Judged]) -> Figure:
    """Return the calibration error (smaller is better); its floor is confidence .5 for every claim."""
    indifferent = calibration_error([(0.5, right) for _, right in claims])
    value, limits = calibration_error(claims), interval(claims, calibration_error)
    detail = f"({len(claims)} claims; smaller is better)"
    return Figure("calibration error", value, *limits, indifferent, detail)
