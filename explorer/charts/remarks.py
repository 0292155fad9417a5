"""What a chart leaves out, in words for the line under it."""

from __future__ import annotations

from collections.abc import Iterator

from cypher.bolt.table import Table
from cypher.catalog.catalog import Returns
from cypher.records.explore import NotOnCurve
from explorer.charts.fitting import is_over_time, number_missing, points_of
from explorer.charts.heads import head
from explorer.charts.matrix import matrix_of
from explorer.charts.ranking import MOST_BARS, is_ranking, with_remainder
from explorer.words import Words

NO_CURVE = "No event is dated to a month in the news, so there is no curve."


def remarks(table: Table, returns: Returns, words: Words) -> list[str]:
    """Return a sentence for each kind of rows or names that `chart_of` does not draw of these."""
    return list(_remarks(table, returns, words))


def _remarks(table: Table, returns: Returns, words: Words) -> Iterator[str]:
    points = points_of(table, returns)
    if missing := number_missing(table, points.column):
        yield words(
            "Not drawn, as “{column}” is empty: {rows}.",
            column=head(points.column, words),
            rows=words.plural(missing, "{number} row", "{number} rows"),
        )
    if returns.chart == "heatmap":
        yield from _names(matrix_of(table, returns, words).left_out, words)
    elif is_over_time(points.frame):
        yield from undated(int(points.frame["x"].isna().sum()), words)
    elif is_ranking(points.frame, returns):
        names = with_remainder(points.frame, words)["x"].nunique()
        yield from _names(names - MOST_BARS, words)


def undated(number: int, words: Words) -> Iterator[str]:
    """Yield the sentence about rows without a date, if there are any."""
    if number:
        yield words.plural(
            number,
            "{number} row has no date and is not drawn.",
            "{number} rows have no date and are not drawn.",
        )


def not_on_curve(left_out: NotOnCurve, words: Words) -> Iterator[str]:
    """Yield the sentences about the claims that a curve of months leaves out."""
    if left_out.undated:
        yield words.plural(
            left_out.undated,
            "{number} claim has no date and is not drawn.",
            "{number} claims have no date and are not drawn.",
        )
    if left_out.of_year:
        yield words.plural(
            left_out.of_year,
            "{number} claim has only a year and is not drawn.",
            "{number} claims have only a year and are not drawn.",
        )


def _names(number: int, words: Words) -> Iterator[str]:
    if number > 0:
        yield words.plural(
            number,
            "{number} name with smaller numbers is not drawn.",
            "{number} names with smaller numbers are not drawn.",
        )
