"""The claims behind the items of a case, as the graph has them now and as whoever added an item saw it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cypher.briefs.claims import claims_between, claims_of_actor, claims_of_tie, freeze
from cypher.briefs.evidence import FrozenClaim
from cypher.briefs.items import Standpoint
from cypher.cases.items import CaseItem, CaseKind
from cypher.database import Database
from cypher.model.graph import USUAL_LEVEL, Lens
from cypher.model.lens import lens_parameter
from cypher.records.notes import NoteTarget
from cypher.records.shared import EvidenceClaim
from explorer.view.clock import KNOWN_BY
from explorer.view.level import LEVEL

MOST = 20
"""The maximum number of claims of an item; the newest are taken."""

_WITH_CLAIMS = frozenset({CaseKind.ENTITY, CaseKind.PAIR, CaseKind.CLAIM})


@dataclass(frozen=True, slots=True)
class Evidence:
    """The newest claims of an item; `more` if there are others, `is_gone` if the graph lacks what it is."""

    claims: tuple[FrozenClaim, ...] = ()
    more: bool = False
    is_gone: bool = False


def seen_by(item: CaseItem) -> Standpoint:
    """Return how whoever added an item saw the graph."""
    lens = item.address.get("lens", Lens.TRUSTED.value)
    if lens == Lens.MINE:
        lens = lens_parameter(Lens.MINE, item.added_by)
    return Standpoint(lens, item.address.get(LEVEL, USUAL_LEVEL.value), item.address.get(KNOWN_BY) or None)


def evidence_of(database: Database, item: CaseItem) -> Evidence | None:
    """Return the claims of an actor, a pair, a tie or a claim; None for items of other kinds."""
    if item.kind not in _WITH_CLAIMS:
        return None
    subjects = _subjects(item)
    if not all(database.rows(NoteTarget, "notes/target", id=each) for each in subjects):
        return Evidence(is_gone=True)
    found = _claims(database, item, subjects)
    return Evidence(freeze(database, found[:MOST]), more=len(found) > MOST)


def _subjects(item: CaseItem) -> tuple[str, ...]:
    """Return the ids of the claim, the tie, or the entities that an item is."""
    named = item.address.get("claim" if item.kind is CaseKind.CLAIM else "tie")
    return (named,) if named else item.entities


def _claims(database: Database, item: CaseItem, subjects: tuple[str, ...]) -> Sequence[EvidenceClaim]:
    seen = seen_by(item)
    if item.kind is CaseKind.CLAIM:
        return database.rows(EvidenceClaim, "explore/claim", claim=subjects[0])
    if item.kind is CaseKind.ENTITY:
        return claims_of_actor(database, subjects[0], seen, MOST + 1)
    if "tie" in item.address:
        return claims_of_tie(database, subjects[0], seen, MOST + 1)
    return claims_between(database, subjects[0], subjects[-1], seen, MOST + 1)
