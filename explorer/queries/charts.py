"""Charts of results: over time, as a ranking, as a matrix. The columns decide which ones fit."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from cypher.bolt.table import Table
from cypher.catalog.catalog import ResultKind, Returns
from cypher.database.export import plain_text, well_formed
from cypher.database.tie_rows import has_ties
from explorer.network.style import SIGN_COLOURS
from explorer.queries.spoken import head
from explorer.words import Words

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_MOST_SERIES = 8
_MOST_BARS = 40
_MATRIX_OF_TIES = ("recipient_name", "actor_name", "claims")


@dataclass(frozen=True, slots=True)
class Points:
    """The rows of a chart in the columns ``x``, ``y`` and ``series``, each with values of one type.

    `left_out` has the numbers, from 1, of the rows that are not drawn because their `column` has no number;
    `value` is the first such value.
    """

    frame: pd.DataFrame
    column: str
    left_out: tuple[int, ...] = ()
    value: object = None


def charts_of(table: Table, returns: Returns) -> dict[str, Returns]:
    """Return the charts that fit the columns, by name; the one that the header declares comes first."""
    declared = {_kind(returns): returns} if _is_drawable(table, returns) else {}
    if has_ties(table):
        matrix = _chart("heatmap", *_MATRIX_OF_TIES)
        return declared | ({"Matrix": matrix} if _is_drawable(table, matrix) else {})
    return declared | {name: each for name, each in _fitting(table).items() if name not in declared}


def columns_of(returns: Returns) -> dict[str, str]:
    """Return the columns of a chart by axis."""
    named = {"x": returns.x, "y": returns.y, "series": returns.series}
    return {axis: column for axis, column in named.items() if column is not None}


def _is_drawable(table: Table, returns: Returns) -> bool:
    if returns.kind is not ResultKind.CHART or not set(columns_of(returns).values()) <= set(table.columns):
        return False
    return not points_of(table, returns).frame.empty


def _kind(returns: Returns) -> str:
    if returns.chart == "heatmap":
        return "Matrix"
    return "Over time" if returns.x in ("day", "week", "month", "quarter", "year", "date") else "Ranking"


def _fitting(table: Table) -> dict[str, Returns]:
    times = [name for name in table.columns if _all(_values(table, name), _is_time)]
    numbers = [name for name in table.columns if _all(_values(table, name), _is_number)]
    texts = [
        name
        for name in table.columns
        if name not in times and f"{name}_name" not in table.columns and _all(_values(table, name), _is_text)
    ]
    found: dict[str, Returns] = {}
    if times and numbers:
        series = [name for name in texts if 1 < len(set(_values(table, name))) <= _MOST_SERIES]
        found["Over time"] = _chart("line", times[0], numbers[0], *series[:1])
    if texts and numbers:
        found["Ranking"] = _chart("bar", texts[0], numbers[0])
    if len(texts) > 1 and numbers:
        found["Matrix"] = _chart("heatmap", texts[1], texts[0], numbers[0])
    return {name: each for name, each in found.items() if not points_of(table, each).frame.empty}


def _chart(kind: str, x: str, y: str, series: str | None = None) -> Returns:
    return Returns(ResultKind.CHART, kind, x, y, series)


def _values(table: Table, column: str) -> list[Any]:
    place = table.columns.index(column)
    return [row[place] for row in table.rows if not _is_missing(row[place])]


def _all(values: Sequence[object], fits: Callable[[object], bool]) -> bool:
    return bool(values) and all(map(fits, values))


def _is_missing(value: object) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def _is_time(value: object) -> bool:
    return isinstance(value, str) and _DAY.fullmatch(value) is not None


def _is_number(value: object) -> bool:
    """Whether it is a number that can be drawn: finite and within the range of a double."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return -1e300 < value < 1e300


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 80


def points_of(table: Table, returns: Returns) -> Points:
    """Return the points to draw; `table` must have the columns that `returns` names."""
    places = {axis: table.columns.index(column) for axis, column in columns_of(returns).items()}
    measured = "series" if returns.chart == "heatmap" else "y"
    place = places[measured]
    fit = [row for row in table.rows if _is_number(row[place])]
    left_out = [
        number
        for number, row in enumerate(table.rows, start=1)
        if not _is_missing(row[place]) and not _is_number(row[place])
    ]
    axes = {axis: _axis([row[at] for row in fit], axis == measured) for axis, at in places.items()}
    value = table.rows[left_out[0] - 1][place] if left_out else None
    return Points(pd.DataFrame(axes), table.columns[place], tuple(left_out), value)


