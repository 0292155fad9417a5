"""Seven things that an analyst comes to do, with the clicks that each takes: docs/using.md quotes them.

A click is a press of the mouse; typing a name is none, nor is a key of the review queue.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.running import Explorer

COUNT = "window.clicks = 0; addEventListener('pointerdown', () => { window.clicks += 1; }, true);"


@pytest.fixture
def explorer(page: Page, address: str) -> Explorer:
    """The explorer at its start, which counts clicks from now on."""
    page.add_init_script(COUNT)
    explorer = Explorer(page, address)
    explorer.open_network()
    return explorer


def clicks(explorer: Explorer) -> int:
    """How often the mouse was pressed since the page was opened."""
    return int(explorer.page.evaluate("window.clicks"))


def go_to(explorer: Explorer, title: str) -> None:
    """Open a page by its line in the sidebar, and wait until nothing of the start is left to be clicked."""
    explorer.page.locator(".ways").get_by_text(title, exact=True).click()
    expect(explorer.page.get_by_text("What stands out")).to_have_count(0)


def name(explorer: Explorer, label: str, spelling: str, meant: str) -> None:
    """Type an actor into a field and wait until it is understood."""
    field = explorer.page.get_by_role("combobox", name=label)
    field.click()
    field.fill(spelling)
    field.press("Enter")
    expect(field).to_have_value(meant)


def test_who_mediates_between_two_actors_takes_five_clicks(explorer: Explorer) -> None:
    go_to(explorer, "Queries")
    explorer.page.get_by_role("button", name="Who mediates between two actors").click()
    name(explorer, "First", "Hamas", "Hamas")
    name(explorer, "Second", "Israel", "Israel")
    explorer.page.get_by_role("button", name="Run", exact=True).click()
    explorer.canvas.wait_until_drawn()
    assert "QAT" in explorer.canvas.places()
    assert clicks(explorer) == 5


def test_verifying_ten_claims_takes_one_click_and_ten_keys(explorer: Explorer) -> None:
    go_to(explorer, "Review")
    for judged in range(10):
        explorer.says(f"{judged} of 17 judged")
        explorer.page.keyboard.press("v")
    explorer.says("10 of 17 judged")
    assert clicks(explorer) == 1


def test_what_changed_this_week_between_two_actors_takes_two_clicks(explorer: Explorer) -> None:
    go_to(explorer, "Since")
    explorer.page.get_by_role("button", name="Indonesia → Palestine").click()
    explorer.says("mengirim bantuan")
    assert clicks(explorer) == 2


def test_a_brief_of_one_actor_takes_three_clicks(explorer: Explorer) -> None:
    explorer.page.get_by_placeholder("Search a country").press_sequentially("tehe")
    explorer.panel().get_by_text("written Teheran").click()
    expect(explorer.heading()).to_have_text("Iran")
    explorer.page.get_by_role("button", name="Download").click()
    with explorer.page.expect_download() as download:
        explorer.page.get_by_role("button", name="Interactive page that opens offline").click()
    assert "Iran" in download.value.path().read_text(encoding="utf-8")
    assert clicks(explorer) == 3


def test_correcting_an_actor_everywhere_takes_five_clicks(explorer: Explorer) -> None:
    go_to(explorer, "Review")
    explorer.page.get_by_text("Same actor?").click()
    name(explorer, "This actor", "Muttaqi", "Amir Khan Muttaqi")
    name(explorer, "is really", "Taliban", "Taliban")
    explorer.page.get_by_role("button", name="Merge", exact=True).click()
    expect(explorer.page.locator(".st-key-mergers")).to_contain_text("Amir Khan Muttaqi")
    assert clicks(explorer) == 5


def test_finding_the_sentence_in_which_takes_a_key_and_one_click(explorer: Explorer) -> None:
    explorer.page.keyboard.press("/")
    field = explorer.page.get_by_placeholder("Names, words")
    expect(field).to_be_focused()
    field.press_sequentially("kirim bantuan")
    found = explorer.page.locator("mark.found", has_text="mengirim")
    found.first.click()
    expect(explorer.page.locator("mark.sought").first).to_be_visible()
    assert clicks(explorer) == 1


def test_sending_a_brief_on_two_countries_takes_seven_clicks(explorer: Explorer) -> None:
    go_to(explorer, "Actors")
    name(explorer, "Actor", "Amerika", "United States")
    name(explorer, "With", "Teheran", "Iran")
    explorer.page.get_by_role("button", name="Add to a brief").click()
    explorer.says("Added to")
    go_to(explorer, "Briefs")
    explorer.open_popover("Download")
    with explorer.page.expect_download() as download:
        explorer.page.get_by_role("button", name="Offline page (HTML)").click()
    sent = download.value.path().read_text(encoding="utf-8")
    assert "United States ↔ Iran" in sent
    assert "The United States worked with Iran on an exchange of prisoners." in sent
    assert "<svg" in sent
    assert clicks(explorer) == 7
