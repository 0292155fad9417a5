"""Charts over time. A period without reports is zero for counts, and a gap for other measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any

import altair as alt
import pandas as pd

from explorer.charts.colours import PLAIN, filled, lined
from explorer.charts.numbers import number_format
from explorer.charts.periods import Period, Unit, common_unit, parts_of, period_named
from explorer.charts.time_axis import TimeAxis, axis_of, named
from explorer.words import Words

HEIGHT = 400
MOST_PERIODS = 800
"""Maximum number of periods of an axis, so that each has a pixel; longer times get longer periods."""

_Value = float | int | None
_Place = tuple[str | None, Period]


@dataclass(frozen=True, slots=True)
class Course:
    """A measure over time: its axis, and its value for each series and period that has one."""

    axis: TimeAxis
    values: Mapping[_Place, _Value]
    counts: bool
    """Whether the values are numbers of something, of which a period without reports has none."""
    undated: int = field(default=0)
    """The number of rows without a time."""

    def with_ends(self) -> dict[_Place, _Value]:
        """Return the values with those around each run of periods, between which a line must not run on."""
        empty = 0 if self.counts else None
        around = {place: empty for place in self._around() if place not in self.values}
        return dict(
            sorted({**around, **self.values}.items(), key=lambda item: (item[0][0] or "", item[0][1]))
        )

    def _around(self) -> Iterator[_Place]:
        for series, period in self.values:
            sides = [period.moved(-1), period.moved(1)]
            ends = [self.axis.first, self.axis.last] if self.counts else []
            yield from ((series, each) for each in (*sides, *ends) if self.axis.holds(each))


def course_of(frame: pd.DataFrame, column: str) -> Course:
    """Return the course of the rows ``x`` (texts of times or None), ``y`` and ``series`` if there is one.

    `column` is the name of the column ``x``. Of a count for a longer period than that of the axis, each part
    gets an equal share; another measure holds for each part.
    """
    counts = pd.api.types.is_integer_dtype(frame["y"])
    series = frame["series"] if "series" in frame else [None] * len(frame)
    rows = [
        (name, period, value)
        for time, value, name in zip(frame["x"], frame["y"].tolist(), series, strict=True)
        if (period := period_named(time))
    ]
    unit = _unit_of([period for _, period, _ in rows], column)
    placed: dict[_Place, list[float]] = {}
    for name, period, value in rows:
        parts = parts_of(period, unit)
        for part in parts:
            share = value / len(parts) if counts and len(parts) > 1 else value
            placed.setdefault((name, part), []).append(share)
    values = {place: sum(found) if counts else fmean(found) for place, found in placed.items()}
    return Course(axis_of(part for _, part in values), values, counts, len(frame) - len(rows))


def _unit_of(periods: list[Period], column: str) -> Unit:
    """Return the shortest unit in which the axis has no more than `MOST_PERIODS`."""
    units = [unit for unit in Unit if unit >= common_unit(periods, column)]
    return next((unit for unit in units if len(_axis_in(periods, unit)) <= MOST_PERIODS), Unit.YEAR)


def _axis_in(periods: Iterable[Period], unit: Unit) -> TimeAxis:
    ends = [Period(day, Unit.DAY) for each in periods for day in (each.first, each.moved(1).first)]
    first, last = min(ends), max(ends)
    return TimeAxis(parts_of(first, unit)[0], parts_of(last.moved(-1), unit)[0])


def over_time(
    course: Course, titles: Mapping[str, str], mark: str, words: Words
) -> alt.Chart | alt.LayerChart:
    """Return the chart with bars, areas or lines; a line has points where there are reports."""
    values = course.values if mark == "bar" else course.with_ends()
    frame = pd.DataFrame([_row(place, value, course, words) for place, value in values.items()])
    painting: dict[str, Any] = {"color": alt.value(PLAIN)}
    dashes: dict[str, Any] = {}
    if "series" in titles and mark == "line":
        painting, dashes = lined(frame["series"], titles["series"], words)
    elif "series" in titles:
        frame, painting = filled(frame, titles["series"], words)
    base: alt.Chart = alt.Chart(frame, height=HEIGHT).encode(
        x=course.axis.x(titles["x"]),
        y=alt.Y("y:Q", title=titles["y"], axis=alt.Axis(tickMinStep=1) if course.counts else alt.Undefined),
        tooltip=tooltips(titles, frame["y"].dropna()),
        **painting,
    )
    if mark == "bar":
        bars: alt.Chart = base.mark_bar(size=course.axis.bar_width())
        return bars
    run = base.mark_area(opacity=0.7) if mark == "area" else base.mark_line(strokeWidth=2.5).encode(**dashes)
    points = base.mark_circle(size=46, opacity=1).transform_filter("datum.reported")
    return alt.LayerChart(layer=[run, points])


def _row(place: _Place, value: _Value, course: Course, words: Words) -> dict[str, Any]:
    series, period = place
    return {
        "x": period.middle().isoformat(),
        "y": value,
        "series": words.term(None) if series is None else series,
        "period": named(period, words),
        "reported": place in course.values,
    }


def tooltips(titles: Mapping[str, str], numbers: Iterable[float]) -> list[alt.Tooltip]:
    """Return the tooltips of the fields that have a title; ``number`` is the size of a bar below zero.

    `numbers` are the values of the measure, which decide how they are written.
    """
    fields = {"x": "period:N", "series": "series:N", "y": "y:Q", "number": "number:Q"}
    written = number_format(numbers)
    formats = {"y": written, "number": written}
    return [
        alt.Tooltip(field, title=titles[axis], format=formats.get(axis, alt.Undefined))
        for axis, field in fields.items()
        if axis in titles
    ]
