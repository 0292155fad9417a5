"""The rows of the statements that load claims: pure functions, one per statement.

The rows of events, relations and ties are built in `cypher.model.assertions`.
"""

from __future__ import annotations

from collections.abc import Iterable

from cypher.model.assertions import Assertion, Row
from cypher.model.dates import period_of, reduced
from cypher.model.document_rows import published_days, today
from cypher.model.graph import Claim, Event, EventStatus, Extraction, Judgement, Relation
from cypher.model.lens import lenses_of


def assertions_of(extractions: Iterable[Extraction]) -> list[Assertion]:
    """Return the events and lasting relations that are claimed, without duplicates.

    If only some reports of an event date it, that date is kept.
    """
    found: dict[str, Assertion] = {}
    for claim in (c for e in extractions for c in e.claims):
        if claim.asserts.id not in found or _date_of(claim):
            found[claim.asserts.id] = claim.asserts
    return list(found.values())


def claim_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Return the rows for ``load/merge_claims``.

    `date` is the date that the text gives the event, as far as it is known: ``2011`` for a year. If it gives
    none, `not_after` is the day of publication, for relations and events that took place, unless that day is
    only guessed. A period finds the claim from `placed_from` to `placed_until`: the days of its date, else
    those on which the document may have been published. `known_on` is the last of these; without one, today.
    """
    rows: dict[str, Row] = {}
    for extraction in extractions:
        voices = {sentence.id: sentence.voice for sentence in extraction.sentences}
        published = published_days(extraction.document)
        for claim in extraction.claims:
            rows[claim.id] = {
                **_claim_row(claim),
                "voice": voices[claim.sentence_id],
                **_moment_of(claim, published, guessed=extraction.document.published_guessed),
                "known_on": published[1] if published else today(),
            }
    return list(rows.values())


def _claim_row(claim: Claim) -> Row:
    assertion = claim.asserts
    return {
        "id": claim.id,
        "assertion": assertion.id,
        "sentence": claim.sentence_id,
        "event_type": assertion.event_type if isinstance(assertion, Event) else assertion.relation_type.value,
        "confidence": claim.confidence,
        "extracted_confidence": claim.confidence,
        "extractor": claim.extractor,
        "trigger_start": claim.trigger.start,
        "trigger_end": claim.trigger.end,
        "reasons": list(claim.reasons),
        "attribution": claim.attribution or "",  # with a null id, the query would search all entities
        "lenses": list(lenses_of(Judgement.NONE, claim.confidence)),
    }


def _date_of(claim: Claim) -> str | None:
    return claim.asserts.date if isinstance(claim.asserts, Event) else None


def _moment_of(claim: Claim, published: tuple[str, str] | None, *, guessed: bool) -> Row:
    """Return when the asserted event took place: its date, or else a bound, and the days of it."""
    event = claim.asserts
    if isinstance(event, Event) and event.date:
        first, last = period_of(event.date, event.date_precision)
        date = reduced(event.date, event.date_precision)
        return {"date": date, "not_after": None, "placed_from": first, "placed_until": last}
    took_place = isinstance(event, Relation) or event.status is EventStatus.ACTUAL
    begin, end = published or (None, None)
    bound = end if took_place and not guessed else None
    return {"date": None, "not_after": bound, "placed_from": begin, "placed_until": end}


def stated_claims(extractions: Iterable[Extraction]) -> set[tuple[str, str, str]]:
    """Return what documents claim, in the shape of ``load/claims_of_documents``."""
    return {(c.id, c.asserts.id, c.attribution or "") for e in extractions for c in e.claims}
