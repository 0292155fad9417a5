"""The layouts of the network, chosen on the page."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.running import Explorer

COLOURS = "view.nodes.get().map(({ id, color }) => [id, color.background])"


def choose(explorer: Explorer, layout: str) -> None:
    explorer.open_popover("Layout")
    choices = explorer.page.get_by_role("radiogroup", name="Layout")
    choices.get_by_text(layout, exact=True).click()
    expect(choices.get_by_role("radio", name=layout)).to_be_checked()
    explorer.page.keyboard.press("Escape")


def test_layouts_are_chosen_stand_in_the_address_and_each_keeps_its_places(explorer: Explorer) -> None:
    explorer.open_network("?relations=1&centre=IRN&entity=USA")
    page, canvas = explorer.page, explorer.canvas
    by_forces = canvas.places()
    choose(explorer, "Circle")
    canvas.wait_until("view.data.groups.some(({ label }) => label === 'Country')")
    expect(page).to_have_url(re.compile("layout=circle"))
    expect(page.locator(".crumb").last).to_have_text("Layout on a circle")
    canvas.wait_until("view.network.getSelectedNodes()[0] === 'n:USA'")
    canvas.wait_until(
        """view.data.groups.every((group) => {
          const { x } = view.network.canvasToDOM(group);
          return x > 30 && x < view.stage.canvas.clientWidth - 30;
        })"""
    )
    on_circle = canvas.places()
    assert on_circle != by_forces
    choose(explorer, "Layers")
    expect(page).to_have_url(re.compile("layout=layers"))
    canvas.wait_until("!view.data.groups.length")
    choose(explorer, "Rings")
    expect(page).to_have_url(re.compile("around=USA"))
    canvas.wait_until("view.placeOf('n:USA').x === 0 && view.placeOf('n:USA').y === 0")
    in_rings = canvas.places()
    choose(explorer, "Circle")
    canvas.wait_until("view.data.groups.length > 0")
    assert canvas.places() == on_circle
    choose(explorer, "Forces")
    canvas.wait_until("!view.data.groups.length")
    assert canvas.places() == by_forces
    page.keyboard.press("Control+z")
    canvas.wait_until("view.data.groups.length > 0")
    explorer.open_network("?relations=1&centre=IRN&layout=rings&around=USA")
    assert canvas.places() == in_rings


def test_colours_of_communities_are_chosen_explained_and_picked_out(explorer: Explorer) -> None:
    explorer.open_network("?level=actor&lens=all&centre=IRN,ISR")
    page, canvas = explorer.page, explorer.canvas
    places, kinds = canvas.places(), canvas.ask(COLOURS)
    explorer.open_popover("Layout")
    page.get_by_role("radiogroup", name="Colour of nodes").get_by_text("Community", exact=True).click()
    canvas.wait_until("view.data.legend.some(({ channel }) => channel === 'community')")
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("colour=community"))
    canvas.wait_until_still()
    assert canvas.places() == places
    assert canvas.ask(COLOURS) != kinds
    expect(explorer.panel()).to_contain_text("is the only link of")
    entry = page.locator(".legend [data-entry^='community']").first
    entry.click()
    lit = "view.snapshot.nodes.values().filter(({ id }) => view.emphasis.isLit(id))"
    (key,) = canvas.ask(f"[...new Set({lit}.map(({{ community }}) => community))]")
    assert entry.get_attribute("data-entry") == f"community {key}"
    expect(entry).to_contain_text(str(canvas.ask(f"{lit}.length")))
    page.keyboard.press("Control+z")
    canvas.wait_until("!view.data.legend.some(({ channel }) => channel === 'community')")
    assert canvas.ask(COLOURS) == kinds


def test_a_layout_that_means_nothing_is_named_and_the_picture_drawn(explorer: Explorer) -> None:
    explorer.open_network("?centre=IRN&layout=spiral")
    explorer.says("layout")
    explorer.open_popover("Layout")
    expect(explorer.page.get_by_role("radio", name="Forces")).to_be_checked()
