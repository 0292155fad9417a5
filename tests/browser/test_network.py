"""The network in a real browser: what a reader sees and does, and what hostile text cannot do."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from cypher.model.graph import EntityKind
from explorer.graph.subgraph import Node, Subgraph
from explorer.network.export import Stamp, network_html
from tests.browser.canvas import Canvas
from tests.browser.hostile import HOSTILE

APPS = Path(__file__).parent / "apps"
Serve = Callable[[Path], str]


def opened(page: Page, address: str) -> Canvas:
    """The network at an address, drawn."""
    page.goto(address)
    canvas = Canvas(page)
    canvas.wait_until_drawn()
    return canvas


@pytest.fixture
def canvas(page: Page, serve: Serve) -> Canvas:
    """The small network of the demonstration."""
    return opened(page, serve(APPS / "network_app.py"))


def said(canvas: Canvas, text: str) -> None:
    """Wait until the page beside the network says this."""
    expect(canvas.page.get_by_text(text, exact=True)).to_be_visible()


def largest_move(before: dict[str, tuple[float, float]], after: dict[str, tuple[float, float]]) -> float:
    """How far the node that moved most has moved, in pixels at zoom 1."""
    return max(math.dist(before[node], after[node]) for node in before.keys() & after.keys())


def test_the_network_is_drawn_at_once_with_all_its_nodes(canvas: Canvas) -> None:
    assert len(canvas.places()) == 13
    assert canvas.colours() > 20


def test_a_click_on_a_node_tells_python_and_moves_nothing(canvas: Canvas) -> None:
    places, outlook = canvas.places(), canvas.outlook()
    canvas.page.mouse.click(*canvas.node("IRN"))
    said(canvas, "nodes: IRN")
    assert canvas.places() == places
    assert canvas.outlook() == outlook


def test_a_click_on_an_edge_tells_python(canvas: Canvas) -> None:
    canvas.page.mouse.click(*canvas.edge("tie-1"))
    said(canvas, "edges: tie-1")
    said(canvas, "nodes: none")


def test_a_click_on_a_name_selects_its_node(canvas: Canvas) -> None:
    x, y = canvas.ask("""(() => {
        const {left, top} = view.stage.canvas.getBoundingClientRect();
        for (let y = 0; y < 600; y += 4) for (let x = 0; x < 1000; x += 4)
            if (view.labels.nodeAt({x, y}) === 'n:press' && view.network.getNodeAt({x, y}) === undefined
                && view.network.getEdgeAt({x, y}) === undefined) return [left + x + 2, top + y + 2];
    })()""")
    canvas.page.mouse.click(x, y)
    said(canvas, "nodes: press")


def test_a_click_on_the_ground_clears_the_selection(canvas: Canvas) -> None:
    canvas.page.mouse.click(*canvas.node("IRN"))
    said(canvas, "nodes: IRN")
    box = canvas.page.locator(".canvas").bounding_box()
    assert box is not None
    canvas.page.mouse.click(box["x"] + 30, box["y"] + 60)
    said(canvas, "nodes: none")


def test_a_double_click_expands_and_nothing_that_was_there_moves(canvas: Canvas) -> None:
    places, outlook = canvas.places(), canvas.outlook()
    canvas.page.mouse.dblclick(*canvas.node("ISR"))
    said(canvas, "drawn: 21")
    canvas.wait_until("view.nodes.length === 21")
    canvas.wait_until_still()
    grown = canvas.places()
    assert largest_move(places, grown) == 0
    assert canvas.outlook() == outlook
    new = [grown[f"ISR/{number}"] for number in range(8)]
    assert all(math.dist(place, grown["ISR"]) < 400 for place in new)
    assert all(math.dist(a, b) > 50 for a in new for b in grown.values() if a != b)


def test_a_verdict_marks_the_tie_at_once_and_moves_nothing(canvas: Canvas) -> None:
    places = canvas.places()
    assert canvas.ask("view.about('edges', 'e:tie-1').mark") == ""
    canvas.page.mouse.click(*canvas.edge("tie-1"))
    said(canvas, "edges: tie-1")
    canvas.page.get_by_role("button", name="Verify").click()
    canvas.wait_until("view.about('edges', 'e:tie-1').mark === 'tick'")
    assert canvas.places() == places


def test_a_dragged_node_stays_where_it_was_put_when_the_graph_changes(canvas: Canvas) -> None:
    page = canvas.page
    x, y = canvas.node("gaza")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y - 60, steps=4)
    page.mouse.up()
    said(canvas, "moved: gaza")
    dragged = canvas.places()
    page.mouse.dblclick(*canvas.node("ISR"))
    canvas.wait_until("view.nodes.length === 21")
    assert largest_move(dragged, canvas.places()) == 0
    page.get_by_role("button", name="Rearrange").click()
    canvas.wait_until(
        "Math.hypot(view.placeOf('n:ISR').x - argument[0], view.placeOf('n:ISR').y - argument[1]) > 1",
        dragged["ISR"],
    )
    canvas.wait_until_arrived()
    assert math.dist(dragged["gaza"], canvas.places()["gaza"]) < 1


def test_another_page_and_back_keeps_places_view_and_new_nodes(canvas: Canvas) -> None:
    page, outlook = canvas.page, canvas.outlook()
    page.mouse.dblclick(*canvas.node("ISR"))
    canvas.wait_until("view.nodes.length === 21")
    page.mouse.move(*canvas.node("USA"))
    page.mouse.wheel(0, -300)
    canvas.wait_until_still()
    places, outlook, first = canvas.places(), canvas.outlook(), outlook
    assert outlook["scale"] > 1.05 * first["scale"]
    page.get_by_role("link", name="Elsewhere").click()
    expect(page.get_by_role("heading", name="Elsewhere")).to_be_visible()
    page.get_by_role("link", name="Network").click()
    canvas.wait_until_drawn()
    assert largest_move(places, canvas.places()) < 0.1
    assert canvas.outlook() == pytest.approx(outlook, rel=0.01, abs=1.0)


def test_python_can_select(canvas: Canvas) -> None:
    canvas.page.get_by_role("button", name="Select Iran").click()
    canvas.wait_until("view.network.getSelectedNodes()[0] === 'n:IRN'")


def test_what_python_deselected_can_be_clicked_again(canvas: Canvas) -> None:
    page = canvas.page
    page.mouse.click(*canvas.node("USA"))
    said(canvas, "nodes: USA")
    page.get_by_role("button", name="Select Iran").click()
    canvas.wait_until("view.network.getSelectedNodes()[0] === 'n:IRN'")
    page.mouse.click(*canvas.node("USA"))
    said(canvas, "wish: None")
    assert canvas.ask("view.network.getSelectedNodes()") == ["n:USA"]


def test_the_keyboard_walks_selects_expands_and_clears(canvas: Canvas) -> None:
    page = canvas.page
    page.locator(".canvas").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    focus = canvas.ask("view.keyboard.focus").removeprefix("n:")
    expect(page.locator(".voice")).to_contain_text(re.compile("tie"))
    page.keyboard.press("Enter")
    said(canvas, f"nodes: {focus}")
    expect(page.locator(".voice")).to_have_text(re.compile("^Selected: "))
    page.keyboard.press(" ")
    said(canvas, "drawn: 21")
    expect(page.locator(".voice")).to_have_text(re.compile(r"^21 nodes · \d+ ties$"))
    page.keyboard.press("]")
    expect(page.get_by_text(re.compile(r"^edges: \S*tie|^edges: e-"))).to_be_visible()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+Enter")
    expect(page.get_by_text(re.compile(r"^nodes: \S+ \S+$"))).to_be_visible()
    canvas.wait_until_still()
    page.keyboard.press("Escape")
    said(canvas, "nodes: none")
    said(canvas, "edges: none")
    expect(page.locator(".voice")).to_have_text("Selection cleared")


def test_a_call_that_a_newer_one_replaces_takes_nothing_from_the_page(canvas: Canvas) -> None:
    page = canvas.page
    page.locator(".canvas").focus()
    alike = page.evaluate("""async () => {
        const root = [...document.querySelectorAll('*')]
            .map((element) => element.shadowRoot?.querySelector('.network')).find(Boolean);
        const script = performance.getEntriesByType("resource").find(({name}) => /network.mjs/.test(name));
        const {default: render} = await import(script.name);
        const {data} = root.networkView;
        const call = {data: {...data, protocol: 2, picture: JSON.stringify(data), times: undefined},
            parentElement: root.getRootNode(), setStateValue() {}, setTriggerValue() {}};
        const before = root.networkView;
        render(call)();
        return root.networkView === before && before.network.isOpen;
    }""")
    assert alike
    expect(page.locator(".canvas")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".voice")).to_contain_text(re.compile("tie"))


def test_a_network_whose_page_is_left_is_closed(canvas: Canvas) -> None:
    canvas.ask("(window.left = view) && true")
    canvas.page.get_by_role("link", name="Elsewhere").click()
    canvas.page.wait_for_function("!window.left.network.isOpen")


def test_arrow_keys_walk_along_ties_and_to_what_lies_there_when_none_leads_that_way(canvas: Canvas) -> None:
    page = canvas.page
    tied = canvas.ask(
        "Object.fromEntries(view.nodes.getIds().map((id) => [id, view.network.getConnectedNodes(id)]))"
    )
    ways = {"ArrowRight": (1, 0), "ArrowLeft": (-1, 0), "ArrowDown": (0, 1), "ArrowUp": (0, -1)}
    page.locator(".canvas").focus()
    followed = 0
    for key, (dx, dy) in [*ways.items()] * 3:
        before, places = canvas.ask("view.keyboard.focus"), canvas.places()
        page.keyboard.press(key)
        after = canvas.ask("view.keyboard.focus")
        if before is None or after == before:
            continue
        (x, y), (u, v) = places[before.removeprefix("n:")], places[after.removeprefix("n:")]
        assert (u - x) * dx + (v - y) * dy > 0
        ahead = [
            node
            for node in tied[before]
            if leads(places[before.removeprefix("n:")], places[node.removeprefix("n:")], dx, dy)
        ]
        assert not ahead or after in ahead
        followed += bool(ahead)
    assert followed > 2


def leads(here: tuple[float, float], there: tuple[float, float], dx: float, dy: float) -> bool:
    """Whether the way from here to there leads clearly into this direction."""
    along = (there[0] - here[0]) * dx + (there[1] - here[1]) * dy
    return along > 0.4 * math.dist(here, there)


def test_a_menu_at_the_node_and_a_list_of_keys_open_and_close_by_keyboard(canvas: Canvas) -> None:
    page = canvas.page
    page.locator(".canvas").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("m")
    menu = page.get_by_role("menu")
    expect(menu.get_by_role("menuitem").first).to_be_focused()
    page.keyboard.press("End")
    expect(menu.get_by_role("menuitem", name="Copy name")).to_be_focused()
    expect(menu.get_by_role("menuitem", name="Its page")).to_have_count(0)  # this page performs no acts
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.locator(".canvas")).to_be_focused()
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_contain_text("Menu of the node")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    expect(page.locator(".canvas")).to_be_focused()
    page.mouse.click(*canvas.node("gaza"), button="right")
    menu.get_by_role("menuitem", name="Pin").click()
    said(canvas, "moved: gaza")
    expect(menu).to_be_hidden()


NAMES_OVER_SOMETHING = """(() => {
    const {boxes} = view.labels;
    const scale = view.network.getScale();
    const nodes = view.snapshot.nodes.values().map(({id, size}) => {
        const {x, y} = view.network.canvasToDOM(view.placeOf(id));
        const r = size * scale;
        return {left: x - r, right: x + r, top: y - r, bottom: y + r, id};
    }).filter(({left, right, top, bottom}) => right > 0 && bottom > 0
        && left < view.stage.canvas.clientWidth && top < view.stage.canvas.clientHeight);
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return [boxes.length, boxes.flatMap((box, at) => [...nodes, ...boxes.slice(at + 1)]
        .filter((other) => meet(box, other)).map((other) => [box.node, other.id ?? other.node]))];
})()"""


NAMELESS = """view.shownNodes().find((id) => {
    const {x, y} = view.network.canvasToDOM(view.placeOf(id));
    return x > 99 && y > 99 && x < 500 && y < 400 && !view.labels.boxes.some(({node}) => node === id);
})"""


@pytest.mark.parametrize("scale", [0.4, 1, 2])
def test_no_name_covers_a_node_or_another_name_at_any_zoom(page: Page, serve: Serve, scale: float) -> None:
    canvas = opened(page, f"{serve(APPS / 'network_app.py')}?size=300")
    canvas.ask("(view.network.moveTo({scale: argument}), view.network.redraw())", scale)
    names, covered = canvas.ask(NAMES_OVER_SOMETHING)
    assert covered == []
    assert names > 20
    hidden = canvas.ask(NAMELESS)
    if scale < 1:
        page.mouse.move(*canvas.node(hidden.removeprefix("n:")))
        canvas.wait_until("view.labels.boxes.some(({node}) => node === argument)", hidden)


def test_every_tool_has_a_name_and_can_be_reached_with_the_keyboard(canvas: Canvas) -> None:
    tools = canvas.page.get_by_role("toolbar", name="Network tools").get_by_role("button")
    names = [tool.get_attribute("aria-label") for tool in tools.all()]
    assert len(names) >= 7
    assert all(names)
    assert len(set(names)) == len(names)


def test_the_tooltip_says_who_what_and_how_often(canvas: Canvas) -> None:
    canvas.page.mouse.move(*canvas.edge("tie-1"))
    expect(canvas.page.get_by_role("tooltip")).to_contain_text("Hamas → Israel")
    expect(canvas.page.get_by_role("tooltip")).to_contain_text("10 claims, 9 independent voices")


def test_a_legend_entry_puts_the_light_on_its_own(canvas: Canvas) -> None:
    canvas.page.get_by_role("button", name=re.compile("^Armed group")).click()
    assert canvas.ask("view.emphasis.isLit('n:hamas')")
    assert not canvas.ask("view.emphasis.isLit('n:USA')")


def test_the_picture_is_saved_above_its_legend_and_a_line_that_says_what_it_shows(
    canvas: Canvas, tmp_path: Path
) -> None:
    canvas.page.get_by_role("button", name="Save as picture").click()
    with canvas.page.expect_download() as download:
        canvas.page.get_by_role("menuitem", name="PNG", exact=True).click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.name == "konstelasi.png"
    width, height = canvas.ask(
        "(({width, height}) => [width, height])(view.stage.canvas.querySelector('canvas'))"
    )
    with Image.open(saved) as picture:
        assert picture.width == width
        assert 40 < picture.height - height < 120
        colours = [
            picture.crop(box).getcolors(1 << 20)
            for box in ((0, 0, width, height), (0, height, *picture.size))
        ]
    assert [len(each or ()) > least for each, least in zip(colours, (100, 20), strict=True)] == [True, True]


def test_a_dark_page_has_a_dark_network(page: Page, serve: Serve) -> None:
    page.emulate_media(color_scheme="dark")
    canvas = opened(page, serve(APPS / "network_app.py"))
    background = canvas.ask("view.theme.background")
    channels = [int(background[at : at + 2], 16) for at in (1, 3, 5)]
    assert max(channels) < 60


def test_a_thousand_nodes_are_drawn_and_answer_a_click(page: Page, serve: Serve) -> None:
    canvas = opened(page, f"{serve(APPS / 'network_app.py')}?size=1000")
    assert len(canvas.places()) == 1000
    page.mouse.click(*canvas.node("x0"))
    said(canvas, "nodes: x0")


def test_too_many_nodes_are_refused_with_advice(page: Page, serve: Serve) -> None:
    page.goto(f"{serve(APPS / 'network_app.py')}?size=2001")
    expect(page.get_by_text("2,001 nodes are too many")).to_be_visible()


def test_hostile_text_is_text_everywhere(page: Page, serve: Serve) -> None:
    canvas = opened(page, serve(APPS / "hostile_app.py"))
    assert len(HOSTILE) >= 30
    assert len(canvas.places()) == len(HOSTILE)
    for node in list(canvas.places()):
        for kind, prefix in (("nodes", "n:"), ("edges", "e:tie ")):
            hover = f"view.pointer.hovered({{pointer: {{DOM: {{x: 80, y: 80}}}}}}, '{kind}', argument)"
            canvas.ask(hover, prefix + node)
        page.wait_for_timeout(160)
        canvas.ask("view.select(['n:' + argument], [])", node)
    expect(page.get_by_text(f"selected 1 of {len(HOSTILE)}")).to_be_visible()
    expect(page.get_by_text(re.compile(f"known: True, number {len(HOSTILE) - 1}"))).to_be_visible()
    page.locator(".canvas").focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowUp")
    assert page.evaluate("window.__xss") is None
    assert canvas.ask("view.root.querySelectorAll('img, script, iframe, a, object, embed, base').length") == 0


def test_the_exported_file_opens_offline_and_draws_hostile_text_as_text(page: Page, tmp_path: Path) -> None:
    nodes = {f"c{at}": Node(f"c{at}", text, EntityKind.COUNTRY) for at, text in enumerate(HOSTILE)}
    file = tmp_path / "network.html"
    stamp = Stamp(HOSTILE[1], HOSTILE[2], "2026-11-22")
    file.write_text(network_html(Subgraph(nodes), stamp), encoding="utf-8")
    page.context.set_offline(True)
    canvas = opened(page, file.as_uri())
    page.context.set_offline(False)
    assert len(canvas.places()) == len(HOSTILE)
    assert canvas.colours() > 5
    expect(page.get_by_role("heading")).to_have_text(HOSTILE[1])
    page.get_by_role("button", name="Save as picture").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="PNG", exact=True).click()
    assert download.value.suggested_filename == "konstelasi.png"
    assert page.evaluate("window.__xss") is None
