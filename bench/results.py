"""Keeps the figures of a run as JSON, with what they were taken on, so that two runs can be compared.

One file a run, in `FOLDER`, which git ignores. ``python -m bench.compare`` reads them.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bench.machine import ROOT, commit, load_average, machine, programs
from cypher.errors import InputError

FOLDER = ROOT / ".cache" / "bench"
"""Where results are kept; ``KONSTELASI_BENCH_RESULTS`` names another folder."""

FORMAT = 1
RISING = frozenset({"rows/s", "events/s", "words/s"})
"""Units of which more is better; of all others, less is."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured quantity: its `values` in one unit, one for each time that it was measured."""

    values: Sequence[float]
    unit: str

    @property
    def median(self) -> float:
        """The value that is compared."""
        return statistics.median(self.values)


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 stay below; a single value is its own."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


@dataclass(slots=True)
class Result:
    """The figures of one run of a `measure`.

    `size` says how much was measured (events, rows), `data` which ("made up, seed 7"); both have to agree in
    two runs that are compared. `missing` says what could not be measured, and why.
    """

    measure: str
    size: Mapping[str, int]
    data: str
    taken_at: str = ""
    commit: str = ""
    machine: Mapping[str, object] = field(default_factory=dict)
    programs: Mapping[str, str] = field(default_factory=dict)
    load_before: Sequence[float] = ()
    load_after: Sequence[float] = ()
    peak_mb: float = 0.0
    figures: dict[str, Figure] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, *values: float, unit: str) -> None:
        """Keep the values of a figure; those of the same name are added to the earlier ones."""
        known = self.figures.get(name, Figure((), unit))
        if known.unit != unit:
            raise ValueError(f"{name} is measured in {known.unit}, not in {unit}")
        if values:
            self.figures[name] = Figure([*known.values, *(round(each, 4) for each in values)], unit)

    def add_all(self, figures: Mapping[str, float], unit: str) -> None:
        """Keep figures that were measured once, by name."""
        for name, value in figures.items():
            self.add(name, value, unit=unit)

    def without(self, name: str, reason: str) -> None:
        """Keep that a figure could not be measured."""
        self.missing[name] = reason


@contextmanager
def recording(measure: str, size: Mapping[str, int], data: str) -> Iterator[Result]:
    """Yield a result to add figures to; it is written when the block ends, also by an error."""
    result = Result(measure, dict(size), data, datetime.now(UTC).isoformat(timespec="seconds"))
    result.commit, result.machine, result.programs = commit(), machine(), programs()
    result.load_before = load_average()
    try:
        yield result
    finally:
        result.load_after = load_average()
        result.peak_mb = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
        if result.figures:
            print(f"figures kept in {write(result)}", file=sys.stderr)


def folder() -> Path:
    """Return the folder of results."""
    named = os.environ.get("KONSTELASI_BENCH_RESULTS")
    return Path(named) if named else FOLDER


def write(result: Result) -> Path:
    """Write a result to a file of its own, and return its path."""
    folder().mkdir(parents=True, exist_ok=True)
    moment = result.taken_at.replace(":", "").replace("+0000", "Z")
    size = "-".join(map(str, result.size.values()))
    stem = "-".join(filter(None, (moment, result.measure, size)))
    paths = (folder() / f"{stem}{again}.json" for again in ("", *(f"-{n}" for n in range(2, 1000))))
    path = next(each for each in paths if not each.exists())
    path.write_text(json.dumps({"format": FORMAT} | asdict(result), indent=1) + "\n", encoding="utf-8")
    return path


def read(path: Path) -> Result:
    """Read a result; raises `InputError` if the file is none, or cannot be read."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        if told.pop("format") != FORMAT:
            raise InputError(f"{path} has another format of results. Measure again.")
        told["figures"] = {name: Figure(**each) for name, each in told["figures"].items()}
        return Result(**told)
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}). Check the path.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path} is no result of a measure.") from error


def kept() -> list[Path]:
    """Return the files of all results, the oldest first."""
    return sorted(folder().glob("*.json"))
