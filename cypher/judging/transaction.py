"""Writes judgements to the graph: reads claims with their annotations, then writes all changes or none.

The new verdict of each claim (`cypher.judging.verdicts`) is stored in the same transaction, with its lenses
and the event or relation that it now asserts.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from cypher.database import Database
from cypher.database.typed_rows import records_of
from cypher.errors import KonstelasiError
from cypher.judging.recoding import assertion_of
from cypher.judging.verdicts import Annotation, ClaimVerdict, claim_verdict
from cypher.model.assertions import Assertion, assertion_writes
from cypher.model.graph import Judgement
from cypher.records.annotate import ClaimVersion, SubjectClaim
from cypher.records.load import CountedTies
from cypher.records.shared import FoundAssertion, StoredAnnotation

PATIENCE_SECONDS = 15.0
"""How long a judgement is retried while others judge the same claims; one of them succeeds in each round."""

_Steps = list[tuple[str, Mapping[str, object]]]


class ConflictError(KonstelasiError):
    """Somebody else judged the same claims in the meantime; nothing was recorded."""


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A claim with its version and all its annotations at the time when it was read.

    `asserts` is the event or relation that it asserts now, `extracted` the one that was extracted.
    """

    id: str
    version: int
    confidence: float
    asserts: str
    extracted: str
    past: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """What one judgement wrote: its id, how many annotations, and the ties that were counted anew."""

    id: str
    annotations: int = 0
    ties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """A new annotation; `assertion` is its reading of the claim, which the graph may not have yet."""

    annotation: Annotation
    assertion: Assertion | None = None


def record(
    database: Database,
    batch: str,
    claims: Callable[[], list[JudgedClaim]],
    say: Callable[[Sequence[JudgedClaim]], Sequence[Saying]],
) -> Batch:
    """Write an annotation on each claim, all or none; if claims changed meanwhile, read them and try again.

    Returns what was written. `claims` reads the claims, and `say` makes an annotation for each. Raises
    `ConflictError` when others judge the same claims for longer than `PATIENCE_SECONDS`.
    """
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        found = claims()
        if not found:
            return Batch(batch)
        tables = database.tables_together(_steps(database, found, say(found)))
        if tables[0].affirms:
            (counted,) = records_of(tables[-1], CountedTies)
            return Batch(batch, len(found), tuple(counted.counted))
    raise ConflictError("Others are judging the same claims at this moment. Nothing was recorded; try again.")


def with_past(database: Database, rows: Sequence[ClaimVersion | SubjectClaim]) -> list[JudgedClaim]:
    """Return claims with their annotations.

    The versions were read before the annotations: if one is added in between, the later write fails instead
    of missing it.
    """
    past: defaultdict[str, list[Annotation]] = defaultdict(list)
    if rows:
        ids = [row.claim for row in rows]
        for annotation in read_annotations(database, "annotate/history_of_claims", ids=ids):
            past[annotation.claim].append(annotation)
    return [
        JudgedClaim(
            row.claim, row.version, row.confidence, row.asserts, row.extracted, tuple(past[row.claim])
        )
        for row in rows
    ]


def read_annotations(database: Database, name: str, **parameters: object) -> list[Annotation]:
    """Run a statement that returns annotations."""
    return [_annotation(row) for row in database.rows(StoredAnnotation, name, **parameters)]


def _annotation(row: StoredAnnotation) -> Annotation:
    return Annotation(
        id=row.id,
        claim=row.claim,
        batch=row.batch,
        judgement=Judgement(row.judgement),
        author=row.author,
        created_at=row.created_at,
        confidence=row.confidence,
        note=row.note,
        tags=tuple(row.tags),
        replaces=row.replaces,
        reading=row.reading,
        source_grade=row.source_grade,
        information_grade=row.information_grade,
        sources=tuple(row.sources or ()),
        final=bool(row.final),
    )


def assertions(database: Database, ids: Iterable[str]) -> dict[str, Assertion]:
    """Read events and relations with their parties, by id."""
    rows = database.rows(FoundAssertion, "annotate/assertions", ids=sorted(set(ids)))
    return {row.id: assertion_of(row) for row in rows}


def settle(database: Database, claims: Sequence[JudgedClaim]) -> None:
    """Give claims that came back into the graph the verdict and the reading of their annotations."""
    after = {claim.id: claim_verdict(claim.past) for claim in claims}
    rows = [{**_expected(c), "claim_verdict": after[c.id].as_row(c.confidence)} for c in claims]
    database.write_together(
        [("annotate/settle", {"rows": rows}), *_moves(claims, after), *recounts(_touched(claims, after))]
    )


def recounts(assertions: Iterable[str], *, renewed: bool = True) -> _Steps:
    """Return the steps that update the lenses of these assertions, and the counts of their ties.

    The ties get a new version if their claims changed (`renewed`), or if a count was wrong.
    """
    ids = sorted(set(assertions))
    return [
        ("load/refresh_lenses", {"ids": ids}),
        ("load/count_ties", {"assertions": ids, "renewed": renewed}),
    ]


def _steps(database: Database, claims: Sequence[JudgedClaim], said: Sequence[Saying]) -> _Steps:
    after = {
        claim.id: claim_verdict([*claim.past, saying.annotation])
        for claim, saying in zip(claims, said, strict=True)
    }
    rows = [
        {
            **_expected(claim),
            "annotation": saying.annotation.as_row(),
            "claim_verdict": after[claim.id].as_row(claim.confidence),
        }
        for claim, saying in zip(claims, said, strict=True)
    ]
    read = {saying.assertion.id for saying in said if saying.assertion}
    return [
        ("annotate/judge", {"rows": rows}),
        *_readings(database, said),
        *_moves(claims, after),
        *recounts(_touched(claims, after) | read),
    ]


def _readings(database: Database, said: Sequence[Saying]) -> _Steps:
    """Return the steps that add missing readings to the graph, and link them so that they stay there."""
    read = {saying.assertion.id: saying.assertion for saying in said if saying.assertion}
    links = [
        {"annotation": saying.annotation.id, "assertion": saying.annotation.reading}
        for saying in said
        if saying.annotation.reading
    ]
    known = assertions(database, read) if read else {}
    new = [assertion for name, assertion in read.items() if name not in known]
    writes: _Steps = [(name, {"rows": rows}) for name, rows in assertion_writes(new) if rows]
    return [*writes, *([("annotate/link_readings", {"rows": links})] if links else [])]


def _moves(claims: Sequence[JudgedClaim], after: Mapping[str, ClaimVerdict]) -> _Steps:
    """Return the step that makes claims assert their new readings; empty if none changes."""
    targets = ((claim, _target(claim, after)) for claim in claims)
    rows = [
        {"claim": claim.id, "assertion": assertion}
        for claim, assertion in targets
        if assertion != claim.asserts
    ]
    return [("annotate/read_as", {"rows": rows})] if rows else []


def _touched(claims: Sequence[JudgedClaim], after: Mapping[str, ClaimVerdict]) -> set[str]:
    """The ids of what the claims assert before and after the change."""
    return {assertion for claim in claims for assertion in (claim.asserts, _target(claim, after))}


def _target(claim: JudgedClaim, after: Mapping[str, ClaimVerdict]) -> str:
    return after[claim.id].reading or claim.extracted


def _expected(claim: JudgedClaim) -> dict[str, object]:
    return {"claim": claim.id, "version": claim.version}
