"""The documents of the graph as values of the model."""

from __future__ import annotations

from cypher.model.graph import DatePrecision, Document
from cypher.model.ids import content_id
from cypher.records.explore import FullDocument, StoredDocument


def document_of(row: FullDocument | StoredDocument) -> Document:
    """Return the document in a row of ``explore/document`` or ``explore/stored_documents``."""
    if isinstance(row, FullDocument):
        id_, content_hash = row.document, content_id("content", row.text)
    else:
        id_, content_hash = row.id, row.content_hash
    return Document(
        id_,
        row.text,
        row.language,
        content_hash,
        title=row.title,
        published_on=row.published_on,
        publisher=row.publisher,
        url=row.url,
        published_precision=DatePrecision(row.published_precision or DatePrecision.DAY),
        published_guessed=row.published_guessed,
    )
