"""Compares our network with other packages for Python: the same graphs, one run, one Chromium.

The other packages are used as in their own documentation, with nothing but names and ties. Figures of each:

* *shown*, *stable*: from the start of the script (pyvis: of generating its page) until a picture is shown and
  until no node moves any more; a picture that still moves after two minutes has no *stable* figure;
* *movement*: how far old nodes have moved on the page after an expansion added 25 nodes and all nodes stand
  still;
* *click to Python*: from the press of the button until the script has the id of the node.

``python -m bench.side_by_side 300`` measures one size only.
"""

from __future__ import annotations

import json
import math
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, expect, sync_playwright
from pyvis.network import Network
from rich.console import Console
from rich.table import Table

from bench.rivals import as_plain_file, rivals_python
from bench.stillness import Seen, picture, pressed, watch
from explorer.graph.subgraph import Subgraph
from tests.browser.apps.graphs import grown, made_up
from tests.browser.driving import FLAGS, find_chromium, streamlit

SIZES = (300, 1000)
WIDTH, HEIGHT = 1400, 900
ROUNDS, CLICKS, NEW = 3, 20, 25
PATIENCE = 120  # seconds
LONG = 30  # seconds; slower tools are measured only once
APPS = Path(__file__).parent / "apps"

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Tool:
    """A way of drawing; `address` gives its page for a size, `expands` the mouse action that expands."""

    name: str
    address: Callable[[int], str]
    expands: str


