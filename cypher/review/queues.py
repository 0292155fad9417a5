"""Orders claims for review: uncertain, recent claims about well-connected actors come first.

The three factors are multiplied, so that a claim must score well in each of them to come early.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cypher.database import Database
from cypher.records.annotate import Degree
from cypher.records.explore import NewestDay
from cypher.records.shared import QueuedClaim

HALF_LIFE_DAYS = 90.0
"""The age, counted from the newest claim, at which a claim is half as urgent."""
LEAST = 0.05
"""The smallest value of a factor, so that old, certain or remote claims still come, but late."""
RECENT_DAYS = 14
"""Days from which the queue of unjudged claims is taken, if they have at least `ENOUGH` claims."""
ENOUGH = 100
"""The least number of recent claims for which older ones are ignored."""


class Stage(StrEnum):
    """A review queue: unjudged claims, claims for a second opinion, or disagreements."""

    FIRST = "first"
    SECOND = "second"
    DISPUTED = "disputed"


_STATEMENTS = {
    Stage.FIRST: "annotate/queue",
    Stage.SECOND: "annotate/queue_second",
    Stage.DISPUTED: "annotate/queue_disputed",
}


@dataclass(frozen=True, slots=True)
class Urgency:
    """The factors of a claim's place in the queue, each between `LEAST` and 1."""

    uncertainty: float
    centrality: float
    recency: float

    @property
    def product(self) -> float:
        """The value by which the queue is ordered."""
        return self.uncertainty * self.centrality * self.recency


def queue(database: Database, stage: Stage, author: str, **filters: object) -> tuple[str, ...]:
    """Return the ids of a stage's claims, the most urgent first; `filters` are those of ``annotate/queue``.

    Only the newest 400 that pass the filters are ranked.
    """
    own = {"author": author} if stage is Stage.SECOND else {}
    rows = _recent(database, filters) if stage is Stage.FIRST else []
    if len(rows) < ENOUGH:
        rows = database.rows(QueuedClaim, _STATEMENTS[stage], **own, **filters)
    parties = sorted({party for row in rows for party in row.parties})
    degrees = database.rows(Degree, "annotate/degrees", ids=parties) if parties else []
    return ranked(rows, {degree.entity: degree.ties for degree in degrees})


def _recent(database: Database, filters: Mapping[str, object]) -> list[QueuedClaim]:
    """Read the unjudged claims of the last days; in a large graph that is much faster than sorting all."""
    newest = database.rows(NewestDay, "explore/newest_day")
    if not newest:
        return []
    since = (date.fromisoformat(newest[0].day) - timedelta(days=RECENT_DAYS)).isoformat()
    return database.rows(QueuedClaim, _STATEMENTS[Stage.FIRST], known_since=since, **filters)


def ranked(rows: Sequence[QueuedClaim], degrees: Mapping[str, int]) -> tuple[str, ...]:
    """Return the ids of claims by urgency; `degrees` counts entities' ties."""
    days = [row.date for row in rows if row.date]
    newest, most = max(days, default=None), max(degrees.values(), default=0)
    urgencies = {row.claim: _urgency(row, degrees, newest, most) for row in rows}
    return tuple(sorted(urgencies, key=lambda claim: (-urgencies[claim].product, claim)))


def _urgency(row: QueuedClaim, degrees: Mapping[str, int], newest: str | None, most: int) -> Urgency:
    ties = max((degrees.get(party, 0) for party in row.parties), default=0)
    return Urgency(
        uncertainty=_at_least(1 - abs(2 * row.confidence - 1)),
        centrality=_at_least(math.log1p(ties) / math.log1p(most) if most else 0),
        recency=_at_least(0.5 ** (_days_between(row.date, newest) / HALF_LIFE_DAYS)),
    )


def _at_least(factor: float) -> float:
    return max(LEAST, factor)


def _days_between(day: str | None, newest: str | None) -> float:
    if day is None or newest is None:
        return math.inf
    return (date.fromisoformat(newest) - date.fromisoformat(day)).days
