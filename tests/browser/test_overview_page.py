"""The overview in a real browser: 2,000 nodes, the lasso, finding, the way into the network, no WebGL."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.driving import FLAGS, find_chromium
from tests.browser.running import Explorer, know

APP = Path(__file__).parent / "apps" / "overview_app.py"
BOARD = """[...document.querySelectorAll('*')]
    .map((each) => each.shadowRoot?.querySelector('.overview')?.overview).find(Boolean)?.board"""


def ask(page: Page, expression: str, argument: object = None) -> Any:  # noqa: ANN401 - whatever it returns
    """The value of a JavaScript expression over `board` and `argument`."""
    return page.evaluate(f"(argument) => {{ const board = {BOARD}; return {expression}; }}", argument)


def wait_until_drawn(page: Page) -> None:
    expect(page.locator(".overview[data-drawn]")).to_be_visible()
    page.wait_for_function(f"() => !{BOARD}?.scene.sigma.getCamera().isAnimated()")


def spot(page: Page, node: int) -> tuple[float, float]:
    """Where a node is on the page."""
    x, y = ask(page, "Object.values(board.scene.spotOf(argument))", node)
    box = page.locator(".overview .canvas").bounding_box()
    assert box is not None
    return box["x"] + x, box["y"] + y


def draw_around(page: Page, x: float, y: float, by: float) -> None:
    """Draw an area around a place, with Shift held."""
    page.keyboard.down("Shift")
    page.mouse.move(x - by, y - by)
    page.mouse.down()
    for dx, dy in ((by, -by), (by, by), (-by, by), (-by, -by + 2)):
        page.mouse.move(x + dx, y + dy, steps=3)
    page.mouse.up()
    page.keyboard.up("Shift")


@pytest.fixture
def large(page: Page, serve: Callable[[Path], str]) -> Page:
    """The overview of 2,000 nodes."""
    page.goto(f"{serve(APP)}?size=2000")
    wait_until_drawn(page)
    return page


def test_two_thousand_nodes_are_drawn(large: Page) -> None:
    drawn = int(large.locator(".overview").get_attribute("data-drawn") or 0)
    assert drawn > 1800
    assert ask(large, "board.scene.graph.order") == drawn
    expect(large.locator(".overview .note")).to_have_text(f"{drawn} entities")
    picture = large.locator(".overview .canvas").screenshot()
    node = ask(large, "board.scene.graph.getNodeAttribute('0', 'color')")
    assert re.fullmatch("#[0-9A-Fa-f]{6}", node)
    assert pixels_of(picture, node) > 100, "no node has been painted"


def pixels_of(picture: bytes, colour: str) -> int:
    """How many pixels of a PNG have a colour."""
    wanted = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    found = Image.open(BytesIO(picture)).convert("RGB").getcolors(1_000_000) or []
    return sum(count for count, seen in found if seen == wanted)


def test_a_name_appears_under_the_pointer_and_is_never_markup(large: Page) -> None:
    node = ask(large, "board.picture.ids.indexOf('x0')")
    large.mouse.move(*spot(large, node))
    tooltip = large.locator(".overview .tooltip")
    expect(tooltip).to_be_visible()
    expect(tooltip.locator("strong")).to_have_text("<img src=x onerror=document.title='hit'>")
    assert large.locator(".overview img").count() == 0
    assert large.title() != "hit"


def test_the_lasso_selects_what_is_inside_it(large: Page) -> None:
    x, y = spot(large, 0)
    draw_around(large, x, y, 60)
    chosen = ask(large, "[...board.chosen]")
    assert 0 in chosen
    places = {node: spot(large, node) for node in range(400)}
    inside = {node for node, (px, py) in places.items() if abs(px - x) < 55 and abs(py - y) < 55}
    outside = {node for node, (px, py) in places.items() if abs(px - x) > 65 or abs(py - y) > 65}
    assert inside <= set(chosen)
    assert not outside & set(chosen)
    expect(large.locator(".overview .chosen")).to_contain_text(f"Selected: {len(chosen)}")
    assert spot(large, 0) == (x, y), "the picture moved with the lasso"


def test_a_drag_moves_the_picture_and_selects_nothing(large: Page) -> None:
    x, y = spot(large, 0)
    large.mouse.move(x + 40, y + 40)
    large.mouse.down()
    large.mouse.move(x + 140, y + 90, steps=5)
    large.mouse.up()
    wait_until_drawn(large)
    moved = spot(large, 0)
    assert moved[0] - x > 50
    assert ask(large, "board.chosen.size") == 0


def test_a_found_name_is_flown_to_and_selected(large: Page) -> None:
    name = ask(large, "board.picture.names[700]")
    field = large.get_by_role("combobox", name="Find an actor")
    field.fill(name.upper())
    field.press("Enter")
    wait_until_drawn(large)
    expect(large.locator(".overview .chosen")).to_contain_text(name)
    assert ask(large, "board.scene.sigma.getCamera().ratio") < 0.2
    box = large.locator(".overview .canvas").bounding_box()
    assert box is not None
    node = ask(large, "[...board.chosen][0]")
    x, y = spot(large, node)
    assert abs(x - box["x"] - box["width"] / 2) < 5
    assert abs(y - box["y"] - box["height"] / 2) < 5


def test_the_keyboard_steps_selects_and_clears(large: Page) -> None:
    large.locator(".overview .canvas").focus()
    large.keyboard.press("]")
    large.keyboard.press("]")
    name = ask(large, "board.picture.names[1]")
    expect(large.locator(".overview .voice")).to_contain_text(name)
    large.keyboard.press("Enter")
    assert ask(large, "[...board.chosen]") == [1]
    large.keyboard.press("Escape")
    assert ask(large, "board.chosen.size") == 0
    expect(large.locator(".overview .voice")).to_have_text("Selection cleared")


def test_the_limit_of_the_network_is_told(large: Page) -> None:
    large.get_by_role("button", name="Select an area").click()
    box = large.locator(".overview .canvas").bounding_box()
    assert box is not None
    large.mouse.move(box["x"] + 260, box["y"] + 60)
    large.mouse.down()
    for x, y in ((box["width"] - 20, 60), (box["width"] - 20, box["height"] - 60), (260, box["height"] - 60)):
        large.mouse.move(box["x"] + x, box["y"] + y, steps=3)
    large.mouse.up()
    expect(large.locator(".overview .chosen")).to_contain_text(
        ". The network opens the 100 with the most partners"
    )


def test_what_is_selected_opens_in_the_network(explorer: Explorer) -> None:
    explorer.open("?page=overview&level=actor")
    page = explorer.page
    wait_until_drawn(page)
    nodes = [ask(page, "board.picture.ids.indexOf(argument)", each) for each in ("USA", "IRN")]
    page.mouse.click(*spot(page, nodes[0]))
    page.keyboard.down("Shift")
    page.mouse.click(*spot(page, nodes[1]))
    page.keyboard.up("Shift")
    page.get_by_role("button", name="Open these in the network").click()
    explorer.canvas.wait_until_drawn()
    assert sorted(explorer.canvas.ask("view.nodes.getIds()")) == ["n:IRN", "n:USA"]
    assert explorer.canvas.ask("view.edges.length") > 0
    page.go_back()
    wait_until_drawn(page)


def test_the_page_speaks_indonesian(explorer: Explorer) -> None:
    explorer.open("?page=overview&level=actor&language=id")
    wait_until_drawn(explorer.page)
    expect(explorer.page).to_have_title(re.compile("Ikhtisar"))
    expect(explorer.page.get_by_role("combobox", name="Temukan pelaku")).to_be_visible()
    expect(explorer.page.get_by_role("application")).to_have_accessible_name(
        re.compile("Ikhtisar semua pelaku")
    )
    node = ask(explorer.page, "board.picture.ids.indexOf('USA')")
    explorer.page.mouse.move(*spot(explorer.page, node))
    expect(explorer.page.locator(".overview .tooltip")).to_contain_text("Amerika Serikat")


def test_the_colours_of_the_dark_are_not_those_of_the_light(explorer: Explorer) -> None:
    explorer.open("?page=overview&level=actor&colour=bloc")
    wait_until_drawn(explorer.page)
    tie = "board.scene.graph.getEdgeAttribute('0', 'color')"
    light = ask(explorer.page, tie)
    explorer.page.emulate_media(color_scheme="dark")
    explorer.page.wait_for_function(
        f"(before) => {{ const board = {BOARD}; return {tie} !== before; }}", arg=light
    )


def test_without_webgl_the_page_says_so(browser: Browser, address: str) -> None:
    """Another Chromium, in which WebGL is switched off."""
    without = browser.browser_type.launch(executable_path=find_chromium(), args=[*FLAGS, "--disable-3d-apis"])
    context = without.new_context()
    know(context, "first reader")
    page = context.new_page()
    page.goto(f"{address}/?page=overview&level=actor")
    expect(page.get_by_text("The overview needs WebGL 2")).to_be_visible()
    without.close()


def test_a_call_that_a_newer_one_replaces_takes_nothing_from_the_page(
    page: Page, serve: Callable[[Path], str]
) -> None:
    page.goto(f"{serve(APP)}?size=40")
    wait_until_drawn(page)
    alike = page.evaluate("""async () => {
        const root = [...document.querySelectorAll('*')]
            .map((each) => each.shadowRoot?.querySelector('.overview')).find(Boolean);
        const script = performance.getEntriesByType("resource").find(({name}) => /overview.mjs/.test(name));
        const {default: draw} = await import(script.name);
        const {board} = root.overview;
        draw({...board.call, parentElement: root.getRootNode()})();
        return root.overview.board === board && root.dataset.drawn === "40";
    }""")
    assert alike
