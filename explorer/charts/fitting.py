"""Which charts fit a result: over time, as a ranking, as a matrix. The columns decide."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from cypher.bolt.table import Table
from cypher.catalog.catalog import ResultKind, Returns
from cypher.database.export import plain_text, well_formed
from cypher.database.tie_rows import has_ties
from explorer.charts.periods import period_named

_MOST_SERIES = 8
_TIMES = ("day", "week", "month", "quarter", "year", "date", "period")
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
    return "Over time" if returns.x in _TIMES else "Ranking"


def _fitting(table: Table) -> dict[str, Returns]:
    times = [name for name in table.columns if _holds_times(name, _values(table, name))]
    numbers = [name for name in table.columns if name not in times and _all(_values(table, name), _is_number)]
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


def is_time(value: object) -> bool:
    """Return whether it is a text that names a day, week, month, quarter or year."""
    return period_named(value) is not None


def _holds_times(column: str, values: Sequence[object]) -> bool:
    """Whether all values are periods of time; the numbers of a column of years are such."""
    return _all(values, is_time) or (column.lower() == "year" and _all(values, _is_year))


def _is_year(value: object) -> bool:
    return type(value) is int and is_time(str(value))


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
    fit = rows_with_number(table, table.columns[place])
    left_out = [
        number
        for number, row in enumerate(table.rows, start=1)
        if not _is_missing(row[place]) and not _is_number(row[place])
    ]
    axes = {
        axis: _axis(_said(table.columns[at], [row[at] for row in fit]), axis == measured)
        for axis, at in places.items()
    }
    value = table.rows[left_out[0] - 1][place] if left_out else None
    return Points(pd.DataFrame(axes), table.columns[place], tuple(left_out), value)


def rows_with_number(table: Table, column: str) -> list[Sequence[Any]]:
    """Return the rows that have a number in the column which can be drawn."""
    place = table.columns.index(column)
    return [row for row in table.rows if _is_number(row[place])]


def number_missing(table: Table, column: str) -> int:
    """Return how many rows have nothing in a column."""
    place = table.columns.index(column)
    return sum(_is_missing(row[place]) for row in table.rows)


def _said(column: str, values: list[Any]) -> list[Any]:
    """Return years as texts: a year is a time, not a quantity."""
    known = [value for value in values if value is not None]
    if column.lower() != "year" or not _all(known, _is_year):
        return values
    return [None if value is None else str(value) for value in values]


def _axis(values: Sequence[object], measured: bool) -> pd.Series[Any]:
    """Return the values of a column as numbers if all of them are, else as texts."""
    if measured or _all([value for value in values if value is not None], _is_number):
        whole = all(isinstance(value, int) and abs(value) < 2**53 for value in values)
        return pd.Series(values, dtype="int64" if whole else "float64")
    return pd.Series([None if value is None else name_of(value) for value in values], dtype="object")


def name_of(value: object) -> str:
    """Return a value as text for Vega, which uses it as key of a JavaScript object: ``__proto__`` is none."""
    text = well_formed(plain_text(value))
    return f"{text}\u200b" if text == "__proto__" else text


def is_over_time(frame: pd.DataFrame) -> bool:
    """Return whether the first axis of a chart is time: all known values are periods."""
    known = [value for value in frame["x"] if value is not None]
    return bool(known) and all(map(is_time, known))
