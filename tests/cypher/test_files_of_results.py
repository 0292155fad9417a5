"""Files of results, opened with the programs that they are for and compared with the table."""

from __future__ import annotations

import csv
import io
import json
import math
from typing import Any

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cypher.bolt.table import Table
from cypher.database.export import as_csv, as_json, plain_text
from cypher.database.graphml import as_graphml
from cypher.database.tie_rows import Expected, has_ties, tie_rows
from tests.made_up import TIE, VALUES, tables, tie_tables

FORMULAS = tuple("=+-@\t\r\n＝＋－＠")


def no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def graph_of(table: Table) -> nx.MultiDiGraph[str]:
    """What networkx reads of the file; it makes a plain graph where no two edges have the same ends."""
    read: Any = nx.read_graphml(io.BytesIO(as_graphml(table).encode()), force_multigraph=True)
    return read


def ties(*changes: dict[str, Any]) -> Table:
    """Rows of ties, each with its `changes`."""
    rows = [TIE | {"tie": f"t{number}"} | each for number, each in enumerate(changes)]
    return Table(tuple(TIE), tuple(tuple(row.values()) for row in rows))


@settings(max_examples=50)
@given(tables() | tie_tables())
def test_json_is_read_by_a_strict_reader_row_by_row(table: Table) -> None:
    rows = json.loads(as_json(table).encode(), parse_constant=no_constant)
    assert [len(row) for row in rows] == [len(table.columns)] * len(table.rows)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (math.nan, None),
        (-math.inf, None),
        (2**63 - 1, 2**63 - 1),
        (10**30, str(10**30)),
        ([1, math.inf, {"a": math.nan}], [1, None, {"a": None}]),
        ("half \ud800 of a pair", "half \ufffd of a pair"),
        ("\x00", "\x00"),
        (True, True),
        (b"\xff", "/w=="),
    ],
)
def test_json_keeps_a_value_or_says_null_or_says_it_as_text(value: object, read: object) -> None:
    assert json.loads(as_json(Table(("a",), ((value,),))).encode(), parse_constant=no_constant) == [
        {"a": read}
    ]


@given(tables(), st.booleans())
def test_a_spreadsheet_holds_what_the_table_holds_and_no_formula(table: Table, marked: bool) -> None:
    text = ("\ufeff" if marked else "") + as_csv(table)
    header, *rows = csv.reader(io.StringIO(text.encode().decode("utf-8-sig"), newline=""), strict=True)
    assert (len(header), len(rows)) == (len(table.columns), len(table.rows))
    for row, values in zip(rows, table.rows, strict=True):
        for cell, value in zip(row, values, strict=True):
            if isinstance(value, bool):
                assert cell == str(value)
            elif isinstance(value, int | float):
                assert (cell == "") if math.isnan(value) else float(cell) == float(value)
            else:
                assert not cell.startswith(FORMULAS)
                assert cell.startswith("'") or (cell == "") == (plain_text(value) == "")


@given(st.lists(st.tuples(VALUES, st.integers(-(2**62), 2**62)), min_size=1, max_size=6))
def test_pandas_reads_a_spreadsheet_without_being_told_anything(rows: list[tuple[object, int]]) -> None:
    frame = pd.read_csv(io.BytesIO(as_csv(Table(("text", "number"), tuple(rows))).encode("utf-8-sig")))
    assert list(frame.columns) == ["text", "number"]
    assert list(frame["number"]) == [number for _, number in rows]


@settings(max_examples=50)
@given(tie_tables())
def test_networkx_reads_every_tie_that_fits_with_its_ends(table: Table) -> None:
    if not has_ties(table):
        return
    fit = {row["tie"]: row for row in tie_rows(table).rows}
    graph = graph_of(table)
    assert graph.number_of_edges() == len(fit)
    assert graph.number_of_nodes() == len(
        {row[end] for row in fit.values() for end in ("actor", "recipient")}
    )
    drawn = {row["tie"] for row in fit.values() if row.get("directed") is not False}
    assert sum(directed for *_, directed in graph.edges(data="directed")) == len(drawn)


def test_networkx_reads_what_the_table_says_of_a_tie_and_its_ends() -> None:
    graph = graph_of(
        ties({}, {"directed": False, "claims": 2**63 - 1}, {"recipient": "é", "recipient_name": "a\r\nb\x00"})
    )
    assert graph.nodes["IRN"] == {"label": "Iran", "name": "Iran", "kind": "country", "country": "IRN"}
    assert graph.nodes["é"]["name"] == "a\nb\ufffd"
    edges = graph.get_edge_data("IRN", "USA")
    assert edges["t0"] == {
        "directed": True,
        "sign": "conflict",
        "event_types": "SANCTION 3; AID",
        "claims": 4,
        "voices": 2,
        "weight": 2.0,
        "first_date": "2023-10-08",
        "last_date": "2024-01-15",
        "not_after": "2024-01-20",
        "verdict": "unreviewed",
        "planned": 0,
        "denied": 0,
        "by_hand": 1,
    }
    assert (edges["t1"]["directed"], edges["t1"]["claims"]) == (False, 2**63 - 1)


def test_a_graph_holds_the_verdict_that_its_counts_give_and_none_without_counts() -> None:
    given = ({"verified": 4, "unjudged": 0}, {"verified": 1, "rejected": 1}, {"rejected": 2, "unjudged": 0})
    edges = graph_of(ties(*given, {"unsure": None})).get_edge_data("IRN", "USA")
    assert [edge.get("verdict") for edge in edges.values()] == ["verified", "disputed", "rejected", None]


