"""The first start in an empty data folder: the reader sees what it is filled with, and how to begin."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from cypher.engine.client import stop
from tests.browser.running import Explorer, started_explorer

ARTICLE = "Brasil mengecam Portugal di Lisabon, Selasa (10/10/2023)."


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
