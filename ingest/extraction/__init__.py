"""Extraction: from documents to claims, with spaCy, a lexicon of triggers and the parse.

`extract` is the only thing that other rooms call.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cypher.model.graph import Document, Extraction
from ingest.extraction.claims import claims_of, extraction_of
from ingest.extraction.parse import parse


def extract(documents: Iterable[Document]) -> Iterator[Extraction]:
    """Extract lazily, in order; documents in one language should come together, they share batches.

    Raises:
        UsageError: a document is in a language without data or without an installed pipeline.
    """
    return map(extraction_of, parse(documents))


__all__ = ["claims_of", "extract", "extraction_of"]
