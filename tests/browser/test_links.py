"""Links in a real Chromium: an address shows again what was seen, after a reload, Back, and for others."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.running import Explorer


def choose(explorer: Explorer, label: str, name: str) -> None:
    """Choose a value in a field that offers some."""
    field = explorer.page.get_by_role("combobox", name=label)
    field.fill(name)
    field.press("Enter")
    expect(field).to_have_value(name)


def test_the_filters_of_a_search_survive_a_reload_back_and_are_passed_on(explorer: Explorer) -> None:
    page = explorer.page
    explorer.open("?page=search&text=Hamas")
    explorer.says("sentence")
    choose(explorer, "Language of the article", "English")
    expect(page).to_have_url(re.compile("written_in=en"))
    choose(explorer, "Names the actor", "Israel")
    expect(page).to_have_url(re.compile("actor=ISR"))
    page.reload()
    expect(page.get_by_role("combobox", name="Language of the article")).to_have_value("English")
    expect(page.get_by_role("combobox", name="Names the actor")).to_have_value("Israel")
    page.go_back()
    expect(page).not_to_have_url(re.compile("actor="))
    expect(page.get_by_role("combobox", name="Names the actor")).to_have_value("")
    expect(page.get_by_role("combobox", name="Language of the article")).to_have_value("English")
    page.go_forward()
    expect(page.get_by_role("combobox", name="Names the actor")).to_have_value("Israel")
    other = Explorer(page.context.new_page(), explorer.address)
    other.open(page.url.removeprefix(f"{explorer.address}/"))
    expect(other.page.get_by_role("combobox", name="Names the actor")).to_have_value("Israel")
    other.page.close()
