"""How soon a network is drawn, beside the page that pyvis makes by default, and how soon a click is answered.

Both draw the same 300 nodes and 600 edges as a file that is opened in the same Chromium, offline. The time is
that of Python (layout, data, page) and of the browser until the canvas shows the picture, looked at in one
way. pyvis asks for a style sheet on the web; it is answered at once, with nothing. The click is made in the
app's component: until Python's answer is on the page.
"""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, sync_playwright
from pyvis.network import Network
from rich.console import Console
from rich.table import Table

from explorer.graph.subgraph import Subgraph
from explorer.network.export import Stamp, network_html
from tests.browser.apps.graphs import made_up
from tests.browser.canvas import Canvas
from tests.browser.driving import FLAGS, ROOT, find_chromium, streamlit

NODES, ROUNDS, CLICKS, STEPS = 300, 5, 40, 120
APP = ROOT / "tests" / "browser" / "apps" / "network_app.py"
PATIENCE = 300_000  # milliseconds
PICTURE_IS_SHOWN = """() => {
    const canvas = document.querySelector('canvas');
    if (!canvas || !canvas.width || getComputedStyle(canvas).visibility === 'hidden') return false;
    const small = Object.assign(document.createElement('canvas'), {width: 90, height: 60});
    const context = small.getContext('2d', {willReadFrequently: true});
    context.drawImage(canvas, 0, 0, 90, 60);
    const pixels = context.getImageData(0, 0, 90, 60).data;
    const seen = new Set();
    for (let at = 0; at < pixels.length; at += 4) seen.add(pixels.slice(at, at + 4).join());
    return seen.size > 30;
}"""


def measure() -> dict[str, float]:
    """Seconds to the first drawing of both and their ratio, milliseconds from click to answer, redraws."""
    graph = made_up(NODES)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        ours = [_first_drawing(browser, lambda: _our_page(graph)) for _ in range(ROUNDS)]
        theirs = _first_drawing(browser, lambda: _default_page(graph))
        clicks = _clicks(browser)
        redraws = _redraws(browser)
        browser.close()
    mine = statistics.median(ours)
    return {
        "nodes": len(graph.nodes),
        "edges": len(graph.edges),
        "first_drawing_s": mine,
        "pyvis_first_drawing_s": theirs,
        "ratio": theirs / mine,
        "click_p50_ms": 1000 * statistics.median(clicks),
        "click_p95_ms": 1000 * statistics.quantiles(clicks, n=20)[-1],
        "period_redraws_per_s": redraws,
    }


def _our_page(graph: Subgraph) -> str:
    return network_html(graph, Stamp("Measure", "all", "2026-11-22"))


def _default_page(graph: Subgraph) -> str:
    network = Network(directed=True, cdn_resources="in_line")
    for node in graph.nodes.values():
        network.add_node(node.id, label=node.name)
    for edge in graph.edges.values():
        network.add_edge(edge.actor, edge.recipient)
    page: str = network.generate_html()
    return page


def _first_drawing(browser: Browser, make: Callable[[], str]) -> float:
    """Seconds from the call in Python until the picture is on the canvas."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.route("**/*", _answer_with_nothing)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "network.html"
        start = time.perf_counter()
        file.write_text(make(), encoding="utf-8")
        page.goto(file.as_uri(), timeout=PATIENCE)
        page.wait_for_function(PICTURE_IS_SHOWN, timeout=PATIENCE, polling="raf")
        took = time.perf_counter() - start
    page.close()
    return took


def _answer_with_nothing(route: Route) -> None:
    if route.request.url.startswith("file:"):
        route.continue_()
    else:
        route.fulfill(body="")


def _clicks(browser: Browser) -> list[float]:
    """Seconds from a click on a node until Python's answer is on the page, for nodes one after another."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    with streamlit(APP) as address:
        page.goto(f"{address}?size={NODES}")
        canvas = Canvas(page)
        canvas.wait_until_drawn()
        took = [_click(page, canvas, f"x{number}") for number in range(CLICKS)]
        page.close()
    return took


def _click(page: Page, canvas: Canvas, node: str) -> float:
    x, y = canvas.node(node)
    page.mouse.move(x, y)
    start = time.perf_counter()
    page.mouse.click(x, y)
    page.wait_for_function("(text) => document.body.innerText.includes(text)", arg=f"nodes: {node}\n")
    return time.perf_counter() - start


def _redraws(browser: Browser) -> float:
    """How often the network is drawn anew in a second while a period is dragged along the time bar."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    with streamlit(APP) as address:
        page.goto(f"{address}?size={NODES}&times=1")
        canvas = Canvas(page)
        canvas.wait_until_drawn()
        bar = page.locator(".bars").bounding_box()
        assert bar is not None
        canvas.ask("(view.redraws = 0, view.network.on('afterDrawing', () => { view.redraws += 1; }), 0)")
        page.mouse.move(bar["x"] + 1, bar["y"] + 20)
        page.mouse.down()
        start = time.perf_counter()
        for step in range(STEPS):
            page.mouse.move(bar["x"] + bar["width"] * (step + 1) / STEPS, bar["y"] + 20)
            page.wait_for_timeout(16)
        redraws = canvas.ask("view.redraws") / (time.perf_counter() - start)
        page.close()
    return float(redraws)


def main() -> None:
    """Print the figures as a table, and as one line of JSON."""
    figures = measure()
    table = Table(title="Network", show_header=False)
    for name, value in figures.items():
        table.add_row(name, f"{value:,.2f}".removesuffix(".00"))
    Console().print(table)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
