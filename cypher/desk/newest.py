"""The newest day of a graph, how far back its newest claims reach, and the newest ones about an entity."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol, TypeVar

from cypher.records.explore import GraphCounts, NewestClaim, NewestDay, NewestEventDay
from cypher.records.row import Row
from cypher.records.shared import EntityClaim

MOST_PASSED = 50
"""How many of the newest claims of events are passed over at most."""

NEAR = 400
"""The number of the newest claims among which those about a busy entity are sought first."""

_ONE_IN = 50
_EVERY_LENS = "all"

Record = TypeVar("Record", bound=Row)


class Rows(Protocol):
    """Reads the rows of a statement, like `Database.rows`."""

    def __call__(self, record: type[Record], name: str, **parameters: object) -> Sequence[Record]:
        """Return the rows as records."""


def newest_day_of(rows: Rows) -> date | None:
    """Return the day of the newest document; without any, that of the newest events; None without dates.

    Data sets may not say when their reports were published. Of their claims, one in fifty, but at most
    `MOST_PASSED`, are passed over, so that a wrong date in a row does not move the day far.
    """
    published = rows(NewestDay, "explore/newest_day")
    if published:
        return date.fromisoformat(published[0].day)
    (counts,) = rows(GraphCounts, "explore/counts")
    passed = min(-(-(counts.claims - 1) // _ONE_IN), MOST_PASSED)
    return _event_day(rows, _EVERY_LENS, max(passed, 0)) or _event_day(rows, _EVERY_LENS, 0)


def day_reached(rows: Rows, lens: str, number: int) -> date | None:
    """Return a day since which a lens has at least `number` claims; None if it has fewer with a day."""
    return _event_day(rows, lens, number - 1)


def newest_claims_of(rows: Rows, lens: str, limit: int, **whose: str) -> Sequence[EntityClaim]:
    """Return the rows of `explore/claims_of_entity`, without reading all claims about a busy entity.

    `whose` are the parameters `entity` and perhaps `level`. The newest claims of the graph are enough if
    `limit` of them are about the entity.
    """
    if claims := _newest_claims(rows, lens):
        found = rows(EntityClaim, "explore/newest_claims_of_entity", claims=claims, limit=limit, **whose)
        if len(found) == limit:
            return found
    return rows(EntityClaim, "explore/claims_of_entity", lens=lens, limit=limit, **whose)


def _newest_claims(rows: Rows, lens: str) -> list[str]:
    """Return the ids of all claims that begin after some day, about `NEAR`; none if the graph has fewer."""
    found = rows(NewestClaim, "explore/newest_claims", lens=lens, limit=NEAR)
    if len(found) < NEAR:
        return []
    return [row.claim for row in found if row.placed_from > found[-1].placed_until]


def _event_day(rows: Rows, lens: str, passed: int) -> date | None:
    found = rows(NewestEventDay, "explore/newest_event_day", lens=lens, passed=passed)
    return date.fromisoformat(found[0].day) if found else None