def _axis(values: Sequence[object], measured: bool) -> pd.Series[Any]:
    """Return the values of a column as numbers if all of them are, else as texts."""
    if measured or _all([value for value in values if value is not None], _is_number):
        whole = all(isinstance(value, int) and abs(value) < 2**53 for value in values)
        return pd.Series(values, dtype="int64" if whole else "float64")
    return pd.Series([None if value is None else _name(value) for value in values], dtype="object")


def _name(value: object) -> str:
    """Return a value as text for Vega, which uses it as key of a JavaScript object: ``__proto__`` is none."""
    text = well_formed(plain_text(value))
    return f"{text}\u200b" if text == "__proto__" else text


def chart_of(table: Table, returns: Returns, words: Words | None = None) -> alt.Chart:
    """Return the chart that `returns` describes, with the columns renamed to ``x``, ``y`` and ``series``.

    Vega would read column names of typed queries such as ``n.name`` or ``count(*)`` as paths.
    """
    drawn = points_of(table, returns).frame
    words = words or Words()
    titles = {axis: head(column, words) for axis, column in columns_of(returns).items()}
    if returns.chart == "heatmap":
        return _heatmap(drawn, titles)
    if returns.chart == "bar" and _scale(drawn) == "N":
        return _ranking(drawn, titles, words)
    return _plot(drawn, titles, returns.chart or "bar", words)


def _heatmap(frame: pd.DataFrame, titles: Mapping[str, str]) -> alt.Chart:
    count = alt.Color("sum(series):Q", scale=alt.Scale(scheme="blues"), title=titles["series"])
    chart: alt.Chart = (
        alt.Chart(frame, height=420)
        .mark_rect(cornerRadius=2)
        .encode(
            x=alt.X("x:N", title=None),
            y=alt.Y("y:N", title=None),
            color=count,
            tooltip=[
                alt.Tooltip("y:N", title=titles["y"]),
                alt.Tooltip("x:N", title=titles["x"]),
                alt.Tooltip("sum(series):Q", title=titles["series"]),
            ],
        )
    )
    return chart


def _ranking(frame: pd.DataFrame, titles: Mapping[str, str], words: Words) -> alt.Chart:
    """Draw horizontal bars, so that long names can be read, with the longest on top."""
    best = frame.groupby("x")["y"].sum().nlargest(_MOST_BARS).index
    chart: alt.Chart = (
        alt.Chart(frame[frame["x"].isin(best)], height=alt.Step(24))
        .mark_bar(cornerRadius=2)
        .encode(
            y=alt.Y("x:N", title=None, sort="-x", axis=alt.Axis(labelLimit=260)),
            x=alt.X("y:Q", title=titles["y"], axis=alt.Axis(tickMinStep=1)),
            color=_colour(frame, titles, words),
            tooltip=_tooltips(titles),
        )
    )
    return chart


def _plot(frame: pd.DataFrame, titles: Mapping[str, str], mark: str, words: Words) -> alt.Chart:
    marks = {
        "bar": alt.MarkDef("bar", cornerRadius=2),
        "area": alt.MarkDef("area", opacity=0.8),
        "line": alt.MarkDef("line", point=True, strokeWidth=2.5),
    }
    scale = _scale(frame).replace("T", "O")  # ordinal: each month gets the same width
    chart: alt.Chart = alt.Chart(frame, mark=marks[mark], height=420).encode(
        x=alt.X(f"x:{scale}", title=titles["x"], sort=None),
        y=alt.Y("y:Q", title=titles["y"], axis=alt.Axis(tickMinStep=1)),
        color=_colour(frame, titles, words),
        tooltip=_tooltips(titles),
    )
    return chart


def _tooltips(titles: Mapping[str, str]) -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{name}:{'Q' if name == 'y' else 'N'}", title=each) for name, each in titles.items()]


def _colour(frame: pd.DataFrame, titles: Mapping[str, str], words: Words) -> alt.Color | Any:  # noqa: ANN401 - or nothing
    """The colours of the network if the series are signs, else those of the theme."""
    if "series" not in frame:
        return alt.Undefined
    signs = {words.term(sign): colour for sign, colour in SIGN_COLOURS.items()}
    known = set(frame["series"]) <= signs.keys()
    scale = alt.Scale(domain=list(signs), range=list(signs.values())) if known else alt.Undefined
    return alt.Color("series:N", title=titles["series"], scale=scale)


def _scale(frame: pd.DataFrame) -> str:
    """Vega's letter for the type of the first axis: quantities, times, or names."""
    if pd.api.types.is_numeric_dtype(frame["x"]):
        return "Q"
    values = [value for value in frame["x"] if value is not None]
    return "T" if _all(values, _is_time) else "N"
