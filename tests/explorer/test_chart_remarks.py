"""What a chart leaves out is said under it, and its numbers can be read."""

from __future__ import annotations

from typing import Any

import pytest

from cypher.bolt.table import Table
from cypher.catalog.catalog import ResultKind, Returns
from explorer.charts.drawing import chart_of
from explorer.charts.numbers import number_format
from explorer.charts.ranking import MOST_BARS
from explorer.charts.remarks import remarks
from explorer.words import Words

INDONESIAN = Words("id")


def bars(*rows: tuple[Any, ...]) -> tuple[Table, Returns]:
    """A ranking of rows with a name and a number."""
    return Table(("publisher", "n"), rows), Returns(ResultKind.CHART, "bar", "publisher", "n")


def drawn(table: Table, returns: Returns, words: Words | None = None) -> list[tuple[str, float]]:
    """The bars of a ranking."""
    (rows,) = chart_of(table, returns, words).to_dict()["datasets"].values()
    return [(row["x"], row["y"]) for row in rows]


def tooltip(table: Table, returns: Returns) -> dict[str, Any]:
    """The last tooltip of a chart, that of its number."""
    chart = chart_of(table, returns).to_dict()
    last: dict[str, Any] = chart.get("layer", [chart])[0]["encoding"]["tooltip"][-1]
    return last


@pytest.mark.parametrize("mark", ["bar", "line", "area"])
def test_rows_without_a_date_are_counted_in_both_languages(mark: str) -> None:
    table = Table(("month", "claims"), ((None, 9), ("2023-03", 2), (None, 1), (None, 4)))
    returns = Returns(ResultKind.CHART, mark, "month", "claims")
    assert remarks(table, returns, Words()) == ["3 rows have no date and are not drawn."]
    assert remarks(table, returns, INDONESIAN) == ["3 baris tidak bertanggal dan tidak digambar."]
    one = Table(table.columns, table.rows[:2])
    assert remarks(one, returns, Words()) == ["1 row has no date and is not drawn."]


def test_a_chart_that_draws_all_says_nothing() -> None:
    assert remarks(*bars(("Antara", 3), (None, 1)), Words()) == []
    heatmap = Returns(ResultKind.CHART, "heatmap", "b", "a", "n")
    assert remarks(Table(("a", "b", "n"), (("x", "y", 1),)), heatmap, Words()) == []


def test_names_that_are_missing_are_one_bar_of_their_own() -> None:
    table, returns = bars(("Antara", 3), (None, 5), (" ", 2), ("unknown", 1))
    assert drawn(table, returns) == [("Antara", 3), ("(no name)", 5), ("(no name)", 2), ("unknown", 1)]
    assert drawn(table, returns, INDONESIAN)[1] == ("(tanpa nama)", 5)
    table, returns = bars(("(no name)", 3), (None, 5))
    assert len({name for name, _ in drawn(table, returns)}) == 2


def test_names_beyond_the_most_bars_are_counted() -> None:
    table, returns = bars(*((f"paper {number}", number) for number in range(1, MOST_BARS + 4)))
    assert len(drawn(table, returns)) == MOST_BARS
    assert remarks(table, returns, Words()) == ["3 names with smaller numbers are not drawn."]


def test_names_beyond_the_most_of_a_matrix_are_counted() -> None:
    rows = tuple((f"a{number}", f"b{number}", number) for number in range(1, 31))
    heatmap = Returns(ResultKind.CHART, "heatmap", "b", "a", "n")
    (said,) = remarks(Table(("a", "b", "n"), rows), heatmap, INDONESIAN)
    assert said == "24 nama dengan angka lebih kecil tidak digambar."


def test_rows_without_a_number_are_counted() -> None:
    table, returns = bars(("Antara", None), ("Tempo", 2), ("Kompas", float("nan")))
    assert remarks(table, returns, Words()) == ["Not drawn, as “N” is empty: 2 rows."]


@pytest.mark.parametrize(
    ("values", "written"),
    [
        ([1_234_567, 3], ",d"),
        ([], ",d"),
        ([0, 0.0], ",d"),
        ([1_234_567.25, 20.5], ",.2~f"),
        ([0.3333, 0.1], ",.4~f"),
        ([0.00123], ",.6~f"),
        ([2e18, 1.5], ",.6~g"),
    ],
)
def test_numbers_keep_the_digits_that_they_need(values: list[float], written: str) -> None:
    assert number_format(values) == written


def test_tooltips_of_every_chart_write_large_numbers_whole() -> None:
    large = 1_234_567
    month = Table(("month", "claims"), (("2023-03", large),))
    assert tooltip(month, Returns(ResultKind.CHART, "line", "month", "claims"))["format"] == ",d"
    assert tooltip(*bars(("Antara", large)))["format"] == ",d"
    plot = Table(("degree", "n"), ((large, large),))
    assert tooltip(plot, Returns(ResultKind.CHART, "line", "degree", "n"))["format"] == ",d"
    pair = Table(("a", "b", "n"), (("x", "y", large),))
    assert tooltip(pair, Returns(ResultKind.CHART, "heatmap", "b", "a", "n"))["format"] == ",d"


def test_numbers_have_the_separators_of_the_language() -> None:
    assert Words().plural(12_345, "{number} row", "{number} rows") == "12,345 rows"
    assert INDONESIAN.plural(12_345, "{number} row", "{number} rows") == "12.345 baris"
