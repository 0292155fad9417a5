"""What analysts together think of a claim: the one place that derives a verdict from annotations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from cypher.model.graph import Judgement
from cypher.model.lens import lenses_of

_Given = TypeVar("_Given")


@dataclass(frozen=True, slots=True)
class Annotation:
    """One judgement of one author on one claim. `created_at` is ISO, UTC; `replaces` names an earlier one.

    `reading` is the event or relation that the author reads in the claim, when it is not the extracted one.
    `source_grade` (A-F) and `information_grade` (1-6) are Admiralty grades; `sources` is what the author
    looked at, as written. A `final` annotation settles a disagreement: what was said before counts no more.
    """

    id: str
    claim: str
    batch: str
    judgement: Judgement
    author: str
    created_at: str
    confidence: float | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()
    replaces: str | None = None
    reading: str | None = None
    source_grade: str | None = None
    information_grade: int | None = None
    sources: tuple[str, ...] = ()
    final: bool = False

    @property
    def opinion(self) -> tuple[Judgement, str | None]:
        """What authors agree or differ about: the verdict, and what is read in the claim."""
        return self.judgement, self.reading

    def as_row(self) -> dict[str, object]:
        """The properties of the node `Annotation`."""
        return {
            "id": self.id,
            "subject": self.claim,
            "batch": self.batch,
            "judgement": self.judgement.value,
            "author": self.author,
            "created_at": self.created_at,
            "confidence": self.confidence,
            "note": self.note,
            "tags": list(self.tags),
            "replaces": self.replaces,
            "reading": self.reading,
            "source_grade": self.source_grade,
            "information_grade": self.information_grade,
            "sources": list(self.sources),
            "final": self.final,
        }


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """Verdict, confidence (0-1), tags, grades and the authors who verified: what is stored on the claim.

    `reading` is the event or relation that the claim asserts by common judgement; None: the extracted one.
    """

    verdict: Judgement
    confidence: float | None = None
    tags: tuple[str, ...] = ()
    accepted_by: tuple[str, ...] = ()
    source_grade: str | None = None
    information_grade: int | None = None
    reading: str | None = None

    def as_row(self, extracted_confidence: float) -> dict[str, object]:
        """The properties of the node `Claim` that follow, with the lenses that see it from now on."""
        return {
            "verdict": self.verdict.value,
            "judged_confidence": self.confidence,
            "tags": list(self.tags),
            "accepted_by": list(self.accepted_by),
            "source_grade": self.source_grade,
            "information_grade": self.information_grade,
            "lenses": list(lenses_of(self.verdict, extracted_confidence, self.accepted_by)),
        }


def claim_verdict(annotations: Iterable[Annotation]) -> ClaimVerdict:
    """What follows from the annotations of one claim.

    The latest of each author counts, unless it takes the judgement back. Authors who differ leave the claim
    *unsure*, and what was extracted stands. Confidence and grades are those that were given last.
    """
    current = _in_force([a for a in unreplaced(annotations) if a.judgement is not Judgement.NONE])
    opinions = {annotation.opinion for annotation in current} or {(Judgement.NONE, None)}
    verdict, reading = opinions.pop() if len(opinions) == 1 else (Judgement.UNSURE, None)
    return ClaimVerdict(
        verdict=verdict,
        confidence=_last(annotation.confidence for annotation in current),
        tags=tuple(sorted({tag for annotation in current for tag in annotation.tags})),
        accepted_by=tuple(sorted({a.author for a in current if a.opinion == (Judgement.VERIFIED, reading)})),
        source_grade=_last(annotation.source_grade for annotation in current),
        information_grade=_last(annotation.information_grade for annotation in current),
        reading=reading,
    )


def latest_of(annotations: Iterable[Annotation], author: str) -> Annotation | None:
    """What `author` last said of the claim, if anything."""
    return next((a for a in unreplaced(annotations) if a.author == author), None)


def unreplaced(annotations: Iterable[Annotation]) -> Sequence[Annotation]:
    """The annotations that no other replaces, by time; times alone may be equal."""
    listed = sorted(annotations, key=lambda annotation: annotation.created_at)
    replaced = {annotation.replaces for annotation in listed}
    return [annotation for annotation in listed if annotation.id not in replaced]


def _in_force(current: Sequence[Annotation]) -> Sequence[Annotation]:
    """From the last final one on; all of them when nobody has settled anything."""
    settled = [place for place, annotation in enumerate(current) if annotation.final]
    return current[settled[-1] :] if settled else current


def _last(values: Iterable[_Given | None]) -> _Given | None:
    given = [value for value in values if value is not None]
    return given[-1] if given else None
