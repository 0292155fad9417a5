"""The face of every page in a real browser: the clock, what changed, names for screen readers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from cypher.model import Sign
from explorer.pages import PAGES
from tests.browser.running import Explorer, running_explorer
from tests.graphs import EXTRACTIONS, tie_id

SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)
HELP = tie_id("IDN", "PSE", Sign.COOPERATION)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One running explorer for all tests of this file."""
    with running_explorer(tmp_path_factory.mktemp("face"), EXTRACTIONS) as address:
        yield address


def test_the_graph_is_shown_as_it_was_known_on_a_day(explorer: Explorer) -> None:
    explorer.open_network("?known_by=2023-10-20")
    assert f"e:{SANCTIONS}" not in explorer.canvas.ask("view.edges.getIds()")
    explorer.says("Nothing published after 20 Oct 2023")
    explorer.page.get_by_role("spinbutton", name="year, As known on").click()
    explorer.page.keyboard.type("20240115")
    explorer.page.keyboard.press("Escape")  # closes the calendar, which takes the day over
    explorer.canvas.wait_until("view.edges.get('e:' + argument) !== null", SANCTIONS)
    explorer.page.wait_for_url("**known_by=2024-01-15*")


def test_what_is_new_between_two_days_is_drawn_and_listed_and_leads_to_its_evidence(
    explorer: Explorer,
) -> None:
    explorer.open_network("?page=since&since=2024-01-15&until=2024-01-16")
    explorer.canvas.wait_until("view.edges.get('e:' + argument) !== null", SANCTIONS)
    assert f"e:{HELP}" not in explorer.canvas.ask("view.edges.getIds()")
    explorer.page.get_by_role("button", name="United States → Iran").click()
    expect(explorer.heading()).to_contain_text("United States")
    explorer.says("2 claims")


def test_a_day_without_news_says_what_to_do(explorer: Explorer) -> None:
    explorer.open("?page=since&since=2024-05-01&until=2024-05-02")
    explorer.says("Nothing changed in this period")


def test_a_watched_query_tells_what_its_answer_gained(explorer: Explorer) -> None:
    explorer.open("?page=since&since=2024-02-01")
    explorer.page.get_by_role("button", name="Watch a saved query").click()
    explorer.page.get_by_role("combobox", name="Query").fill("who helps")
    explorer.page.keyboard.press("Enter")
    explorer.page.get_by_role("button", name="Watch", exact=True).click()
    expect(explorer.page.locator(".st-key-watches")).to_contain_text("Indonesia")


def test_a_new_reader_is_shown_around_in_three_steps(explorer: Explorer) -> None:
    explorer.open_network()
    explorer.page.get_by_role("button", name="New here? Three steps").click()
    for heading in ("1. Click through", "2. Look at the evidence"):
        explorer.says(heading)
        explorer.page.get_by_role("button", name="Next").click()
    explorer.says("3. Come back tomorrow")
    explorer.page.get_by_role("button", name="Begin").click()
    expect(explorer.page.get_by_role("dialog")).to_have_count(0)


def test_a_dialog_keeps_the_keyboard_and_gives_it_back(explorer: Explorer) -> None:
    explorer.open("?page=quality")
    tour = explorer.page.get_by_role("button", name="New here? Three steps")
    tour.press("Enter")
    dialog = explorer.page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Next")).to_be_visible()
    for _ in range(5):
        explorer.page.keyboard.press("Tab")
        expect(dialog.locator(":focus")).to_have_count(1)
    explorer.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(tour).to_be_focused()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_page_keeps_anybody_out(explorer: Explorer, theme: Literal["light", "dark"]) -> None:
    """axe-core's rules of WCAG and good practice: nothing serious or critical on any page."""
    explorer.page.emulate_media(color_scheme=theme)
    found = {entry.path: _barriers(explorer, entry.path) for entry in PAGES}
    assert not {path: barriers for path, barriers in found.items() if barriers}


def _barriers(explorer: Explorer, path: str) -> list[str]:
    explorer.open(f"?page={path}")
    expect(explorer.page.locator(".ways .here")).to_be_visible()
    explorer.page.wait_for_load_state("networkidle")
    violations = Axe().run(explorer.page).response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:200]}"
        for each in violations
        if each["impact"] in {"serious", "critical"}
    ]
