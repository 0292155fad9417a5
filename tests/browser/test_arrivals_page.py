"""What came in, in a real browser: it opens first, leads to its evidence, and hostile words do nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from playwright.sync_api import expect

from cypher.model.graph import Extraction
from explorer.browser import OPENING
from explorer.view.opening import NETWORK
from tests.arrived import HOSTILE, OVERNIGHT
from tests.browser.barriers import barriers
from tests.browser.running import Explorer
from tests.graphs import EXTRACTIONS


@pytest.fixture(scope="module")
def extractions() -> Sequence[Extraction]:
    """The story, and what came overnight."""
    return [*EXTRACTIONS, *OVERNIGHT]


@pytest.fixture
def morning(explorer: Explorer) -> Explorer:
    """The explorer of a reader who has a name, and has not chosen what opens first."""
    explorer.page.context.clear_cookies(name=OPENING)
    return explorer


def wait_for_cookie(explorer: Explorer, name: str, value: str) -> None:
    """Wait until the browser has a cookie; the page forbids scripts that could wait in it."""
    for _ in range(300):
        if (name, value) in {
            (each.get("name"), each.get("value")) for each in explorer.page.context.cookies()
        }:
            return
        explorer.page.wait_for_timeout(100)
    raise AssertionError(f"The browser has no cookie {name}={value}.")


def test_what_came_in_opens_first_and_leads_to_its_tie_and_back(morning: Explorer) -> None:
    morning.open()
    morning.says("came in since")
    morning.page.wait_for_url("**page=since*")
    morning.page.get_by_role("button", name="Indonesia → Palestine").first.click()
    morning.canvas.wait_until_drawn()
    expect(morning.panel()).to_contain_text("mengirim bantuan")
    morning.page.go_back()
    morning.says("came in since")


def test_a_reader_who_wants_the_network_first_gets_it(morning: Explorer) -> None:
    morning.open("?page=since&language=id")
    morning.page.get_by_text("Buka halaman ini lebih dulu").click()
    expect(morning.page.get_by_role("checkbox", name="Buka halaman ini lebih dulu")).not_to_be_checked()
    wait_for_cookie(morning, OPENING, NETWORK)
    morning.open_network()


def test_an_address_that_names_a_page_opens_it(morning: Explorer) -> None:
    morning.open("?page=quality")
    expect(morning.page.locator(".ways .here")).to_contain_text("Quality")
    morning.open_network("?page=network")
    morning.page.reload()
    morning.canvas.wait_until_drawn()


@pytest.mark.parametrize("language", ["en", "id"])
def test_folded_evidence_opens_by_the_keyboard_and_hostile_words_stay_words(
    explorer: Explorer, language: str
) -> None:
    explorer.open(f"?page=since&language={language}&level=actor")
    folded = explorer.page.locator("summary", has_text="<img src=x").first
    folded.focus()
    explorer.page.keyboard.press("Enter")
    expect(explorer.page.locator("details[open] .quote").first).to_contain_text(HOSTILE)
    assert explorer.page.locator("img[src=x]").count() == 0
    assert barriers(explorer.page) == []
