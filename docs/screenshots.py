"""Takes the screenshots of the documentation from the running explorer: ``python docs/screenshots.py``.

Loads the sample articles into a graph of its own, or uses the one of ``--home``, opens the explorer on it
and photographs its pages with Chromium, in light and dark.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import typer
from playwright.sync_api import Browser, Page, sync_playwright

from cypher.database import Role, Settings, connect

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
SAMPLES = ROOT / "samples" / "articles.jsonl"
WINDOW = {"width": 1400, "height": 900}
PORT = 8598
READY = {
    "network": ".st-key-canvas canvas",
    "queries": "[data-testid=stVegaLiteChart] svg",
    "documents": ".article",
}
"""An element of each page that exists when the page is complete."""

SETTLED = 2500
"""Milliseconds after which fonts, picture and charts no longer change."""


def main(home: Path | None = None) -> None:
    """Write all pictures to docs/images/."""
    with tempfile.TemporaryDirectory() as folder:
        graph = home or Path(folder)
        environment = {**os.environ, "KONSTELASI_HOME": str(graph), "USER": "analyst", "LOGNAME": "analyst"}
        if home is None:
            _konstelasi(environment, "ingest", str(SAMPLES))
        with _explorer(environment), sync_playwright() as playwright:
            chromium = next(
                filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
            )
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
            )
            _photograph(browser, scenes(Settings(home=graph)))
            browser.close()
        if home is None:
            _konstelasi(environment, "db", "stop")


def scenes(settings: Settings) -> dict[str, dict[str, str]]:
    """The address of each picture, by its name."""
    with connect(settings, Role.READER) as database:
        dyads = database.read("explore/newest_dyads").records()
        newest = [tie for dyad in dyads for tie in dyad["ties"]][:60]
        ties = database.read("explore/ties", ids=newest).records()
        documents = database.read("explore/documents").records()
    event = next(row for row in ties if row["sign"] != "relation" and len(set(row["event_types"])) > 1)
    document = max(documents, key=lambda row: row["claims"])["document"]
    claims = {"page": "documents", "document": document}
    return {
        "start": {"page": "network"},
        "explore": {"centre": f"{event['actor']},{event['recipient']}", "tie": event["tie"]},
        "entity": {"centre": event["actor"], "entity": event["actor"]},
        "queries": {"page": "queries", "query": "saved/people/central"},
        "document": claims,
    }


def _photograph(browser: Browser, addresses: dict[str, dict[str, str]]) -> None:
    for scheme in ("light", "dark"):
        page = browser.new_page(viewport=WINDOW, color_scheme=scheme)  # type: ignore[arg-type]
        for name, parameters in addresses.items():
            suffix = "" if scheme == "light" else "-dark"
            _take(page, parameters, IMAGES / f"{name}{suffix}.png")
        page.close()


def _take(page: Page, parameters: dict[str, str], path: Path) -> None:
    page.goto(f"http://127.0.0.1:{PORT}/?{urlencode(parameters)}")
    page.locator(READY[parameters.get("page", "network")]).first.wait_for(timeout=60_000)
    page.wait_for_timeout(SETTLED)
    page.screenshot(path=path)
    print(path.relative_to(ROOT))


def _konstelasi(environment: dict[str, str], *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "konstelasi", *arguments], env=environment, cwd=ROOT, check=True)


@contextmanager
def _explorer(environment: dict[str, str]) -> Iterator[None]:
    command = [sys.executable, "-m", "konstelasi", "app", "--port", str(PORT), "--headless"]
    with subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            if server.stdout is None or "is open" not in server.stdout.readline():
                raise SystemExit("The explorer did not start; see above.")
            yield
        finally:
            server.terminate()


if __name__ == "__main__":
    typer.run(main)
