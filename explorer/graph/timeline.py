"""The dates of the claims behind the drawn ties, counted by day, week, month or year."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from cypher.model.dates import period_of
from cypher.model.graph import Sign
from explorer.graph.subgraph import Edge, Subgraph, kept

Window = tuple[str, str]
"""The first and the last day of a period, inclusive, as ISO dates."""

MOST_BINS = 90
"""Maximum number of bars, so that each can be seen and hit with the mouse."""

FEW = 0.05
"""The share of the dates, at least one, that may lie far before the others without coarser bars."""

WIDE = 1
"""How wide the gap before the bulk must be to part such dates, in lengths of the bulk."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Claims of each edge by period.

    `bins` are periods without gaps, the oldest first. `edges` maps the id of an edge to pairs of a bin's
    index and the number of its claims in that bin. A claim that is dated to a month or year is shared out
    among the bins that it covers, so its part of a bin may be less than one.
    """

    bins: tuple[Window, ...] = ()
    edges: Mapping[str, tuple[tuple[int, float], ...]] = field(default_factory=dict)
    signs: Mapping[str, Sign] = field(default_factory=dict)
    """The signs of the edges, used when several edges are drawn as one."""

    def within(self, edge: str, window: Window) -> bool:
        """Return whether the edge has a claim in a bin that overlaps the window."""
        return any(_touches(self.bins[place], window) for place, _ in self.edges.get(edge, ()))

    def period(self, window: Window) -> Window:
        """All days of the bins that the window touches: no bar of the time bar is looked at in part."""
        touched = [each for each in self.bins if _touches(each, window)]
        return (touched[0][0], touched[-1][1]) if touched else window


def timeline(dates: Mapping[str, Sequence[str]], signs: Mapping[str, Sign] | None = None) -> Timeline:
    """Build the timeline from the dates of each edge: days, or months and years that end there.

    Bins have the finest unit that needs at most `MOST_BINS` of them. A few dates far before all others do not
    make the unit coarser: the first bin also covers them. Texts that are not dates are ignored.
    """
    periods = {day: period for days in dates.values() for day in days if (period := _period(day))}
    told = sorted(day for days in dates.values() for day in days if day in periods)
    if not told:
        return Timeline()
    spread = _spread(told, periods)
    bins = _bins(_start(spread), spread[-1])
    bins = ((min(bins[0][0], spread[0]), bins[0][1]), *bins[1:])
    shares = {day: _shares(bins, period) for day, period in periods.items()}
    counted = {edge: _counted(shares[day] for day in days if day in shares) for edge, days in dates.items()}
    return Timeline(bins, counted, dict(signs or {}))


def _spread(told: Sequence[str], periods: Mapping[str, Window]) -> list[str]:
    """Return the sorted days that the bins must cover.

    A month or year stretches the bins only if it lies wholly outside the days that are known.
    """
    days = sorted(first for first, last in (periods[day] for day in told) if first == last)
    if not days:
        return sorted(end for day in told for end in periods[day])
    outside = [periods[day] for day in told if periods[day][1] < days[0] or periods[day][0] > days[-1]]
    return sorted((*days, *(end for period in outside for end in period)))


def _shares(bins: Sequence[Window], period: Window) -> Mapping[int, float]:
    """Return the indexes of the bins that a period covers, each with an equal share of one claim."""
    firsts = [first for first, _ in bins]
    covered = range(max(0, bisect_right(firsts, period[0]) - 1), bisect_right(firsts, period[1]))
    return {place: 1 if len(covered) == 1 else 1 / len(covered) for place in covered}


def _counted(shares: Iterable[Mapping[int, float]]) -> tuple[tuple[int, float], ...]:
    total: Counter[int] = Counter()
    for share in shares:
        total.update(share)
    return tuple(sorted(total.items()))


def in_window(graph: Subgraph, times: Timeline, window: Window | None) -> Subgraph:
    """Return the ties with claims in the window, and the nodes at their ends.

    Several ties that are drawn as one are kept together. A node without any tie stays. If `window` is None,
    returns the whole graph.
    """
    if window is None:
        return graph
    edges = kept(graph, edge=lambda edge: _lets(times, edge, window)).edges
    tied, reached = _ends(graph.edges.values()), _ends(edges.values())
    nodes = {key: node for key, node in graph.nodes.items() if key in reached or key not in tied}
    return Subgraph(nodes, edges)


def _lets(times: Timeline, edge: Edge, window: Window) -> bool:
    return any(times.within(tie, window) for tie in edge.ties or (edge.id,))


def _ends(edges: Iterable[Edge]) -> set[str]:
    return {end for edge in edges for end in (edge.actor, edge.recipient)}


def _touches(period: Window, window: Window) -> bool:
    return period[0] <= window[1] and window[0] <= period[1]


def _bins(first: str, last: str) -> tuple[Window, ...]:
    """Return bins from `first` to `last`: days, or weeks from Monday, months or years if there are too many.

    If there are too many years as well, only the last ones get a bin, and the first bin also covers the
    earlier years.
    """
    units = (pd.period_range(first, last, freq=unit) for unit in ("D", "W-SUN", "M"))
    years = pd.period_range(first, last, freq="Y")
    periods = next((found for found in units if len(found) <= MOST_BINS), years)
    days = [(str(period.start_time.date()), str(period.end_time.date())) for period in periods[-MOST_BINS:]]
    return ((min(days[0][0], first), days[0][1]), *days[1:])


def _start(told: Sequence[str]) -> str:
    """Return the first day of the sorted dates without the `FEW` oldest, if a wide gap parts these."""
    if _days(told[0], told[-1]) < MOST_BINS:
        return told[0]
    oldest = told[: max(1, int(FEW * len(told)))]
    for number in range(len(oldest), 0, -1):
        rest = told[number:]
        if len(rest) > 1 and _days(oldest[number - 1], rest[0]) > WIDE * max(1, _days(rest[0], rest[-1])):
            return rest[0]
    return told[0]


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _period(text: str) -> Window | None:
    try:
        period = period_of(text)
    except ValueError:
        return None
    return period if period[0] > "1700" else None
