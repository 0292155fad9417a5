"""Kills the app while somebody reviews in a browser. Each judgement that the page counted must be there."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from playwright.sync_api import Page, sync_playwright

from bench.kills.found import Found, rest
from bench.kills.loading import articles
from cypher.database import Database, Role, Settings, connect
from cypher.judging.tie_counts import recount
from ingest.loading.load import load
from tests.browser.driving import FLAGS, find_chromium
from tests.browser.running import know

_BETWEEN = 2.0
"""The longest time between two keys, and between the last one and the kill, in seconds."""

_COUNTED = re.compile(r"(\d+) of \d+ judged")
_KEPT = "MATCH (:Annotation {author: $author})-[:JUDGES]->(claim:Claim) RETURN count(DISTINCT claim)"
_PARTIAL = (
    "MATCH (annotation:Annotation) OPTIONAL MATCH (annotation)-[:JUDGES]->(claim:Claim) "
    "WITH annotation, claim WHERE coalesce(claim.verdict, 'none') = 'none' RETURN annotation.id"
)


def kill(home: Path, rounds: int) -> Found:
    """Kill the app in each round, at a random moment after a key that judges; each round is another judge."""
    found = Found("app")
    settings = Settings(home=home / "app")
    with sync_playwright() as playwright, connect(settings, Role.ANALYST) as database:
        load(database, articles(0))
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        for number in range(rounds):
            context = browser.new_context(viewport={"width": 1400, "height": 900})
            author = f"Judge {number}"
            know(context, author)
            with _app(settings.home) as (address, process):
                shown = _judged(context.new_page(), address, process)
            context.close()
            found.rounds += 1
            _look(database, author, shown, found)
        browser.close()
        if mended := recount(database).mended:
            found.unmended.append(f"{mended} ties had wrong counts")
    return found


def _judged(page: Page, address: str, process: subprocess.Popen[str]) -> int:
    """Judge until the app is killed; return how many judgements the page has counted."""
    page.goto(f"{address}/?page=review")
    page.get_by_text("Claim 1 of", exact=False).first.wait_for(timeout=60_000)
    for _ in range(3):
        page.keyboard.press("v")
        rest(_BETWEEN)
    _end(process)
    shown = page.get_by_text(_COUNTED)
    counted = _COUNTED.search(shown.first.inner_text()) if shown.count() else None
    return int(counted[1]) if counted else 0


def _look(database: Database, author: str, shown: int, found: Found) -> None:
    ((kept,),) = database.read_text(_KEPT, {"author": author}).rows
    found.acknowledged += shown
    if int(str(kept)) < shown:
        found.lost.append(f"round {found.rounds}: the page counted {shown}, the graph has {kept}")
    found.half += [f"round {found.rounds}: {name}" for (name,) in database.read_text(_PARTIAL).rows]


@contextmanager
def _app(home: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of an app, and the process that is killed with all that it has started."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "konstelasi", "app", "--port", str(port), "--headless"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "KONSTELASI_HOME": str(home)},
    )
    try:
        assert process.stdout is not None
        process.stdout.readline()
        yield f"http://127.0.0.1:{port}", process
    finally:
        _end(process)


def _end(process: subprocess.Popen[str]) -> None:
    """Kill the app and the server behind it."""
    if process.poll() is None:
        servers = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        process.wait()
        for each in servers:
            each.kill()
        psutil.wait_procs(servers)
