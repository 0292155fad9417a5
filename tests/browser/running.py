"""The explorer as a reader starts it: by the command line, on an embedded engine with a graph of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect
from playwright.sync_api import Error as PlaywrightError

from cypher.database import Role, Settings, connect
from cypher.model.graph import Extraction
from explorer.browser import BROWSER, OPENING, READER, TOURED
from explorer.view.author import as_cookie
from ingest.loading.load import load
from tests.browser.canvas import Canvas
from tests.conftest import empty

_EMPTY = Path(__file__).with_name("empty_but_for_loads.cypher").read_text(encoding="utf-8")

expect.set_options(timeout=60_000)  # milliseconds; a machine that runs other things is slow, not wrong


def fill(settings: Settings, extractions: Iterable[Extraction]) -> None:
    """Put `extractions` into the place of all that is in the graph.

    Earlier loads are remembered: an explorer that has seen the graph before knows by them that it is another.
    """
    empty(settings, _EMPTY)
    with connect(settings, Role.ANALYST) as database:
        load(database, extractions)


@contextmanager
def started_explorer(environment: dict[str, str], *options: str) -> Iterator[str]:
    """The address of an explorer with these settings, on whatever graph they name."""
    with starting_explorer(environment, *options) as (address, announced):
        assert address in (line := announced()), line
        yield address


@contextmanager
def starting_explorer(environment: dict[str, str], *options: str) -> Iterator[tuple[str, Callable[[], str]]]:
    """The address at which an explorer is going to be, and what waits for its announcement."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "-m", "konstelasi", "app", "--port", str(port), "--headless", *options],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    ) as started:
        try:
            assert started.stdout is not None
            yield f"http://127.0.0.1:{port}", started.stdout.readline
        finally:
            started.terminate()


def know(context: BrowserContext, author: str) -> None:
    """Make it the browser of a reader who has said who they are and was shown around.

    It is a new browser each time: what was being written in another test is not restored. The network opens
    first.
    """
    values = {READER: as_cookie(author), TOURED: "1", OPENING: "network", BROWSER: uuid.uuid4().hex}
    context.add_cookies(
        [{"name": name, "value": value, "url": "http://127.0.0.1"} for name, value in values.items()]
    )


class Explorer:
    """The app on a page, in the words of its reader."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.canvas = Canvas(page)

    def open(self, parameters: str = "") -> None:
        """Go to an address of the app."""
        self.page.goto(f"{self.address}/{parameters}")

    def open_network(self, parameters: str = "") -> None:
        """Go to a network and wait for its picture."""
        self.open(parameters)
        self.canvas.wait_until_drawn()

    def panel(self) -> Locator:
        """What stands beside the network."""
        return self.page.locator(".st-key-panel")

    def heading(self) -> Locator:
        """What the panel is about."""
        return self.panel().locator("h2")

    def says(self, text: str) -> None:
        """Wait until the page says this, as text that can be seen."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def open_popover(self, label: str) -> None:
        """Open what is behind a button; a page that was left has one, too, until the new one is drawn."""
        button = self.page.get_by_test_id("stPopoverButton").filter(has_text=label)
        for _ in range(5):
            self.wait_until_drawn()
            expect(button).to_have_count(1)
            try:
                button.click()
            except PlaywrightError as error:
                if "strict mode violation" not in error.message:
                    raise
            else:
                return
        raise AssertionError(f"several buttons {label} stay on the page")

    def wait_until_drawn(self) -> None:
        """Wait until the server does not draw the page."""
        self.page.locator("[data-test-script-state=notRunning]").wait_for(state="attached")

    def judge_as(self, author: str) -> None:
        """Say who judges, once the page is drawn."""
        self.wait_until_drawn()
        field = self.page.get_by_role("textbox", name="Judging as")
        field.fill(author)
        field.press("Enter")
        self.wait_until_drawn()

    def click_edge(self, tie: str) -> None:
        """Click an edge where nothing else is."""
        self.page.mouse.click(*self.canvas.edge(tie))

    def mark(self, tie: str) -> object:
        """The mark of an edge: empty if it is plain."""
        return self.canvas.ask("view.about('edges', 'e:' + argument).mark", tie)
