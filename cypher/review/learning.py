"""Learns from the verdicts in the graph how far claims can be trusted; keeps lessons, and takes them back.

Lessons are nodes of the graph, because the verdicts are there: everybody who uses the graph, on any machine,
sees the same confidence, and a backup has both. They are never changed. Taking one back adds another.
`confidence` of a claim is what the lesson in force gives it, `extracted_confidence` what the extraction gave.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime

from cypher.database import Database
from cypher.errors import UsageError
from cypher.judging.transaction import recounts
from cypher.model.graph import Judgement
from cypher.model.ids import content_id
from cypher.model.lens import graded_confidence, lenses_of
from cypher.records.learn import JudgedEvidence, StoredLesson
from cypher.records.shared import ClaimEvidence
from cypher.review.calibration import Measures
from cypher.review.held_out import FEWEST, PARTS, Comparison, compared
from cypher.review.trust import Evidence, Trust, fitted

PAGE = 1000
"""The number of claims that get their confidence in one transaction."""


class NothingLearnedError(UsageError):
    """The verdicts are too few, or do not tell more than chance; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learned at a time, by its `number`; one that `undoes` another brings back what was before.

    `comparison` is what was measured on held-out verdicts. `applied` says whether all claims have the
    confidence that follows.
    """

    id: str
    number: int
    created_at: str
    trust: Trust
    comparison: Comparison | None = None
    undoes: str | None = None
    applied: bool = False


def lessons(database: Database) -> list[Lesson]:
    """Return all lessons, the oldest first."""
    return list(map(lesson_of, database.rows(StoredLesson, "learn/lessons")))


def in_force(listed: Sequence[Lesson]) -> Lesson | None:
    """Return the lesson that decides on the confidence of claims: the latest that was not taken back."""
    standing: list[Lesson] = []
    for lesson in listed:
        if lesson.undoes is None:
            standing.append(lesson)
        else:
            standing = [each for each in standing if each.id != lesson.undoes]
    return standing[-1] if standing else None


def trust_of(database: Database) -> Trust:
    """Return the model in force; without a lesson, the one that changes nothing."""
    lesson = in_force(lessons(database))
    return lesson.trust if lesson else Trust()


def assess(database: Database) -> tuple[Trust, Comparison]:
    """Fit a model to the verdicts and measure it on held-out ones; nothing is written.

    Raises `NothingLearnedError` if there are too few verdicts to measure anything.
    """
    rows = database.rows(JudgedEvidence, "learn/judged")
    evidence = [_evidence(row) for row in rows]
    right = [row.verdict == Judgement.VERIFIED and not row.recoded for row in rows]
    _check(evidence, right)
    return fitted(evidence, right), compared(evidence, right)


def learn(database: Database) -> Lesson:
    """Learn from the verdicts, and give all claims the confidence that follows.

    Raises `NothingLearnedError` if the verdicts are too few, or if the gain cannot be told from chance.
    """
    complete(database)
    trust, comparison = assess(database)
    if not comparison.is_better_than_chance:
        raise NothingLearnedError(
            f"{comparison.verdicts} verdicts teach nothing that could not be chance: on held-out ones the "
            f"mean loss falls by {comparison.gain:.3f} (95 %: {comparison.low:.3f} to "
            f"{comparison.high:.3f}). Nothing was changed. Judge more claims on the page Review, "
            "then try again."
        )
    return _add(database, trust, comparison)


def undo(database: Database) -> Lesson:
    """Take back the lesson in force: claims get the confidence of the lesson before, or of the extraction.

    Raises `UsageError` if there is none.
    """
    complete(database)
    listed = lessons(database)
    last = in_force(listed)
    if last is None:
        raise UsageError("There is no lesson to take back: claims have the confidence of the extraction.")
    before = in_force([each for each in listed if each.id != last.id])
    return _add(database, before.trust if before else Trust(), undoes=last.id)


def complete(database: Database) -> None:
    """Apply the latest lesson if that was cut off."""
    listed = lessons(database)
    if listed and not listed[-1].applied:
        _apply(database, listed[-1])


def _add(
    database: Database, trust: Trust, comparison: Comparison | None = None, undoes: str | None = None
) -> Lesson:
    lesson = Lesson(
        id=content_id("lesson", uuid.uuid4()),
        number=len(lessons(database)) + 1,
        created_at=datetime.now(UTC).isoformat(timespec="seconds"),
        trust=trust,
        comparison=comparison,
        undoes=undoes,
    )
    _save(database, lesson, applied=False)  # a load that starts from here on uses it
    return _apply(database, lesson)


def _apply(database: Database, lesson: Lesson) -> Lesson:
    """Give all claims the confidence that follows from a lesson, page by page. It can be repeated."""
    after: str | None = None
    while page := database.rows(ClaimEvidence, "learn/claims", after=after, limit=PAGE):
        if writes := confidence_writes(page, lesson.trust):
            database.write_together(writes)
        after = page[-1].claim
    return _save(database, lesson, applied=True)


def confidence_writes(
    claims: Sequence[ClaimEvidence], trust: Trust
) -> list[tuple[str, Mapping[str, object]]]:
    """Return the steps that give claims the confidence that follows from a model; none if all have it."""
    changed = [row for row in claims if row.present != _confidence(_evidence(row), trust, row.source_grade)]
    if not changed:
        return []
    rows = [learned_row(_evidence(row), trust, row.source_grade) for row in changed]
    return [("learn/set_confidence", {"rows": rows}), *recounts(row.asserts for row in changed)]


def learned_row(evidence: Evidence, trust: Trust, source_grade: str | None = None) -> dict[str, object]:
    """Return the properties of a claim that follow from a model, with the lenses of an unjudged claim.

    `source_grade` is that of the source from which its document came in.
    """
    confidence = _confidence(evidence, trust, source_grade)
    return {
        "claim": evidence.claim,
        "confidence": confidence,
        "extracted_confidence": evidence.confidence,
        "lenses": list(lenses_of(Judgement.NONE, confidence)),
    }


def _confidence(evidence: Evidence, trust: Trust, source_grade: str | None) -> float:
    return graded_confidence(trust.confidence(evidence), source_grade)


def _check(evidence: Sequence[Evidence], right: Sequence[bool]) -> None:
    articles = len({each.document for each in evidence})
    if len(evidence) < FEWEST or articles < PARTS or len(set(right)) < 2:
        raise NothingLearnedError(
            f"There are {len(evidence)} verdicts on claims of {articles} articles; {sum(right)} say right. "
            f"Learning needs at least {FEWEST} on {PARTS} articles, both right and wrong ones; claims that "
            "analysts disagree about or are unsure of do not count. Judge more claims on the page Review."
        )


def _evidence(row: ClaimEvidence | JudgedEvidence) -> Evidence:
    return Evidence(
        claim=row.claim,
        document=row.document,
        confidence=row.confidence,
        event_type=row.event_type,
        reasons=tuple(row.reasons),
        language=row.language,
        publisher=row.publisher,
    )


def _save(database: Database, lesson: Lesson, *, applied: bool) -> Lesson:
    database.write(
        "learn/save",
        id=lesson.id,
        number=lesson.number,
        created_at=lesson.created_at,
        undoes=lesson.undoes,
        trust=json.dumps(asdict(lesson.trust), ensure_ascii=False, sort_keys=True),
        comparison=json.dumps(asdict(lesson.comparison)) if lesson.comparison else None,
        applied=applied,
    )
    return replace(lesson, applied=applied)


def lesson_of(row: StoredLesson) -> Lesson:
    """Return a lesson as it was stored."""
    return Lesson(
        id=row.id,
        number=row.number,
        created_at=row.created_at,
        trust=Trust(**json.loads(row.trust)),
        comparison=_comparison(row.comparison) if row.comparison else None,
        undoes=row.undoes,
        applied=row.applied,
    )


def _comparison(text: str) -> Comparison:
    said = json.loads(text)
    before, after = Measures(**said.pop("before")), Measures(**said.pop("after"))
    return Comparison(**said, before=before, after=after)
