"""The time bar below the network: a period is chosen in the browser, and Python hears of it once."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.test_network import APPS, Serve, opened, said


def test_a_period_is_chosen_without_python_and_reported_once(page: Page, serve: Serve) -> None:
    canvas = opened(page, f"{serve(APPS / 'network_app.py')}?times=1")
    places, outlook = canvas.places(), canvas.outlook()
    box = page.locator(".bars").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 1, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.1 * box["width"], box["y"] + 20, steps=4)
    canvas.wait_until("view.network.body.edgeIndices.length < view.edges.length")
    first = canvas.ask("view.times.range")
    said(canvas, "window: None")
    page.mouse.up()
    expect(page.get_by_text(re.compile(r"^window: \('2023-09-01'"))).to_be_visible()
    assert canvas.ask("view.times.range") == first
    shown = canvas.ask("view.network.body.edgeIndices")
    assert set(shown) == set(canvas.ask("view.edges.getIds().filter((id) => view.times.lets(id))"))
    assert all(canvas.ask("view.showsNode(view.snapshot.edges.get(argument).from)", edge) for edge in shown)
    page.locator(".period").click()
    said(canvas, "window: None")
    canvas.wait_until("view.network.body.nodeIndices.length === view.nodes.length")
    assert (canvas.places(), canvas.outlook()) == (places, outlook)


def test_time_is_played_and_follows_the_keyboard(page: Page, serve: Serve) -> None:
    canvas = opened(page, f"{serve(APPS / 'network_app.py')}?times=1")
    bar = page.get_by_role("slider")
    bar.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    assert canvas.ask("view.times.range") == [0, 1]
    play = page.get_by_role("button", name="Play through time")
    play.click()
    canvas.wait_until("view.times.range[0] >= 2")
    play.click()
    expect(page.get_by_text(re.compile(r"^window: \('2023-09-0[3-9]'"))).to_be_visible()
    play.click()
    expect(play).to_have_attribute("aria-pressed", "true")
    bar.press("Escape")
    expect(play).to_have_attribute("aria-pressed", "false")
    said(canvas, "window: None")


def test_a_late_answer_leaves_the_period_that_was_chosen_since(page: Page, serve: Serve) -> None:
    canvas = opened(page, f"{serve(APPS / 'network_app.py')}?times=1")
    bar = page.get_by_role("slider")
    bar.press("ArrowRight")
    said(canvas, "window: ('2023-09-01', '2023-09-01')")
    bar.press("Shift+ArrowRight")
    assert canvas.ask("(view.host.update(view.data), view.times.range)") == [0, 1]
    said(canvas, "window: ('2023-09-01', '2023-09-02')")
    newest = "{...view.data, window: null, seen: Number.MAX_SAFE_INTEGER}"
    assert canvas.ask(f"(view.host.update({newest}), view.times.range)") is None
