"""Kills the app while somebody reviews in a browser. Each judgement that the page counted must be there."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.kills.found import Found, rest
from bench.kills.loading import articles
from cypher.database import Database, Role, Settings, connect
from cypher.judging.tie_counts import recount
from ingest.loading.load import load
from tests.browser.driving import FLAGS, find_chromium
from tests.browser.running import know
from tests.explorer.serving.running import Served, served

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
            with served(settings.home, database={}) as app:
                shown = _judged(context.new_page(), app)
            context.close()
            found.rounds += 1
            _look(database, author, shown, found)
        browser.close()
        if mended := recount(database).mended:
            found.unmended.append(f"{mended} ties had wrong counts")
    return found


def _judged(page: Page, app: Served) -> int:
    """Judge until the app is killed; return how many judgements the page has counted."""
    page.goto(f"http://{app.host}:{app.port}/?page=review")
    page.get_by_text("Claim 1 of", exact=False).first.wait_for(timeout=60_000)
    for _ in range(3):
        page.keyboard.press("v")
        rest(_BETWEEN)
    app.server.kill()
    app.process.kill()
    app.process.wait()
    shown = page.get_by_text(_COUNTED)
    counted = _COUNTED.search(shown.first.inner_text()) if shown.count() else None
    return int(counted[1]) if counted else 0


def _look(database: Database, author: str, shown: int, found: Found) -> None:
    ((kept,),) = database.read_text(_KEPT, {"author": author}).rows
    found.acknowledged += shown
    if int(str(kept)) < shown:
        found.lost.append(f"round {found.rounds}: the page counted {shown}, the graph has {kept}")
    found.half += [f"round {found.rounds}: {name}" for (name,) in database.read_text(_PARTIAL).rows]
