"""Charts of queries in briefs, with values in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cypher.bolt.table import Table
from cypher.briefs.charts import FrozenChart
from explorer.briefs.blocks import Grid, Line, Look, Picture
from explorer.briefs.pictures.chart import chart_drawing
from explorer.briefs.spoken import with_values
from explorer.charts.drawing import titles_of
from explorer.charts.fitting import columns_of
from explorer.charts.remarks import remarks
from explorer.words import Words

_SAID_ROWS = 20
"""The number of rows that the words for those who cannot see a chart list."""


def said_table(chart: FrozenChart, words: Words) -> Table:
    """Return the rows of a chart with the values of closed lists in the reader's language."""
    return with_values(chart.table, chart.declared, words)


def chart_blocks(chart: FrozenChart, words: Words) -> Iterator[Picture | Line]:
    """Yield the chart, and what it leaves out. The table of the result follows it."""
    table, axes = said_table(chart, words), columns_of(chart.returns).values()
    caption = _caption(titles_of(table, chart.returns, words), chart.kind, words)
    rows = [", ".join(str(record[name]) for name in axes) for record in table.records()[:_SAID_ROWS]]
    more = [words("and {number} more, in the table", number=left)] if (left := _left(chart)) else []
    said = f"{words('Chart')}: {caption}. {'; '.join([*rows, *more])}"
    yield Picture(lambda: chart_drawing(table, chart.returns, words), caption, said, Grid((), ()))
    yield from (Line(remark, Look.SOFT) for remark in remarks(table, chart.returns, words))
    if chart.cut:
        yield Line(words("The chart has only the first {number} rows.", number=len(chart.rows)), Look.SOFT)


def _caption(titles: Mapping[str, str], kind: str, words: Words) -> str:
    if kind != "heatmap":
        return " · ".join(titles.values())
    sides = words("Rows: {rows}. Columns: {columns}.", rows=titles["y"], columns=titles["x"])
    return f"{titles['series']} · {sides}"


def _left(chart: FrozenChart) -> int:
    return max(0, len(chart.rows) - _SAID_ROWS)
