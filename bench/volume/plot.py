"""Draws seconds against the number of events, on logarithmic axes, from the results of `bench.volume`.

    python -m bench.volume.plot docs/images/scale.svg [RESULT.json …] [--by processor]

Without results, all that are kept are read; of several with one size, the newest counts. Each figure is a
median; a line joins the sizes at which the same was measured, a point alone was measured at one size. On a
busy machine, ``--by processor`` draws the seconds that the processor worked.
"""

from __future__ import annotations

import argparse
import math
import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.results import Figure, Result, kept, p95, read
from explorer.briefs.pictures.forms import form
from explorer.briefs.pictures.shapes import (
    INK,
    WIDTH,
    Drawing,
    Label,
    Point,
    Polygon,
    Shape,
    Stroke,
    text_width,
)
from explorer.briefs.pictures.svg import as_svg
from explorer.charts.colours import OTHERS

_LEFT, _RIGHT, _ABOVE, _HEIGHT, _BELOW = 64, 262, 34, 190, 44
_ROW = 16
_DOT = 4.0
_LEADER = (1, 4)
"""The dots that lead from a line's end to its name; they measure nothing."""
_SECONDS = {"s": 1.0, "ms": 0.001}
CLOCK, PROCESSOR = "clock", "processor"
"""What seconds are of: the time that passes, or what the processor works, here and in the engine together."""
_STYLE = (
    "<style>svg{color:#1f2733;background:#fff;font-family:system-ui,sans-serif}.paper{fill:#fff}"
    "@media(prefers-color-scheme:dark){svg{color:#e4e8ee;background:#10151c}.paper{fill:#10151c}}</style>"
)
"""The picture has a background of its own, so that it can be read on any page."""

Points = Sequence[tuple[float, float]]
"""(events, seconds), by events."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is measured at several sizes: its name, and the seconds that a result has for it, or None."""

    name: str
    measure: str
    seconds: Callable[[Result], float | None]

    def points(self, results: Iterable[Result]) -> Points:
        """Return the newest seconds of each size."""
        newest: dict[float, tuple[str, float]] = {}
        for result in results:
            seconds = self.seconds(result) if result.measure == self.measure else None
            size = float(result.size.get("events", 0))
            if seconds and size and result.taken_at >= newest.get(size, ("",))[0]:
                newest[size] = (result.taken_at, seconds)
        return sorted((size, seconds) for size, (_, seconds) in newest.items())


def of_parts(clock: str, *parts: str) -> Callable[[Result], float | None]:
    """Return what adds up parts of a result, such as a load and its indexes; None if one is missing."""

    def seconds(result: Result) -> float | None:
        found = [_of_part(result, part, clock) for part in parts]
        return None if None in found else sum(filter(None, found))

    return seconds


def of_saved_queries(
    clock: str, choose: Callable[[Sequence[float]], float]
) -> Callable[[Result], float | None]:
    """Return what chooses among the medians of all saved queries of a result."""
    begins = "question saved/" if clock == CLOCK else f"{PROCESSOR} of engine, question saved/"

    def seconds(result: Result) -> float | None:
        found = [_seconds(each) for name, each in result.figures.items() if name.startswith(begins)]
        return choose(found) if len(found) > 1 else None

    return seconds


def _of_part(result: Result, part: str, clock: str) -> float | None:
    """Return the seconds of a part: what its name says by the clock, or all that it took of the processor."""
    if clock == CLOCK:
        found = [each for name, each in result.figures.items() if name in (part, f"{part}: time")]
    else:
        begins = (f"{part}: {PROCESSOR} ", f"{part}, {PROCESSOR} ")
        found = [each for name, each in result.figures.items() if name.startswith(begins)]
    return sum(map(_seconds, found)) if found else None


def _seconds(found: Figure) -> float:
    return found.median * _SECONDS[found.unit]


_EMBEDDED, _NEO4J = "volume embedded", "volume neo4j"
_ADMIN = ("load, files for Neo4j", "load, neo4j-admin", "load, Neo4j's constraints and indexes")


def panels(clock: str) -> dict[str, tuple[Line, ...]]:
    """Return what is drawn in each panel, by its title."""
    part, saved = partial(of_parts, clock), partial(of_saved_queries, clock)
    said = "" if clock == CLOCK else ", seconds of the processor"
    return {
        f"Load all events{said}": (
            Line("embedded, online", _EMBEDDED, part("load, online")),
            Line("embedded, offline", _EMBEDDED, part("load, offline")),
            Line("Neo4j, online", _NEO4J, part("load, online")),
            Line("Neo4j, neo4j-admin", _NEO4J, part(*_ADMIN)),
            Line("bare driver, embedded", _EMBEDDED, part("bare driver")),
        ),
        f"A click, level of states{said}": (
            Line("embedded, expand the hub", _EMBEDDED, part("state: expand the hub")),
            Line("embedded, ordinary entity", _EMBEDDED, part("state: expand an ordinary entity")),
            Line("embedded, search", _EMBEDDED, part("state: search")),
            Line("Neo4j, expand the hub", _NEO4J, part("state: expand the hub")),
            Line("Neo4j, ordinary entity", _NEO4J, part("state: expand an ordinary entity")),
            Line("networkx, path", _EMBEDDED, part("networkx: path")),
        ),
        f"Saved queries, and the whole network in memory{said}": (
            Line("embedded, the middle one", _EMBEDDED, saved(statistics.median)),
            Line("embedded, 95 of 100", _EMBEDDED, saved(p95)),
            Line("Neo4j, the middle one", _NEO4J, saved(statistics.median)),
            Line("Neo4j, 95 of 100", _NEO4J, saved(p95)),
            Line("rustworkx, betweenness", _EMBEDDED, part("rustworkx: betweenness of all")),
            Line("networkx, communities", _EMBEDDED, part("networkx: communities")),
        ),
    }


