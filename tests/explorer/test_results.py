"""What a query found, as frame, chart and file."""

from __future__ import annotations

import csv
import io

from cypher.catalog import ResultKind, Returns
from cypher.table import Table
from explorer.results import as_csv, as_frame, chart_of

TABLE = Table(
    ("month", "claims", "sign", "names"),
    (("2024-01", 3, "conflict", ["a", "b"]), ("2024-02", 1, "cooperation", [])),
)


def lines(table: Table, **stamp: str) -> list[list[str]]:
    text = as_csv(table, stamp).decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:])))


def test_a_file_says_what_it_is_and_holds_every_row() -> None:
    written = lines(TABLE, query="saved/x", lens="trusted")
    assert written[:2] == [["# query", "saved/x"], ["# lens", "trusted"]]
    assert written[2:] == [
        ["month", "claims", "sign", "names"],
        ["2024-01", "3", "conflict", "a, b"],
        ["2024-02", "1", "cooperation", ""],
    ]


def test_text_that_a_spreadsheet_would_run_is_made_inert() -> None:
    written = lines(Table(("name",), (("=HYPERLINK(1)",), ("@SUM(A1)",), ("-5 degrees",), (-5,))))
    assert [row[0] for row in written[1:]] == ["'=HYPERLINK(1)", "'@SUM(A1)", "'-5 degrees", "-5"]


def test_lists_are_text_in_a_frame() -> None:
    assert list(as_frame(TABLE)["names"]) == ["a, b", ""]


def test_a_chart_puts_the_named_columns_on_its_axes_and_signs_in_their_colours() -> None:
    chart = chart_of(as_frame(TABLE), Returns(ResultKind.CHART, "bar", "month", "claims", "sign")).to_dict()
    assert (chart["mark"]["type"], chart["encoding"]["x"]["field"], chart["encoding"]["y"]["field"]) == (
        "bar",
        "month",
        "claims",
    )
    scale = chart["encoding"]["color"]["scale"]
    assert dict(zip(scale["domain"], scale["range"], strict=True))["conflict"] == "#D55E00"


def test_a_heatmap_colours_its_cells_by_the_third_column() -> None:
    chart = chart_of(
        as_frame(TABLE), Returns(ResultKind.CHART, "heatmap", "month", "sign", "claims")
    ).to_dict()
    assert (chart["mark"]["type"], chart["encoding"]["color"]["field"]) == ("rect", "claims")
