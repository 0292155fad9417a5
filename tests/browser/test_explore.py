"""Clicking through the network: several at once, what links them, and every step taken back."""

from __future__ import annotations

import math
import re

from playwright.sync_api import expect

from tests.browser.running import Explorer


def shift_click(explorer: Explorer, node: str) -> None:
    explorer.page.keyboard.down("Shift")
    explorer.page.mouse.click(*explorer.canvas.node(node))
    explorer.page.keyboard.up("Shift")


def crumbs(explorer: Explorer, *names: str) -> None:
    """Wait until the way to this picture is named so."""
    expect(explorer.page.locator(".crumb")).to_have_text(list(names))


def test_two_selected_nodes_show_how_they_are_connected_with_the_signs(explorer: Explorer) -> None:
    explorer.open_network()
    explorer.page.mouse.click(*explorer.canvas.node("USA"))
    expect(explorer.heading()).to_have_text("United States")
    shift_click(explorer, "AFG")
    expect(explorer.heading()).to_have_text("2 selected")
    explorer.panel().get_by_role("button", name="Shortest paths").click()
    chain = explorer.panel().locator("li").filter(has_text="United States").filter(has_text="Afghanistan")
    expect(chain).to_contain_text("conflict →")
    expect(chain).to_contain_text("cooperation →")
    explorer.canvas.wait_until("view.emphasis.isLit('n:IRN') && !view.emphasis.isLit('n:QAT')")
    crumbs(explorer, "Start", "Paths: United States, Afghanistan")
    explorer.panel().get_by_role("button", name="Show only this").click()
    explorer.canvas.wait_until("view.nodes.length === 3")
    explorer.page.keyboard.press("Control+z")
    explorer.canvas.wait_until("view.nodes.length > 3")


def test_a_selection_is_judged_together_and_the_judgement_taken_back_together(explorer: Explorer) -> None:
    explorer.open_network("?relations=1&centre=IRN")
    explorer.page.mouse.click(*explorer.canvas.node("USA"))
    expect(explorer.heading()).to_have_text("United States")
    shift_click(explorer, "IRN")
    explorer.says("Judge all claims of these ties: 3")
    explorer.panel().get_by_role("button", name="Verify", exact=True).click()
    explorer.says("Recorded: verified")
    marked = "view.snapshot.edges.values().filter((edge) => edge.mark === 'tick').length === argument"
    explorer.canvas.wait_until(marked, 3)
    explorer.panel().get_by_role("button", name="Undo").click()
    explorer.canvas.wait_until(marked, 0)


def test_an_area_selects_what_lies_in_it_and_all_of_it_can_be_hidden(explorer: Explorer) -> None:
    explorer.open_network("?relations=1&centre=IRN")
    explorer.page.get_by_role("button", name="Select an area").click()
    box = explorer.page.locator(".canvas").bounding_box()
    assert box is not None
    left, top, right, bottom = box["x"] + 5, box["y"] + 50, box["x"] + box["width"] - 5, box["y"] + 640
    explorer.page.mouse.move(left, top)
    explorer.page.mouse.down()
    for corner in ((right, top), (right, bottom), (left, bottom)):
        explorer.page.mouse.move(*corner, steps=3)
    explorer.page.mouse.up()
    expect(explorer.heading()).to_have_text("4 selected")
    explorer.panel().get_by_role("button", name="Hide", exact=True).click()
    explorer.says("Nothing to show")
    explorer.page.locator(".crumb").first.click()
    explorer.canvas.wait_until("view.nodes.length === 4")


def test_a_drag_is_a_step_that_is_undone_and_redone_and_stands_in_the_address(explorer: Explorer) -> None:
    explorer.open_network("?relations=1&centre=IRN")
    page, canvas = explorer.page, explorer.canvas
    before = canvas.places()
    x, y = canvas.node("AFG")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 70, y + 50, steps=4)
    page.mouse.up()
    crumbs(explorer, "Iran", "Pin Afghanistan")
    dragged = canvas.places()
    page.keyboard.press("Control+z")
    canvas.wait_until("view.pinned.size === 0")
    canvas.wait_until_arrived()
    assert canvas.places() == before
    page.keyboard.press("Control+Shift+z")
    canvas.wait_until("view.pinned.has('n:AFG')")
    canvas.wait_until_arrived()
    assert canvas.places() == dragged
    explorer.open_network(page.url.removeprefix(f"{explorer.address}/"))
    assert math.dist(canvas.places()["AFG"], dragged["AFG"]) == 0


def test_an_expansion_says_how_many_ties_it_brings_and_which_first(explorer: Explorer) -> None:
    explorer.open_network("?relations=1&centre=amir-abdollahian")
    explorer.page.mouse.click(*explorer.canvas.node("IRN"))
    expect(explorer.panel().get_by_text("1 of 5 ties drawn")).to_be_visible()
    explorer.panel().get_by_text("Shows 25 ties, most sources first").click()
    explorer.panel().get_by_role("button", name="Which ties come first: most recent").click()
    expect(explorer.panel().get_by_text("Shows 25 ties, most recent first")).to_be_visible()
    explorer.panel().get_by_role("button", name="Expand", exact=True).click()
    explorer.canvas.wait_until("view.nodes.get('n:USA') !== null")
    expect(explorer.page.locator(".crumb").last).to_have_text("+ Iran")
    expect(explorer.page).to_have_url(re.compile("IRN(:|%3A){3}recent"))


