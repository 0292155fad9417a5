"""The bench of the queries of analysis, on a small file of made-up events in the layout of ICEWS14."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from bench.analytics import Periods, checks
from bench.icews14_file import articles_of, names_in, told_in
from cypher.database import Database
from ingest.loading.load import load
from tests.made_up_events import a_year, rows_of

HEADER = "source\trelation\ttarget\tdate\tcameo\tplover"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Three hundred events, one of them twice, one of a party with itself, and one of an unknown type."""
    told = rows_of(a_year(300, 12))
    rows = [f"{row.actor}\tdid\t{row.recipient}\t{row.day}\t010\t{row.event_type}" for row in told]
    strange = ["Ann\tdid\tAnn\t2014-02-01\t010\tAID", "Ann\tdid\tBob\t2014-02-01\t010\tDANCE"]
    path = tmp_path / "events.tsv.gz"
    path.write_bytes(gzip.compress("\n".join([HEADER, *rows, rows[0], *strange]).encode()))
    return path


def test_a_file_is_read_as_events_without_doubles(file: Path) -> None:
    told = told_in(file, 1000)
    assert len(told) == 300
    assert [row.day for row in told] == sorted(row.day for row in told)
    assert {row.actor for row in told} <= names_in(file).keys()
    assert len(told_in(file, 10)) == 10
    periods = Periods.of(told)
    assert periods.first < periods.turn < periods.last
    assert periods.asked()["baseline_until"] < periods.turn  # type: ignore[operator]


def test_the_figures_of_the_graph_are_those_of_the_file_and_others_differ(
    database: Database, file: Path
) -> None:
    told = told_in(file, 1000)
    load(database, articles_of(told, names_in(file)))
    checked = list(checks(database, told))
    assert [(check.name, check.wrong) for check in checked if check.wrong] == []
    assert all(check.figures for check in checked)
    assert all(check.wrong for check in checks(database, told[::2]))
