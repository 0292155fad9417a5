"""Measures the extraction's precision and the agreement of analysts from their verdicts; pure functions."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from cypher.model.graph import Judgement
from cypher.records.annotate import Opinion, ReviewedClaim

_Z = 1.96  # of a normal distribution, for 95 %
_QUOTED = re.compile("“[^”]*”")


@dataclass(frozen=True, slots=True)
class Precision:
    """How often the extraction was right. A recoded claim counts as wrong, an unsure one as neither."""

    name: str
    right: int
    wrong: int
    unsure: int

    @property
    def share(self) -> float | None:
        """The share of right claims, 0-1; None if no claim counts."""
        decided = self.right + self.wrong
        return self.right / decided if decided else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % confidence interval of the share (Wilson's score interval); None if no claim counts."""
        decided = self.right + self.wrong
        if not decided:
            return None
        share, square = self.right / decided, _Z**2
        middle = (share + square / (2 * decided)) / (1 + square / decided)
        spread = share * (1 - share) / decided + square / (4 * decided**2)
        half = _Z * math.sqrt(spread) / (1 + square / decided)
        return max(0.0, middle - half), min(1.0, middle + half)


def precision_by(
    rows: Iterable[ReviewedClaim], names: Callable[[ReviewedClaim], Iterable[str]]
) -> list[Precision]:
    """Return the precision by name, most judged first; `names` gives those of one claim."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for name in set(names(row)):
            counts[name][_outcome(row)] += 1
    found = [Precision(name, c["right"], c["wrong"], c["unsure"]) for name, c in counts.items()]
    return sorted(found, key=lambda each: (-(each.right + each.wrong + each.unsure), each.name))


def rules_of(row: ReviewedClaim) -> Iterator[str]:
    """Return the reasons of a claim without the words quoted from its text, so that they can be counted."""
    return (_QUOTED.sub("“…”", reason) for reason in row.reasons)


def _outcome(row: ReviewedClaim) -> str:
    if row.verdict == Judgement.UNSURE:
        return "unsure"
    extracted = row.verdict == Judgement.VERIFIED and row.asserts == row.extracted
    return "right" if extracted else "wrong"


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement of authors on the claims of a type that two or more authors judged.

    `alpha` is Krippendorff's alpha for nominal data: 1 is perfect, 0 is chance. It is None if all verdicts
    are equal, because then agreement by chance would be perfect as well.
    """

    event_type: str
    claims: int
    agreed: int
    alpha: float | None


def agreement(rows: Iterable[Opinion]) -> list[Agreement]:
    """Return the agreement for each type, the most judged type first."""
    types: defaultdict[str, list[list[str]]] = defaultdict(list)
    for event_type, opinions in _opinions(rows):
        if len(opinions) > 1:
            types[event_type].append(opinions)
    found = [
        Agreement(kind, len(units), sum(len(set(unit)) == 1 for unit in units), krippendorff_alpha(units))
        for kind, units in types.items()
    ]
    return sorted(found, key=lambda each: (-each.claims, each.event_type))


def _opinions(rows: Iterable[Opinion]) -> Iterator[tuple[str, list[str]]]:
    """Yield the type of each claim with each author's latest opinion, except final judgements."""
    listed = list(rows)
    replaced = {row.replaces for row in listed}
    claims: defaultdict[str, list[str]] = defaultdict(list)
    types: dict[str, str] = {}
    for row in listed:
        types[row.claim] = row.event_type
        if row.id not in replaced and row.judgement != Judgement.NONE and not row.final:
            claims[row.claim].append(row.reading or row.judgement)
    return ((types[claim], opinions) for claim, opinions in claims.items())


def krippendorff_alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Return Krippendorff's alpha for nominal values; None if all values are equal.

    Each unit has the values that its judges gave. Source: K. Krippendorff, Content Analysis (2004), chapter
    11. Alpha is one minus observed divided by expected disagreement. Both come from the coincidence matrix,
    to which a unit of m values adds 1 / (m - 1) for each ordered pair of its values.
    """
    weights: defaultdict[tuple[str, str], float] = defaultdict(float)
    for unit in units:
        for pair in permutations(unit, 2):
            weights[pair] += 1 / (len(unit) - 1)
    totals: defaultdict[str, float] = defaultdict(float)
    for (value, _), weight in weights.items():
        totals[value] += weight
    everything = sum(totals.values())
    observed = sum(weight for (one, other), weight in weights.items() if one != other)
    expected = sum(totals[one] * totals[other] for one, other in permutations(totals, 2))
    return 1 - (everything - 1) * observed / expected if expected else None
