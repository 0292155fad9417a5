"""The face of every page in a real browser: the clock, what changed, names for screen readers."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import expect

from cypher.model.graph import Sign
from explorer.pages import PAGES
from tests.browser.barriers import barriers
from tests.browser.running import Explorer
from tests.graphs import tie_id

SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)
HELP = tie_id("IDN", "PSE", Sign.COOPERATION)


def test_the_graph_is_shown_as_it_was_known_on_a_day(explorer: Explorer) -> None:
    explorer.open_network("?level=actor&known_by=2023-10-20")
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


def test_what_is_in_a_popover_is_reached_from_its_button_and_left_for_it(explorer: Explorer) -> None:
    explorer.open_network()
    button = explorer.page.locator(".st-key-toolbar").get_by_role("button", name="Filters")
    button.press("Enter")
    popover = explorer.page.get_by_test_id("stPopoverBody")
    expect(popover.get_by_role("button", name="Clear filters")).to_be_visible()  # the last field
    inside = 0
    for _ in range(30):
        explorer.page.keyboard.press("Tab")
        if button.evaluate("(each) => each === document.activeElement"):
            break
        expect(popover.locator(":focus")).to_have_count(1)
        inside += 1
    assert inside > 5
    expect(button).to_be_focused()
    explorer.page.keyboard.press("Escape")
    expect(popover).to_have_count(0)
    expect(button).to_be_focused()


SETTINGS = ("Lens", "Level", "As known on", "Judging as", "Language")
_LINE = """names => names.map(name => document.querySelector(`.st-key-settings [aria-label="${name}"]`)
    .getBoundingClientRect()).map(({left, top, bottom}) => [left, (top + bottom) / 2])"""


def test_what_is_set_once_stands_in_one_line_above_the_page(explorer: Explorer) -> None:
    explorer.open_network("?lens=all&known_by=2024-01-20&language=en")
    places = explorer.page.evaluate(_LINE, SETTINGS)
    lefts, middles = zip(*places, strict=True)
    assert list(lefts) == sorted(lefts)
    assert max(middles) - min(middles) < 3
    assert max(middles) < explorer.page.locator(".st-key-toolbar").bounding_box()["y"]  # type: ignore[index]
    assert explorer.page.get_by_test_id("stSidebar").locator("input, [role=radiogroup]").count() == 0
    explorer.page.get_by_role("combobox", name="Lens").focus()
    reached = []
    for _ in range(14):
        explorer.page.keyboard.press("Tab")
        reached.append(
            explorer.page.evaluate("document.activeElement.closest('[class*=st-key-]')?.className")
        )
    for key in ("level", "known_by", "author", "language"):
        assert any(f"st-key-{key} " in each for each in reached), (key, reached)
    explorer.page.reload()
    expect(explorer.page.get_by_role("combobox", name="Lens")).to_have_value("Everything")


def test_on_a_phone_the_settings_scroll_in_one_line_and_the_picture_keeps_its_place(
    explorer: Explorer,
) -> None:
    explorer.page.set_viewport_size({"width": 390, "height": 844})
    explorer.open_network()
    _, middles = zip(*explorer.page.evaluate(_LINE, SETTINGS), strict=True)
    assert max(middles) - min(middles) < 3
    assert explorer.page.evaluate("document.documentElement.scrollWidth") <= 390
    explorer.page.get_by_role("radio", name="ID").click()  # scrolls to it
    expect(explorer.page.get_by_role("combobox", name="Lensa")).to_have_value("Tepercaya")
    explorer.page.get_by_test_id("stExpandSidebarButton").click()
    expect(explorer.page.locator(".ways .here")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_page_keeps_anybody_out(explorer: Explorer, theme: Literal["light", "dark"]) -> None:
    """axe-core's rules of WCAG and good practice find nothing serious; the Tab key reaches everything."""
    explorer.page.emulate_media(color_scheme=theme)
    found: dict[str, list[str]] = {}
    for entry in PAGES:
        found[entry.path] = _barriers(explorer, entry.path)
        if theme == "light":
            found[entry.path] += _gaps(explorer)
    assert not {path: barriers for path, barriers in found.items() if barriers}


def _barriers(explorer: Explorer, path: str) -> list[str]:
    explorer.open(f"?page={path}")
    expect(explorer.page.locator(".ways .here")).to_be_visible()
    explorer.page.wait_for_load_state("networkidle")
    return barriers(explorer.page)


_STOP = """() => {
    let stop = document.activeElement;
    while (stop?.shadowRoot?.activeElement) stop = stop.shadowRoot.activeElement;
    if (!stop || stop === document.body) return "outside";
    if (stop.dataset.reached) return "round";
    stop.dataset.reached = "yes";
    const name = stop.textContent.trim() || stop.ariaLabel || stop.title || stop.labels?.[0]?.textContent;
    let isShown = stop.matches("input, textarea, [contenteditable=true]");  // by the cursor
    const above = (each) => each.parentElement ?? each.getRootNode().host;
    for (let each = stop, up = 0; each && up < 3; each = above(each), up++) {
        const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(each);
        isShown ||= boxShadow !== "none" || (outlineStyle !== "none" && parseFloat(outlineWidth) > 0);
    }
    const at = stop.outerHTML.slice(0, 150);
    return [[name || stop.placeholder, `no name: ${at}`], [isShown, `focus unseen: ${at}`]]
        .flatMap(([isWell, said]) => (isWell ? [] : [said]));
}"""
"""What is wrong with the stop of the Tab key where it is now: a list, empty when nothing is."""

_NOT_REACHED = """() => {
    const found = [];
    const look = (root) => root.querySelectorAll("*").forEach((each) => {
        if (each.shadowRoot) look(each.shadowRoot);
        const isStop = each.matches("a[href], button, input, textarea, summary, [tabindex]");
        const isThere = each.tabIndex >= 0 && each.checkVisibility({visibilityProperty: true});
        const group = each.role === "radio" && each.closest("[role=radiogroup]");  // arrow keys walk in it
        const isReached = each.dataset.reached || group && group.querySelector("[data-reached]");
        if (!isStop || !isThere || each.disabled || isReached) return;
        found.push(`not reached: ${each.outerHTML.slice(0, 150)}`);
    });
    look(document);
    return found;
}"""


def _gaps(explorer: Explorer) -> list[str]:
    """What the Tab key does not reach on this page, or reaches without a name or a visible focus."""
    found: list[str] = []
    stops = 0
    while True:
        explorer.page.keyboard.press("Tab")
        said = explorer.page.evaluate(_STOP)
        if said == "round" or (said == "outside" and stops):
            break
        if said != "outside":
            found += said
            stops += 1
    assert stops > 15
    return [*found, *explorer.page.evaluate(_NOT_REACHED)]
