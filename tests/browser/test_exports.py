"""Files of the network in a real browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from explorer.network.export import network_html
from tests.browser.apps.graphs import story
from tests.browser.canvas import Canvas
from tests.browser.hostile import HOSTILE
from tests.explorer.network.test_exported_evidence import STAMP, claim


def test_a_click_on_a_tie_of_an_offline_page_shows_its_claims_as_text(page: Page, tmp_path: Path) -> None:
    graph, file = story(), tmp_path / "network.html"
    claims = [claim(tie, tie, sentence=f"{HOSTILE[1]} {tie}", title=HOSTILE[2]) for tie in graph.edges]
    file.write_text(network_html(graph, STAMP, claims=claims), encoding="utf-8")
    page.context.set_offline(True)
    page.goto(file.as_uri())
    canvas, panel = Canvas(page), page.get_by_role("complementary")
    canvas.wait_until_drawn()
    page.context.set_offline(False)
    expect(panel).to_be_hidden()
    page.mouse.click(*canvas.edge("tie-1"))
    expect(panel.get_by_role("article")).to_have_count(1)
    expect(panel).to_contain_text(f"{HOSTILE[1]} tie-1")
    expect(panel).to_contain_text("Daily Record")
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()
    assert page.evaluate("window.__xss") is None
    assert page.locator("img, iframe, object").count() == 0
