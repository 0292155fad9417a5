"""What a query found, as frame, chart and file."""

from __future__ import annotations

import csv
import io
import json
from importlib.metadata import version
from typing import Any

from cypher.bolt.table import Table
from cypher.catalog.catalog import ResultKind, Returns
from cypher.database.tie_rows import tie_rows
from explorer.charts.drawing import chart_of
from explorer.charts.fitting import charts_of
from explorer.graph.subgraph import subgraph_of
from explorer.network.layouts import Placed
from explorer.queries.download import _FORMATS, Shown
from explorer.words import Words
from tests.browser.hostile import HOSTILE

TABLE = Table(
    ("month", "claims", "sign", "names"),
    (("2024-01", 3, "conflict", ["a", "b"]), ("2024-02", 1, "cooperation", [])),
)
STAMP = {"query": "saved/x", "first": "IRN", "lens": "trusted", "made at": "2026-11-22T10:00:00+00:00"}
PLAIN = Returns(ResultKind.TABLE)


def files(shown: Shown) -> dict[str, str]:
    """All files of what is shown, by their endings."""
    return {form.ending: form.write(shown, Words()) for form in _FORMATS if form.fits(shown)}


def lines(shown: Shown) -> list[list[str]]:
    text = files(shown)["csv"]
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:])))


def ties(*names: str) -> Table:
    """A chain of ties between entities of these names."""
    columns = ("tie", "actor", "actor_name", "actor_kind", "recipient", "recipient_name", "sign", "claims")
    rows = tuple(
        (f"t{i}", f"e{i}", name, "person", "hub", "Hub", "conflict", 1) for i, name in enumerate(names)
    )
    return Table(columns, rows)


def test_every_file_says_what_it_shows_and_a_text_says_it_for_the_spreadsheet() -> None:
    table = ties("Iran")
    made = files(Shown("Ties", STAMP, table, subgraph_of(tie_rows(table).ties())))
    assert set(made) == {"csv", "txt", "json", "graphml", "html"}
    del made["csv"]
    for text in made.values():
        assert "saved/x" in text
        assert "trusted" in text.casefold()  # the page names the lens as the interface does
        assert "2026-11-22" in text


def test_what_a_text_says_of_a_spreadsheet_is_a_line_for_each_part() -> None:
    said = files(Shown("Two\nlines", STAMP | {"query": "MATCH (n)\nRETURN n"}, TABLE))["txt"]
    assert said.splitlines()[:3] == ["title: Two lines", "query: MATCH (n) RETURN n", "first: IRN"]


def test_a_spreadsheet_is_a_header_and_every_row() -> None:
    assert lines(Shown("X", STAMP, TABLE)) == [
        ["month", "claims", "sign", "names"],
        ["2024-01", "3", "conflict", "a; b"],
        ["2024-02", "1", "cooperation", ""],
    ]


def test_a_file_without_rows_still_names_its_columns() -> None:
    assert lines(Shown("X", STAMP, Table(("month", "claims"), ()))) == [["month", "claims"]]


def test_a_network_that_is_too_large_to_draw_is_still_saved_as_data() -> None:
    table = ties(*map(str, range(2001)))
    assert set(files(Shown("X", STAMP, table, subgraph_of(tie_rows(table).ties())))) == {
        "csv",
        "txt",
        "json",
        "graphml",
    }


def test_hostile_names_stay_text_in_every_file() -> None:
    table = ties(*HOSTILE)
    made = files(Shown(HOSTILE[0], STAMP | {"first": HOSTILE[1]}, table, subgraph_of(tie_rows(table).ties())))
    assert [row["actor_name"] for row in json.loads(made["json"])["rows"]] == list(HOSTILE)
    assert len(list(csv.reader(io.StringIO(made["csv"])))) == 1 + len(HOSTILE)
    assert made["html"].count("</script>") == 2  # its data and its script, and none of theirs
    assert "<img" not in made["graphml"]


