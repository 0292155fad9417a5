"""What analysts together think of a claim: the one place that derives a verdict from annotations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cypher.lens import lenses_of
from cypher.model import Judgement


@dataclass(frozen=True, slots=True)
class Annotation:
    """One judgement of one author on one claim. `created_at` is ISO, UTC; `replaces` names an earlier one."""

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
        }


@dataclass(frozen=True, slots=True)
class Standing:
    """Verdict, confidence (0-1), tags and the authors who verified: what is stored on the claim."""

    verdict: Judgement
    confidence: float | None
    tags: tuple[str, ...]
    accepted_by: tuple[str, ...]

    def as_row(self, extracted_confidence: float) -> dict[str, object]:
        """The properties of the node `Claim` that follow, with the lenses that see it from now on."""
        return {
            "verdict": self.verdict.value,
            "judged_confidence": self.confidence,
            "tags": list(self.tags),
            "accepted_by": list(self.accepted_by),
            "lenses": list(lenses_of(self.verdict, extracted_confidence, self.accepted_by)),
        }


def standing(annotations: Iterable[Annotation]) -> Standing:
    """What follows from the annotations of one claim.

    The latest of each author counts, unless it takes the judgement back. Authors who differ leave the claim
    *unsure*. Confidence is the one that was given last.
    """
    current = [a for a in _unreplaced(annotations) if a.judgement is not Judgement.NONE]
    verdicts = {annotation.judgement for annotation in current} or {Judgement.NONE}
    given = [annotation.confidence for annotation in current if annotation.confidence is not None]
    return Standing(
        verdict=verdicts.pop() if len(verdicts) == 1 else Judgement.UNSURE,
        confidence=given[-1] if given else None,
        tags=tuple(sorted({tag for annotation in current for tag in annotation.tags})),
        accepted_by=tuple(sorted({a.author for a in current if a.judgement is Judgement.VERIFIED})),
    )


def latest_of(annotations: Iterable[Annotation], author: str) -> Annotation | None:
    """What `author` last said of the claim, if anything."""
    return next((a for a in _unreplaced(annotations) if a.author == author), None)


def _unreplaced(annotations: Iterable[Annotation]) -> Sequence[Annotation]:
    """The annotations that no other replaces, by time; times alone may be equal."""
    listed = sorted(annotations, key=lambda annotation: annotation.created_at)
    replaced = {annotation.replaces for annotation in listed}
    return [annotation for annotation in listed if annotation.id not in replaced]
