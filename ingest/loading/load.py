"""Loads extractions into the graph, in batches and idempotently. Running a killed load again completes it.

The order of the steps makes this safe. A document loses its mark `loaded_at` in the first step and gets it
back in the last. Events and ties are invisible (without lenses) until their claims are loaded. A claim is
linked to its sentence and event, and added to the counts of its ties, in one transaction. Claims that the
extractor no longer makes are hidden before they are removed. Every step merges by id. Annotations are never
changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from cypher.database import Database
from cypher.errors import DatabaseError, InputError
from cypher.judging.annotations import restore
from cypher.judging.merging import settle
from cypher.judging.migration import bring_up_to_date
from cypher.model import claim_rows, document_rows, entity_rows
from cypher.model.assertions import Assertion, assertion_writes
from cypher.model.graph import Claim, Event, Extraction
from cypher.records.load import BegunDocuments, LoadedSentence, Merged, MergedClaims, StatedClaim
from cypher.review.learning import trust_of
from ingest.loading import rows
from ingest.loading.affiliations import with_affiliations
from ingest.loading.graded import NO_GRADES, Grades, grade_documents, with_source_grades
from ingest.loading.learned import with_learned_confidence
from ingest.loading.merge_proposals import suggest_merges
from ingest.loading.new_claims import add_claims
from ingest.loading.unnamed_groups import without_unnamed_groups
from ingest.loading.writer import WORDED, Count, LoadSummary, Tally, Writer, pieces

__all__ = ["BATCH", "Count", "LoadSummary", "load"]

BATCH = 5000
"""A batch has about as many sentences, mentions and claims."""

_HELD = 20_000_000
"""The maximum characters of documents per statement: engines hold a document's text for each sentence."""

_COUNTED = {"load/merge_events": "events", "load/merge_relations": "relations"}
_JOINING = ("load/form_ties", "load/deny_ties")


def load(
    database: Database,
    extractions: Iterable[Extraction],
    progress: Callable[[int], None] | None = None,
    grades: Grades = NO_GRADES,
) -> LoadSummary:
    """Merge `extractions` into the graph; call `progress` with the number of documents after each batch.

    `grades` has the grade of the source (``A`` to ``F``, or None) of documents by their ids; others keep the
    one that they have in the graph.

    A document with an inconsistent extraction is skipped. Raises `DatabaseError` if the database fails;
    loading the same extractions again then completes the load.
    """
    tally = Tally()
    bring_up_to_date(database)
    for batch in _batches(map(without_unnamed_groups, extractions), tally.skipped):
        _load_batch(database, batch, tally, grades)
        if progress is not None:
            progress(len(batch))
    suggest_merges(database, tally.actors)
    return tally.summary()


def _batches(extractions: Iterable[Extraction], skipped: dict[str, str]) -> Iterator[list[Extraction]]:
    """Yield the consistent extractions in batches of about `BATCH` rows; a batch has each document once.

    Their parties have affiliations. `skipped` gets the reasons for the others.
    """
    batch: dict[str, Extraction] = {}
    size = 0
    for extraction in extractions:
        try:
            _check(extraction)
        except InputError as problem:
            skipped[extraction.document.id] = str(problem)
            continue
        batch[extraction.document.id] = with_affiliations(extraction)
        size += len(extraction.sentences) + len(extraction.mentions) + len(extraction.claims)
        if size >= BATCH:
            yield list(batch.values())
            batch, size = {}, 0
    if batch:
        yield list(batch.values())


def _check(extraction: Extraction) -> None:
    """Raise `InputError` if a claim refers to a sentence or entity that the extraction does not list."""
    sentences = {sentence.id for sentence in extraction.sentences}
    entities = {entity.id for entity in extraction.entities}
    for claim in extraction.claims:
        missing = sorted({claim.sentence_id} - sentences) or sorted(_entities_of(claim) - entities)
        if missing:
            raise InputError(
                f"Document {extraction.document.id}: claim {claim.id} refers to {missing[0]!r}, which the "
                "extraction does not list. Extract the document again."
            )


def _entities_of(claim: Claim) -> set[str]:
    assertion = claim.asserts
    speaker = {claim.attribution} if claim.attribution else set()
    if isinstance(assertion, Event):
        return {*assertion.parties, *assertion.places, *speaker}
    return {assertion.subject, assertion.object, *speaker}


