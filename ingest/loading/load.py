"""Loads extractions into the graph: batched, idempotent, and complete after a second run if it was killed.

Order is what makes it safe. A document loses its mark `loaded_at` first and gets it back last; events and
ties are invisible (no lenses) until their claims are there; a claim appears in one transaction with its
sentence and its event; what the extractor no longer claims is hidden before it is removed. Every step merges
by id, so a load that was cut off anywhere is finished by running it again. Annotations are never touched.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from cypher.database import Database
from cypher.errors import DatabaseError, InputError
from cypher.judging.annotations import restore
from cypher.judging.merging import settle
from cypher.judging.redrawing import redraw
from cypher.judging.tie_counts import count_uncounted
from cypher.judging.transaction import recounts
from cypher.model.assertions import Assertion, Row, assertion_writes
from cypher.model.graph import Claim, Event, Extraction
from cypher.model.ids import content_id
from ingest.loading import rows
from ingest.loading.merge_proposals import suggest_merges
from ingest.loading.unnamed_groups import without_unnamed_groups

BATCH = 5000
"""Rows a statement, and roughly sentences, mentions and claims a batch."""

_HELD = 20_000_000
"""Characters of documents that a statement may hold: engines keep a document's text beside each sentence."""

_COUNTED = {"load/merge_events": "events", "load/merge_relations": "relations"}


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a kind were merged: `new` in the graph, or `known` before."""

    new: int
    known: int


@dataclass(frozen=True, slots=True)
class LoadSummary:
    """What a load did. `removed` counts claims that the extractor no longer makes.

    `skipped` has the reason for every document that was left out whole, as text.
    """

    documents: Count
    sentences: Count
    entities: Count
    events: Count
    relations: Count
    claims: Count
    removed: int = 0
    skipped: tuple[str, ...] = ()


def load(
    database: Database, extractions: Iterable[Extraction], progress: Callable[[int], None] | None = None
) -> LoadSummary:
    """Merge `extractions` into the graph; `progress` is told the number of documents after each batch.

    A document whose extraction contradicts itself is skipped, the others go on. Raises `DatabaseError`
    when the database gives up; loading the same again then completes the work.
    """
    tally = _Tally()
    count_uncounted(database)
    redraw(database)
    for batch in _batches(map(without_unnamed_groups, extractions), tally.skipped):
        _load_batch(database, batch, tally)
        if progress is not None:
            progress(len(batch))
    suggest_merges(database, tally.actors)
    return tally.summary()


@dataclass(slots=True)
class _Tally:
    """Counts so far. Entities, events and relations recur, so their ids are remembered."""

    new: dict[str, int] = field(default_factory=dict)
    merged: dict[str, int] = field(default_factory=dict)
    seen: dict[str, set[object]] = field(default_factory=dict)
    actors: set[str] = field(default_factory=set)
    removed: int = 0
    skipped: list[str] = field(default_factory=list)

    def count(self, kind: str, rows_: Sequence[Row], new: int) -> None:
        self.new[kind] = self.new.get(kind, 0) + new
        if kind in ("entities", "events", "relations"):
            self.seen.setdefault(kind, set()).update(row["id"] for row in rows_)
            self.merged[kind] = len(self.seen[kind])
        else:
            self.merged[kind] = self.merged.get(kind, 0) + len(rows_)

    def _of(self, kind: str) -> Count:
        new = self.new.get(kind, 0)
        return Count(new, self.merged.get(kind, 0) - new)

    def summary(self) -> LoadSummary:
        return LoadSummary(
            documents=self._of("documents"),
            sentences=self._of("sentences"),
            entities=self._of("entities"),
            events=self._of("events"),
            relations=self._of("relations"),
            claims=self._of("claims"),
            removed=self.removed,
            skipped=tuple(self.skipped),
        )


def _batches(extractions: Iterable[Extraction], skipped: list[str]) -> Iterator[list[Extraction]]:
    """Consistent extractions, by so many that a batch has about `BATCH` rows; each document once."""
    batch: dict[str, Extraction] = {}
    size = 0
    for extraction in extractions:
        try:
            _check(extraction)
        except InputError as problem:
            skipped.append(str(problem))
            continue
        batch[extraction.document.id] = extraction
        size += len(extraction.sentences) + len(extraction.mentions) + len(extraction.claims)
        if size >= BATCH:
            yield list(batch.values())
            batch, size = {}, 0
    if batch:
        yield list(batch.values())


def _check(extraction: Extraction) -> None:
    """Refuse what would lose a claim on the way: a sentence or entity that the extraction does not list."""
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
        return {*assertion.actors, *assertion.recipients, *assertion.places, *speaker}
    return {assertion.subject, assertion.object, *speaker}


def _load_batch(database: Database, batch: list[Extraction], tally: _Tally) -> None:
    writer = _Writer(database, tally)
    claimed = rows.things_of(batch)
    begun = writer.merge("documents", "load/begin_documents", rows.document_rows(batch))
    longest = max(len(each.document.text) for each in batch)
    writer.merge("sentences", "load/merge_sentences", rows.sentence_rows(batch), max(1, _HELD // longest))
    _load_entities(writer, batch)
    _load_things(writer, claimed)
    assertions = [assertion.id for assertion in claimed]
    was_known = _sum(begun, "known") > 0
    if was_known:
        tally.removed += _remove_stale_claims(writer, batch, keep=set(assertions))
    _load_claims(writer, batch, assertions, completing=_sum(begun, "unfinished") > 0)
    if was_known:
        writer.send("load/remove_stale_mentions", rows.kept_mention_rows(batch))
        writer.send_ids("load/remove_stale_sentences", _stale_sentences(database, batch))
    settle(database)
    loaded_at = datetime.now(UTC).isoformat(timespec="seconds")
    finished = [{"id": each.document.id, "loaded_at": loaded_at} for each in batch]
    database.write("load/finish_documents", load=content_id("load", uuid.uuid4()), rows=finished)


def _load_entities(writer: _Writer, batch: list[Extraction]) -> None:
    writer.merge("entities", "load/merge_countries", rows.country_rows(batch))
    actors = rows.actor_rows(batch)
    writer.tally.actors.update(str(row["id"]) for row in actors)
    writer.merge("entities", "load/merge_actors", actors)
    writer.send("load/merge_aliases", rows.alias_rows(batch))
    writer.send("load/merge_mentions", rows.mention_rows(batch))


def _load_things(writer: _Writer, assertions: Sequence[Assertion]) -> None:
    """Events and relations with their ends and ties."""
    for name, rows_ in assertion_writes(assertions):
        if name in _COUNTED:
            writer.merge(_COUNTED[name], name, rows_)
        else:
            writer.send(name, rows_)


def _remove_stale_claims(writer: _Writer, batch: list[Extraction], keep: set[str]) -> int:
    """Remove what the documents no longer claim, and events that nobody claims; returns how many claims."""
    kept, documents = rows.stated_claims(batch), [each.document.id for each in batch]
    known = writer.database.read("load/claims_of_documents", ids=documents).rows
    retired = sorted({row[0] for row in known if row not in kept})
    stale = writer.send_ids("load/retire_claims", retired)
    assertions = sorted({str(row[name]) for row in stale for name in ("assertion", "extracted") if row[name]})
    claims = sorted({str(row["claim"]) for row in stale})
    writer.recount(assertions)
    writer.send_ids("load/remove_unclaimed", [assertion for assertion in assertions if assertion not in keep])
    writer.send_ids("load/remove_retired_claims", claims)
    return len(claims)


def _stale_sentences(database: Database, batch: list[Extraction]) -> list[str]:
    kept = {sentence.id for each in batch for sentence in each.sentences}
    known = database.read("load/sentences_of_documents", ids=[each.document.id for each in batch]).rows
    return sorted({row[0] for row in known} - kept)


def _load_claims(
    writer: _Writer, batch: list[Extraction], assertions: list[str], *, completing: bool
) -> None:
    """Merge claims and count what they assert; a load that was cut off has left anything uncounted."""
    claims = rows.claim_rows(batch)
    answers = writer.merge("claims", "load/merge_claims", claims)
    lost = len(claims) - _sum(answers, "merged")
    if lost:
        raise DatabaseError(
            f"{lost} claims lost their event to another load that ran at the same time. "
            "Nothing half-loaded is shown; run this load again."
        )
    restore(writer.database, [str(row["id"]) for row in claims])
    renewed = {assertion for answer in answers for assertion in answer["renewed"]}
    if completing:
        renewed.update(assertions)
    writer.recount([assertion for assertion in assertions if assertion in renewed])
    writer.recount([assertion for assertion in assertions if assertion not in renewed], renewed=False)


def _sum(answers: Iterable[dict[str, Any]], name: str) -> int:
    return sum(answer[name] for answer in answers)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Sends rows in pieces of `BATCH`; a statement without rows is not sent."""

    database: Database
    tally: _Tally

    def merge(self, kind: str, name: str, rows_: list[Row], most: int = BATCH) -> list[dict[str, Any]]:
        """Send, and count what was new; returns the answers to all pieces, of at most `most` rows."""
        answers = self.send(name, rows_, most)
        self.tally.count(kind, rows_, _sum(answers, "merged") - _sum(answers, "known"))
        return answers

    def send(self, name: str, rows_: list[Row], most: int = BATCH) -> list[dict[str, Any]]:
        """The answers to all pieces, in order."""
        size = min(most, BATCH)
        pieces = (rows_[start : start + size] for start in range(0, len(rows_), size))
        return [answer for piece in pieces for answer in self.database.write(name, rows=piece).records()]

    def recount(self, assertions: list[str], *, renewed: bool = True) -> None:
        """Bring the lenses of events and relations, and the counts of their ties, up to date."""
        for start in range(0, len(assertions), BATCH):
            for name, parameters in recounts(assertions[start : start + BATCH], renewed=renewed):
                self.database.write(name, **parameters)

    def send_ids(self, name: str, ids: list[str]) -> list[dict[str, Any]]:
        """As `send`, of ids instead of rows."""
        pieces = (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
        return [answer for piece in pieces for answer in self.database.write(name, ids=piece).records()]
