"""The rule that decides which lenses show a claim.

Every claim, event, relation and tie stores the names of its lenses in the property `lenses`, so that
statements only need ``WHERE $lens IN claim.lenses``.
"""

from __future__ import annotations

from collections.abc import Collection

from cypher.model.graph import Judgement, Lens

TRUST_THRESHOLD = 0.5
"""The least confidence at which the trusted lens shows an unjudged claim."""

MOST_UNSAID = 0.45
"""The confidence of a claim with an unidentified party, or in a text about leisure, at most."""

DOUBTED_SOURCES = frozenset("DEF")
"""The grades of sources on whose word alone the trusted lens shows nothing."""

MOST_OF_DOUBTED = 0.45
"""The confidence of a claim from a source with one of these grades, at most."""


def graded_confidence(confidence: float, source_grade: str | None) -> float:
    """Return the confidence of a claim from a source with this grade (``A`` to ``F``; None if not graded)."""
    return min(confidence, MOST_OF_DOUBTED) if source_grade in DOUBTED_SOURCES else confidence


def lenses_of(verdict: Judgement, confidence: float, accepted_by: Collection[str] = ()) -> tuple[str, ...]:
    """Return the lenses that show a claim; `accepted_by` are the authors who verified it."""
    lenses = [Lens.ALL.value]
    if verdict is not Judgement.REJECTED:
        lenses.append(Lens.NOT_REJECTED.value)
    unjudged_but_likely = verdict is Judgement.NONE and confidence >= TRUST_THRESHOLD
    if verdict is Judgement.VERIFIED or unjudged_but_likely:
        lenses.append(Lens.TRUSTED.value)
    return (*lenses, *(lens_parameter(Lens.MINE, author) for author in sorted(accepted_by)))


def lens_parameter(lens: Lens, author: str) -> str:
    """Return the value of ``$lens``: the name of the lens, with the author for the lens *mine*."""
    return f"{lens.value}:{author}" if lens is Lens.MINE else lens.value
