"""What of a result can be drawn: nothing that a query returns raises, and a notice names the column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.dataframe_util import convert_pandas_df_to_arrow_bytes

from cypher.bolt.table import Table
from cypher.catalog.catalog import CHARTS, ResultKind, Returns
from cypher.catalog.return_clause import TIE_COLUMNS
from cypher.database.elements import Elements
from cypher.database.tie_rows import tie_rows
from cypher.desk.drawing import Drawing, LeftOut
from cypher.model.graph import Entity, EntityKind
from explorer.charts.drawing import chart_of
from explorer.graph.subgraph import Subgraph, subgraph_of
from explorer.network.layout import arrange
from explorer.network.legend import legend
from explorer.network.payload import network_of, payload_of
from explorer.network.style import drawing_policy
from explorer.queries.download import _FORMATS, Shown
from explorer.queries.drawable import Drawable, drawable
from explorer.queries.frames import as_frame
from explorer.words import Words
from tests.made_up import NAMES, TIE, tables, tie_tables

GRAPH, TABLE = Returns(ResultKind.GRAPH), Returns(ResultKind.TABLE)
STAMP = {"query": "typed", "lens": "trusted", "made at": "2026-11-22T10:00:00+00:00"}
LANGUAGES = st.sampled_from([Words("en"), Words("id")])


@st.composite
def headers(draw: st.DrawFn) -> Returns:
    """What a header may promise, of columns that the rows may not have."""
    kind = draw(st.sampled_from([GRAPH, TABLE, None]))
    named = [draw(NAMES | st.sampled_from(sorted(TIE))) for _ in range(3)]
    mark = draw(st.sampled_from(CHARTS))
    return kind or Returns(
        ResultKind.CHART, mark, *named[: 3 if mark == "heatmap" else draw(st.integers(2, 3))]
    )


def draw_all(table: Table, returns: Returns, words: Words) -> Drawable:
    """Everything that the page would send to the browser, and every file."""
    drawn = drawable(table, returns, words)
    convert_pandas_df_to_arrow_bytes(as_frame(table))
    for each in drawn.charts.values():
        chart_of(table, each).to_json()
    graph = drawn.network
    if graph is not None and (policy := drawing_policy(len(graph.nodes))):
        places = arrange(graph.nodes.keys(), [(edge.actor, edge.recipient) for edge in graph.edges.values()])
        payload_of(network_of(graph, places, policy, words))
        legend(graph, words)
    shown = Shown("A result", STAMP, table, graph)
    for form in _FORMATS:
        if form.fits(shown):
            form.write(shown, words).encode()
    return drawn


def notice_of(table: Table, returns: Returns) -> str:
    """The only notice about it."""
    (notice,) = draw_all(table, returns, Words()).notices
    return notice


def ties(*changes: dict[str, object]) -> Table:
    """Rows of ties, each with its `changes`."""
    rows = [TIE | {"tie": f"t{number}"} | each for number, each in enumerate(changes)]
    return Table(tuple(TIE), tuple(tuple(row.values()) for row in rows))


@settings(max_examples=60, deadline=None)
@given(tables() | tie_tables(), headers(), LANGUAGES)
def test_whatever_a_query_returns_can_be_shown_and_saved(
    table: Table, returns: Returns, words: Words
) -> None:
    drawn = draw_all(table, returns, words)
    if table.rows and table.columns:
        promised = {
            ResultKind.GRAPH: drawn.network is not None,
            ResultKind.CHART: returns in drawn.charts.values(),
        }
        assert promised.get(returns.kind, True) or drawn.notices


def test_a_chart_without_one_of_its_columns_is_a_table_and_the_column_is_named() -> None:
    table = Table(("month", "claims"), (("2024-01", 3),))
    said = "Not drawn as a chart: the query does not return “events”. It returns “month”, “claims”."
    for mark, *named in (
        ("line", "events", "claims"),
        ("bar", "month", "events"),
        ("area", "month", "claims", "events"),
        ("heatmap", "month", "events", "claims"),
        ("heatmap", "month", "claims", "events"),
    ):
        assert notice_of(table, Returns(ResultKind.CHART, mark, *named)) == said
        assert notice_of(replace_rows(table), Returns(ResultKind.CHART, mark, *named)) == said


def replace_rows(table: Table) -> Table:
    """The same columns without rows."""
    return replace(table, rows=())


def test_a_network_without_its_columns_is_a_table_and_the_columns_are_named() -> None:
    for column in sorted(TIE_COLUMNS):
        held = [name for name in TIE if name != column]
        notice = notice_of(Table(tuple(held), (tuple(TIE[name] for name in held),)), GRAPH)
        assert notice.startswith(
            f"Not drawn as a network: the query does not return “{column}”. It returns “"
        )


def test_one_broken_row_leaves_the_others_drawn_and_is_named() -> None:
    table = ties({}, {"sign": "CONFLICT"}, {"sign": None}, {"actor": "QAT"})
    drawn = draw_all(table, GRAPH, Words())
    assert drawn.network is not None
    assert set(drawn.network.edges) == {"t0", "t3"}
    (notice,) = drawn.notices
    assert notice.startswith(
        "2 of 4 rows not in the network: “sign” must be cooperation, conflict, neutral or relation;"
    )
    assert notice.endswith("row 2 has “CONFLICT”.")


@pytest.mark.parametrize(
    ("value", "said"), [("many", "“many”"), (float("inf"), "inf"), ([3], "[3]"), (True, "true")]
)
def test_a_row_without_a_number_is_left_out_of_a_chart_and_named(value: object, said: str) -> None:
    table = Table(("name", "ties"), (("Iran", 3), ("Qatar", value), ("Oman", None)))
    drawn = draw_all(table, Returns(ResultKind.CHART, "bar", "name", "ties"), Words())
    assert list(drawn.charts) == ["Ranking"]
    assert drawn.notices == (f"1 of 3 rows not in the chart: “ties” must be a number; row 2 has {said}.",)


def test_a_chart_of_texts_is_a_table() -> None:
    table = Table(("name", "ties"), (("Iran", None),))
    asked = Returns(ResultKind.CHART, "bar", "name", "ties")
    assert draw_all(table, asked, Words()).charts == {}
    assert notice_of(table, asked) == "Not drawn as a chart: “ties” has no number in any row."


def test_a_result_that_fits_has_no_notice() -> None:
    assert draw_all(ties({}, {"directed": False}), GRAPH, Words()).notices == ()
    assert draw_all(Table((), ()), GRAPH, Words()).notices == ()


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ([1, None, 3], [1, None, 3]),
        ([1, 2.5, None], [1.0, 2.5, None]),
        ([True, None], [True, None]),
        ([1, True], ["1", "True"]),
        ([2**53, 1], [str(2**53), "1"]),
        ([10**30, 1.5], [str(10**30), "1.5"]),
        (["a", 1, ["b", None], {"c": [1]}], ["a", "1", "b; ", '{"c": [1]}']),
        (["\ud800"], ["\ufffd"]),
    ],
)
def test_a_column_of_a_table_is_numbers_truth_values_or_texts(
    values: list[object], shown: list[object]
) -> None:
    frame = as_frame(Table(("a", "a"), tuple((value, value) for value in values)))
    assert list(frame.columns) == ["a", "a (2)"]
    assert [None if pd.isna(value) else value for value in frame["a"]] == shown


def test_a_table_may_have_very_many_columns_and_very_long_names() -> None:
    columns = tuple(f"{number}{'x' * 5000}" for number in range(300))
    drawn = draw_all(Table(columns, (tuple(range(300)),) * 3), GRAPH, Words())
    assert len(drawn.notices[0]) < 1500


EDGE = subgraph_of(tie_rows(Table(tuple(TIE), (tuple(TIE.values()),))).ties())
"""A network of one tie."""


@pytest.mark.parametrize(
    ("columns", "rows", "asked"),
    [
        (("tie", "n"), (("t1", 1), ("t2", 2), ("t1", 3), (None, 4)), ("tie", ["t1", "t2"])),
        (("entity",), (("IRN",), ("ISR",)), ("entity", ["IRN", "ISR"])),
        (("entity", "tie"), (("IRN", "t1"),), ("tie", ["t1"])),
    ],
)
def test_ids_of_ties_or_entities_are_enough_for_a_network(
    columns: tuple[str, ...], rows: tuple[tuple[object, ...], ...], asked: tuple[str, list[str]]
) -> None:
    found: list[tuple[str, list[str]]] = []

    def read(column: str, ids: Sequence[str]) -> Subgraph:
        found.append((column, list(ids)))
        return EDGE

    drawn = drawable(Table(columns, rows), GRAPH, Words(), read)
    assert (drawn.network, drawn.looked_up, drawn.notices, found) == (EDGE, True, (), [asked])


def test_ids_that_name_no_tie_leave_the_notice_and_the_table() -> None:
    drawn = drawable(Table(("tie",), (("x",),)), GRAPH, Words(), lambda _column, _ids: Subgraph())
    assert (drawn.network, drawn.looked_up) == (None, False)
    assert "“actor”" in drawn.notices[0]


def test_rows_of_ties_are_drawn_as_they_are() -> None:
    table = Table(tuple(TIE), (tuple(TIE.values()),))
    drawn = drawable(table, GRAPH, Words(), lambda _column, _ids: pytest.fail("the rows hold the ties"))
    assert (list(drawn.network.edges) if drawn.network else [], drawn.looked_up) == ([TIE["tie"]], False)


def drawing_of_one(_elements: Elements) -> Drawing:
    """A state without ties, and a state and an armed group with one."""
    iran, usa, hamas = (
        Entity(key, key, EntityKind(kind))
        for key, kind in (("IRN", "country"), ("USA", "country"), ("h", "group"))
    )
    return Drawing(
        (hamas, iran, usa),
        tuple(tie_rows(Table(tuple(TIE), (tuple(TIE.values()),))).ties()),
        LeftOut(entities=2),
    )


def test_nodes_in_a_result_are_drawn_and_written_with_those_that_have_no_tie() -> None:
    node = {"element": "node", "id": "1", "labels": ["Country"], "properties": {"id": "IRN"}}
    for returns in (GRAPH, TABLE):
        table = Table(("c", "n"), ((node, 3), (None, 4)))
        drawn = drawable(table, returns, Words(), None, drawing_of_one)
        assert drawn.network is not None
        assert (set(drawn.network.nodes), set(drawn.network.edges)) == ({"IRN", "USA", "h"}, {"t1"})
        assert drawn.notices == (
            "The network is too large: 2 entities and 0 ties are not drawn. Use LIMIT, or see the table.",
        )
        shown = Shown("A result", STAMP, table, drawn.network)
        files = {form.ending: form.write(shown, Words()) for form in _FORMATS if form.fits(shown)}
        assert files["graphml"].count("<node") == 3
        assert files["graphml"].count("<edge") == 1
        assert "IRN" in files["html"]


def test_the_graph_file_of_a_network_read_by_ids_has_its_ties() -> None:
    shown = Shown("A result", STAMP, Table(("entity",), (("IRN",), ("USA",))), EDGE)
    (graphml,) = (form.write(shown, Words()) for form in _FORMATS if form.ending == "graphml")
    assert graphml.count("<edge") == 1
