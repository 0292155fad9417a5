"""Turns documents into claims with spaCy, a lexicon of triggers and the dependency parse.

Other packages import only from this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cypher.model.graph import Document, Extraction
from ingest.extraction.claims import claims_of, extraction_of
from ingest.extraction.parse import parse


def extract(documents: Iterable[Document]) -> Iterator[Extraction]:
    """Extract claims lazily, in order.

    Keep documents of one language together: they are parsed in shared batches.

    Raises:
        UsageError: a document is in a language without data or without an installed pipeline.
    """
    return map(extraction_of, parse(documents))


__all__ = ["claims_of", "extract", "extraction_of"]
