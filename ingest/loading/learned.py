"""Gives claims the confidence that analysts' verdicts have taught, before they are loaded."""

from __future__ import annotations

from collections.abc import Iterable

from cypher.model.assertions import Row
from cypher.model.graph import Claim, Event, Extraction
from cypher.model.ids import analyst_of
from cypher.review.learning import learned_row
from cypher.review.trust import Evidence, Trust


def with_learned_confidence(claims: Iterable[Row], batch: Iterable[Extraction], trust: Trust) -> list[Row]:
    """Return the rows of claims with the confidence and lenses that follow from `trust`.

    Claims made by hand keep theirs.
    """
    if trust.changes_nothing:
        return list(claims)
    found = {
        claim.id: _evidence(claim, each)
        for each in batch
        for claim in each.claims
        if not analyst_of(claim.extractor)
    }
    learned = {claim: learned_row(evidence, trust) for claim, evidence in found.items()}
    kept = ("confidence", "lenses")
    return [
        {**row, **{name: learned[str(row["id"])][name] for name in kept}} if row["id"] in learned else row
        for row in claims
    ]


def _evidence(claim: Claim, extraction: Extraction) -> Evidence:
    asserted = claim.asserts
    kind = asserted.event_type if isinstance(asserted, Event) else asserted.relation_type.value
    document = extraction.document
    return Evidence(
        claim=claim.id,
        document=document.id,
        confidence=claim.confidence,
        event_type=kind,
        reasons=claim.reasons,
        language=document.language,
        publisher=document.publisher,
    )
