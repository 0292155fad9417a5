"""Compares two runs of a measure by ratio, and says what got slower or larger beyond the spread.

    python -m bench.compare [A.json B.json]      or      make bench-compare A=A.json B=B.json

Without names, the two newest results of one measure, size and data are compared. Runs on other machines, of
other sizes or of other data are refused. The exit code is 1 if anything got worse.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.results import RISING, Figure, Result, kept, read
from cypher.errors import InputError, KonstelasiError, UsageError

SPREAD = 0.25
"""By how much a figure may differ that was measured once, or whose values hardly differ."""

LOAD = 2.0
"""Load averages that differ by more make a comparison doubtful, which is said."""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of both runs. `ratio` is above 1 if it got worse, and `spread` what it may be by chance."""

    name: str
    before: Figure
    after: Figure
    ratio: float
    spread: float

    @property
    def worse(self) -> bool:
        """Whether it got slower or larger by more than the spread."""
        return self.ratio > self.spread

    @property
    def better(self) -> bool:
        """Whether it got faster or smaller by more than the spread."""
        return self.ratio < 1 / self.spread


def changes(before: Result, after: Result) -> list[Change]:
    """Return the figures that both runs have, the worst first.

    Raises:
        UsageError: the runs cannot be compared; the error says why.
    """
    refuse(before, after)
    found = [_change(name, each, after.figures[name]) for name, each in _shared(before, after)]
    return sorted(found, key=lambda each: -each.ratio)


def refuse(before: Result, after: Result) -> None:
    """Raise `UsageError` if two runs are not of the same measure, data, size and machine."""
    pairs = {
        "measure": (before.measure, after.measure),
        "data": (before.data, after.data),
        "size": (dict(before.size), dict(after.size)),
        **{
            f"machine ({name})": (before.machine.get(name), after.machine.get(name))
            for name in {**before.machine, **after.machine}
        },
    }
    differing = [f"{name}: {one} and {other}" for name, (one, other) in pairs.items() if one != other]
    if differing:
        raise UsageError(
            f"These runs cannot be compared, because they differ in {'; '.join(differing)}. "
            "Measure both on one machine, with the same data and size."
        )
    if not any(True for _ in _shared(before, after)):
        raise UsageError("These runs have no figure in common. Measure the same parts.")


def _shared(before: Result, after: Result) -> Iterator[tuple[str, Figure]]:
    for name, each in before.figures.items():
        if name in after.figures and after.figures[name].unit == each.unit and each.values:
            yield name, each


def _change(name: str, before: Figure, after: Figure) -> Change:
    one, other = max(before.median, 1e-9), max(after.median, 1e-9)
    ratio = one / other if before.unit in RISING else other / one
    return Change(name, before, after, ratio, 1 + max(SPREAD, _spread(before), _spread(after)))


def _spread(figure: Figure) -> float:
    """Return how far half of the values are from each other, as a share of their median."""
    values = sorted(figure.values)
    if len(values) < 3:
        return (values[-1] - values[0]) / max(figure.median, 1e-9)
    quarter = len(values) // 4
    return (values[-1 - quarter] - values[quarter]) / max(figure.median, 1e-9)


def newest() -> tuple[Path, Path]:
    """Return the newest result and the one before it that can be compared with it, the older first.

    Raises:
        UsageError: there are no two such results.
    """
    paths = kept()
    if not paths:
        raise UsageError("No results are kept yet. Run a measure first: python -m bench.volume")
    last = read(paths[-1])
    for path in reversed(paths[:-1]):
        try:
            refuse(read(path), last)
        except (UsageError, InputError):
            continue
        return path, paths[-1]
    raise UsageError(
        f"No earlier result can be compared with {paths[-1].name}: none has its measure, size, data and "
        "machine. Name two with A=… and B=…"
    )


def report(before: Result, after: Result, found: Sequence[Change]) -> None:
    """Print all figures by ratio, and what got worse."""
    print(f"A: {before.taken_at}, commit {before.commit}, load average {before.load_before[:1]}")
    print(f"B: {after.taken_at}, commit {after.commit}, load average {after.load_before[:1]}")
    if _differ(before.load_before, after.load_before):
        print("The machine was not equally busy in both runs: look at processor times first.")
    table = Table("figure", "A", "B", "unit", "B/A, worse > 1", "spread", "", title=before.measure)
    for each in found:
        said = "worse" if each.worse else "better" if each.better else ""
        one, other = (f"{figure.median:,.4g}" for figure in (each.before, each.after))
        table.add_row(
            each.name, one, other, each.before.unit, f"{each.ratio:.2f}", f"{each.spread:.2f}", said
        )
    Console(width=None if sys.stdout.isatty() else 160).print(table)
    worse = [each for each in found if each.worse]
    print(f"{len(worse)} of {len(found)} figures got slower or larger beyond the spread.")
    for each in worse:
        print(f"  {each.name}: {each.ratio:.2f} times")


def _differ(one: Sequence[float], other: Sequence[float]) -> bool:
    return bool(one and other) and abs(one[0] - other[0]) > LOAD


def main() -> int:
    """Compare two results; return 0, or 1 if anything got worse, or 2 if they cannot be compared."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("results", type=Path, nargs="*", metavar="RESULT")
    chosen = parser.parse_args()
    try:
        if len(chosen.results) not in (0, 2):
            raise UsageError("Name two results, or none for the two newest.")
        before, after = map(read, chosen.results or newest())
        found = changes(before, after)
    except KonstelasiError as problem:
        print(problem, file=sys.stderr)
        return 2
    report(before, after, found)
    return int(any(each.worse for each in found))


if __name__ == "__main__":
    raise SystemExit(main())