def test_a_wrong_letter_is_answered_by_whom_the_reader_may_mean(explorer: Explorer) -> None:
    explorer.open_network()
    explorer.page.get_by_placeholder("Search a country").press_sequentially("Indonisea")
    explorer.says("Did you mean")
    explorer.panel().get_by_role("button", name="Indonesia").click()
    expect(explorer.heading()).to_have_text("Indonesia")


def test_a_period_of_the_time_bar_filters_picture_and_panel_and_stands_in_the_address(
    explorer: Explorer,
) -> None:
    explorer.open_network()
    explorer.page.get_by_role("slider").focus()
    explorer.page.keyboard.press("ArrowRight")
    expect(explorer.page).to_have_url(re.compile("window=2023-09"))
    expect(explorer.panel().locator("li")).to_have_count(1)
    assert set(explorer.canvas.ask("view.network.body.nodeIndices")) == {"n:IRN", "n:USA"}
    explorer.open_network("?window=2024-02-01:2024-02-28")
    explorer.canvas.wait_until("view.showsNode('n:IDN') && !view.showsNode('n:USA')")


def test_the_legend_counts_filters_and_brings_back(explorer: Explorer) -> None:
    explorer.open_network("?relations=1&centre=IRN")
    press = explorer.page.get_by_role("button", name="Conflict 2", exact=True)
    press.focus()
    explorer.page.keyboard.press("Enter")
    explorer.canvas.wait_until("view.edges.length === 3 && view.nodes.get('n:AFG') === null")
    expect(explorer.page).to_have_url(re.compile("sign=conflict"))
    expect(press).to_have_attribute("aria-pressed", "true")
    expect(press).to_be_focused()
    left_out = explorer.page.get_by_role("button", name="Cooperation", exact=True)
    expect(left_out).to_have_attribute("aria-pressed", "false")
    left_out.click()
    explorer.canvas.wait_until("view.nodes.get('n:AFG') !== null")
    explorer.page.get_by_role("button", name=re.compile("^Country 3")).click()
    explorer.canvas.wait_until("view.nodes.get('n:amir-abdollahian') === null")
    expect(explorer.page).to_have_url(re.compile("kind=country"))
    explorer.page.get_by_role("button", name="Filters (2)").click()
    filters = explorer.page.get_by_test_id("stPopoverBody")
    for each in ("conflict", "cooperation", "country"):  # chosen in the legend while the popover was closed
        expect(filters.get_by_role("button", name=f"Remove {each}", exact=True)).to_be_visible()
    explorer.page.get_by_role("button", name="Clear filters").click()
    explorer.canvas.wait_until("view.nodes.get('n:amir-abdollahian') !== null")
    expect(filters.get_by_role("button", name="Remove ")).to_have_count(0)


def test_people_are_grouped_with_their_country_and_a_group_opens_again_in_place(explorer: Explorer) -> None:
    explorer.open_network("?relations=1&centre=IRN")
    places = explorer.canvas.places()
    explorer.open_popover("Group")
    field = explorer.page.get_by_role("combobox", name="Group nodes by")
    field.fill("Country")
    field.press("Enter")
    explorer.canvas.wait_until("view.nodes.get('n:country:IRN') !== null")
    assert set(explorer.canvas.places()) == {"country:IRN", "AFG", "USA"}
    assert explorer.canvas.places()["country:IRN"] == places["IRN"]
    explorer.wait_until_drawn()
    bundling = explorer.page.get_by_text("Draw the ties of a pair as one")
    expect(bundling, "the popover stays open under its new label").to_be_visible()
    explorer.page.keyboard.press("Escape")
    explorer.page.mouse.click(*explorer.canvas.node("country:IRN"))
    expect(explorer.heading()).to_have_text("Iran (2)")
    explorer.panel().get_by_role("button", name="Open group").click()
    explorer.canvas.wait_until("view.nodes.get('n:amir-abdollahian') !== null")
    assert explorer.canvas.places() == places


def test_a_bundle_is_opened_into_its_ties_by_a_click(explorer: Explorer) -> None:
    explorer.open_network("?relations=1&centre=IRN&bundle=1")
    assert explorer.canvas.ask("view.edges.length") == 3
    explorer.page.mouse.click(*explorer.canvas.edge("bundle IRN USA"))
    expect(explorer.heading()).to_have_text("3 ties drawn as one")
    explorer.canvas.wait_until("view.edges.length === 5")
    explorer.panel().get_by_text("Sanction").click()
    expect(explorer.panel()).to_contain_text("imposed sanctions")


