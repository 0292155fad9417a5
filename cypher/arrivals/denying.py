"""Claims that one source makes and another denies, where one of the two came in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cypher.arrivals.grouping import grouped
from cypher.arrivals.items import EACH, Against, Asked, Denied
from cypher.arrivals.news import News
from cypher.arrivals.reading import Reading
from cypher.records.arrivals import DeniedClaim
from cypher.records.shared import DrawnTie


def read_denials(database: Reading, news: News, asked: Asked) -> list[list[DeniedClaim]]:
    """Return pairs of claims, by tie and type of event; the newest claims of a group first."""
    stored = news.stored
    ids = sorted({*news.denied, *(tie for tie in news.formed if tie in stored and stored[tie].denied)})
    asked_for = {"ids": ids, "since": asked.since, "lens": asked.lens}
    rows = database.rows(DeniedClaim, "arrivals/denials", **asked_for) if ids else ()
    groups = grouped(((row.tie, row.event_type), row) for row in rows)
    return sorted(groups.values(), key=lambda rows: (-len({row.denial for row in rows}), rows[0].tie))


def denied(rows: Sequence[DeniedClaim], tie: DrawnTie) -> Denied:
    """Return a group of pairs as one statement about its tie."""
    claims = _first((row.claim, row.claim_is_new) for row in rows)
    denials = _first((row.denial, row.denial_is_new) for row in rows)
    new_denial, new_claim = any(row.denial_is_new for row in rows), any(row.claim_is_new for row in rows)
    came_in = Against.BOTH if new_denial and new_claim else Against.DENIAL if new_denial else Against.CLAIM
    numbers = (len({row.claim for row in rows}), len({row.denial for row in rows}))
    return Denied(tie, rows[0].event_type, came_in, claims, denials, *numbers)


def _first(claims: Iterable[tuple[str, bool]]) -> tuple[str, ...]:
    """Return the first of these claims, each with whether it is new; new ones come first."""
    found = dict(claims)
    return tuple(sorted(found, key=lambda claim: not found[claim])[:EACH])