def measure(size: int) -> dict[str, Figures]:
    """Return the figures of each tool on a graph of `size` nodes, without those that it did not reach."""
    with (
        tempfile.TemporaryDirectory() as folder,
        _tools(Path(folder)) as tools,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        found = {tool.name: _reported(tool.name, _of_app(browser, tool, size)) for tool in tools}
        found["pyvis"] = _reported("pyvis", _of_page(browser, made_up(size), Path(folder)))
        browser.close()
    return found


@contextmanager
def _tools(folder: Path) -> Iterator[list[Tool]]:
    """Yield the tools that can report to Python, each served by its own Streamlit process."""
    for size in SIZES:
        as_plain_file(made_up(size), folder / f"{size}.json")
    with streamlit(APPS / "ours.py") as ours, streamlit(APPS / "rivals.py", rivals_python()) as others:

        def rival(name: str, expands: str) -> Tool:
            return Tool(
                name, lambda size: f"{others}?new={NEW}&with={name}&graph={folder}/{size}.json", expands
            )

        yield [
            Tool("ours", lambda size: f"{ours}?new={NEW}&size={size}", "dblclick"),
            rival("link-analysis", "dblclick"),
            rival("cytoscape", "dblclick"),
            rival("agraph", "click"),
        ]


def _of_app(browser: Browser, tool: Tool, size: int) -> Figures:
    with _page(browser) as page:  # warm-up: the server's work for its first visitor does not count
        page.goto(tool.address(size))
        expect(page.get_by_text("began")).to_be_visible(timeout=60_000)
    firsts: list[Figures] = []
    while True:
        with _page(browser) as page:
            page.goto(tool.address(size))
            seen = picture(page, size, PATIENCE)
            firsts.append(_times(seen, _number(page, "began")))
            if seen is None:
                return {}
            if len(firsts) == ROUNDS or not seen.stable or firsts[0]["stable_s"] > LONG:
                return _middle(firsts) | _clicked(page, seen) | _expanded(page, tool, size)


def _times(seen: Seen | None, began: float) -> Figures:
    """Return the seconds until a picture was shown and, if it did, until it stood still."""
    if seen is None:
        return {}
    stable = {"stable_s": (seen.since - began) / 1000} if seen.stable else {}
    return {"shown_s": (seen.shown - began) / 1000} | stable


def _middle(rounds: list[Figures]) -> Figures:
    return {name: statistics.median(each[name] for each in rounds) for name in rounds[-1]}


def _clicked(page: Page, seen: Seen) -> Figures:
    """Return the milliseconds from press to script for clicks on nodes one after another."""
    took = []
    for node in seen.loneliest(WIDTH, HEIGHT, CLICKS):
        page.mouse.move(*seen.spots[node])
        page.mouse.click(*seen.spots[node])
        try:
            expect(page.get_by_text(f"told {node} ")).to_be_visible(timeout=5_000)
        except AssertionError:  # the node has moved away from the mouse
            continue
        took.append(_number(page, f"told {node}") - pressed(page))
        page.wait_for_timeout(400)  # so that two clicks are not a double click
    return {"clicks_told": len(took)} | (
        {"click_p50_ms": statistics.median(took), "click_max_ms": max(took)} if took else {}
    )


def _expanded(page: Page, tool: Tool, size: int) -> Figures:
    """Return how far the old nodes moved when the new ones were added, and how long it took."""
    if tool.expands == "click":
        page.goto(f"{tool.address(size)}&expands=1")
    before = picture(page, size, PATIENCE)
    if before is None:
        return {}
    centre = before.loneliest(WIDTH, HEIGHT, CLICKS + 1)[-1]
    getattr(page.mouse, tool.expands)(*before.spots[centre])
    start = pressed(page)
    after = picture(page, size + NEW, PATIENCE)
    return _movement(before, after, start) if after else {}


def _movement(before: Seen, after: Seen, start: float) -> Figures:
    moved = [math.dist(spot, after.spots[node]) for node, spot in before.spots.items()]
    far = {"median_px": statistics.median(moved), "max_px": max(moved)}
    if not after.stable:
        return {f"moved_so_far_{name}": value for name, value in far.items()}
    took = {"expanded_s": max(0.0, after.since - start) / 1000}
    return took | {f"moved_{name}": value for name, value in far.items()}


def _of_page(browser: Browser, graph: Subgraph, folder: Path) -> Figures:
    """Return the figures of pyvis's default page.

    The page cannot report to Python, so expanding means generating it again.
    """
    began, before = _made(browser, graph, folder)
    if before is None:
        return {}
    centre = before.loneliest(WIDTH, HEIGHT, CLICKS + 1)[-1]
    again, after = _made(browser, grown(graph, centre, NEW), folder)
    return _times(before, began) | (_movement(before, after, again) if after else {})


def _made(browser: Browser, graph: Subgraph, folder: Path) -> tuple[float, Seen | None]:
    """Return the time when generating the page began, in milliseconds since 1970, and its picture."""
    with _page(browser) as page:
        page.route("**/*", _answer_with_nothing)
        file = folder / "network.html"
        began = 1000 * time.time()
        file.write_text(_default_page(graph), encoding="utf-8")
        page.goto(file.as_uri(), timeout=1000 * PATIENCE, wait_until="commit")
        return began, picture(page, len(graph.nodes), PATIENCE)


def _default_page(graph: Subgraph) -> str:
    network = Network(directed=True, cdn_resources="in_line", height="700px")
    for node in graph.nodes.values():
        network.add_node(node.id, label=node.name)
    for edge in graph.edges.values():
        network.add_edge(edge.actor, edge.recipient)
    page: str = network.generate_html()
    return page


def _answer_with_nothing(route: Route) -> None:
    """Answer pyvis's request for a style sheet on the web with an empty body, at once."""
    if route.request.url.startswith("file:"):
        route.continue_()
    else:
        route.fulfill(body="")


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    """Yield a page in its own browser context, watched for movement."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    watch(context)
    yield context.new_page()
    context.close()


def _number(page: Page, label: str) -> float:
    """Return the time that the script wrote after a label, in milliseconds since 1970."""
    line = page.get_by_text(label)
    expect(line).to_be_visible(timeout=1000 * PATIENCE)
    return float(line.inner_text().rsplit(" ", 1)[1])


def _reported(name: str, figures: Figures) -> Figures:
    print(name, json.dumps(figures), file=sys.stderr, flush=True)
    return figures


def main() -> None:
    """Print the figures as one table per size and as one line of JSON."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    found: Mapping[int, dict[str, Figures]] = {size: measure(size) for size in sizes}
    for size, figures in found.items():
        table = Table(title=f"{size:,} nodes")
        names = list(dict.fromkeys(name for each in figures.values() for name in each))
        for heading in ("", *names):
            table.add_column(heading)
        for tool, each in figures.items():
            table.add_row(tool, *(_shown(each.get(name)) for name in names))
        Console().print(table)
    print(json.dumps(found))


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:,.1f}"


if __name__ == "__main__":
    main()