def test_a_saved_view_opens_again_with_lens_day_and_filters_and_every_node_in_its_place(
    explorer: Explorer,
) -> None:
    explorer.open_network(
        "?relations=1&centre=IRN&lens=all&known_by=2024-01-20&kind=country&window=2023-09-01:2024-01-31"
    )
    page, canvas = explorer.page, explorer.canvas
    page.get_by_role("button", name="Rearrange").click()
    canvas.wait_until("view.data.arrangement === 1")
    canvas.wait_until_still()
    x, y = canvas.node("AFG")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 90, y + 40, steps=4)
    page.mouse.up()
    expect(page.locator(".crumb").last).to_have_text("Pin Afghanistan")
    places = canvas.places()
    explorer.open_popover("Views")
    page.get_by_label("Save this view as").fill("Iran, <b>every</b> morning")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Iran, <b>every</b> morning")).to_be_visible()
    explorer.open_network()
    explorer.open_popover("Views")
    page.get_by_text("Iran, <b>every</b> morning").click()
    canvas.wait_until("view.nodes.length === 3 && view.pinned.has('n:AFG')")
    assert canvas.places() == places
    expect(page.get_by_role("combobox", name="Lens")).to_have_value("Everything")
    explorer.says("Nothing published after 20 Jan 2024")
    assert page.get_by_role("button", name="Country 3").get_attribute("aria-pressed") == "true"
    for part in ("lens=all", "known_by=2024-01-20", "kind=country", "window=2023-09-01"):
        expect(page).to_have_url(re.compile(part))


def test_the_map_shows_the_ties_between_countries_and_leads_to_their_evidence(explorer: Explorer) -> None:
    explorer.open_network("?relations=1&centre=IRN")
    page = explorer.page
    page.get_by_role("radio", name="Map").click()
    expect(page.locator(".atlas .place")).to_have_count(3)
    assert page.locator(".atlas .land path").count() > 170
    expect(page.locator(".atlas .arc")).to_have_count(4)
    page.locator(".atlas .arc[aria-label^='United States → Iran, conflict']").focus()
    page.keyboard.press("Enter")
    expect(explorer.panel()).to_contain_text("imposed sanctions")
    page.locator(".atlas .place[aria-label^='Afghanistan']").click()
    expect(explorer.heading()).to_have_text("Afghanistan")


def test_the_map_and_the_network_share_one_time_bar(explorer: Explorer) -> None:
    explorer.open_network("?relations=1&centre=IRN")
    page = explorer.page
    page.get_by_role("radio", name="Map").click()
    arcs = page.locator(".atlas .arc:visible")
    expect(arcs).to_have_count(4)
    page.get_by_role("slider", name=re.compile("^Time")).focus()
    page.keyboard.press("ArrowRight")
    expect(arcs).to_have_count(1)
    expect(arcs).to_have_attribute("aria-label", "United States → Iran, cooperation, 1 claim")
    expect(page.locator(".atlas .place:visible")).to_have_count(2)
    expect(page.locator(".atlas .name:visible")).to_have_count(2)
    expect(page).to_have_url(re.compile("window=2023-09"))
    page.get_by_role("radio", name="Network").click()
    explorer.canvas.wait_until_drawn()
    assert explorer.canvas.ask("view.times.range") == [0, 0]
    page.get_by_role("radio", name="Map").click()
    expect(arcs).to_have_count(1)
    page.get_by_title("All time").click()
    expect(arcs).to_have_count(4)


def test_the_menu_of_a_node_hides_it_and_that_of_a_tie_opens_the_page_of_the_two(explorer: Explorer) -> None:
    explorer.open_network("?relations=1&centre=IRN")
    explorer.page.mouse.click(*explorer.canvas.node("USA"), button="right")
    explorer.page.get_by_role("menuitem", name="Hide").click()
    explorer.canvas.wait_until("view.nodes.get('n:USA') === null")
    expect(explorer.page).to_have_url(re.compile("hide=USA"))
    explorer.canvas.wait_until_still()
    tie = explorer.canvas.ask("view.edges.getIds()[0]").removeprefix("e:")
    explorer.page.mouse.click(*explorer.canvas.edge(tie), button="right")
    explorer.page.get_by_role("menuitem", name="Page of the two").click()
    expect(explorer.page).to_have_url(re.compile("page=actors.*other="))


def test_a_locked_picture_cannot_be_moved_by_accident(explorer: Explorer) -> None:
    explorer.open_network("?relations=1&centre=IRN")
    explorer.page.get_by_role("button", name="Lock").click()
    before = explorer.canvas.places()
    x, y = explorer.canvas.node("AFG")
    explorer.page.mouse.move(x, y)
    explorer.page.mouse.down()
    explorer.page.mouse.move(x + 60, y + 60, steps=4)
    explorer.page.mouse.up()
    assert explorer.canvas.places() == before


def test_a_mark_of_a_lane_selects_its_tie_in_the_network_too(explorer: Explorer) -> None:
    explorer.open_network("?lens=all&level=state")
    page = explorer.page
    page.get_by_role("radio", name="Lanes").click()
    page.locator("[class*='st-key-lanes'] .mark-symbol path[aria-label*='Sanction']").first.click()
    explorer.says("The United States imposed sanctions")
    page.get_by_role("radio", name="Network", exact=True).click()
    explorer.canvas.wait_until_drawn()
    assert len(explorer.canvas.ask("view.network.getSelectedEdges()")) == 1
