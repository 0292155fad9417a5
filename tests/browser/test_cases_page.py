"""Cases in a real browser: adding closes the dialog, and a case is sent on as a file."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.running import Explorer


def test_a_sentence_is_added_once_seen_in_its_case_and_sent_on(explorer: Explorer, tmp_path: Path) -> None:
    page, dialog = explorer.page, explorer.page.get_by_role("dialog")
    explorer.open("?page=cases")
    field = page.get_by_role("textbox", name="Begin a case")
    field.fill("Gaza")
    field.press("Enter")
    expect(page.get_by_role("heading", name="Gaza")).to_be_visible()
    expect(field).to_have_value("")
    explorer.open("?page=search&text=Hamas")
    add = page.get_by_role("button").filter(has_text="+ Case").first
    add.click()
    dialog.get_by_role("button", name="Add", exact=True).click()
    explorer.says("Added to the case “Gaza”")
    expect(dialog).to_have_count(0)
    add.click()
    expect(dialog.get_by_text("This is in the case already")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.locator(".ways").get_by_text("Cases", exact=True).click()
    explorer.says("Sentences in the case")
    expect(page.get_by_text("1 item", exact=False).first).to_be_visible()
    explorer.open_popover("Download")
    with page.expect_download() as download:
        page.get_by_role("button", name="Markdown").click()
    file = tmp_path / "case.md"
    download.value.save_as(file)
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Gaza")
    assert "Hamas" in text
