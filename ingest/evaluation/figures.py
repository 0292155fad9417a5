"""Computes figures with bootstrap intervals: shares, F1 and macro-F1 over sentences."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

_RESAMPLES = 400
Item = TypeVar("Item")
Pair = tuple[str, str | None]
"""(wanted, given) classes; `given` is None if there was no answer."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in 0-1 with its bootstrap 95 % interval and counts; `floor` is a trivial method's score."""

    name: str
    value: float
    low: float
    high: float
    floor: float | None = None
    detail: str = ""

    def __str__(self) -> str:
        floor = "" if self.floor is None else f"   floor {self.floor:.3f}"
        detail = f"   {self.detail}" if self.detail else ""
        return f"{self.name:34} {self.value:.3f}  [{self.low:.3f}, {self.high:.3f}]{floor}{detail}"


@dataclass(frozen=True, slots=True)
class Tally:
    """The number of right, given and wanted answers of one or more sentences."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """Share of given answers that are right; 0 if none were given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Share of wanted answers that were found; 0 if none were wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 if no answers were wanted or given."""
        total = self.given + self.wanted
        return 2 * self.right / total if total else 1.0

    @property
    def is_perfect(self) -> bool:
        """Whether no answer is missing and none is superfluous."""
        return self.right == self.given == self.wanted

    def __str__(self) -> str:
        counts = f"{self.right} right of {self.given} given, {self.wanted} wanted"
        return f"P {self.precision:.3f}  R {self.recall:.3f}  ({counts})"


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of tallies."""
    return sum(tallies, Tally())


def f1_figure(name: str, tallies: Sequence[Tally], floor: Sequence[Tally] | None = None) -> Figure:
    """Return the F1 over sentences, each with its tally."""
    least = None if floor is None else total(floor).f1
    whole = total(tallies)
    return Figure(name, whole.f1, *interval(tallies, _f1), least, str(whole))


def _f1(tallies: Sequence[Tally]) -> float:
    return total(tallies).f1


def share_figure(name: str, hits: Sequence[bool], floor: float | None = None) -> Figure:
    """Return the share of sentences with a property; 0 if there are no sentences."""
    return Figure(name, share(hits), *interval(hits, share), floor, f"({sum(hits)} of {len(hits)})")


def share(hits: Sequence[bool]) -> float:
    """Return the share of hits; 0 if the list is empty."""
    return sum(hits) / len(hits) if hits else 0.0


def macro_figure(name: str, pairs: Sequence[Pair], floor: Sequence[Pair] | None = None) -> Figure:
    """Return the mean F1 of the wanted classes; a resample without a class leaves it out of its mean."""
    least = None if floor is None else macro_f1(floor)
    return Figure(name, macro_f1(pairs), *interval(pairs, macro_f1), least)


def macro_f1(pairs: Sequence[Pair]) -> float:
    """Return the mean F1 of `by_class`; 0 without pairs."""
    figures = [tally.f1 for tally in by_class(pairs).values()]
    return sum(figures) / len(figures) if figures else 0.0


def by_class(pairs: Sequence[Pair]) -> dict[str, Tally]:
    """Return the tally of each wanted class, in alphabetical order."""
    counts = {wanted: [0, 0, 0] for wanted in sorted({wanted for wanted, _ in pairs})}
    for wanted, given in pairs:
        counts[wanted][2] += 1
        if given in counts:
            counts[given][1] += 1
            counts[given][0] += given == wanted
    return {kind: Tally(*count) for kind, count in counts.items()}


def interval(items: Sequence[Item], measure: Callable[[Sequence[Item]], float]) -> tuple[float, float]:
    """Return the bootstrap 95 % interval of a measure over items, with a fixed seed; (0, 0) without items."""
    if not items:
        return 0.0, 0.0
    dice = random.Random(0)  # noqa: S311 - resampling, not secrets
    found = sorted(measure(dice.choices(items, k=len(items))) for _ in range(_RESAMPLES))
    return found[int(0.025 * _RESAMPLES)], found[int(0.975 * _RESAMPLES)]
