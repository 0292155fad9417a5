"""Writes a claim made by hand with its document, or takes it out of the graph: each in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cypher.by_hand.knowledge import Knowledge
from cypher.database import Database
from cypher.judging.merging import settle
from cypher.judging.transaction import recounts
from cypher.model import claim_rows, document_rows, entity_rows
from cypher.model.assertions import Row, assertion_writes
from cypher.model.graph import Entity, Extraction
from cypher.records.annotate import EntityById
from cypher.records.load import LoadedSentence
from cypher.records.shared import EvidenceClaim

_Step = tuple[str, Mapping[str, object]]


def write(database: Database, extraction: Extraction, knowledge: Knowledge) -> None:
    """Write the document, the sentence and the claim of an extraction, with entities that are new."""
    ids = sorted({each.id for each in extraction.entities})
    known = {row.id for row in database.rows(EntityById, "annotate/entities", ids=ids)}
    new = tuple(each for each in extraction.entities if each.id not in known)
    asserted = claim_rows.assertions_of([extraction])
    rows = (
        *_document(extraction),
        *_entities(new, knowledge),
        *assertion_writes(asserted),
        ("load/merge_claims", claim_rows.claim_rows([extraction])),
    )
    steps: list[_Step] = [(name, {"rows": each}) for name, each in rows if each]
    counted = recounts([each.id for each in asserted])
    database.write_together([*steps, *counted, _finished(extraction.document.id)])
    settle(database)


def remove(database: Database, claim: EvidenceClaim) -> None:
    """Take a claim and its sentence out of the graph, with events and ties that only it asserted."""
    sentences = database.rows(LoadedSentence, "load/sentences_of_documents", ids=[claim.document])
    asserted = sorted({claim.event, claim.extracted})
    database.write_together(
        [
            ("load/retire_claims", {"ids": [claim.claim]}),
            *recounts(asserted),
            ("load/remove_unclaimed", {"ids": asserted}),
            ("load/remove_retired_claims", {"ids": [claim.claim]}),
            ("load/remove_stale_sentences", {"ids": [row.sentence for row in sentences]}),
            _finished(claim.document),
        ]
    )


def _document(extraction: Extraction) -> Iterator[tuple[str, list[Row]]]:
    yield "load/begin_documents", document_rows.document_rows([extraction])
    yield "load/merge_sentences", document_rows.sentence_rows([extraction])
    yield "load/merge_words", document_rows.word_rows([extraction])


def _entities(entities: Sequence[Entity], knowledge: Knowledge) -> Iterator[tuple[str, list[Row]]]:
    yield "load/merge_countries", entity_rows.country_rows(entities, knowledge.names)
    yield "load/merge_actors", entity_rows.actor_rows(entities, knowledge.names)
    yield "load/merge_aliases", entity_rows.alias_rows(entities, knowledge.names)


def _finished(document: str) -> _Step:
    """Return the step that marks the document as loaded."""
    return "load/finish_documents", document_rows.finishing([document])
