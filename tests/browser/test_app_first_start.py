"""The first start in an empty data folder: the reader sees what it is filled with, and how to begin."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from cypher.database import Role, Settings, connect
from cypher.engine.client import stop
from cypher.model.graph import Extraction
from ingest.loading.load import load
from tests.browser.running import Explorer, starting_explorer
from tests.graphs import EXTRACTIONS

ARTICLE = "Brasil mengecam Portugal di Lisabon, Selasa (10/10/2023)."
NOTE_HEADINGS = """
    window.headings = [];
    setInterval(() => {
        const found = [...document.querySelectorAll('*')].map((each) => each.shadowRoot?.querySelector('h2'));
        for (const {textContent} of found.filter(Boolean)) {
            if (!window.headings.includes(textContent)) window.headings.push(textContent);
        }
    }, 50);
"""
"""Keeps every heading that the page has had."""


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    """The shared explorer begins without news."""
    return []


def test_a_graph_that_is_being_filled_is_never_called_empty(page: Page, tmp_path: Path) -> None:
    article, home = tmp_path / "a.txt", tmp_path / "home"
    page.context.clear_cookies()
    article.write_text(ARTICLE, encoding="utf-8")
    page.add_init_script(NOTE_HEADINGS)
    with starting_explorer({"KONSTELASI_HOME": str(home)}, "--fill", str(article)) as (address, announced):
        explorer = Explorer(page, address)
        _open_as_early_as_possible(explorer)
        tour = page.get_by_role("dialog")
        expect(tour).to_contain_text("1. Click through", timeout=120_000)
        headings = page.evaluate("window.headings")
        assert headings[0] == "Articles are being loaded"
        assert "The graph is empty" not in headings
        assert address in announced()
        explorer.canvas.wait_until_drawn()
        assert {"BRA", "PRT"} <= explorer.canvas.places().keys()
        expect(explorer.heading()).to_have_text("What stands out")
        tour.get_by_role("button", name="Skip").click()
        expect(tour).to_have_count(0)
        explorer.open_network()
        expect(tour).to_have_count(0)
        page.close()  # it would miss the server
    stop(home)


def _open_as_early_as_possible(explorer: Explorer) -> None:
    """Open the app as soon as its port is open."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with contextlib.suppress(OSError), urlopen(explorer.address, timeout=2):  # noqa: S310 - ours
            break
        time.sleep(0.05)
    explorer.open()


def test_a_page_that_was_opened_too_early_fills_by_itself(explorer: Explorer, embedded: Settings) -> None:
    explorer.open()
    explorer.says("The graph is empty")
    with connect(embedded, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
    explorer.canvas.wait_until_drawn()
    assert {"USA", "IRN"} <= explorer.canvas.places().keys()
