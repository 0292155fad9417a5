"""Analysts' judgements on claims and ties: append-only, undoable, safe if two people judge at once.

A judgement on ties or on several claims is stored as one annotation for each claim, with a common `batch`.
Nothing is overwritten: an author's new annotation replaces their earlier one, and undoing appends an
annotation that restores the earlier one. To *recode* a claim is to verify another reading of it; the claim
keeps the extracted reading as well.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from typing import TypedDict, TypeVar, Unpack

from cypher.database import Database
from cypher.errors import UsageError
from cypher.judging.recoding import Recode, recoded
from cypher.judging.transaction import (
    Batch,
    ConflictError,
    JudgedClaim,
    Saying,
    assertions,
    read_annotations,
    record,
    settle,
    with_past,
)
from cypher.judging.verdicts import Annotation, latest_of
from cypher.model.graph import Judgement
from cypher.model.ids import content_id
from cypher.records.annotate import ClaimVersion, EntityById, SubjectClaim

__all__ = [
    "Annotation",
    "Batch",
    "ConflictError",
    "Recode",
    "Said",
    "annotate",
    "history",
    "judge",
    "restore",
    "since",
    "take_back",
    "undo",
]

_Grade = TypeVar("_Grade", str, int)

CLAIM_LIMIT = 5000
"""The maximum number of claims of one judgement, which is written in one transaction."""

SOURCE_GRADES = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""Admiralty grades of a source."""

INFORMATION_GRADES = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtfully true",
    5: "improbable",
    6: "truth cannot be judged",
}
"""Admiralty grades of a piece of information."""


class Said(TypedDict, total=False):
    """The optional parts of a judgement; see `cypher.judging.verdicts.Annotation`."""

    confidence: float | None
    note: str | None
    tags: Collection[str]
    source_grade: str | None
    information_grade: int | None
    sources: Collection[str]
    recode: Recode | None
    final: bool


def annotate(
    database: Database,
    subject: str | Collection[str],
    judgement: Judgement,
    *,
    author: str,
    versions: Mapping[str, int] | None = None,
    **said: Unpack[Said],
) -> str:
    """Record a judgement as `judge` does; return the id of the batch, which undoes it."""
    return judge(database, subject, judgement, author=author, versions=versions, **said).id


def judge(
    database: Database,
    subject: str | Collection[str],
    judgement: Judgement,
    *,
    author: str,
    versions: Mapping[str, int] | None = None,
    **said: Unpack[Said],
) -> Batch:
    """Record a judgement on claims, or on all claims of ties; return what was written, with the batch's id.

    `subject` is one id or several. `versions` maps the claims that the analyst looked at to their versions:
    if one has changed, nothing is recorded and `ConflictError` is raised. Raises `UsageError` for an unknown
    subject or entity, or a value out of range.
    """
    subjects = [subject] if isinstance(subject, str) else list(subject)
    template = _annotation(judgement, author, said)
    recode = _checked_recode(database, judgement, said.get("recode"))

    def claims() -> list[JudgedClaim]:
        found = _claims_of(database, subjects)
        _refuse_stale(found, versions)
        return found

    return record(database, template.batch, claims, lambda found: _sayings(database, template, recode, found))


def undo(database: Database, batch: str, *, author: str) -> str:
    """Undo a batch as `take_back` does; return the id of the new batch."""
    return take_back(database, batch, author=author).id


def take_back(database: Database, batch: str, *, author: str) -> Batch:
    """Undo a batch by restoring its author's earlier judgements; return what was written, as a new batch.

    To undo that batch is to redo the first. Raises `UsageError` if there is no such batch or it is another
    author's, and `ConflictError` if its author has judged the same claims again since.
    """
    done = {made.claim: made for made in read_annotations(database, "annotate/batch", batch=batch)}
    _refuse_foreign(batch, list(done.values()), _checked_author(author))
    new_batch, now = _new_batch(), _now()

    def claims() -> list[JudgedClaim]:
        return with_past(database, database.rows(ClaimVersion, "annotate/claims", ids=list(done)))

    def reverse(claim: JudgedClaim) -> Saying:
        made = done[claim.id]
        if latest_of(claim.past, made.author) != made:
            raise ConflictError(
                f"{made.author!r} has judged {claim.id} again since batch {batch}. "
                "Nothing was undone; undo the later judgement first."
            )
        before = next((a for a in claim.past if a.id == made.replaces), None)
        back = before or Annotation("", claim.id, "", Judgement.NONE, made.author, now)
        return Saying(
            replace(back, id=_id(new_batch, claim), batch=new_batch, created_at=now, replaces=made.id)
        )

    return record(database, new_batch, claims, lambda found: [reverse(claim) for claim in found])


def history(database: Database, subject: str) -> tuple[Annotation, ...]:
    """Return all annotations of a claim, or of the claims of a tie, the newest first.

    This includes claims that are no longer in the graph.
    """
    claims = [row.claim for row in database.rows(SubjectClaim, "annotate/subject_claims", subjects=[subject])]
    made = read_annotations(database, "annotate/history_of_claims", ids=claims or [subject])
    return tuple(reversed(made))


