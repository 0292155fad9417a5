"""Lanes: one row an actor or pair, each event a mark on a true axis of time, by sign, word or deed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import altair as alt
import pandas as pd

from cypher.model.graph import Sign
from explorer.acts import Act
from explorer.charts.clicks import ACT, as_field, clickable
from explorer.charts.colours import PLAIN, filled
from explorer.charts.heads import head
from explorer.charts.periods import Period, Unit, period_named
from explorer.charts.time_axis import TimeAxis, named
from explorer.phrases import Day, say
from explorer.words import Words

MOST_LANES = 12
"""Maximum number of rows; those with the most events are kept."""

_ROW = 34
_HEIGHTS = (0, -10, 10)
"""Pixels by which marks that would cover each other are moved from the middle of their lane."""

_NARROW = 60
"""How many marks stand side by side in a chart of little width."""

HOLLOW = say("Hollow: the news gives no date; the mark stands at the day of its report.")

_LIT, _FAINT = 0.9, 0.25
"""The opacity of marks."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in a lane: its date as far as it is known, its type and sign, and what a click opens.

    Without a date it stands, hollow, at `not_after`, the latest day by which it took place. `who` says who
    did it to whom, where the lane does not. What is not `lit` is drawn faintly.
    """

    lane: str
    date: str | None
    event_type: str
    sign: Sign
    is_deed: bool
    act: Act
    not_after: str | None = None
    who: str | None = None
    lit: bool = True

    @property
    def place(self) -> Period | None:
        """The time at which it stands; None if nothing is known."""
        return period_named(self.date or self.not_after)

    @property
    def is_hollow(self) -> bool:
        """Whether it stands at the day of its report, because the news gives no date."""
        return self.date is None and self.place is not None


def lanes_chart(marks: Sequence[Mark], words: Words) -> alt.Chart | None:
    """Return the chart of the events that have a place, in the order of their lanes; None if none has."""
    dated = [(mark, period) for mark in marks if (period := mark.place)]
    lanes = _busiest(mark.lane for mark, _ in dated)
    rows = [_row(mark, period, words) for mark, period in dated if mark.lane in lanes]
    if not rows:
        return None
    axis = _axis(period for mark, period in dated if mark.lane in lanes)
    frame, painting = filled(pd.DataFrame(_apart(rows)), None, words)
    kinds = [words("deed"), words("word")]
    chart: alt.Chart = (
        alt.Chart(frame, height=alt.Step(_ROW))
        .mark_point(filled=True, size=110, strokeWidth=1.5, cursor="pointer")
        .encode(
            x=axis.x(None),
            y=alt.Y(
                "lane:N", title=None, scale=alt.Scale(domain=lanes), axis=alt.Axis(labelLimit=200, grid=True)
            ),
            yOffset=alt.YOffset("height:Q", scale=alt.Scale(domain=[-_ROW / 2, _ROW / 2])),
            shape=alt.Shape(
                "kind:N",
                title=None,
                scale=alt.Scale(domain=kinds, range=["diamond", "circle"]),
                legend=alt.Legend(orient="top", symbolFillColor=PLAIN, symbolStrokeColor=PLAIN),
            ),
            opacity=alt.Opacity("opacity:Q", scale=None, legend=None),
            fillOpacity=alt.FillOpacity("filled:Q", scale=None, legend=None),
            tooltip=[
                *([alt.Tooltip("who:N", title=words("Who"))] if any(row["who"] for row in rows) else []),
                alt.Tooltip("what:N", title=head("event_type", words)),
                alt.Tooltip("series:N", title=head("sign", words)),
                alt.Tooltip("period:N", title=words("Date")),
            ],
            **painting,
        )
    )
    return clickable(chart)


def _busiest(lanes: Iterable[str]) -> list[str]:
    """Return the lanes with the most events, in the order in which they come."""
    found = list(lanes)
    order = list(dict.fromkeys(found))
    kept = sorted(order, key=found.count, reverse=True)[:MOST_LANES]
    return [lane for lane in order if lane in kept]


def _apart(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Move marks of a lane apart that would cover each other; of four, the last covers the first."""
    times = [datetime.fromisoformat(row["x"]) for row in rows]
    near = (max(times) - min(times)) / _NARROW
    last: dict[tuple[str, int], datetime] = {}
    heights = [0] * len(rows)
    for at in sorted(range(len(rows)), key=times.__getitem__):
        lane, when = rows[at]["lane"], times[at]
        free = [h for h in _HEIGHTS if (lane, h) not in last or when - last[lane, h] > near]
        heights[at] = free[0] if free else min(_HEIGHTS, key=lambda h: last[lane, h])
        last[lane, heights[at]] = when
    return [{**row, "height": height} for row, height in zip(rows, heights, strict=True)]


def _axis(periods: Iterable[Period]) -> TimeAxis:
    found = list(periods)
    first = min(each.first for each in found)
    last = max(each.end for each in found) - timedelta(days=1)
    return TimeAxis(Period(first, Unit.DAY), Period(last, Unit.DAY))


def _row(mark: Mark, period: Period, words: Words) -> dict[str, Any]:
    return {
        "x": period.middle().isoformat(),
        "lane": mark.lane,
        "series": words.term(mark.sign),
        "kind": words("deed") if mark.is_deed else words("word"),
        "who": mark.who,
        "opacity": _LIT if mark.lit else _FAINT,
        "what": words.event_type(mark.event_type),
        "filled": int(not mark.is_hollow),
        "period": Day(None, None, mark.not_after).said(words) if mark.is_hollow else named(period, words),
        ACT: as_field(mark.act),
    }