@pytest.mark.parametrize("returned", [None, "heavy", True, [1], {"a": 1}, math.nan, 10**400, 7.5])
def test_the_weight_of_an_edge_is_its_voices_whatever_the_query_calls_weight(returned: object) -> None:
    table = ties({"weight": returned, "verdict": returned, "label": returned, "x": returned})
    columns = (*TIE, "weight", "verdict", "label", "x")
    edge = graph_of(Table(columns, table.rows)).get_edge_data("IRN", "USA")["t0"]
    assert (edge["weight"], edge["verdict"]) == (2.0, "unreviewed")
    kept = None if returned is None else "true" if returned is True else plain_text(returned)
    assert (edge.get("returned_weight"), edge.get("returned_verdict")) == (kept, kept)


def test_without_voices_and_counts_a_returned_weight_and_verdict_are_taken_if_they_are_such() -> None:
    columns = ("tie", "actor", "recipient", "weight", "verdict")
    rows = (("t0", "a", "b", 7.5, "verified"), ("t1", "a", "b", "7.5", "fine"))
    edges = graph_of(Table(columns, rows)).get_edge_data("a", "b")
    assert (edges["t0"]["weight"], edges["t0"]["verdict"]) == (7.5, "verified")
    assert edges["t1"] == {"directed": True, "returned_weight": "7.5", "returned_verdict": "fine"}


def test_positions_are_numbers_with_y_up_and_only_where_they_are_known() -> None:
    text = as_graphml(ties({}), alone=[{"id": "QAT", "name": "Qatar"}], places={"IRN": (10, -20.5)})
    graph: Any = nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)
    assert (graph.nodes["IRN"]["x"], graph.nodes["IRN"]["y"]) == (10.0, 20.5)
    assert {type(graph.nodes["IRN"][axis]) for axis in "xy"} == {float}
    assert "x" not in graph.nodes["USA"]
    assert graph.nodes["QAT"]["label"] == "Qatar"


INERT = [
    ("=1", "'=1"),
    (" =1", " '=1"),
    ("\u00a0+1", "\u00a0'+1"),
    ("\ufeff=1", "\ufeff'=1"),
    ('"=1', "\"'=1"),
    ("“@x", "“'@x"),
    ("\u200b-1", "\u200b'-1"),
    ("a\n=1", "a\n'=1"),
    ("a\r\n＝1", "a\r\n'＝1"),
    ("a\t+1", "a\t'+1"),
    ("a;=1", "a;'=1"),
    ('a; "=1', "a; \"'=1"),
    ("=1\n=2", "'=1\n'=2"),
    ("\u3000＠x", "\u3000'＠x"),
    ("−1", "'−1"),
    ("﹢1", "'﹢1"),
    ("\tx", "'\tx"),
    ("\nx", "'\nx"),
    ("a = b - c @ d", "a = b - c @ d"),
    ("pre-war; x=y", "pre-war; x=y"),
    ("ani@example.org", "ani@example.org"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "safe"), INERT)
def test_what_a_spreadsheet_may_run_is_text_wherever_in_a_cell_it_begins(text: str, safe: str) -> None:
    written = as_csv(Table((text, "b"), ((text, 2),)))
    header, row = csv.reader(io.StringIO(written, newline=""), strict=True)
    assert (header[0], row[0]) == (safe, safe)


def test_members_of_a_list_are_inert_too_and_numbers_stay_numbers() -> None:
    (_, row) = csv.reader(io.StringIO(as_csv(Table(("a", "b"), ((["x", "=1"], -1.5),)))))
    assert row == ["x; '=1", "-1.5"]


def test_ids_that_xml_cannot_tell_apart_stay_two() -> None:
    graph = graph_of(ties({"actor": "a\x01"}, {"actor": "a\x02"}))
    assert set(graph) == {"a\ufffd", "a\ufffd (2)", "USA"}


def test_a_graph_says_what_it_shows_and_is_utf_8_wherever_it_is_written() -> None:
    text = as_graphml(ties({}), {"lens": "trusted"})
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>')
    assert '<data key="graph_about">{"lens": "trusted"}</data>' in text
    assert "graph_about" not in as_graphml(ties({}))


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("tie", None, Expected.ID),
        ("actor", 7, Expected.ID),
        ("recipient", " ", Expected.ID),
        ("sign", "CONFLICT", Expected.SIGN),
        ("actor_kind", "planet", Expected.KIND),
        ("recipient_name", ["a"], Expected.TEXT),
        ("claims", -1, Expected.COUNT),
        ("voices", 2**63, Expected.COUNT),
        ("verified", True, Expected.COUNT),
        ("directed", "no", Expected.FLAG),
        ("roles", "minister", Expected.TEXTS),
        ("event_types", ["CONSULT x"], Expected.TYPES),
        ("event_types", [3], Expected.TYPES),
    ],
)
def test_a_row_that_is_no_tie_is_left_out_by_its_first_column_that_does_not_fit(
    column: str, value: object, expected: Expected
) -> None:
    found = tie_rows(ties({}, {column: value}, {}, {column: value}))
    assert [row["tie"] for row in found.rows] == ["t0", "t2"]
    (left_out,) = found.left_out
    assert (left_out.column, left_out.value, left_out.expected, left_out.rows) == (
        column,
        value,
        expected,
        (2, 4),
    )


def test_a_tie_has_the_same_ends_in_each_of_its_rows() -> None:
    found = tie_rows(ties({}, {"tie": "t0", "claims": 9}, {"tie": "t0", "recipient": "QAT"}))
    assert [row["claims"] for row in found.rows] == [4, 9]
    assert [(each.expected, each.rows) for each in found.left_out] == [(Expected.SAME_ENDS, (3,))]


def test_two_columns_of_one_name_are_told_apart() -> None:
    assert Table(("a", "a", "a (2)", ""), ()).columns == ("a", "a (2)", "a (2) (2)", "")
