"""Which lenses see a claim: the one place that knows the rule.

The names of the lenses that see it are stored on every claim, event, relation and tie (property
`lenses`), so that a statement says ``WHERE $lens IN claim.lenses`` and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection

from cypher.model.graph import Judgement, Lens

TRUST_THRESHOLD = 0.5
"""Confidence from which the trusted lens shows a claim that nobody has judged yet."""


def lenses_of(verdict: Judgement, confidence: float, accepted_by: Collection[str] = ()) -> tuple[str, ...]:
    """The lenses that see a claim of this verdict; `accepted_by` are the authors who verified it."""
    lenses = [Lens.ALL.value]
    if verdict is not Judgement.REJECTED:
        lenses.append(Lens.NOT_REJECTED.value)
    unjudged_but_likely = verdict is Judgement.NONE and confidence >= TRUST_THRESHOLD
    if verdict is Judgement.VERIFIED or unjudged_but_likely:
        lenses.append(Lens.TRUSTED.value)
    return (*lenses, *(lens_parameter(Lens.MINE, author) for author in sorted(accepted_by)))


def lens_parameter(lens: Lens, author: str) -> str:
    """The value of a statement's ``$lens``: the lens' name, with the author where it is a person's own."""
    return f"{lens.value}:{author}" if lens is Lens.MINE else lens.value
