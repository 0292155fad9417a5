"""A real Chromium for the tests of pages; errors on its console and requests to elsewhere fail them."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    sync_playwright,
)
from playwright.sync_api import Error as PlaywrightError

from cypher.database import Settings
from cypher.model.graph import Extraction
from explorer.reads.connections import VERSION_SECONDS
from tests.browser.driving import FLAGS, NAMES, find_chromium, streamlit
from tests.browser.running import Explorer, fill, know, started_explorer
from tests.graphs import EXTRACTIONS
from tests.services import require


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a browser test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add to the report of a failed test what its page showed: nobody can look at it afterwards."""
    report = yield
    page = getattr(item, "funcargs", {}).get("page")
    if report.when == "call" and report.failed and isinstance(page, Page):
        report.sections.append(("the page", _seen_on(page)))
    return report


def _seen_on(page: Page) -> str:
    """Return the address, the state of the run, the element with the focus, and the text of a page."""
    try:
        state = page.evaluate("document.querySelector('[data-test-script-state]')?.dataset.testScriptState")
        focused = page.evaluate("document.activeElement?.outerHTML.slice(0, 300)")
        lines = [page.url, f"script: {state}", f"focus: {focused}", page.locator("body").inner_text()]
    except PlaywrightError as error:
        return f"it does not answer: {error}"
    return "\n".join(lines)[:4000]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run; without one a skip that says why, or a failure where it is required."""
    chromium = find_chromium()
    if not chromium:
        names = ", ".join(NAMES)
        require("browser", f"none of {names} is installed; install chromium or set KONSTELASI_CHROMIUM")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One profile, so that the scripts of the page are fetched once; its windows have 1400 by 900 pixels."""
    fresh = browser.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True)
    fresh.set_default_timeout(60_000)  # milliseconds; as for what tests expect
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page of a reader who has been here before.

    It fails its test for an error of a script or on the console, or a request to elsewhere.
    """
    know(context, "first reader")
    opened = context.new_page()
    troubles: list[str] = []

    def listen(line: ConsoleMessage) -> None:
        if line.type == "error":
            troubles.append(f"console: {line.text}")

    def watch(request: Request) -> None:
        if not _is_local(request.url):
            troubles.append(f"asked for {request.url}")

    opened.on("pageerror", lambda error: troubles.append(f"script: {error}"))
    opened.on("console", listen)
    opened.on("request", watch)
    yield opened
    opened.close()
    assert not troubles, "\n".join(troubles)


@pytest.fixture(scope="session")
def server(embedded: Settings) -> Iterator[str]:
    """The address of the explorer that all files of tests share."""
    with started_explorer({"KONSTELASI_HOME": str(embedded.home)}) as address:
        yield address


@pytest.fixture(scope="module")
def extractions() -> Sequence[Extraction]:
    """What is in the graph that a file of tests begins with; a file may say otherwise."""
    return EXTRACTIONS


@pytest.fixture(scope="module")
def address(embedded: Settings, extractions: Sequence[Extraction], server: str) -> str:
    """The address of the explorer, on a graph of which no earlier file of tests has changed anything."""
    begun = time.monotonic()
    fill(embedded, extractions)
    time.sleep(max(0, begun + VERSION_SECONDS - time.monotonic()))  # else it might not have looked again
    return server


@pytest.fixture
def explorer(page: Page, address: str) -> Explorer:
    """The explorer at `address`, on a page that tolerates no error."""
    return Explorer(page, address)


def _is_local(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"data", "blob", "about", "file"} or parts.hostname in {"127.0.0.1", "localhost"}


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Starts a Streamlit script, once a run, and returns its address."""
    with ExitStack() as servers:
        yield cache(lambda script: servers.enter_context(streamlit(script)))
