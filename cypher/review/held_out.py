"""Tells whether verdicts teach anything, on verdicts that the model has not seen.

Articles are divided into five parts. The claims of each part get the confidence of a model that was fitted to
the other parts. If the loss falls by more than chance explains (the bootstrap 95 % interval over articles
excludes zero), the lesson is worth keeping.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from cypher.model.ids import content_id
from cypher.review.calibration import Judged, Measures, log_loss, measures
from cypher.review.trust import Evidence, fitted

PARTS = 5
FEWEST = 20
"""The number of verdicts below which nothing is tried."""

_RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Comparison:
    """The confidence of held-out claims before and after learning.

    `gain` is how much the mean loss falls, in nats; `low` and `high` bound it with 95 % confidence.
    """

    verdicts: int
    articles: int
    before: Measures
    after: Measures
    gain: float
    low: float
    high: float

    @property
    def is_better_than_chance(self) -> bool:
        """Whether the loss falls by more than chance explains."""
        return self.low > 0


def compared(evidence: Sequence[Evidence], right: Sequence[bool]) -> Comparison:
    """Compare the extracted with the learned confidence of claims from five articles or more."""
    after = held_out(evidence, right)
    before = [(each.confidence, verdict) for each, verdict in zip(evidence, right, strict=True)]
    gains: defaultdict[str, list[float]] = defaultdict(list)
    for each, old, new in zip(evidence, before, after, strict=True):
        gains[each.document].append(log_loss(old) - log_loss(new))
    low, high = _interval([gains[document] for document in sorted(gains)])
    gain = sum(map(sum, gains.values())) / len(evidence)
    return Comparison(len(evidence), len(gains), measures(before), measures(after), gain, low, high)


def held_out(evidence: Sequence[Evidence], right: Sequence[bool]) -> list[Judged]:
    """Return each claim with the confidence of a model that was fitted without its article."""
    documents = sorted({each.document for each in evidence}, key=lambda name: content_id("part", name))
    part = {document: place % PARTS for place, document in enumerate(documents)}
    confidence = dict.fromkeys(range(len(evidence)), 0.0)
    for own in range(PARTS):
        seen = [place for place, each in enumerate(evidence) if part[each.document] != own]
        trust = fitted([evidence[place] for place in seen], [right[place] for place in seen])
        for place in confidence.keys() - set(seen):
            confidence[place] = trust.confidence(evidence[place])
    return [(confidence[place], verdict) for place, verdict in enumerate(right)]


def _interval(gains: Sequence[Sequence[float]]) -> tuple[float, float]:
    """Return the bootstrap 95 % interval of the mean gain; whole articles are drawn, with a fixed seed."""
    dice = random.Random(0)  # noqa: S311 - resampling, not secrets
    sums = [(sum(own), len(own)) for own in gains]
    found = []
    for _ in range(_RESAMPLES):
        drawn = dice.choices(sums, k=len(sums))
        found.append(sum(gain for gain, _ in drawn) / sum(claims for _, claims in drawn))
    found.sort()
    return found[int(0.025 * _RESAMPLES)], found[int(0.975 * _RESAMPLES)]
