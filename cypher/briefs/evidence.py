"""The evidence of a brief: claims as they were when they were collected, independent of the graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cypher.records.shared import EvidenceClaim, FoundAssertion


@dataclass(frozen=True, slots=True)
class FrozenClaim:
    """A claim with its sentence, source, grade and verdict, and the names of its parties.

    `event` is the id of what it asserted. `actors` and `recipients` are names as the graph had them.
    """

    claim: str
    event: str
    event_type: str
    sentence: str
    document: str
    confidence: float
    verdict: str
    mode: str | None = None
    status: str | None = None
    role: str | None = None
    date: str | None = None
    date_precision: str | None = None
    not_after: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_on: str | None = None
    published_precision: str | None = None
    published_guessed: bool = False
    said_by: str | None = None
    source_grade: str | None = None
    information_grade: int | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()

    @property
    def grade(self) -> str:
        """The grade by source and information, such as ``B2``; empty if there is none."""
        graded = self.source_grade or self.information_grade
        return f"{self.source_grade or '–'}{self.information_grade or '–'}" if graded else ""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> FrozenClaim:
        """Return the claim of plain values; raises `TypeError` or `AttributeError` if they do not fit."""
        lists = {name: tuple(value.get(name) or ()) for name in ("actors", "recipients", "mediators")}
        return cls(**{**value, **lists})


_TAKEN_OVER = (
    "claim", "event", "event_type", "sentence", "document", "confidence", "verdict", "mode", "status",
    "role", "date", "date_precision", "not_after", "title", "publisher", "url", "published_on",
    "published_precision", "published_guessed", "source_grade", "information_grade",
)  # fmt: skip


def frozen(
    claims: Iterable[EvidenceClaim], assertions: Mapping[str, FoundAssertion]
) -> tuple[FrozenClaim, ...]:
    """Freeze claims; `assertions` has what they assert, by id, from which they get their parties."""
    return tuple(_frozen(claim, assertions.get(claim.event)) for claim in claims)


def _frozen(claim: EvidenceClaim, asserted: FoundAssertion | None) -> FrozenClaim:
    taken = {name: getattr(claim, name) for name in _TAKEN_OVER}
    return FrozenClaim(
        **taken,
        said_by=claim.attribution_name,
        actors=_names(asserted.actors if asserted else ()),
        recipients=_names(asserted.recipients if asserted else ()),
        mediators=_names(asserted.mediators if asserted else ()),
    )


def _names(parties: Sequence[Any]) -> tuple[str, ...]:
    return tuple(party.name for party in parties)
