"""A real Chromium for the tests of pages; errors on its console and requests to elsewhere fail them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from tests.services import require

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ROOT = Path(__file__).parents[2]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a browser test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the Chromium to drive, or a skip that says why (a failure where browsers are required)."""
    named = os.environ.get("KONSTELASI_CHROMIUM")
    candidates = [named] if named else ["chromium", "chromium-browser", "google-chrome"]
    found = next((path for path in map(shutil.which, candidates) if path), None)
    if not found:
        looked_for = ", ".join(candidates)
        require("browser", f"none of {looked_for} is installed; install chromium or set KONSTELASI_CHROMIUM")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for the whole run."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One profile, so that the scripts of the page are fetched once; its windows have 1400 by 900 pixels."""
    fresh = browser.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True)
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that fails its test for an error of a script or on the console, or a request to elsewhere."""
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


def _is_local(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"data", "blob", "about", "file"} or parts.hostname in {"127.0.0.1", "localhost"}


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Starts a Streamlit script on a free port of this machine and returns its address."""
    running: dict[Path, tuple[subprocess.Popen[bytes], str]] = {}

    def start(script: Path) -> str:
        if script not in running:
            running[script] = _streamlit(script)
        return running[script][1]

    yield start
    for process, _ in running.values():
        process.terminate()
        process.wait(10)


def _streamlit(script: Path) -> tuple[subprocess.Popen[bytes], str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = {
        "server.port": port,
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    process = subprocess.Popen([sys.executable, "-m", "streamlit", "run", str(script), *flags], cwd=ROOT)
    _wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
    return process, f"http://127.0.0.1:{port}"


def _wait_for(address: str, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"streamlit ended with {process.returncode} before it answered at {address}")
        try:
            with urlopen(address, timeout=2):  # noqa: S310 - an address that was put together above
                return
        except URLError:
            time.sleep(0.1)
    process.terminate()
    raise RuntimeError(f"streamlit did not answer at {address} within {seconds} s")