def test_a_file_is_named_by_what_it_shows_of_which_days_through_which_lens_and_when() -> None:
    made = "trusted-made-2026-11-22"
    assert Shown("Iran & 'USA'/../x", STAMP, TABLE).file_name == f"konstelasi-iran-usa-x-{made}"
    assert Shown("***", STAMP, TABLE).file_name == f"konstelasi-result-{made}"
    assert Shown("\ud800" + "x" * 100, STAMP, TABLE).file_name == f"konstelasi-{'x' * 60}-{made}"
    october = Shown("Iran", STAMP, TABLE, period=("2023-10-01", "2023-10-31"))
    assert october.file_name == f"konstelasi-iran-2023-10-01-2023-10-31-{made}"


def drawn(table: Table, returns: Returns) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A chart as its specification and the rows that it is drawn from."""
    chart = chart_of(table, returns).to_dict()
    (rows,) = chart["datasets"].values()
    return chart, rows


def test_a_chart_puts_the_named_columns_on_its_axes_and_signs_in_their_colours() -> None:
    chart, rows = drawn(TABLE, Returns(ResultKind.CHART, "bar", "month", "claims", "sign"))
    assert chart["mark"]["type"] == "bar"
    assert [(row["period"], row["y"], row["series"]) for row in rows] == [
        ("January 2024", 3, "conflict"),
        ("February 2024", 1, "cooperation"),
    ]
    assert (chart["encoding"]["x"]["title"], chart["encoding"]["y"]["title"]) == ("Month", "Claims")
    scale = chart["encoding"]["fill"]["scale"]
    assert dict(zip(scale["domain"], scale["range"], strict=True))["conflict"] == "#D55E00"


def test_a_ranking_lies_on_its_side_with_the_longest_bar_on_top() -> None:
    table = Table(("name", "ties"), tuple((f"n{i}", i) for i in range(60)))
    chart, rows = drawn(table, Returns(ResultKind.CHART, "bar", "name", "ties"))
    assert (chart["encoding"]["y"]["field"], chart["encoding"]["y"]["sort"]) == ("x", "-x")
    assert {row["x"] for row in rows} == {f"n{i}" for i in range(20, 60)}


def test_the_charts_that_fit_are_read_from_the_columns() -> None:
    assert list(charts_of(TABLE, PLAIN)) == ["Over time", "Ranking"]
    both = Table(("actor_name", "recipient_name", "claims"), (("a", "b", 1), ("c", "d", 2)))
    assert list(charts_of(both, PLAIN)) == ["Ranking", "Matrix"]
    assert list(charts_of(ties("Iran"), Returns(ResultKind.GRAPH))) == ["Matrix"]
    assert charts_of(Table(("sentence",), (("x" * 200,),)), PLAIN) == {}


def test_the_chart_of_the_header_comes_first() -> None:
    asked = Returns(ResultKind.CHART, "bar", "sign", "claims")
    assert next(iter(charts_of(TABLE, asked).items())) == ("Ranking", asked)


def test_a_column_may_be_called_like_an_expression() -> None:
    table = Table(("n.name", "count(*)"), (("Iran", 2), ("Qatar", 1)))
    _, rows = drawn(table, charts_of(table, PLAIN)["Ranking"])
    assert rows == [{"x": "Iran", "y": 2}, {"x": "Qatar", "y": 1}]


def test_every_file_that_has_a_place_for_it_names_the_version_that_made_it() -> None:
    made_by = f"Konstelasi {version('konstelasi')}"
    table = ties("Iran")
    written = files(Shown("Title", STAMP, table, subgraph_of(tie_rows(table).ties())))
    assert set(written) == {"csv", "txt", "json", "graphml", "html"}
    assert {ending for ending, text in written.items() if made_by in text} == set(written) - {"csv"}


def test_a_graph_for_gephi_holds_the_positions_on_the_screen() -> None:
    table = ties("A")
    shown = Shown(
        "X", STAMP, table, subgraph_of(tie_rows(table).ties()), lambda: Placed({"e0": (30.0, 40.0)})
    )
    assert '<data key="node_y">-40.0</data>' in files(shown)["graphml"]
