"""Analysts' judgements on claims and ties: append-only, undoable, safe when two people judge at once.

A judgement on a tie is one annotation for each of its claims, sharing a `batch`. Nothing is overwritten: an
author's new judgement replaces their earlier one, undoing appends one that restores what stood before.
"""

from __future__ import annotations

import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from cypher.database import Database
from cypher.errors import KonstelasiError, UsageError
from cypher.ids import content_id
from cypher.model import Judgement
from cypher.standing import Annotation, latest_of, standing

__all__ = ["Annotation", "ConflictError", "annotate", "history", "restore", "undo"]

CLAIM_LIMIT = 5000
"""Claims that one judgement may cover: they are judged together, in one transaction."""

PATIENCE_SECONDS = 15.0
"""How long a judgement is tried again while others judge the same claims; each round somebody succeeds."""


class ConflictError(KonstelasiError):
    """Somebody else judged the same claims in the meantime; nothing was recorded."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """A claim as it stood when it was read, with all that was said of it before."""

    id: str
    version: int
    confidence: float
    past: tuple[Annotation, ...] = ()


def annotate(  # noqa: PLR0913 - all that an analyst may say of a claim
    database: Database,
    subject: str,
    judgement: Judgement,
    *,
    author: str,
    confidence: float | None = None,
    note: str | None = None,
    tags: Collection[str] = (),
    versions: Mapping[str, int] | None = None,
) -> str:
    """Record a judgement on a claim or on all claims of a tie; returns the batch, by which it is undone.

    `versions` are those of the claims that the analyst looked at: when one has changed, nothing is recorded
    and `ConflictError` is raised. Raises `UsageError` for an unknown subject or a value out of range.
    """
    said = Annotation(
        id="",
        claim="",
        batch=_new_batch(),
        judgement=judgement,
        author=_checked_author(author),
        created_at=_now(),
        confidence=_checked_confidence(confidence),
        note=note or None,
        tags=tuple(sorted({tag.strip() for tag in tags} - {""})),
    )

    def judge(claim: _Claim) -> Annotation:
        before = latest_of(claim.past, said.author)
        return replace(
            said, id=_id(said.batch, claim), claim=claim.id, replaces=before.id if before else None
        )

    def claims() -> list[_Claim]:
        found = _claims_of(database, subject)
        _refuse_unknown(subject, found)
        _refuse_stale(found, versions)
        return found

    _record(database, claims, judge)
    return said.batch


def undo(database: Database, batch: str, *, author: str) -> str:
    """Take a batch back by restoring what its author thought before; returns the new batch.

    Undoing an undo is doing it again. Raises `UsageError` when there is no such batch or it is another
    author's, and `ConflictError` when its author has judged the same claims again since.
    """
    done = {annotation.claim: annotation for annotation in _read(database, "annotate/batch", batch=batch)}
    _refuse_foreign(batch, list(done.values()), _checked_author(author))
    new_batch, now = _new_batch(), _now()

    def reverse(claim: _Claim) -> Annotation:
        annotation = done[claim.id]
        if latest_of(claim.past, annotation.author) != annotation:
            raise ConflictError(
                f"{annotation.author!r} has judged {claim.id} again since batch {batch}. "
                "Nothing was undone; undo the later judgement first."
            )
        before = next((a for a in claim.past if a.id == annotation.replaces), None)
        back = before or replace(annotation, judgement=Judgement.NONE, confidence=None, note=None, tags=())
        origin = {
            "id": _id(new_batch, claim),
            "batch": new_batch,
            "created_at": now,
            "replaces": annotation.id,
        }
        return replace(back, **origin)  # type: ignore[arg-type]

    def claims() -> list[_Claim]:
        return _with_past(database, database.read("annotate/claims", ids=list(done)).rows)

    _record(database, claims, reverse)
    return new_batch


def history(database: Database, subject: str) -> tuple[Annotation, ...]:
    """All annotations of a claim, or of the claims of a tie, the newest first.

    A claim that is no longer in the graph still has its history.
    """
    claims = [claim.id for claim in _claims_of(database, subject)]
    return tuple(reversed(_read(database, "annotate/history_of_claims", ids=claims or [subject])))


def restore(database: Database, claims: Sequence[str]) -> int:
    """Give claims that came back into the graph their old annotations and verdicts; returns how many."""
    if not claims:
        return 0
    unsettled = _with_past(database, database.read("annotate/unsettled_claims", ids=list(claims)).rows)
    if unsettled:
        rows = [{**_expected(c), "standing": standing(c.past).as_row(c.confidence)} for c in unsettled]
        database.write("annotate/settle", rows=rows)
    return len(unsettled)


def _record(
    database: Database, claims: Callable[[], list[_Claim]], say: Callable[[_Claim], Annotation]
) -> None:
    """Say something of each claim, all or nothing; what changed underneath is read and judged again."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        found = claims()
        rows = []
        for claim in found:
            annotation = say(claim)
            after = standing([*claim.past, annotation]).as_row(claim.confidence)
            rows.append({**_expected(claim), "annotation": annotation.as_row(), "standing": after})
        if not rows or database.write("annotate/judge", rows=rows).records()[0]["judged"]:
            return
    raise ConflictError(
        "The claims are being judged by others at this moment. Nothing was recorded; try again."
    )


def _expected(claim: _Claim) -> dict[str, object]:
    return {"claim": claim.id, "version": claim.version}


def _claims_of(database: Database, subject: str) -> list[_Claim]:
    rows = database.read("annotate/subject_claims", subject=subject, limit=CLAIM_LIMIT + 1).rows
    if len(rows) > CLAIM_LIMIT:
        raise UsageError(f"{subject} has more than {CLAIM_LIMIT} claims. Judge its claims one by one.")
    return _with_past(database, rows)


def _with_past(database: Database, rows: Sequence[tuple[Any, ...]]) -> list[_Claim]:
    """Claims (id, version, confidence) with their annotations.

    The version is read first: an annotation that comes in between makes the later write fail, not go astray.
    """
    past: defaultdict[str, list[Annotation]] = defaultdict(list)
    if rows:
        for annotation in _read(database, "annotate/history_of_claims", ids=[row[0] for row in rows]):
            past[annotation.claim].append(annotation)
    return [_Claim(id_, version, sure, tuple(past[id_])) for id_, version, sure in rows]


def _read(database: Database, name: str, **parameters: object) -> list[Annotation]:
    records = database.read(name, **parameters).records()
    return [
        Annotation(**{**r, "judgement": Judgement(r["judgement"]), "tags": tuple(r["tags"])}) for r in records
    ]


def _id(batch: str, claim: _Claim) -> str:
    return content_id("annotation", batch, claim.id)


def _new_batch() -> str:
    return content_id("batch", uuid.uuid4())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _checked_author(author: str) -> str:
    if not author.strip():
        raise UsageError("A judgement needs an author: say who you are.")
    return author.strip()


def _checked_confidence(confidence: float | None) -> float | None:
    if confidence is not None and not 0 <= confidence <= 1:
        raise UsageError(f"Confidence lies between 0 and 1; {confidence} does not.")
    return confidence


def _refuse_unknown(subject: str, claims: Sequence[_Claim]) -> None:
    if not claims:
        raise UsageError(
            f"There is no claim or tie {subject!r} to judge. `konstelasi query` shows their ids."
        )


def _refuse_stale(claims: Sequence[_Claim], versions: Mapping[str, int] | None) -> None:
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
            f"Batch {batch} was made by {done[0].author!r}, who alone can undo it. Add your own judgement."
        )
