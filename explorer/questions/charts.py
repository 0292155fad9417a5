"""Charts of results: over time, as a ranking, as a matrix; which ones fit is read from the columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from cypher.catalog import ResultKind, Returns
from cypher.export import is_graph, plain_text
from cypher.table import Table
from explorer.network.style import SIGN_COLOURS

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_MOST_SERIES = 8
_MOST_BARS = 40


def charts_of(table: Table, returns: Returns) -> dict[str, Returns]:
    """The charts that the columns allow, by what they show; the one that the header names comes first."""
    declared = {_kind(returns): returns} if returns.kind is ResultKind.CHART else {}
    if is_graph(table):
        names = ("recipient_name", "actor_name", "claims")
        return declared | ({"Matrix": _chart("heatmap", *names)} if set(names) <= set(table.columns) else {})
    return declared | {name: each for name, each in _fitting(table).items() if name not in declared}


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
    return found


def _chart(kind: str, x: str, y: str, series: str | None = None) -> Returns:
    return Returns(ResultKind.CHART, kind, x, y, series)


def _values(table: Table, column: str) -> list[Any]:
    place = table.columns.index(column)
    return [row[place] for row in table.rows if row[place] is not None]


def _all(values: Sequence[object], fits: Any) -> bool:  # noqa: ANN401 - a predicate
    return bool(values) and all(map(fits, values))


def _is_time(value: object) -> bool:
    return isinstance(value, str) and _DAY.fullmatch(value) is not None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 80


def as_frame(table: Table) -> pd.DataFrame:
    """The rows as people read them: lists and maps as text."""
    rows = [[_cell(value) for value in row] for row in table.rows]
    return pd.DataFrame(rows, columns=list(table.columns))


def _cell(value: object) -> object:
    return plain_text(value) if isinstance(value, list | dict) else value


def chart_of(frame: pd.DataFrame, returns: Returns) -> alt.Chart:
    """The chart that `returns` describes; its columns are called ``x``, ``y`` and ``series``.

    A column of a typed query may be called ``n.name`` or ``count(*)``, which Vega would take for a path.
    """
    axes = {name: column for name in _AXES if (column := getattr(returns, name)) in frame}
    drawn = pd.DataFrame({name: frame[column].replace(_UNDRAWABLE) for name, column in axes.items()})
    titles = {name: _title(column) for name, column in axes.items()}
    if returns.chart == "heatmap":
        return _heatmap(drawn, titles)
    if returns.chart == "bar" and _scale(drawn) == "N":
        return _ranking(drawn, titles)
    return _plot(drawn, titles, returns.chart or "bar")


_AXES = ("x", "y", "series")
_UNDRAWABLE = {"__proto__": "__proto__\u200b"}
"""Vega keeps the marks of an axis by their text in a JavaScript object, where this is no key."""


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


def _ranking(frame: pd.DataFrame, titles: Mapping[str, str]) -> alt.Chart:
    """Horizontal bars, the longest on top, so that long names can be read."""
    best = frame.groupby("x")["y"].sum().nlargest(_MOST_BARS).index
    chart: alt.Chart = (
        alt.Chart(frame[frame["x"].isin(best)], height=alt.Step(24))
        .mark_bar(cornerRadius=2)
        .encode(
            y=alt.Y("x:N", title=None, sort="-x", axis=alt.Axis(labelLimit=260)),
            x=alt.X("y:Q", title=titles["y"], axis=alt.Axis(tickMinStep=1)),
            color=_colour(frame, titles),
            tooltip=_tooltips(titles),
        )
    )
    return chart


def _plot(frame: pd.DataFrame, titles: Mapping[str, str], mark: str) -> alt.Chart:
    marks = {
        "bar": alt.MarkDef("bar", cornerRadius=2),
        "area": alt.MarkDef("area", opacity=0.8),
        "line": alt.MarkDef("line", point=True, strokeWidth=2.5),
    }
    scale = _scale(frame).replace("T", "O")  # each month has a place of its own
    chart: alt.Chart = alt.Chart(frame, mark=marks[mark], height=420).encode(
        x=alt.X(f"x:{scale}", title=titles["x"], sort=None),
        y=alt.Y("y:Q", title=titles["y"], axis=alt.Axis(tickMinStep=1)),
        color=_colour(frame, titles),
        tooltip=_tooltips(titles),
    )
    return chart


def _tooltips(titles: Mapping[str, str]) -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{name}:{'Q' if name == 'y' else 'N'}", title=each) for name, each in titles.items()]


def _colour(frame: pd.DataFrame, titles: Mapping[str, str]) -> alt.Color | Any:  # noqa: ANN401 - or nothing
    """The colours of the network where the series are signs, else the theme's."""
    if "series" not in frame:
        return alt.Undefined
    signs = {sign.value: colour for sign, colour in SIGN_COLOURS.items()}
    known = set(frame["series"]) <= signs.keys()
    scale = alt.Scale(domain=list(signs), range=list(signs.values())) if known else alt.Undefined
    return alt.Color("series:N", title=titles["series"], scale=scale)


def _scale(frame: pd.DataFrame) -> str:
    """Vega's letter for what lies on the first axis: quantities, times, or names."""
    values = [value for value in frame["x"] if value is not None]
    if _all(values, _is_number):
        return "Q"
    return "T" if _all(values, _is_time) else "N"


def _title(column: str | None) -> str:
    return (column or "").replace("_", " ").capitalize()
