"""What happened in the graph to the claims of a brief since they were collected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from cypher.briefs.evidence import FrozenClaim
from cypher.briefs.items import Item, ItemKind
from cypher.database import Database
from cypher.model.graph import Judgement
from cypher.records.briefs import ClaimNow


class Changed(StrEnum):
    """How a claim differs today from what was collected."""

    GONE = "gone"  # no longer in the graph: its document was loaded again or removed
    RECODED = "recoded"  # it asserts another event or relation now
    VERIFIED = "verified"
    REJECTED = "rejected"
    UNSURE = "unsure"
    WITHDRAWN = "withdrawn"  # its verdict was taken back
    NOT_SHOWN = "not_shown"  # no longer shown by the lens of the item


def changed_claims(database: Database, items: Iterable[Item]) -> list[Mapping[str, Changed]]:
    """Return for each item which of its claims have changed, by their ids."""
    listed = list(items)
    ids = sorted({claim.claim for item in listed for claim in item.claims})
    rows = database.rows(ClaimNow, "briefs/claims_now", ids=ids) if ids else ()
    now = {row.claim: row for row in rows}
    return [_changes(item, now) for item in listed]


def _changes(item: Item, now: Mapping[str, ClaimNow]) -> Mapping[str, Changed]:
    lens = item.seen.lens if item.seen and item.kind is not ItemKind.CLAIM else ""
    found = {claim.claim: _change(claim, now.get(claim.claim), lens) for claim in item.claims}
    return {key: change for key, change in found.items() if change}


def _change(then: FrozenClaim, now: ClaimNow | None, lens: str) -> Changed | None:
    if now is None:
        return Changed.GONE
    if now.verdict != then.verdict:
        return Changed.WITHDRAWN if now.verdict == Judgement.NONE else Changed(now.verdict)
    if now.event != then.event:
        return Changed.RECODED
    return None if not lens or lens in now.lenses else Changed.NOT_SHOWN