def since(database: Database, versions: Mapping[str, int]) -> tuple[Annotation, ...]:
    """Return the annotations of claims since they had these versions, the newest first."""
    said: list[Annotation] = []
    for claim in with_past(database, database.rows(ClaimVersion, "annotate/claims", ids=list(versions))):
        news = claim.version - versions[claim.id]
        said.extend(claim.past[-news:] if news > 0 else ())
    return tuple(sorted(said, key=lambda annotation: annotation.created_at, reverse=True))


def restore(database: Database, claims: Sequence[str]) -> int:
    """Restore annotations and verdicts of claims that came back into the graph; return how many had any."""
    if not claims:
        return 0
    found = database.rows(ClaimVersion, "annotate/unsettled_claims", ids=list(claims))
    unsettled = with_past(database, found)
    if unsettled:
        settle(database, unsettled)
    return len(unsettled)


def _annotation(judgement: Judgement, author: str, said: Said) -> Annotation:
    """Check the parts of a judgement and build its annotation, without a claim."""
    return Annotation(
        id="",
        claim="",
        batch=_new_batch(),
        judgement=judgement,
        author=_checked_author(author),
        created_at=_now(),
        confidence=_checked_confidence(said.get("confidence")),
        note=said.get("note") or None,
        tags=_stripped(said.get("tags", ())),
        source_grade=_checked(said.get("source_grade"), SOURCE_GRADES, "A source is graded A to F"),
        information_grade=_checked(
            said.get("information_grade"), INFORMATION_GRADES, "Information is graded 1 to 6"
        ),
        sources=_stripped(said.get("sources", ())),
        final=said.get("final", False),
    )


def _sayings(
    database: Database, template: Annotation, recode: Recode | None, claims: Sequence[JudgedClaim]
) -> list[Saying]:
    """Build the annotation of each claim, with its reading if that differs from the extracted one."""
    origins = assertions(database, (claim.extracted for claim in claims)) if recode else {}
    sayings = []
    for claim in claims:
        before = latest_of(claim.past, template.author)
        made = replace(
            template,
            id=_id(template.batch, claim),
            claim=claim.id,
            replaces=before.id if before else None,
        )
        assertion = recoded(origins[claim.extracted], recode) if recode else None
        if assertion is None or assertion.id == claim.extracted:
            sayings.append(Saying(made))
        else:
            sayings.append(Saying(replace(made, reading=assertion.id), assertion))
    return sayings


def _claims_of(database: Database, subjects: Sequence[str]) -> list[JudgedClaim]:
    asked = {"subjects": subjects, "limit": CLAIM_LIMIT + 1}
    rows = database.rows(SubjectClaim, "annotate/subject_claims", **asked)
    if len(rows) > CLAIM_LIMIT:
        raise UsageError(f"These are more than {CLAIM_LIMIT} claims. Judge fewer at a time.")
    missing = set(subjects) - {subject for row in rows for subject in row.subjects}
    if missing:
        raise UsageError(
            f"There is no claim or tie {min(missing)!r} to judge. `konstelasi query` shows their ids."
        )
    return with_past(database, rows)


def _id(batch: str, claim: JudgedClaim) -> str:
    return content_id("annotation", batch, claim.id)


def _new_batch() -> str:
    return content_id("batch", uuid.uuid4())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _stripped(texts: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted({text.strip() for text in texts} - {""}))


def _checked_author(author: str) -> str:
    if not author.strip():
        raise UsageError("A judgement needs an author. Give your name.")
    return author.strip()


def _checked_confidence(confidence: float | None) -> float | None:
    if confidence is not None and not 0 <= confidence <= 1:
        raise UsageError(f"Confidence must be between 0 and 1, not {confidence}.")
    return confidence


def _checked(grade: _Grade | None, grades: Mapping[_Grade, str], rule: str) -> _Grade | None:
    if grade is not None and grade not in grades:
        raise UsageError(f"{rule}, not {grade!r}.")
    return grade


def _checked_recode(database: Database, judgement: Judgement, recode: Recode | None) -> Recode | None:
    """Return the recode with what its parties act for."""
    if recode is None:
        return None
    if judgement is not Judgement.VERIFIED:
        raise UsageError(
            f"A recode gives the correct reading, so it must be {Judgement.VERIFIED}, not {judgement}."
        )
    parties = sorted(recode.parties())
    found = database.rows(EntityById, "annotate/entities", ids=parties) if parties else []
    missing = sorted({*parties} - {each.id for each in found})
    if missing:
        raise UsageError(f"There is no entity {missing[0]!r}. `konstelasi query` shows the ids of entities.")
    return replace(recode, acts_for={each.id: each.acts_for for each in found})


def _refuse_stale(claims: Sequence[JudgedClaim], versions: Mapping[str, int] | None) -> None:
    stale = [c.id for c in claims if versions is not None and versions.get(c.id, c.version) != c.version]
    if stale:
        raise ConflictError(
            f"{len(stale)} of {len(claims)} claims were judged since you opened them "
            f"({', '.join(islice(stale, 3))}). Nothing was recorded; look at their history and judge again."
        )


def _refuse_foreign(batch: str, done: Sequence[Annotation], author: str) -> None:
    if not done:
        raise UsageError(
            f"There is no batch {batch!r} of annotations. The history of a claim or tie lists them."
        )
    if done[0].author != author:
        raise UsageError(
            f"Batch {batch} is by {done[0].author!r}, and only they can undo it. Add your own judgement."
        )
