"""Measures how fast the explorer responds on a graph of ICEWS14's size, in real Chromium.

A time is measured from the press of a key or button until the panel and the network stop changing. Nothing is
requested twice, so no answer comes from the explorer's cache. The engine is warm: the first few times of each
task do not count. The benchmark works on a copy of the graph, because judgements change it. Each
task is measured at the levels *state* and *actor*.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator

from playwright.sync_api import Error, sync_playwright
from rich.console import Console
from rich.table import Table

from bench.icews import EVENTS, copied_home, prepared_home
from bench.probe import Probe
from bench.results import recording
from cypher.bolt.settings import Role, Settings
from cypher.database import connect
from cypher.model.graph import Level
from tests.browser.driving import FLAGS, find_chromium
from tests.browser.running import Explorer, know, started_explorer

SAMPLES, STARTS, WARM_UP = 30, 10, 5
NAMES = ("Indonesia", "United States", "South Korea", "Afghanistan", "Malaysia", "Nigeria", "Kazakhstan")
GOALS = {"details_p95_ms": 300, "expand_p95_ms": 500, "search_p95_ms": 180, "judgement_p95_ms": 400}

Times = Iterator[float | None]
Task = Callable[[Explorer, list[str], str], Times]


def measure(level: Level) -> dict[str, float]:
    """Return the median and 95th percentile of each task at a level, in milliseconds."""
    with copied_home() as home, connect(Settings(home), Role.READER) as database:
        dyads = database.read("explore/newest_dyads", level=level.value).records()
        hubs = list(dict.fromkeys(dyad["first"] for dyad in dyads))
        with started_explorer({"KONSTELASI_HOME": str(home)}) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            know(page.context, "bench")
            figures = _measure(Explorer(page, address), hubs, level)
            browser.close()
    return figures


def _measure(explorer: Explorer, hubs: list[str], level: Level) -> dict[str, float]:
    figures: dict[str, float] = {}
    tasks: dict[str, Task] = {
        "start": _start,
        "details": _details,
        "expand": _expand,
        "search": _search,
        "judgement": _judgement,
    }
    for name, task in tasks.items():
        found = list(task(explorer, hubs, f"&level={level}"))[WARM_UP:]
        times = [each for each in found if each is not None]
        print(level, name, *map(round, times), file=sys.stderr)
        figures[f"{name}_p50_ms"] = statistics.median(times)
        figures[f"{name}_p95_ms"] = statistics.quantiles(times, n=20)[-1]
    return figures


def _start(explorer: Explorer, hubs: list[str], level: str) -> Times:
    """Open the start page in a new session, until its picture is drawn."""
    for _ in range(STARTS + WARM_UP):
        began = time.perf_counter()
        explorer.open_network(f"?{level[1:]}")
        yield 1000 * (time.perf_counter() - began)


def _details(explorer: Explorer, hubs: list[str], level: str) -> Times:
    """Click one node after another of one picture, until the panel shows its details."""
    explorer.open_network(f"?centre={hubs[0]}:100{level}")
    probe = Probe(explorer.page)
    for node in _others(explorer, hubs[0])[: SAMPLES + WARM_UP]:
        x, y = explorer.canvas.node(node)
        explorer.page.mouse.move(x, y)
        yield probe.milliseconds(lambda x=x, y=y: explorer.page.mouse.click(x, y))  # type: ignore[misc]


def _expand(explorer: Explorer, hubs: list[str], level: str) -> Times:
    """Double-click the neighbours of a hub, each followed by a step back."""
    explorer.open_network(f"?centre={hubs[1]}:{SAMPLES + WARM_UP}{level}")
    probe = Probe(explorer.page)
    for node in _others(explorer, hubs[1])[: SAMPLES + WARM_UP]:
        x, y = explorer.canvas.node(node)
        yield probe.milliseconds(lambda x=x, y=y: explorer.page.mouse.dblclick(x, y))  # type: ignore[misc]
        probe.milliseconds(explorer.page.get_by_role("button", name="arrow_back").click)


def _search(explorer: Explorer, hubs: list[str], level: str) -> Times:
    """Type the second to the sixth letter of names, one after another."""
    explorer.open_network(f"?centre={hubs[2]}{level}")
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


def _judgement(explorer: Explorer, hubs: list[str], level: str) -> Times:
    """Verify edges of a hub one after another, until the panel and the picture show it."""
    explorer.open_network(f"?centre={hubs[3]}:{SAMPLES + WARM_UP}{level}")
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
    with recording("workbench", {"events": EVENTS}, str(prepared_home().name)) as result:
        measured = {level: measure(level) for level in (Level.STATE, Level.ACTOR)}
        for level, figures in measured.items():
            result.add_all({f"{level}: {name}": value for name, value in figures.items()}, "ms")
    table = Table(title="Workbench")
    for heading in ("", *map(str, measured), "goal at most"):
        table.add_column(heading)
    for name in measured[Level.STATE]:
        values = (f"{figures[name]:,.0f}" for figures in measured.values())
        table.add_row(name, *values, str(GOALS.get(name, "")))
    Console().print(table)
    print(json.dumps(measured))


if __name__ == "__main__":
    main()
