"""Measures a watched folder: the memory of the follower, and whether kills cost or repeat anything.

A folder of made-up articles, one a file, is followed by ``konstelasi follow --once`` into an empty graph. A
second follower of the same folder, with a graph of its own, is killed several times and started again. Both
graphs must be the same, by a hash of all nodes and relationships. The memory is that of the follower alone;
the database engine is a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from bench.machine import load_average
from bench.synthetic import texts
from cypher.bolt.settings import Role, Settings
from cypher.copies.content import Content
from cypher.copies.pages import Page, pages
from cypher.database import connect
from cypher.engine import client
from cypher.sources import listing
from cypher.sources.states import states
from cypher.sources.store import Store
from tests.whole import LOADED, left

GOAL = 1024  # MiB of memory
_OLD = 1_700_000_000
"""The time of change of all files, so that they rest."""

_LOOK = 0.5  # seconds between two looks at the memory
_OF_ORDER = LOADED | {"first_seen", "created_at"}
"""What depends on when and in which order articles were loaded."""


def measure(articles: int, kills: int) -> dict[str, object]:
    """Return the figures of both ways."""
    with tempfile.TemporaryDirectory() as name:
        news = Path(name, "news")
        _write(news, articles)
        with _graph(Path(name, "once")) as home:
            began = time.monotonic()
            peak = _followed(home, news)
            seconds = time.monotonic() - began
            first = _state(home)
        with _graph(Path(name, "killed")) as home:
            moments = _killed(home, news, articles, kills)
            again = _followed(home, news)
            second = _state(home)
    return {
        "articles": articles,
        "loaded": first["loaded"],
        "seconds": round(seconds, 1),
        "articles_per_second": round(articles / seconds, 2),
        "peak_mib": round(peak),
        "peak_mib_after_kills": round(again),
        "killed_with_loaded": moments,
        "loaded_after_kills": second["loaded"],
        "hash": first["hash"],
        "same_graph": first["hash"] == second["hash"],
        "load_average": load_average(),
    }


def _write(folder: Path, articles: int) -> None:
    """Write made-up articles, one a file, in folders of a thousand."""
    for number, text in enumerate(texts(articles)):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        os.utime(path, (_OLD, _OLD))


@contextmanager
def _graph(home: Path) -> Iterator[Path]:
    try:
        yield home
    finally:
        client.stop(home)


def _begin(home: Path, news: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "konstelasi", "follow", str(news), "--once"]
    environment = {**os.environ, "KONSTELASI_HOME": str(home)}
    return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)


def _followed(home: Path, news: Path) -> float:
    """Follow the folder to the end; return the largest memory of the follower in MiB."""
    process, peak = _begin(home, news), 0.0
    watched = psutil.Process(process.pid)
    while process.poll() is None:
        try:
            peak = max(peak, _memory(watched))
        except psutil.NoSuchProcess:
            break
        time.sleep(_LOOK)
    assert process.wait() == 0
    return peak


def _memory(process: psutil.Process) -> float:
    """Return the memory of a process and its own ones in MiB, without the engine."""
    own = (each for each in (process, *process.children(recursive=True)) if not _is_of_engine(each))
    return float(sum(each.memory_info().rss for each in own) / 2**20)


def _is_of_engine(process: psutil.Process) -> bool:
    command = " ".join(process.cmdline())
    return "cypher.engine" in command or "java" in command


def _killed(home: Path, news: Path, articles: int, kills: int) -> list[int]:
    """Kill followers while they load; return how many articles were loaded at each kill."""
    chance = random.Random(3)  # noqa: S311 - moments of kills
    moments = []
    for number in range(kills):
        process = _begin(home, news)
        aim = articles * (number + chance.random()) / (kills + 1)
        while process.poll() is None and _loaded(home) < aim:
            time.sleep(chance.random())
        process.kill()
        process.wait()
        moments.append(_loaded(home))
        print(f"killed with {moments[-1]:,} loaded", file=sys.stderr, flush=True)
        _fetch_again(home)
    return moments


def _loaded(home: Path) -> int:
    return sum(each.loaded for each in states(Store(home)))


def _fetch_again(home: Path) -> None:
    """Let the folder be looked at again at once, as `follow` does by itself after a minute."""
    store = Store(home)
    for each in listing.listed(store):
        listing.fetch_soon(store, each.name)


def _state(home: Path) -> dict[str, object]:
    content = Content()
    with connect(Settings(home), Role.READER) as database:
        for page in pages(database):
            if page.shape.label != "Load":
                content.add(_without_order(page))
    return {"loaded": _loaded(home), "hash": content.hash[:16]}


def _without_order(page: Page) -> Page:
    links = {
        link: [row._replace(properties=left(row.properties, _OF_ORDER)) for row in rows]
        for link, rows in page.links.items()
    }
    return Page(page.shape, [left(node, _OF_ORDER) for node in page.nodes], links)


def main() -> None:
    """Print the figures as one line of JSON, and whether they reach the goals."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=3)
    chosen = parser.parse_args()
    found = measure(chosen.articles, chosen.kills)
    print(json.dumps(found))
    peak = max(float(str(found["peak_mib"])), float(str(found["peak_mib_after_kills"])))
    print(f"memory {peak:,.0f} MiB (goal: at most {GOAL:,}), the same graph: {found['same_graph']}")


if __name__ == "__main__":
    main()
