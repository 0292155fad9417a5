"""Reads the claims of a tie, an actor or a pair as an analyst sees them, newest first, and freezes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cypher.briefs.evidence import FrozenClaim, frozen
from cypher.briefs.items import Standpoint
from cypher.database import Database
from cypher.records.shared import EvidenceClaim, FoundAssertion

Filters = Mapping[str, object]
"""The parameters with which the evidence of a tie is filtered: since, until, event_types, statuses."""


def claims_of_tie(
    database: Database, tie: str, seen: Standpoint, most: int, filters: Filters | None = None
) -> Sequence[EvidenceClaim]:
    """Return up to `most` claims of a tie."""
    asked = {"tie": tie, "lens": seen.lens, "known_by": seen.known_by, **(filters or {})}
    return database.rows(EvidenceClaim, "explore/evidence", **asked, limit=most)


def claims_of_actor(database: Database, entity: str, seen: Standpoint, most: int) -> Sequence[EvidenceClaim]:
    """Return up to `most` claims about what an actor did or what was done to it."""
    return database.rows(EvidenceClaim, "explore/evidence_of", entity=entity, **shared(seen), limit=most)


def claims_between(
    database: Database, first: str, second: str, seen: Standpoint, most: int
) -> Sequence[EvidenceClaim]:
    """Return up to `most` claims about what two actors did to each other, or together."""
    asked = {"limit": most, **shared(seen)}
    found = [
        database.rows(EvidenceClaim, "explore/evidence_between", first=a, second=b, directed=way, **asked)
        for a, b, way in ((first, second, True), (second, first, True), (first, second, False))
    ]
    distinct = {claim.claim: claim for claims in found for claim in claims}
    newest = sorted(distinct.values(), key=lambda claim: claim.claim)
    newest.sort(key=lambda claim: claim.date or claim.published_on or "", reverse=True)
    return newest[:most]


def freeze(database: Database, claims: Sequence[EvidenceClaim]) -> tuple[FrozenClaim, ...]:
    """Return claims as they are now, with the parties of what they assert."""
    ids = sorted({claim.event for claim in claims})
    rows = database.rows(FoundAssertion, "annotate/assertions", ids=ids) if ids else ()
    return frozen(claims, {row.id: row for row in rows})


def shared(seen: Standpoint) -> dict[str, object]:
    """Return a standpoint as parameters of the statements that take a lens, a level and a day."""
    return {"lens": seen.lens, "level": seen.level, "known_by": seen.known_by}
