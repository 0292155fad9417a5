"""The rows of every saved query: their files beside the table, and what is shown of mangled ones."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cypher.bolt.table import Table
from cypher.catalog.catalog import ResultKind, Statement, catalog
from cypher.catalog.parameters import ParameterType, sample_value
from cypher.database import Role, Settings, connect
from cypher.database.export import as_csv, as_json, plain_text
from cypher.database.graphml import as_graphml
from cypher.database.tie_rows import has_ties
from explorer.queries.drawable import drawable
from explorer.words import Words
from ingest.loading.load import load
from tests.conftest import empty
from tests.explorer.test_drawable import draw_all
from tests.graphs import EXTRACTIONS
from tests.made_up import mangled

SAVED = {name: each for name, each in catalog().items() if name.startswith("saved/")}
ASKED: Mapping[str, object] = {
    "first": "ISR", "second": "hamas", "entity": "IRN", "speaker": "amir-abdollahian", "since": "2023-01-01",
    "until": "2024-12-31",
    "baseline_since": "2022-01-01", "baseline_until": "2022-12-31",
}  # fmt: skip
"""What is asked of those that need something."""


@pytest.fixture(scope="module")
def answers(embedded: Settings) -> Iterator[Mapping[str, Table]]:
    """What each saved query finds in the story."""
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
        yield {name: database.read(name, lens="all", **_asked(query)) for name, query in SAVED.items()}


def _asked(query: Statement) -> dict[str, object]:
    needed = [each for each in query.parameters if each.required and each.type is not ParameterType.LENS]
    return {each.name: ASKED.get(each.name, sample_value(each.type)) for each in needed}


def test_every_saved_query_is_shown_as_its_header_says(answers: Mapping[str, Table]) -> None:
    assert sum(bool(table.rows) for table in answers.values()) > len(answers) * 2 / 3
    for name, table in answers.items():
        returns = SAVED[name].returns
        drawn = drawable(table, returns, Words())
        assert (name, drawn.notices) == (name, ())
        if table.rows and returns.kind is ResultKind.CHART:
            assert next(iter(drawn.charts.values())) == returns
        if returns.kind is ResultKind.GRAPH:
            assert (drawn.network is None) == (not table.rows)


def test_a_spreadsheet_of_a_saved_query_is_its_table(answers: Mapping[str, Table]) -> None:
    for table in answers.values():
        text = as_csv(table)
        header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        assert header == list(table.columns)
        assert rows == [[plain_text(value) for value in row] for row in table.rows]
        frame = pd.read_csv(io.BytesIO(text.encode("utf-8-sig")))
        assert (list(frame.columns), len(frame)) == (list(table.columns), len(table.rows))
        for column, values in zip(table.columns, zip(*table.rows, strict=True), strict=False):
            if all(isinstance(value, int) for value in values):
                assert list(frame[column]) == list(values)


def test_json_of_a_saved_query_is_its_table(answers: Mapping[str, Table]) -> None:
    for table in answers.values():
        assert json.loads(as_json(table)) == table.records()


def test_a_graph_of_a_saved_query_is_its_table(answers: Mapping[str, Table]) -> None:
    graphs = {name: table for name, table in answers.items() if has_ties(table) and table.rows}
    assert any(row.get("directed") is False for table in graphs.values() for row in table.records())
    for table in graphs.values():
        read: Any = nx.read_graphml(io.BytesIO(as_graphml(table).encode()), force_multigraph=True)
        ties = {row["tie"]: row for row in table.records()}
        edges = {
            key: (actor, recipient, data) for actor, recipient, key, data in read.edges(keys=True, data=True)
        }
        assert edges.keys() == ties.keys()
        for tie, (actor, recipient, data) in edges.items():
            row = ties[tie]
            assert (actor, recipient, data.get("sign")) == (row["actor"], row["recipient"], row.get("sign"))
            assert (data.get("claims"), data.get("voices")) == (row.get("claims"), row.get("voices"))
            assert data["directed"] == (row.get("directed") is not False)
            assert read.nodes[actor].get("name") == row.get("actor_name")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_saved_query_whose_columns_are_mangled_is_still_shown(
    answers: Mapping[str, Table], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(answers)))
    table = data.draw(mangled(answers[name]))
    returns = SAVED[name].returns
    drawn = draw_all(table, returns, Words())
    if table.rows and table.columns:
        promised = {
            ResultKind.GRAPH: drawn.network is not None,
            ResultKind.CHART: returns in drawn.charts.values(),
        }
        assert promised.get(returns.kind, True) or drawn.notices
