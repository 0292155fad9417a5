"""Measures the overview: the time to its first picture beside that of streamlit-sigmajs, and the reads.

Both draw the same made-up graph in one run and one Chromium, ours with its layout computed in Python. The
time to the first picture is that from the start of the script until the picture has colours, on screenshots.
The reads are those of a graph of that size on the embedded engine. ``python -m bench.overview 2000``
measures one size only.
"""

from __future__ import annotations

import io
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Error, Page, expect, sync_playwright
from rich.console import Console
from rich.table import Table

from bench.empty import empty_home
from bench.rivals import as_plain_file, rivals_python
from cypher.bolt.driver import neo4j
from cypher.bolt.settings import Role, Settings
from cypher.database import Database, connect
from cypher.model.graph import Sign
from explorer.graph.subgraph import Edge, Subgraph, kept
from tests.browser.apps.graphs import made_up
from tests.browser.driving import FLAGS, ROOT, find_chromium, streamlit

SIZES, ROUNDS = (10_000, 50_000), 3
PATIENCE = 180  # seconds
COLOURS = 60  # in a screenshot; a page that loads has fewer
PLACE = {"x": 300, "y": 150, "width": 700, "height": 500}
OURS = ROOT / "tests" / "browser" / "apps" / "overview_app.py"
RIVALS = Path(__file__).parent / "apps" / "rivals.py"
BATCH = 5000

ACTORS = """UNWIND $rows AS row CREATE (:Actor {id: row.id, name: row.name, kind: row.kind, country: null})"""
TIES = """UNWIND $rows AS row
CREATE (tie:Tie {id: row.id, actor: row.actor, recipient: row.recipient, level: 'actor', sign: row.sign,
                 lenses: ['all', 'not_rejected', 'trusted'], claims: [row.claims, row.claims, row.claims]})
CREATE (event:Event {id: row.id, status: 'actual'})-[:FORMS]->(tie)
CREATE (claim:Claim {id: row.id, event_type: 'CONSULT', lenses: ['all', 'not_rejected', 'trusted'],
                     placed_from: '2023-01-01', placed_until: '2023-01-01', known_on: '2023-01-02'})
CREATE (claim)-[:ASSERTS]->(event)"""

Figures = dict[str, float]


def events_only(size: int) -> Subgraph:
    """Return the made-up graph as the overview draws it: without lasting relations."""
    return kept(made_up(size), edge=lambda edge: edge.sign is not Sign.RELATION)


def shown(sizes: tuple[int, ...]) -> dict[int, Figures]:
    """Return the seconds to the first picture of both tools, the median of some rounds, and their ratio."""
    found: dict[int, Figures] = {}
    with (
        tempfile.TemporaryDirectory() as name,
        _tools(Path(name), sizes) as (ours, theirs),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        for size in sizes:
            rounds = [(_first(browser, ours(size)), _first(browser, theirs(size))) for _ in range(ROUNDS)]
            mine, other = (statistics.median(each) for each in zip(*rounds, strict=True))
            found[size] = {"ours_s": mine, "sigmajs_s": other, "ratio": other / mine}
            print(size, json.dumps(found[size]), file=sys.stderr, flush=True)
        browser.close()
    return found


@contextmanager
def _tools(
    folder: Path, sizes: tuple[int, ...]
) -> Iterator[tuple[Callable[[int], str], Callable[[int], str]]]:
    """Yield the addresses of both tools, each served by its own Streamlit process."""
    for size in sizes:
        as_plain_file(events_only(size), folder / f"{size}.json")
    with streamlit(OURS) as ours, streamlit(RIVALS, rivals_python()) as theirs:
        yield (
            lambda size: f"{ours}?size={size}",
            lambda size: f"{theirs}?with=sigmajs&new=0&graph={folder}/{size}.json",
        )


def _first(browser: Browser, address: str) -> float:
    """Return the seconds from the start of the script to the first picture, `PATIENCE` if there is none."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.goto(address)
    until = time.time() + PATIENCE
    while not (seen := _is_shown(page)) and time.time() < until:
        page.wait_for_timeout(50)
    ended = time.time()
    if not seen:
        context.close()
        return float(PATIENCE)
    began = page.get_by_text("began")
    expect(began).to_be_visible(timeout=1000 * PATIENCE)
    took = ended - float(began.inner_text().rsplit(" ", 1)[1]) / 1000
    context.close()
    return took


def _is_shown(page: Page) -> bool:
    try:
        picture = page.screenshot(clip=PLACE, timeout=1000 * PATIENCE)  # type: ignore[arg-type]
    except Error:  # it takes too long: the page draws all the time, or is not able to
        return False
    return len(Image.open(io.BytesIO(picture)).convert("RGB").getcolors(1_000_000) or ()) > COLOURS


def reads(sizes: tuple[int, ...]) -> dict[int, Figures]:
    """Return the seconds of each read of the overview on the embedded engine, the least of three."""
    found = {}
    for size in sizes:
        with empty_home() as home, connect(Settings(home), Role.ANALYST) as database:
            database.apply_schema()
            _fill(database, events_only(size))
            found[size] = _read(database)
        print(size, json.dumps(found[size]), file=sys.stderr, flush=True)
    return found


def _fill(database: Database, graph: Subgraph) -> None:
    """Write what the statements of the overview read, in the shape in which a load leaves it."""
    actors = [{"id": node.id, "name": node.name, "kind": node.kind.value} for node in graph.nodes.values()]
    ties = [_tie(edge) for edge in graph.edges.values()]
    access = database._access(Role.ANALYST)
    with neo4j.GraphDatabase.driver(access.uri, auth=access.auth) as driver:
        for text, rows in ((ACTORS, actors), (TIES, ties)):
            for at in range(0, len(rows), BATCH):
                driver.execute_query(text, {"rows": rows[at : at + BATCH]}, database_=access.database)


def _tie(edge: Edge) -> dict[str, object]:
    ends = {"actor": edge.actor, "recipient": edge.recipient}
    return {"id": edge.id, **ends, "sign": edge.sign.value, "claims": edge.claims}


def _read(database: Database) -> Figures:
    lens = {"lens": "trusted", "level": "actor"}
    return {
        "entities_s": _least(lambda: database.read("explore/every_entity")),
        "counted_ties_s": _least(lambda: database.read("explore/counted_every_tie", **lens)),
        "ties_as_known_s": _least(lambda: database.read("explore/every_tie", **lens, known_by="2024-01-01")),
    }


def _least(do: Callable[[], object]) -> float:
    took = []
    for _ in range(3):
        start = time.perf_counter()
        do()
        took.append(time.perf_counter() - start)
    return min(took)


def main() -> None:
    """Print the figures as a table and as one line of JSON."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    read, drawn = reads(sizes), shown(sizes)
    found = {size: read[size] | drawn[size] for size in sizes}
    table = Table(title="Overview")
    for heading in ("", *(f"{size:,} nodes" for size in sizes)):
        table.add_column(heading)
    for name in found[sizes[0]]:
        table.add_row(name, *(f"{each[name]:,.2f}" for each in found.values()))
    Console().print(table)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
