"""Curated facts about the world's public actors, stored as tables: one row per fact, with source and date.

Countries come from ISO 3166-1 and CLDR with our own exceptions, cities from GeoNames (CC BY 4.0). The rest
(`source` = ``editors``) was written by hand from general knowledge, as of the date in its row.
"""

from ingest.knowledge.base import KnowledgeBase, load_knowledge
from ingest.knowledge.records import Alias, KnownEntity, OfficeTerm, Sense

__all__ = ["Alias", "KnowledgeBase", "KnownEntity", "OfficeTerm", "Sense", "load_knowledge"]
