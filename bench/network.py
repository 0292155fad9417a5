"""Measures the network alone: response times of clicks, and frames drawn while something is dragged.

A click is timed until Python's answer is on the page. Frames are counted while the mouse moves sixty times
per second. `bench.side_by_side` compares the first picture and other tasks with other packages.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable

from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.table import Table

from tests.browser.canvas import Canvas
from tests.browser.driving import FLAGS, ROOT, find_chromium, streamlit

SIZES, CLICKS, STEPS = (300, 1000), 40, 90
APP = ROOT / "tests" / "browser" / "apps" / "network_app.py"
Figures = dict[str, float]
_LEAST_OF_TWENTY = """Math.min(...[...Array(20)].map(() => {
    const start = performance.now();
    view.network.renderer._redraw();
    return performance.now() - start;
}))"""
_COUNT = "(view.redraws = 0, view.network.on('afterDrawing', () => { view.redraws += 1; }), 0)"


def measure() -> dict[int, Figures]:
    """Return the figures for each size.

    Clicks, a redraw and a switch to the dark theme are in milliseconds, drags in redraws per second.
    """
    with sync_playwright() as playwright, streamlit(APP) as address:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        found = {size: _of_size(browser, f"{address}?size={size}&times=1") for size in SIZES}
        browser.close()
    return found


def _of_size(browser: Browser, address: str) -> Figures:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(address)
    canvas = Canvas(page)
    canvas.wait_until_drawn()
    clicks = [_click(page, canvas, f"x{number}") for number in range(CLICKS)]
    canvas.ask(_COUNT)
    figures = {
        "click_p50_ms": 1000 * statistics.median(clicks),
        "click_p95_ms": 1000 * statistics.quantiles(clicks, n=20)[-1],
        "drag_node_per_s": _redraws(canvas, lambda: _drag(page, *canvas.node("x0"))),
        "drag_ground_per_s": _redraws(canvas, lambda: _drag(page, *_corner(page, ".canvas", 60))),
        "lasso_moves_per_s": _lassoed(page),
        "drag_period_per_s": _redraws(canvas, lambda: _drag(page, *_corner(page, ".bars", 20))),
        "one_redraw_ms": _redraw(canvas),
        "dark_ms": 1000 * _darkened(page, canvas),
    }
    page.close()
    return figures


def _click(page: Page, canvas: Canvas, node: str) -> float:
    """Return the seconds from a click on a node until Python's answer is on the page."""
    x, y = canvas.node(node)
    page.mouse.move(x, y)
    start = time.perf_counter()
    page.mouse.click(x, y)
    page.wait_for_function("(text) => document.body.innerText.includes(text)", arg=f"nodes: {node}\n")
    return time.perf_counter() - start


def _corner(page: Page, element: str, inside: float) -> tuple[float, float]:
    box = page.locator(element).bounding_box()
    assert box is not None
    return box["x"] + inside, box["y"] + inside


def _drag(page: Page, x: float, y: float) -> float:
    """Drag to the right, sixty moves per second; return the moves per second that were achieved."""
    page.mouse.move(x, y)
    page.mouse.down()
    start = time.perf_counter()
    for step in range(STEPS):
        page.mouse.move(x + 5 * step, y + step % 7)
        page.wait_for_timeout(16)
    moves = STEPS / (time.perf_counter() - start)
    page.mouse.up()
    return moves


def _redraws(canvas: Canvas, act: Callable[[], object]) -> float:
    """Return the redraws of the network per second during an action."""
    before = canvas.ask("view.redraws")
    start = time.perf_counter()
    act()
    return float((canvas.ask("view.redraws") - before) / (time.perf_counter() - start))


def _lassoed(page: Page) -> float:
    """Return the moves per second that the page handles while an area is drawn."""
    page.get_by_role("button", name="Select an area").click()
    moves = _drag(page, *_corner(page, ".canvas", 60))
    page.keyboard.press("Escape")
    return moves


def _redraw(canvas: Canvas) -> float:
    """Return the milliseconds of one full redraw: the minimum of twenty, because other programs run too."""
    return float(canvas.ask(_LEAST_OF_TWENTY))


def _darkened(page: Page, canvas: Canvas) -> float:
    """Return the seconds from the system's switch to a dark theme until the network has its colours."""
    before = canvas.ask("view.theme.background")
    start = time.perf_counter()
    page.emulate_media(color_scheme="dark")
    canvas.wait_until("view.theme.background !== argument", before)
    return time.perf_counter() - start


def main() -> None:
    """Print the figures as a table and as one line of JSON."""
    figures = measure()
    table = Table(title="Network")
    for heading in ("", *(f"{size:,} nodes" for size in SIZES)):
        table.add_column(heading)
    for name in figures[SIZES[0]]:
        table.add_row(name, *(f"{each[name]:,.1f}" for each in figures.values()))
    Console().print(table)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
