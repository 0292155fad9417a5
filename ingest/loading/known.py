"""What the tables of the ingest know of the parties of a claim that an analyst makes by hand."""

from __future__ import annotations

from cypher.by_hand.knowledge import Knowledge
from cypher.model.graph import Entity, EntityKind
from ingest.knowledge import load_knowledge
from ingest.loading.affiliations import with_affiliations
from ingest.loading.collectives import state
from ingest.loading.rows import names_of


def _state(code: str) -> Entity | None:
    known = load_knowledge().entities.get(code)
    return state(code) if known is not None and known.kind is EntityKind.COUNTRY else None


KNOWLEDGE = Knowledge(_state, names_of, with_affiliations)
