"""Results that are computed from the rows of a query: the same on the page, in a terminal and in a script."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import konstelasi
from cypher.analysis.triads import KINDS
from cypher.database import Database, Settings
from tests.conftest import Run
from tests.explorer.opening import opened, papers

SUMMARY = {"page": "queries", "query": "saved/triads/summary", "level": "actor", "lens": "all"}
RATES = {
    "page": "queries",
    "query": "saved/escalation/against_baseline",
    "first": "ISR",
    "second": "hamas",
    "since": "2023-10-01",
    "until": "2023-10-31",
    "baseline_since": "2023-01-01",
}


@pytest.fixture
def home(embedded: Settings) -> Path:
    """The folder of the embedded engine, which holds the story."""
    return embedded.home


def test_the_page_shows_what_was_computed(story: Database) -> None:
    rows = story.read("saved/triads/summary", level="actor", lens="all").rows
    assert [row[0] for row in rows[:4]] == list(KINDS)
    (shown,) = [frame.value for frame in opened(**SUMMARY).dataframe]
    assert [row[0] for row in shown.to_numpy()] == [row[0] for row in rows]
    assert [list(row)[2:4] for row in shown.to_numpy()] == [list(row[2:4]) for row in rows]


def test_heads_and_names_are_indonesian(story: Database) -> None:
    app = opened(**RATES, baseline_until="2023-09-30", language="id")
    assert not app.exception
    (shown,) = [frame.value for frame in app.dataframe]
    assert len(shown)
    assert "Lebih dari biasanya antara dua pihak" in papers(app)


def test_periods_that_overlap_are_refused_in_the_reader_s_language(story: Database) -> None:
    app = opened(**RATES, baseline_until="2023-10-05", language="id")
    assert not app.exception
    assert "Pilih masa pembanding yang berakhir sebelum periode dimulai" in papers(app)
    assert not app.dataframe


def test_a_terminal_and_a_script_get_the_same(
    story: Database, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = story.read("saved/triads/summary", level="actor", lens="all").records()
    asked = ("triads/summary", "-p", "level=actor", "--lens", "all", "--json")
    assert json.loads(command("query", *asked).out) == wanted
    result = konstelasi.query("triads/summary", level="actor", lens="all")
    assert result.records() == wanted
    refused = command("query", "triads/summary", "-p", "shuffles=0")
    assert refused.code == 2
    assert "between 1 and 1000" in refused.err


def test_a_copy_in_the_editor_shows_the_rows_of_the_text(story: Database) -> None:
    app = opened(**SUMMARY)
    edit = app.button(key="edit saved/triads/summary")
    assert edit.proto.help == "A copy shows the rows from which the result is computed."
    edit.click().run()
    assert not app.exception
    assert "RETURN first, second, cooperation, conflict" in app.session_state["cypher"]
