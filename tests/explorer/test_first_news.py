"""The page of a graph without news: empty, being filled, or not filled after all."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.database import Database, Settings
from cypher.engine.loading import announced, under_way
from explorer.panels.first_news import FirstNews, begun, first_news
from explorer.phrases import said
from explorer.serving import filling
from explorer.words import Words
from tests.explorer.opening import opened, papers


@pytest.fixture
def told() -> Iterator[None]:
    """The server forgets afterwards what it was told."""
    yield
    filling.hear(filling.Filling.NONE)


@pytest.mark.parametrize(
    ("loading", "failed", "documents", "state"),
    [
        (False, False, 0, FirstNews.NONE),
        (True, False, 0, FirstNews.LOADING),
        (True, False, 7, FirstNews.LOADING),
        (True, True, 0, FirstNews.LOADING),  # another load, after one that failed
        (False, True, 0, FirstNews.FAILED),
        (False, True, 7, FirstNews.FAILED),
        (False, False, 7, FirstNews.UNFINISHED),
    ],
)
def test_a_graph_without_news_is_empty_only_when_nothing_is_known_to_fill_it(
    loading: bool, failed: bool, documents: int, state: FirstNews
) -> None:
    assert first_news(loading=loading, failed=failed, documents=documents) is state


def test_a_load_says_how_far_it_is_also_before_its_first_article() -> None:
    assert said(begun(0, FirstNews.LOADING), Words()) == "The language models are being loaded."
    assert said(begun(1234, FirstNews.LOADING), Words()) == "Articles in the graph so far: 1,234"
    assert said(begun(0, FirstNews.NONE), Words()) == ""


def test_a_load_is_known_in_its_folder_while_it_runs_and_not_after_it_was_killed(tmp_path: Path) -> None:
    assert not under_way(tmp_path / "home")
    with announced(tmp_path / "home"):
        assert under_way(tmp_path / "home")
        assert not under_way(tmp_path / "another")
    assert not under_way(tmp_path / "home")
    loading = (
        "import sys, pathlib, cypher.engine.loading as l\n"
        "with l.announced(pathlib.Path(sys.argv[1])): print('begun', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", loading, str(tmp_path / "home")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        assert under_way(tmp_path / "home")
        process.kill()
    assert not under_way(tmp_path / "home")


def test_a_folder_that_cannot_be_written_to_stops_no_load(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("a file")
    with announced(tmp_path):
        assert not under_way(tmp_path)


@pytest.mark.usefixtures("graph", "told")
def test_the_page_of_a_graph_without_news_says_what_is_the_case(embedded: Settings) -> None:
    assert "The graph is empty" in papers(opened())
    with announced(embedded.home):
        page = papers(opened())
    assert "Articles are being loaded" in page
    assert "The graph is empty" not in page
    filling.hear("filling")
    assert "Articles are being loaded" in papers(opened())
    filling.hear("filling failed")
    assert "The articles could not be loaded" in papers(opened())


@pytest.mark.usefixtures("told")
def test_a_load_that_was_cut_off_is_not_called_running(graph: Database) -> None:
    row = {"id": "d", "title": "A", "text": "A.", "url": None, "publisher": None, "language": "en"}
    graph.write("load/begin_documents", rows=[row | {"published_on": None, "content_hash": ""}])
    page = papers(opened())
    assert "A load has not finished" in page
    assert "Articles in the graph so far: 1" in page