def _load_batch(database: Database, batch: list[Extraction], tally: Tally, grades: Grades) -> None:
    writer = Writer(database, tally)
    claimed = claim_rows.assertions_of(batch)
    begun = writer.merge(
        "documents", BegunDocuments, "load/begin_documents", document_rows.document_rows(batch)
    )
    grade_documents(database, batch, grades)
    longest = max(len(each.document.text) for each in batch)
    for piece in pieces(document_rows.sentence_rows(batch), max(1, _HELD // longest)):
        writer.merge("sentences", Merged, "load/merge_sentences", piece)
    for piece in pieces(document_rows.word_rows(batch), WORDED):
        writer.send("load/merge_words", piece)
    _load_entities(writer, batch)
    rejoined = _load_assertions(writer, claimed)
    was_known = any(answer.known for answer in begun)
    if was_known:
        tally.removed += _remove_stale_claims(writer, batch, keep={each.id for each in claimed})
    renewed = _load_claims(writer, batch, claimed, completing=any(answer.unfinished for answer in begun))
    mediated = {each.id for each in claimed if isinstance(each, Event) and each.mediators}
    writer.recount(sorted(renewed))
    writer.recount(sorted((rejoined | mediated) - renewed), renewed=False)
    if was_known:
        writer.send("load/remove_stale_mentions", rows.kept_mention_rows(batch))
        writer.send_ids("load/remove_stale_sentences", _stale_sentences(database, batch))
    settle(database)
    finished = document_rows.finishing(each.document.id for each in batch)
    database.write("load/finish_documents", **finished)


def _load_entities(writer: Writer, batch: list[Extraction]) -> None:
    entities = [entity for each in batch for entity in each.entities]
    writer.merge(
        "entities", Merged, "load/merge_countries", entity_rows.country_rows(entities, rows.names_of)
    )
    actors = entity_rows.actor_rows(entities, rows.names_of)
    writer.tally.actors.update(str(row["id"]) for row in actors)
    writer.merge("entities", Merged, "load/merge_actors", actors)
    writer.send("load/merge_aliases", entity_rows.alias_rows(entities, rows.names_of))
    writer.send("load/merge_mentions", rows.mention_rows(batch))


def _load_assertions(writer: Writer, assertions: Sequence[Assertion]) -> set[str]:
    """Write events and relations with their ends and ties; return those that `Writer.join` names."""
    rejoined: set[str] = set()
    for name, rows_ in assertion_writes(assertions):
        if name in _COUNTED:
            writer.merge(_COUNTED[name], Merged, name, rows_)
        elif name in _JOINING:
            rejoined |= writer.join(name, rows_)
        else:
            writer.send(name, rows_)
    return rejoined


def _remove_stale_claims(writer: Writer, batch: list[Extraction], keep: set[str]) -> int:
    """Remove claims that the documents no longer make, and unclaimed events; return the number of claims."""
    kept, documents = claim_rows.stated_claims(batch), [each.document.id for each in batch]
    known = writer.database.rows(StatedClaim, "load/claims_of_documents", ids=documents)
    retired = {row.claim for row in known if (row.claim, row.assertion, row.speaker) not in kept}
    stale = writer.retire(sorted(retired))
    assertions = sorted({each for row in stale for each in (row.assertion, row.extracted) if each})
    claims = sorted({row.claim for row in stale})
    writer.recount(assertions)
    writer.send_ids("load/remove_unclaimed", [assertion for assertion in assertions if assertion not in keep])
    writer.send_ids("load/remove_retired_claims", claims)
    return len(claims)


def _stale_sentences(database: Database, batch: list[Extraction]) -> list[str]:
    kept = {sentence.id for each in batch for sentence in each.sentences}
    ids = [each.document.id for each in batch]
    known = database.rows(LoadedSentence, "load/sentences_of_documents", ids=ids)
    return sorted({row.sentence for row in known} - kept)


def _load_claims(
    writer: Writer, batch: list[Extraction], assertions: list[Assertion], *, completing: bool
) -> set[str]:
    """Merge claims, and count the new ones; return the assertions whose ties have to be counted again.

    `completing` names all of them, after an interrupted load.
    """
    learned = with_learned_confidence(claim_rows.claim_rows(batch), batch, trust_of(writer.database))
    claims = with_source_grades(writer.database, learned, batch)
    added = add_claims(writer.database, claims, assertions)
    answers = writer.merge("claims", MergedClaims, "load/merge_claims", added.left)
    writer.tally.count("claims", added.merged, len(added.merged))
    lost = len(claims) - sum(answer.merged for answer in (*answers, *added.answers))
    if lost:
        writer.recount([assertion.id for assertion in assertions])
        raise DatabaseError(
            f"{lost} claims could not be loaded, because another load removed their events at the same time. "
            "Nothing incomplete is shown; run this load again."
        )
    restore(writer.database, [str(row["id"]) for row in claims])
    if completing:
        return {assertion.id for assertion in assertions}
    return {assertion for answer in answers for assertion in answer.renewed}
