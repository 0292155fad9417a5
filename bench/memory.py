"""Measures memory growth of the network page on a graph of ICEWS14's size.

The benchmark makes `STEPS` expansions and as many steps back. After every 50 of each, it runs the garbage
collector and records the size of the JavaScript heap, the number of document nodes and listeners in Chromium,
and the memory of the process that serves the page.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import psutil
from playwright.sync_api import CDPSession, sync_playwright
from rich.console import Console
from rich.table import Table

from bench.icews import prepared_home
from cypher.bolt.settings import Role, Settings
from cypher.database import connect
from tests.browser.driving import FLAGS, find_chromium
from tests.browser.running import Explorer, know, started_explorer

STEPS, BETWEEN, NODES = 200, 50, 10
GOAL = 20  # maximum growth in percent


@dataclass(frozen=True, slots=True)
class Held:
    """The resources held by a page and its server after a number of expansions and steps back."""

    steps: int
    heap_mb: float
    document_nodes: float
    listeners: float
    server_mb: float


def measure() -> list[Held]:
    """Return the resources held at the start and after every 50 expansions and steps back."""
    home = prepared_home()
    with connect(Settings(home), Role.READER) as database:
        hub = database.read("explore/newest_dyads", limit=1).records()[0]["first"]
        with started_explorer({"KONSTELASI_HOME": str(home)}) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            know(page.context, "bench")
            found = list(_held(Explorer(page, address), hub))
            browser.close()
    return found


def _held(explorer: Explorer, hub: str) -> Iterator[Held]:
    explorer.open_network(f"?centre={hub}")
    devtools = explorer.page.context.new_cdp_session(explorer.page)
    devtools.send("Performance.enable")
    nodes = [node for node in explorer.canvas.places() if node != hub][:NODES]
    for node in nodes:  # one round first, because some data is kept once per node
        _expand_and_back(explorer, node)
    yield _counted(0, devtools, explorer.address)
    for step in range(STEPS):
        _expand_and_back(explorer, nodes[step % NODES])
        if (step + 1) % BETWEEN == 0:
            yield _counted(step + 1, devtools, explorer.address)


def _expand_and_back(explorer: Explorer, node: str) -> None:
    """Expand a node with a double click, and step back once the new nodes are shown."""
    before = explorer.canvas.ask("view.nodes.length")
    explorer.page.mouse.dblclick(*explorer.canvas.node(node))
    explorer.canvas.wait_until("view.nodes.length > argument", before)
    explorer.page.get_by_role("button", name="arrow_back").click()
    explorer.canvas.wait_until("view.nodes.length === argument", before)


def _counted(steps: int, devtools: CDPSession, address: str) -> Held:
    devtools.send("HeapProfiler.collectGarbage")
    counts = {each["name"]: each["value"] for each in devtools.send("Performance.getMetrics")["metrics"]}
    held = Held(
        steps,
        counts["JSHeapUsedSize"] / 2**20,
        counts["Nodes"],
        counts["JSEventListeners"],
        _served_by(address),
    )
    print(held, file=sys.stderr, flush=True)
    return held


def _served_by(address: str) -> float:
    """Return the memory, in megabytes, of the process that listens at an address on this machine."""
    port = int(address.rsplit(":", 1)[1])
    listening = (each for each in psutil.net_connections("tcp") if each.status == psutil.CONN_LISTEN)
    process = next(each.pid for each in listening if each.laddr and each.laddr.port == port)
    return float(psutil.Process(process).memory_info().rss / 2**20)


def growth(found: list[Held]) -> dict[str, float]:
    """Return the growth of each value from first to last, in percent."""
    first, last = asdict(found[0]), asdict(found[-1])
    return {name: 100 * (last[name] / first[name] - 1) for name in first if name != "steps"}


def main() -> None:
    """Print the measurements as a table and as one line of JSON."""
    found = measure()
    table = Table(title=f"Memory of the page (goal: at most {GOAL} % more)")
    names = list(asdict(found[0]))
    for name in names:
        table.add_column(name)
    for each in found:
        table.add_row(*(f"{value:,.1f}".removesuffix(".0") for value in asdict(each).values()))
    table.add_row("%", *(f"{value:+.1f}" for value in growth(found).values()))
    Console().print(table)
    print(json.dumps([asdict(each) for each in found]))


if __name__ == "__main__":
    main()
