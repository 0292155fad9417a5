"""Draws the charts of results as Vega-Lite."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import pandas as pd

from cypher.bolt.table import Table
from cypher.catalog.catalog import Returns
from cypher.model.graph import Level
from explorer.charts.colours import fill_of, in_words, lined
from explorer.charts.fitting import columns_of, is_over_time, points_of
from explorer.charts.heads import head
from explorer.charts.matrix import matrix_chart, matrix_of
from explorer.charts.numbers import tooltips_of
from explorer.charts.over_time import HEIGHT, course_of, over_time
from explorer.charts.ranking import is_ranking, ranking
from explorer.words import Words


def chart_of(
    table: Table, returns: Returns, words: Words | None = None, level: Level | None = None
) -> alt.Chart | alt.LayerChart:
    """Return the chart that `returns` describes, with the columns renamed to ``x``, ``y`` and ``series``.

    Vega would read column names of typed queries such as ``n.name`` or ``count(*)`` as paths. `level` is that
    of the result's ties, if it is known: marks lead on at that level.
    """
    words = words or Words()
    titles = titles_of(table, returns, words)
    if returns.chart == "heatmap":
        return matrix_chart(matrix_of(table, returns, words, level), titles, words)
    frame, mark = frame_of(table, returns, words), returns.chart or "bar"
    if is_over_time(frame):
        return over_time(course_of(frame, returns.x or ""), titles, mark, words)
    if is_ranking(frame, returns):
        return ranking(frame, titles, words)
    return _plot(frame, titles, mark, words)


def titles_of(table: Table, returns: Returns, words: Words) -> dict[str, str]:
    """Return the titles of a chart's axes; a name beside an id is called what the id is: "Actor"."""
    ids = {f"{column}_name": column for column in table.columns}
    return {axis: head(ids.get(column, column), words) for axis, column in columns_of(returns).items()}


def frame_of(table: Table, returns: Returns, words: Words) -> pd.DataFrame:
    """Return the points of a chart that is no matrix, its series in the reader's language."""
    frame = points_of(table, returns).frame
    if "series" not in frame:
        return frame
    return frame.assign(series=in_words(frame["series"].fillna(words.term(None)).astype(str), words))


def _plot(frame: pd.DataFrame, titles: Mapping[str, str], mark: str, words: Words) -> alt.Chart:
    marks = {
        "bar": alt.MarkDef("bar", cornerRadius=2),
        "area": alt.MarkDef("area", opacity=0.8),
        "line": alt.MarkDef("line", point=True, strokeWidth=2.5),
    }
    scale = "Q" if pd.api.types.is_numeric_dtype(frame["x"]) else "N"
    shown, painting = fill_of(frame, titles, words)
    if mark == "line" and "series" in frame:
        colours, dashes = lined(frame["series"], titles["series"], words)
        painting = {**colours, **dashes}
    chart: alt.Chart = alt.Chart(shown, mark=marks[mark], height=HEIGHT).encode(
        x=alt.X(f"x:{scale}", title=titles["x"], sort=None),
        y=alt.Y("y:Q", title=titles["y"], axis=alt.Axis(tickMinStep=1)),
        tooltip=tooltips_of(titles, shown),
        **painting,
    )
    return chart
