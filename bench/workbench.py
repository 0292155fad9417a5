"""Measures how fast the explorer responds on a graph of ICEWS14's size, in real Chromium.

A time is measured from the press of a key or button until the panel and the network stop changing. Nothing is
requested twice, so no answer comes from the explorer's cache. The engine is warm: the first few times of each
task do not count. The benchmark works on a copy of the graph, because judgements change it.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Error, sync_playwright
from rich.console import Console
from rich.table import Table

from bench.icews import prepared_home
from bench.probe import Probe
from cypher.bolt.settings import Role, Settings
from cypher.database import connect
from cypher.engine import client
from tests.browser.driving import FLAGS, find_chromium
from tests.browser.running import Explorer, know, started_explorer
from tests.cypher.results import newest

SAMPLES, WARM_UP = 30, 5
NAMES = ("Indonesia", "United States", "South Korea", "Afghanistan", "Malaysia", "Nigeria", "Kazakhstan")
GOALS = {"details_p95_ms": 400, "expand_p95_ms": 600, "search_p95_ms": 200, "judgement_p95_ms": 500}

Times = Iterator[float | None]


def measure() -> dict[str, float]:
    """Return the median and 95th percentile of each task, in milliseconds."""
    with _copied_home() as home, connect(Settings(home), Role.READER) as database:
        ties = newest(database, limit=200).records()
        hubs = list(dict.fromkeys(tie["actor"] for tie in ties))
        with started_explorer({"KONSTELASI_HOME": str(home)}) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            know(page.context, "bench")
            explorer = Explorer(page, address)
            figures = _measure(explorer, hubs)
            browser.close()
    return figures


@contextmanager
def _copied_home() -> Iterator[Path]:
    """Yield a copy of the prepared graph; it is deleted after the block."""
    prepared = prepared_home()
    client.stop(prepared)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        shutil.copytree(prepared, home, ignore=shutil.ignore_patterns("leases", "server.json", "*.lock"))
        try:
            yield home
        finally:
            client.stop(home)


def _measure(explorer: Explorer, hubs: list[str]) -> dict[str, float]:
    figures: dict[str, float] = {}
    tasks: dict[str, Callable[[Explorer, list[str]], Times]] = {
        "details": _details,
        "expand": _expand,
        "search": _search,
        "judgement": _judgement,
    }
    for name, task in tasks.items():
        times = [time for time in list(task(explorer, hubs))[WARM_UP:] if time is not None]
        print(name, *map(round, times), file=sys.stderr)
        figures[f"{name}_p50_ms"] = statistics.median(times)
        figures[f"{name}_p95_ms"] = statistics.quantiles(times, n=20)[-1]
    return figures


def _details(explorer: Explorer, hubs: list[str]) -> Times:
    """Click one node after another of one picture, until the panel shows its details."""
    explorer.open_network(f"?centre={hubs[0]}:100")
    probe = Probe(explorer.page)
    for node in _others(explorer, hubs[0])[: SAMPLES + WARM_UP]:
        x, y = explorer.canvas.node(node)
        explorer.page.mouse.move(x, y)
        yield probe.milliseconds(lambda x=x, y=y: explorer.page.mouse.click(x, y))  # type: ignore[misc]


def _expand(explorer: Explorer, hubs: list[str]) -> Times:
    """Double-click the neighbours of a hub, each followed by a step back."""
    explorer.open_network(f"?centre={hubs[1]}:{SAMPLES + WARM_UP}")
    probe = Probe(explorer.page)
    for node in _others(explorer, hubs[1])[: SAMPLES + WARM_UP]:
        x, y = explorer.canvas.node(node)
        yield probe.milliseconds(lambda x=x, y=y: explorer.page.mouse.dblclick(x, y))  # type: ignore[misc]
        probe.milliseconds(explorer.page.get_by_role("button", name="arrow_back").click)


def _search(explorer: Explorer, hubs: list[str]) -> Times:
    """Type the second to the sixth letter of names, one after another."""
    explorer.open_network(f"?centre={hubs[2]}")
    probe = Probe(explorer.page)
    field = explorer.page.get_by_placeholder("Search a country")
    for name in NAMES:
        field.fill("")
        field.press(name[0])
        explorer.page.wait_for_timeout(Probe.QUIET)
        for letter in name[1:6]:
            yield probe.milliseconds(lambda letter=letter: field.press(letter))  # type: ignore[misc]


def _others(explorer: Explorer, hub: str) -> list[str]:
    return [node for node in explorer.canvas.places() if node != hub]


def _judgement(explorer: Explorer, hubs: list[str]) -> Times:
    """Verify edges of a hub one after another, until the panel and the picture show it."""
    explorer.open_network(f"?centre={hubs[3]}:{SAMPLES + WARM_UP}")
    probe = Probe(explorer.page)
    verify = explorer.page.locator(".st-key-judging").get_by_role("button", name="Verify").first
    edges: list[str] = explorer.canvas.ask("view.edges.getIds().map((id) => id.slice(2))")
    for edge in edges[: SAMPLES + WARM_UP]:
        try:
            x, y = explorer.canvas.edge(edge)
        except Error:  # completely covered by other edges or nodes
            continue
        probe.milliseconds(lambda x=x, y=y: explorer.page.mouse.click(x, y))  # type: ignore[misc]
        yield probe.milliseconds(verify.click)


def main() -> None:
    """Print the figures as a table and as one line of JSON."""
    figures = measure()
    table = Table(title="Workbench")
    for heading in ("", "measured", "goal at most"):
        table.add_column(heading)
    for name, value in figures.items():
        table.add_row(name, f"{value:,.0f}", str(GOALS.get(name, "")))
    Console().print(table)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
