"""Makes items of cases from ids of the graph: of ties, claims, actors and pairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cypher.cases.items import CaseItem, CaseKind
from cypher.database import Database
from cypher.errors import UsageError
from cypher.records.annotate import EntityById
from cypher.records.shared import DrawnTie, EvidenceClaim

Seen = Mapping[str, str]
"""How the reader sees the graph, as parameters of an address: lens, level and day."""


def entity_item(database: Database, entity: str, seen: Seen) -> CaseItem:
    """Return the page of an actor as an item; raises `UsageError` if the graph does not have it."""
    (name,) = _names(database, [entity])
    return CaseItem(CaseKind.ENTITY, name, {"page": "actors", "entity": entity, **seen}, (entity,))


def pair_item(database: Database, first: str, second: str, seen: Seen) -> CaseItem:
    """Return the page of two actors as an item; raises `UsageError` if the graph lacks one of them."""
    title = " ↔ ".join(_names(database, [first, second]))
    address = {"page": "actors", "entity": first, "other": second, **seen}
    return CaseItem(CaseKind.PAIR, title, address, (first, second))


def tie_item(database: Database, tie: str, lens: str, seen: Seen) -> CaseItem:
    """Return a tie in the network as an item; raises `UsageError` if the lens shows no such tie."""
    rows = database.rows(DrawnTie, "explore/counted_ties", ids=[tie], lens=lens, limit=1, level=None)
    if not rows:
        raise _nothing("tie", tie)
    (row,) = rows
    title = f"{row.actor_name} {'→' if row.directed else '↔'} {row.recipient_name}"
    return CaseItem(CaseKind.PAIR, title, {"page": "network", "tie": tie, **seen}, (row.actor, row.recipient))


def claim_item(database: Database, claim: str, seen: Seen) -> CaseItem:
    """Return a claim in its document as an item, with its sentence as it reads now.

    Raises `UsageError` if the graph does not have it.
    """
    rows = database.rows(EvidenceClaim, "explore/claim", claim=claim)
    if not rows:
        raise _nothing("claim", claim)
    (row,) = rows
    source = " · ".join(filter(None, (row.publisher, row.date or row.published_on)))
    address = {"page": "documents", "document": row.document, "claim": claim, **seen}
    return CaseItem(CaseKind.CLAIM, row.title or row.sentence, address, quote=row.sentence, source=source)


def _names(database: Database, ids: Sequence[str]) -> list[str]:
    found = {row.id: row.name for row in database.rows(EntityById, "annotate/entities", ids=list(ids))}
    for each in ids:
        if each not in found:
            raise _nothing("actor", each)
    return [found[each] for each in ids]


def _nothing(kind: str, id_: str) -> UsageError:
    return UsageError(f"There is no {kind} {id_[:80]!r} any more. Reload the page, then add it again.")
