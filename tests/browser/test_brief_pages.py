"""Briefs in a real browser: what is added on one page is seen on *Briefs* and in its files."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.canvas import Canvas
from tests.browser.running import Explorer


def test_a_network_is_added_seen_again_and_sent_on(page: Page, address: str, tmp_path: Path) -> None:
    explorer = Explorer(page, address)
    explorer.open_network("?page=network")
    names = explorer.canvas.places().keys()
    assert {"IDN", "PSE", "hamas"} <= names
    page.locator(".st-key-network-to-a-brief button").first.click()
    explorer.says("Added to")
    page.locator(".ways").get_by_text("Briefs", exact=True).click()
    explorer.says("Network: The ties of the latest news")
    again = Canvas(page)
    again.wait_until_drawn()
    assert again.places().keys() == names
    page.get_by_role("button", name="Download").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Offline page (HTML)").click()
    file = tmp_path / "brief.html"
    download.value.save_as(file)
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.context.set_offline(True)
    page.goto(file.as_uri())
    picture = page.get_by_role("img", name="Network:")
    expect(picture).to_be_visible()
    assert picture.locator("text", has_text="Indonesia").count() >= 1
    box = picture.bounding_box()
    assert box
    assert box["width"] > 500
    assert box["height"] > 200
    page.emulate_media(color_scheme="dark")
    ink = picture.evaluate("each => getComputedStyle(each.querySelector('text')).fill")
    page.emulate_media(color_scheme="light")
    assert picture.evaluate("each => getComputedStyle(each.querySelector('text')).fill") != ink
    page.context.set_offline(False)
    assert errors == []
