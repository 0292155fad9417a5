"""The output format of `konstelasi extract`: one JSON row per document.

Offsets are half-open ranges of code points of the document's text. Other programs rely on this format: fields
may be added, but existing ones must keep their names and meanings.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from cypher.model.graph import Claim, Event, Extraction, Mention, Relation, Sentence, Span

Row = dict[str, Any]


def write_row(extraction: Extraction, given_id: str | None = None) -> str:
    """Return the row as one line of JSON without the line end; see `row_of`."""
    return json.dumps(row_of(extraction, given_id), ensure_ascii=False, allow_nan=False)


def row_of(extraction: Extraction, given_id: str | None = None) -> Row:
    """Return the row of a document. `given_id` is the id in the input, which replaces our own."""
    document = extraction.document
    sentences = {sentence.id: sentence for sentence in extraction.sentences}
    return {
        "document_id": given_id or document.id,
        "language": document.language,
        "published_on": document.published_on,
        "published_precision": document.published_precision.value if document.published_on else None,
        "published_guessed": document.published_guessed,
        "entities": _entity_rows(extraction),
        "claims": [
            _claim_row(claim, claim.asserts, sentences, document.text)
            for claim in extraction.claims
            if isinstance(claim.asserts, Event)
        ],
        "relations": [
            _relation_row(claim, claim.asserts, sentences)
            for claim in extraction.claims
            if isinstance(claim.asserts, Relation)
        ],
        "warnings": list(extraction.warnings),
    }


def _entity_rows(extraction: Extraction) -> list[Row]:
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in extraction.mentions:
        mentions[mention.entity_id].append(mention)
    return [
        {
            "id": entity.id,
            "name": entity.name,
            "kind": entity.kind.value,
            "country": entity.country,
            "mentions": [
                {**_span(mention.span), "text": mention.text}
                for mention in sorted(mentions[entity.id], key=lambda mention: mention.span)
            ],
        }
        for entity in extraction.entities
    ]


def _claim_row(claim: Claim, event: Event, sentences: Mapping[str, Sentence], text: str) -> Row:
    """Return the row of an event. Who mediates is the actor of a mediation, and listed as mediator, too."""
    return {
        "id": claim.id,
        "event_type": event.event_type,
        "mode": event.mode,
        "quad": event.quad,
        "intensity": event.intensity,
        "status": event.status.value,
        "date": event.date,
        "date_precision": event.date_precision.value,
        "not_after": event.not_after,
        "actors": list(event.mediators or event.actors),
        "recipients": list(event.sides if event.mediators else event.recipients),
        "mediators": list(event.mediators),
        "places": list(event.places),
        "trigger": {**_span(claim.trigger), "text": claim.trigger.of(text)},
        "sentence": _span(sentences[claim.sentence_id].span),
        "attribution": claim.attribution,
        "confidence": round(claim.confidence, 3),
    }


def _relation_row(claim: Claim, relation: Relation, sentences: Mapping[str, Sentence]) -> Row:
    return {
        "id": claim.id,
        "type": relation.relation_type.value,
        "subject": relation.subject,
        "object": relation.object,
        "role": relation.role,
        "sentence": _span(sentences[claim.sentence_id].span),
        "confidence": round(claim.confidence, 3),
    }


def _span(span: Span) -> Row:
    return {"start": span.start, "end": span.end}
