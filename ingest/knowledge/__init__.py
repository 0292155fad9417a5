"""Curated facts about the world's public actors, kept as tables: one row a fact, with its source and date.

Countries come from ISO 3166-1 and CLDR with our own exceptions, cities from GeoNames (CC BY 4.0), the rest
(`source` = ``editors``) was written by hand from general knowledge, as of the date in its row.
"""

from ingest.knowledge.base import KnowledgeBase, load_knowledge
from ingest.knowledge.records import Alias, KnownEntity, OfficeTerm, Sense

__all__ = ["Alias", "KnowledgeBase", "KnownEntity", "OfficeTerm", "Sense", "load_knowledge"]
