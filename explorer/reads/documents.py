"""The reads of articles: a list, one with its text, and what its sentences name and assert."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from cypher.records.explore import DocumentClaim, DocumentMention, FullDocument, ListedDocument
from cypher.records.shared import DrawnTie
from explorer.graph.subgraph import Subgraph, subgraph_of
from explorer.reads.connections import read
from explorer.reads.queries import newest_day

DOCUMENTS = 200


RECENT = timedelta(weeks=2)
"""The period before the newest day in which the newest documents are looked for first."""


def documents(title: str, lens: str) -> Sequence[ListedDocument]:
    """Return documents whose title contains this text, the newest first.

    To sort the documents of a few weeks takes much less time than to sort all, if there are enough of them.
    """
    asked = {"text": title.strip() or None, "lens": lens, "limit": DOCUMENTS}
    newest = newest_day()
    if newest:
        since = (newest - RECENT).isoformat()
        found = read(ListedDocument, "explore/documents", since=since, **asked)
        if len(found) == DOCUMENTS and (found[-1].published_on or "") >= since:
            return found
    return read(ListedDocument, "explore/documents", **asked)


def document(document_id: str) -> FullDocument | None:
    """Return one document with its text, or None."""
    return next(iter(read(FullDocument, "explore/document", document=document_id)), None)


def document_mentions(document_id: str) -> Sequence[DocumentMention]:
    """Return the mentions in a document with their entities."""
    return read(DocumentMention, "explore/document_mentions", document=document_id)


def document_ties(document_ids: Sequence[str], lens: str) -> Subgraph:
    """Return the ties that claims of these documents form."""
    if not document_ids:
        return Subgraph()
    return subgraph_of(read(DrawnTie, "explore/document_ties", documents=list(document_ids), lens=lens))


def document_claims(document_id: str, lens: str) -> Sequence[DocumentClaim]:
    """Return the claims of a document in the order of its text."""
    return read(DocumentClaim, "explore/document_claims", document=document_id, lens=lens)
