"""Writes judged claims as training data: one JSON object for each claim, with sentence and correct reading.

Offsets are half-open ranges of code points of the sentence. `correct` is the event or relation as analysts
read it: the extracted one of a verified claim, the recoded one of a recoded claim, null if the claim is
rejected or unsure.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict

from cypher.database import Database
from cypher.judging.transaction import assertions
from cypher.model.assertions import Assertion
from cypher.model.graph import Event, Judgement
from cypher.records.annotate import ReviewedClaim


def training_rows(database: Database) -> Iterator[dict[str, object]]:
    """Return one row for each judged claim, the newest event first."""
    rows = database.rows(ReviewedClaim, "annotate/judged")
    read = assertions(database, {each for row in rows for each in (row.asserts, row.extracted)})
    return (_row(row, read) for row in rows)


def training_lines(database: Database) -> str:
    """Return the rows as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in training_rows(database))


def _row(row: ReviewedClaim, read: Mapping[str, Assertion]) -> dict[str, object]:
    start = row.sentence_start
    trigger = row.trigger_start - start, row.trigger_end - start
    recoded = row.asserts != row.extracted
    verified = row.verdict == Judgement.VERIFIED
    return {
        "id": row.claim,
        "document_id": row.document,
        "language": row.language,
        "published_on": row.published_on,
        "published_precision": row.published_precision,
        "published_guessed": row.published_guessed,
        "text": row.sentence,
        "mentions": [
            {**asdict(mention), "start": mention.start - start, "end": mention.end - start}
            for mention in row.mentions
        ],
        "trigger": {"start": trigger[0], "end": trigger[1], "text": row.sentence[slice(*trigger)]},
        "extracted": _event(read[row.extracted]),
        "verdict": "recoded" if recoded and verified else row.verdict,
        "correct": _event(read[row.asserts]) if verified else None,
        "extractor": row.extractor,
        "confidence": row.confidence,
        "annotations": row.annotations,
    }


def _event(assertion: Assertion) -> dict[str, object]:
    if isinstance(assertion, Event):
        return {
            "event_type": assertion.event_type,
            "mode": assertion.mode,
            "status": assertion.status.value,
            "date": assertion.date,
            "actors": list(assertion.actors),
            "recipients": list(assertion.recipients),
            "mediators": list(assertion.mediators),
        }
    return {
        "relation_type": assertion.relation_type.value,
        "role": assertion.role,
        "actors": [assertion.subject],
        "recipients": [assertion.object],
    }
