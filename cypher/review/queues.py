"""What to review first: claims that are uncertain, about well-connected actors, and recent.

The three are multiplied, so that a claim has to be worth it in every respect to come up early.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from cypher.database import Database

HALF_LIFE_DAYS = 90.0
"""A claim that is so much older than the newest one is half as urgent."""
LEAST = 0.05
"""No factor is smaller: something that is old, certain or remote comes late, not never."""
RECENT_DAYS = 14
"""The queue of unjudged claims is taken from so many days when they have `ENOUGH`, else from all."""
ENOUGH = 100


class Stage(StrEnum):
    """What a reviewer works through."""

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
    """Why a claim comes when it comes; each factor lies in `LEAST` to 1."""

    uncertainty: float
    centrality: float
    recency: float

    @property
    def product(self) -> float:
        """What the queue is ordered by."""
        return self.uncertainty * self.centrality * self.recency


def queue(database: Database, stage: Stage, author: str, **filters: object) -> tuple[str, ...]:
    """The claims of a stage, the most urgent first; `filters` are those of ``annotate/queue``.

    Only the newest 400 that pass the filters are ranked.
    """
    own = {"author": author} if stage is Stage.SECOND else {}
    rows = _recent(database, filters) if stage is Stage.FIRST else []
    if len(rows) < ENOUGH:
        rows = database.read(_STATEMENTS[stage], **own, **filters).records()
    parties = sorted({party for row in rows for party in row["parties"]})
    degrees = dict(database.read("annotate/degrees", ids=parties).rows) if parties else {}
    return ranked(rows, degrees)


def _recent(database: Database, filters: Mapping[str, object]) -> list[dict[str, Any]]:
    """Unjudged claims of the last days: in a large graph that is much sooner asked than the latest of all."""
    newest = database.read("explore/newest_day").rows[0][0]
    if not newest:
        return []
    since = (date.fromisoformat(newest) - timedelta(days=RECENT_DAYS)).isoformat()
    return database.read(_STATEMENTS[Stage.FIRST], known_since=since, **filters).records()


def ranked(rows: Sequence[Mapping[str, Any]], degrees: Mapping[str, int]) -> tuple[str, ...]:
    """The ids of claims (rows of ``annotate/queue``) by urgency; `degrees` counts the ties of entities."""
    days = [row["date"] for row in rows if row["date"]]
    newest, most = max(days, default=None), max(degrees.values(), default=0)
    urgencies = {row["claim"]: _urgency(row, degrees, newest, most) for row in rows}
    return tuple(sorted(urgencies, key=lambda claim: (-urgencies[claim].product, claim)))


def _urgency(row: Mapping[str, Any], degrees: Mapping[str, int], newest: str | None, most: int) -> Urgency:
    ties = max((degrees.get(party, 0) for party in row["parties"]), default=0)
    return Urgency(
        uncertainty=_at_least(1 - abs(2 * row["confidence"] - 1)),
        centrality=_at_least(math.log1p(ties) / math.log1p(most) if most else 0),
        recency=_at_least(0.5 ** (_days_between(row["date"], newest) / HALF_LIFE_DAYS)),
    )


def _at_least(factor: float) -> float:
    return max(LEAST, factor)


def _days_between(day: str | None, newest: str | None) -> float:
    if day is None or newest is None:
        return math.inf
    return (date.fromisoformat(newest) - date.fromisoformat(day)).days
