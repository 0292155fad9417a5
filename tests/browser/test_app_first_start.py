"""The first start in an empty data folder: the reader sees what it is filled with, and how to begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cypher.database import Role, Settings, connect
from cypher.engine.client import stop
from cypher.model import Extraction
from ingest.load import load
from tests.browser.running import Explorer, started_explorer
from tests.graphs import EXTRACTIONS

ARTICLE = "Brasil mengecam Portugal di Lisabon, Selasa (10/10/2023)."


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    """The shared explorer begins without news."""
    return []


def test_an_empty_graph_is_filled_before_the_explorer_is_announced(page: Page, tmp_path: Path) -> None:
    article, home = tmp_path / "a.txt", tmp_path / "home"
    article.write_text(ARTICLE, encoding="utf-8")
    with started_explorer({"KONSTELASI_HOME": str(home)}, "--fill", str(article)) as address:
        explorer = Explorer(page, address)
        explorer.open_network()
        assert {"BRA", "PRT"} <= explorer.canvas.places().keys()
        expect(explorer.heading()).to_have_text("What stands out")
        tour = page.get_by_role("dialog")
        expect(tour).to_contain_text("1. Click through")
        tour.get_by_role("button", name="Skip").click()
        expect(tour).to_have_count(0)
        explorer.open_network()
        expect(tour).to_have_count(0)
        page.close()  # it would miss the server
    stop(home)


def test_a_page_that_was_opened_too_early_fills_by_itself(explorer: Explorer, embedded: Settings) -> None:
    explorer.open()
    explorer.says("The graph is empty")
    with connect(embedded, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
    explorer.canvas.wait_until_drawn()
    assert {"USA", "IRN"} <= explorer.canvas.places().keys()
