"""The rows of the statements that load documents and their sentences, one function per statement."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime

from cypher.model.assertions import Row
from cypher.model.dates import publication_period
from cypher.model.graph import Document, Extraction
from cypher.model.ids import content_id
from cypher.model.search_words import words_of


def document_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Return the rows for ``load/begin_documents``."""
    return [
        {
            "id": document.id,
            "title": document.title,
            "text": document.text,
            "url": document.url,
            "publisher": document.publisher,
            "language": document.language,
            **_publication(document),
            "content_hash": document.content_hash,
        }
        for document in (e.document for e in extractions)
    ]


def _publication(document: Document) -> Row:
    """Return when a document was published, as its properties: see `published_days` for the period."""
    first, last = published_days(document) or (None, None)
    return {
        "published_on": document.published_on,
        "published_precision": document.published_precision.value if document.published_on else None,
        "published_guessed": document.published_guessed,
        "published_from": first,
        "published_until": last,
    }


def published_days(document: Document) -> tuple[str, str] | None:
    """Return the first and the last day on which a document may have been published; it is not in the future.

    A day that is stated is kept as it is, because today differs between time zones.
    """
    period = publication_period(document)
    if period is None or document.published_on is None:
        return None
    return period[0], max(document.published_on, min(period[1], today()))


def today() -> str:
    """Return the present day (ISO, UTC)."""
    return datetime.now(UTC).date().isoformat()


def now() -> str:
    """Return the present time (ISO, UTC)."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def finishing(documents: Iterable[str]) -> Row:
    """Return the parameters of ``load/finish_documents``, which makes the caches of apps read again."""
    loaded_at = now()
    rows = [{"id": document, "loaded_at": loaded_at} for document in documents]
    return {"load": content_id("load", uuid.uuid4()), "rows": rows}


def finished_load(documents: int) -> Row:
    """Return the parameters of ``load/record_load``, which makes the caches of apps read again."""
    return {"load": content_id("load", uuid.uuid4()), "documents": documents, "finished_at": now()}


def sentence_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Return the rows for ``load/merge_sentences``."""
    return [
        {
            "id": s.id,
            "document": s.document_id,
            "index": s.index,
            "start": s.span.start,
            "end": s.span.end,
            "text": s.text,
            "voice": s.voice,
        }
        for e in extractions
        for s in e.sentences
    ]


def word_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Return the rows for ``load/merge_words``."""
    return [
        {"sentence": s.id, "words": words_of(s.text, e.document.language)}
        for e in extractions
        for s in e.sentences
    ]
