"""The charts of results as shapes: the same values, order and colours as on the page *Queries*."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from cypher.bolt.table import Table
from cypher.catalog.catalog import Returns
from explorer.briefs.pictures.grid import matrix_drawing
from explorer.briefs.pictures.plot import Axis, Course, number_text, plot_drawing
from explorer.briefs.pictures.ranking import ranking_drawing
from explorer.briefs.pictures.shapes import Drawing
from explorer.charts import over_time
from explorer.charts.colours import PLAIN, Paint, painted
from explorer.charts.drawing import frame_of
from explorer.charts.fitting import is_over_time
from explorer.charts.heads import head
from explorer.charts.matrix import matrix_of
from explorer.charts.periods import Period
from explorer.charts.ranking import best_of, with_remainder
from explorer.charts.time_axis import TimeAxis, labelled, named
from explorer.words import Words

_BAR, _WIDEST = 0.86, 0.07
_NUMBERS = 5


def chart_drawing(table: Table, returns: Returns, words: Words) -> Drawing:
    """Lay out the chart that `returns` describes; the table has at least one row that can be drawn."""
    if returns.chart == "heatmap":
        return matrix_drawing(matrix_of(table, returns, words), words)
    frame, title = frame_of(table, returns, words), head(returns.y or "", words)
    bars = returns.chart == "bar"
    if is_over_time(frame):
        course = over_time.course_of(frame, returns.x or "")
        return plot_drawing(
            _courses(course, words, bars=bars), _axis(course.axis, words), title, words, bars=bars
        )
    if pd.api.types.is_numeric_dtype(frame["x"]):
        return plot_drawing(_along(frame, words), _numbers(frame, words), title, words, bars=bars)
    return _ranking(with_remainder(frame, words), words)


def _paints(names: Iterable[str | None], words: Words) -> dict[str, Paint]:
    """Return the paint of each series; one without a name is a chart without series."""
    listed = dict.fromkeys(name or "" for name in names)
    return {"": Paint.of(PLAIN)} if list(listed) == [""] else painted(listed, words)


def _courses(found: over_time.Course, words: Words, *, bars: bool) -> list[Course]:
    values = found.values if bars else found.with_ends()
    paints = _paints((series for series, _ in found.values), words)
    placed = [(series or "", _place(at, found.axis), value) for (series, at), value in values.items()]
    reports = [(series or "", _place(at, found.axis)) for series, at in found.values]
    return [
        Course(
            name,
            paint,
            [(at, value) for series, at, value in placed if series == name],
            frozenset(at for series, at in reports if series == name),
        )
        for name, paint in paints.items()
    ]


def _place(period: Period, axis: TimeAxis) -> float:
    start, end = axis.first.first, axis.last.end
    middle = (period.first - start).days + (period.end - period.first).days / 2
    return middle / (end - start).days


def _axis(axis: TimeAxis, words: Words) -> Axis:
    unit, periods = labelled(axis)
    days = (axis.last.end - axis.first.first).days
    same = unit == axis.first.unit
    places = (_place(each, axis) if same else (each.first - axis.first.first).days / days for each in periods)
    labels = [(place, named(each, words)) for place, each in zip(places, periods, strict=True)]
    return Axis(labels, min(_WIDEST, _BAR / len(axis)))


def _along(frame: pd.DataFrame, words: Words) -> list[Course]:
    """The courses of a chart whose axis has numbers."""
    series = frame["series"] if "series" in frame else pd.Series([None] * len(frame), dtype="object")
    places = _scaled(frame)
    rows = sorted(zip(series, places, frame["y"].tolist(), strict=True), key=lambda row: row[1])
    paints = _paints(series, words)
    return [
        Course(
            name,
            paint,
            [(at, value) for each, at, value in rows if (each or "") == name],
            frozenset(at for each, at, _ in rows if (each or "") == name),
        )
        for name, paint in paints.items()
    ]


def _scaled(frame: pd.DataFrame) -> list[float]:
    """The values of the axis from 0.04 to 0.96, which leaves room for the bars at its ends."""
    first, last = float(frame["x"].min()), float(frame["x"].max())
    return [0.04 + 0.92 * (value - first) / ((last - first) or 1.0) for value in frame["x"].astype(float)]


def _numbers(frame: pd.DataFrame, words: Words) -> Axis:
    first, last = float(frame["x"].min()), float(frame["x"].max())
    shares = [step / (_NUMBERS - 1) for step in range(_NUMBERS)] if last > first else [0.0]
    labels = [(0.04 + 0.92 * share, number_text(first + share * (last - first), words)) for share in shares]
    return Axis(labels, min(_WIDEST, _BAR / max(frame["x"].nunique(), 1)))


def _ranking(frame: pd.DataFrame, words: Words) -> Drawing:
    names = best_of(frame)
    series = frame["series"] if "series" in frame else pd.Series([""] * len(frame))
    parts: dict[str, dict[str, float]] = {name: {} for name in names}
    for name, part, value in zip(frame["x"], series, frame["y"].tolist(), strict=True):
        if name in parts:
            parts[name][part] = parts[name].get(part, 0.0) + value
    present = dict.fromkeys(part for values in parts.values() for part in values)
    paints: Mapping[str, Paint] = {"": Paint.of(PLAIN)}
    return ranking_drawing(names, parts, painted(present, words) if "series" in frame else paints, words)
