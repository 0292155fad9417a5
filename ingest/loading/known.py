"""What the tables of the ingest know of the parties of a claim that an analyst makes by hand."""

from __future__ import annotations

from cypher.by_hand.knowledge import Knowledge
from cypher.database import Database
from cypher.model.graph import Entity, EntityKind
from cypher.records.shared import EvidenceClaim, FoundAssertion
from ingest.knowledge import load_knowledge
from ingest.loading.affiliations import with_affiliations
from ingest.loading.rows import names_of
from ingest.resolution.collectives import state


def _state(code: str) -> Entity | None:
    known = load_knowledge().entities.get(code)
    return state(code) if known is not None and known.kind is EntityKind.COUNTRY else None


def parties_of_claim(database: Database, claim: str) -> set[str]:
    """Return the ids of the actors and recipients of a claim, and of its speaker."""
    (row,) = database.rows(EvidenceClaim, "explore/claim", claim=claim)
    (event,) = database.rows(FoundAssertion, "annotate/assertions", ids=[row.event])
    speaker = {row.attribution} if row.attribution else set()
    return {party.id for party in (*event.actors, *event.recipients)} | speaker


KNOWLEDGE = Knowledge(_state, names_of, with_affiliations)
