"""The rule that derives the verdict of a claim from its annotations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from cypher.model.graph import Judgement
from cypher.model.lens import lenses_of

_Given = TypeVar("_Given")


@dataclass(frozen=True, slots=True)
class Annotation:
    """One judgement of one author on one claim. `created_at` is ISO, UTC; `replaces` is an earlier one's id.

    `reading` is the id of the event or relation that the author reads in the claim, if it is not the
    extracted one. `source_grade` (A-F) and `information_grade` (1-6) are Admiralty grades; `sources` is what
    the author checked, as free text. A `final` annotation settles a disagreement: earlier ones no longer
    count.
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
        """What authors can agree or disagree about: the verdict and the reading."""
        return self.judgement, self.reading

    def as_row(self) -> dict[str, object]:
        """Return the properties of the node `Annotation`."""
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
    """The verdict that is stored on a claim, with confidence (0-1), tags, grades and the verifying authors.

    `reading` is the id of the event or relation that all of these authors read in the claim; None means the
    extracted one.
    """

    verdict: Judgement
    confidence: float | None = None
    tags: tuple[str, ...] = ()
    accepted_by: tuple[str, ...] = ()
    source_grade: str | None = None
    information_grade: int | None = None
    reading: str | None = None

    def as_row(self, extracted_confidence: float) -> dict[str, object]:
        """Return the properties of the node `Claim` that follow from the verdict, including its lenses."""
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
    """Derive the verdict of one claim from its annotations.

    The latest annotation of each author counts, unless it withdraws the judgement. If authors differ, the
    claim is *unsure* and keeps the extracted reading. Confidence and grades are those given last.
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
    """Return the latest annotation of `author`, if there is one."""
    return next((a for a in unreplaced(annotations) if a.author == author), None)


def unreplaced(annotations: Iterable[Annotation]) -> Sequence[Annotation]:
    """Return the annotations that no other one replaces, by time; times alone may be equal."""
    listed = sorted(annotations, key=lambda annotation: annotation.created_at)
    replaced = {annotation.replaces for annotation in listed}
    return [annotation for annotation in listed if annotation.id not in replaced]


def _in_force(current: Sequence[Annotation]) -> Sequence[Annotation]:
    """Return the annotations from the last final one on; all, if none is final."""
    settled = [place for place, annotation in enumerate(current) if annotation.final]
    return current[settled[-1] :] if settled else current


def _last(values: Iterable[_Given | None]) -> _Given | None:
    given = [value for value in values if value is not None]
    return given[-1] if given else None