@dataclass(frozen=True, slots=True)
class Axes:
    """A panel's place: decades from `least` to `most` of events (x) and seconds (y), as powers of ten."""

    x: tuple[float, float]
    y: tuple[int, int]
    top: float

    @property
    def bottom(self) -> float:
        """Where the x axis is."""
        return self.top + _HEIGHT

    def at(self, events: float, seconds: float) -> Point:
        """Return where a measure is drawn."""
        across = (math.log10(events) - self.x[0]) / (self.x[1] - self.x[0])
        up = (math.log10(seconds) - self.y[0]) / (self.y[1] - self.y[0])
        return _LEFT + across * (WIDTH - _LEFT - _RIGHT), self.bottom - up * _HEIGHT


def drawing(results: Sequence[Result], clock: str = CLOCK) -> Drawing:
    """Lay out all panels that have something to show, one below the other.

    Raises:
        ValueError: no result has a figure of any panel.
    """
    shown = {
        title: {line.name: points for line in lines if (points := line.points(results))}
        for title, lines in panels(clock).items()
    }
    sizes = [size for lines in shown.values() for points in lines.values() for size, _ in points]
    if not sizes:
        raise ValueError("no result has a figure to draw")
    x = (math.log10(min(sizes)) - 0.1, math.log10(max(sizes)) + 0.1)
    shapes: list[Shape] = []
    top = 0.0
    for title, lines in shown.items():
        if lines:
            seconds = [value for points in lines.values() for _, value in points]
            y = (math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)) + 1e-9))
            axes = Axes(x, (y[0], max(y[1], y[0] + 1)), top + _ABOVE)
            shapes += [Label(_LEFT - 56, axes.top - 16, title, "start"), *_grid(axes, set(sizes))]
            shapes += _lines(lines, axes)
            top = axes.bottom + _BELOW
    return Drawing(top, shapes)


def _grid(axes: Axes, sizes: Iterable[float]) -> Iterator[Shape]:
    right, (left, _) = WIDTH - _RIGHT, axes.x
    start = 10**left
    for power in range(axes.y[0], axes.y[1] + 1):
        _, y = axes.at(start, 10.0**power)
        yield Stroke(((_LEFT, y), (right, y)), INK, 0.7 if power == axes.y[0] else 0.2)
        yield Label(_LEFT - 6, y + 4, _time(power), "end")
    free = 0.0
    for size in sorted(sizes):
        x, _ = axes.at(size, 10.0 ** axes.y[0])
        yield Stroke(((x, axes.top), (x, axes.bottom)), INK, 0.2)
        label = Label(x, axes.bottom + 17, f"{size:,.0f}")
        if x - text_width(label.text) / 2 >= free:
            free = x + text_width(label.text) / 2
            yield label
    yield Label((_LEFT + right) / 2, axes.bottom + 33, "events")


def _time(power: int) -> str:
    return f"{10**power:,} s" if power >= 0 else f"{10 ** (power + 3):,g} ms"


def _lines(lines: dict[str, Points], axes: Axes) -> Iterator[Shape]:
    """Yield each line with its points, and its name beside its last one, below the name before."""
    ends = {name: axes.at(*points[-1]) for name, points in lines.items()}
    rows = _apart({name: y for name, (_, y) in ends.items()}, axes)
    for (name, points), colour in zip(lines.items(), OTHERS, strict=False):
        dash = (5, 4) if name.startswith("Neo4j") else (1.5, 3) if not name.startswith("embedded") else ()
        placed = [axes.at(*point) for point in points]
        if len(placed) > 1:
            yield Stroke(placed, colour, 2.0, dash)
        for middle in placed:
            yield Polygon(form("dot", middle, _DOT), colour, colour, 1.0)
        (x, y), row = ends[name], rows[name]
        edge = WIDTH - _RIGHT + 14
        yield Stroke(((x + _DOT, y), (WIDTH - _RIGHT, y), (edge, row)), INK, 0.6, _LEADER)
        yield Label(edge + 4, row + 4, f"{name}: {_short(points[-1][1])}", "start")


def _apart(heights: dict[str, float], axes: Axes) -> dict[str, float]:
    """Return where names stand so that none covers another: near their heights, in their order."""
    rows: dict[str, float] = {}
    before = axes.top - _ROW
    for name, y in sorted(heights.items(), key=lambda each: each[1]):
        before = rows[name] = max(y, before + _ROW)
    low = axes.bottom
    for name in reversed(rows):
        low = rows[name] = min(rows[name], low)
        low -= _ROW
    return rows


def _short(seconds: float) -> str:
    return f"{seconds:,.0f} s" if seconds >= 10 else f"{seconds:.1f} s" if seconds >= 1 else _small(seconds)


def _small(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms" if seconds >= 0.01 else f"{1000 * seconds:.2g} ms"


def svg(results: Sequence[Result], clock: str = CLOCK) -> str:
    """Write the picture as a document of its own."""
    text = as_svg(drawing(results, clock), "Seconds against the number of events, on logarithmic axes")
    head, _, rest = text.partition(">")
    return f"{head}>{_STYLE}{rest}\n"


def main() -> None:
    """Write the picture."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("picture", type=Path)
    parser.add_argument("results", type=Path, nargs="*", metavar="RESULT")
    parser.add_argument("--by", choices=(CLOCK, PROCESSOR), default=CLOCK)
    chosen = parser.parse_args()
    results = [read(each) for each in chosen.results or kept()]
    chosen.picture.write_text(svg(results, chosen.by), encoding="utf-8")


if __name__ == "__main__":
    main()
