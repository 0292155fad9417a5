"""Links in a real Chromium: an address shows again what was seen, after a reload, Back, and for others."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
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
    explorer.wait_until_drawn()
    page.go_forward()
    expect(page.get_by_role("combobox", name="Names the actor")).to_have_value("Israel")
    other = Explorer(page.context.new_page(), explorer.address)
    other.open(page.url.removeprefix(f"{explorer.address}/"))
    expect(other.page.get_by_role("combobox", name="Names the actor")).to_have_value("Israel")
    other.page.close()


PAIR = "?page=queries&query=saved/bilateral/ties&first=USA&second=IRN"
LINKS = {
    "search": "?page=search&text=Hamas&written_in=en",
    "actors": "?page=actors&entity=IRN&other=USA",
    "documents": "?page=documents&find=Iran",
    "queries": f"{PAIR}&show=table",
    "overview": "?page=overview&colour=bloc",
    "briefs": "?page=briefs",
    "since": "?page=since&since=2023-01-01",
    "review": "?page=review&stage=actors&entity=IRN",
    "network": "?show=lanes",
    "quality": "?page=quality",
}


@pytest.mark.parametrize("asked", LINKS.values(), ids=LINKS)
def test_the_link_of_a_page_is_copied_by_the_same_button(explorer: Explorer, asked: str) -> None:
    page = explorer.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    explorer.open(asked)
    explorer.wait_until_drawn()
    expect(page).to_have_url(re.compile("level=|quality|briefs"))
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    copied = parse_qs(urlsplit(page.evaluate("navigator.clipboard.readText()")).query)
    wanted = parse_qs(asked.removeprefix("?"))
    assert wanted.items() <= copied.items()


def test_the_form_and_the_chart_of_a_result_are_passed_on(explorer: Explorer) -> None:
    page = explorer.page
    explorer.open(PAIR)
    explorer.canvas.wait_until_drawn()
    page.get_by_role("tab", name="Table").click()
    expect(page).to_have_url(re.compile("show=table"))
    page.reload()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    expect(page.get_by_role("tab", name="Table")).to_have_attribute("aria-selected", "true")
    page.go_back()
    explorer.canvas.wait_until_drawn()


def test_the_form_of_the_network_page_is_passed_on_and_back_leaves_it(explorer: Explorer) -> None:
    page = explorer.page
    explorer.open_network("?centre=IRN")
    page.get_by_role("radio", name="Table").click()
    expect(page).to_have_url(re.compile("show=table"))
    page.reload()
    expect(page.get_by_role("radio", name="Table")).to_be_checked()
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
    page.go_back()
    expect(page.get_by_role("radio", name="Network", exact=True)).to_be_checked()
    explorer.canvas.wait_until_drawn()


def test_what_the_browser_does_not_let_be_copied_is_said(explorer: Explorer) -> None:
    explorer.page.add_init_script("delete Navigator.prototype.clipboard")
    explorer.open("?page=quality&language=id")
    explorer.page.get_by_role("button", name="Salin tautan").click()
    expect(explorer.page.get_by_role("status").filter(has_text="tidak")).to_be_visible()
