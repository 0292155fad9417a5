"""Extracts the documents of a chunk in this process."""

from __future__ import annotations

from collections.abc import Sequence

from cypher.errors import UsageError
from cypher.model.graph import Document
from ingest.extraction import extract
from ingest.pipeline.chunks import Outcome, Refused


def outcome_of(documents: Sequence[Document]) -> Outcome:
    """Extract documents by language; refuse those of languages whose pipeline is missing."""
    outcome = Outcome()
    for language in sorted({document.language for document in documents}):
        outcome |= _of_one_language([each for each in documents if each.language == language])
    return outcome


def _of_one_language(documents: Sequence[Document]) -> Outcome:
    try:
        return Outcome({each.document.id: each for each in extract(documents)})
    except UsageError as error:
        refused = Refused("cannot be extracted", str(error))
        return Outcome({}, {document.id: refused for document in documents})
