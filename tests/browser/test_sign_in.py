"""Readers sign in by a real provider, and do what their roles allow until they are taken off the list."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from cypher.database import Role, Settings, connect
from cypher.judging.annotations import history
from explorer.browser import OPENING, READER, TOURED
from tests.browser.running import Explorer, fill, starting_explorer
from tests.explorer.serving.provider import CLIENT, SECRET, Provider, provider
from tests.graphs import EXTRACTIONS

ROLES = {"rina": "reader", "anna": "analyst", "adi": "admin", "budi": None}
"""The accounts of the provider; Budi is not on the list."""


@pytest.fixture(scope="module")
def accounts() -> Iterator[Provider]:
    """The provider."""
    with provider({f"{name}@example.org": {} for name in ROLES}) as running:
        yield running


@pytest.fixture(scope="module")
def members(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The list of members, which tests may change."""
    return tmp_path_factory.mktemp("team") / "members"


@pytest.fixture(autouse=True)
def listed(members: Path, accounts: Provider) -> None:
    """Begin each test with the whole list and with sign-ins that last an hour."""
    lines = [f"{name}@example.org {role}\n" for name, role in ROLES.items() if role]
    members.write_text("".join(lines), encoding="utf-8")
    accounts.lasts = 3600


@pytest.fixture(scope="module")
def guarded_app(embedded: Settings, accounts: Provider, members: Path) -> Iterator[str]:
    """The address of an explorer that needs a sign-in."""
    fill(embedded, EXTRACTIONS)
    members.touch()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        "KONSTELASI_HOME": str(embedded.home),
        "KONSTELASI_OIDC_METADATA_URL": accounts.metadata_url,
        "KONSTELASI_OIDC_CLIENT_ID": CLIENT,
        "KONSTELASI_OIDC_CLIENT_SECRET": SECRET,
        "KONSTELASI_OIDC_REDIRECT_URI": f"http://127.0.0.1:{port}/oauth2callback",
        "KONSTELASI_OIDC_COOKIE_SECRET": "0123456789abcdef0123456789abcdef",
        "KONSTELASI_MEMBERS": str(members),
    }
    with starting_explorer(environment, "--port", str(port)) as (_, announced):
        assert f"http://127.0.0.1:{port} " in announced()
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def visitor(browser: Browser, guarded_app: str) -> Iterator[Explorer]:
    """The app in a new browser, whose cookie claims another name."""
    fresh = browser.new_context(viewport={"width": 1400, "height": 900})
    fresh.set_default_timeout(60_000)
    cookies = {READER: "Somebody%20Else", TOURED: "1", OPENING: "network"}
    fresh.add_cookies([{"name": name, "value": value, "url": guarded_app} for name, value in cookies.items()])
    page, troubles = fresh.new_page(), list[str]()
    page.on("console", lambda line: troubles.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    yield Explorer(page, guarded_app)
    fresh.close()
    assert not troubles


def sign_in(explorer: Explorer, name: str) -> None:
    """Sign in as one of the accounts."""
    explorer.open()
    explorer.page.get_by_role("button", name="Sign in").click()
    explorer.page.get_by_role("link", name=f"{name}@example.org").click()


def is_signed_in_as(page: Page, name: str) -> None:
    """Wait until the page says who is signed in."""
    expect(page.get_by_role("button", name=f"{name}@example.org")).to_be_visible()


def open_tie(explorer: Explorer) -> None:
    """Go to the network and choose a tie."""
    explorer.open_network()
    explorer.panel().locator("[data-act*=SelectEdge]").first.click()
    expect(explorer.panel().get_by_role("button", name="Verify", exact=True)).to_be_visible()


def test_without_a_sign_in_nothing_of_the_graph_is_shown(visitor: Explorer) -> None:
    visitor.open("?page=search&q=Iran")
    visitor.says("You are not signed in.")
    expect(visitor.page.locator("[data-testid=stSidebar]")).to_have_count(0)
    assert "Iran" not in visitor.page.locator("body").inner_text()


def test_the_address_that_was_opened_before_signing_in_opens_afterwards_and_only_then(
    visitor: Explorer,
) -> None:
    visitor.open("?page=search&text=Hamas%26amp;")
    visitor.says("You are not signed in.")
    visitor.page.get_by_role("button", name="Sign in").click()
    visitor.page.get_by_role("link", name="rina@example.org").click()
    is_signed_in_as(visitor.page, "rina")
    expect(visitor.page).to_have_url(re.compile(r"page=search"))
    expect(visitor.page.locator("input[placeholder^=Names]")).to_have_value("Hamas&amp;")
    visitor.open()
    is_signed_in_as(visitor.page, "rina")
    expect(visitor.page).not_to_have_url(re.compile(r"page=search"))


def test_an_analyst_judges_under_the_address_that_the_provider_confirmed(
    visitor: Explorer, embedded: Settings
) -> None:
    sign_in(visitor, "anna")
    is_signed_in_as(visitor.page, "anna")
    open_tie(visitor)
    expect(visitor.page.get_by_role("textbox", name="Judging as")).to_have_count(0)
    visitor.panel().get_by_role("button", name="Verify", exact=True).first.click()
    visitor.says("Recorded: verified")
    with connect(embedded, Role.READER) as database:
        claims = [row[0] for row in database.read_text("MATCH (c:Claim) RETURN c.id").rows]
        authors = {made.author for claim in claims for made in history(database, claim)}
    assert authors == {"anna@example.org"}


def test_a_reader_reads_and_an_act_that_is_forged_is_refused(visitor: Explorer, embedded: Settings) -> None:
    sign_in(visitor, "rina")
    is_signed_in_as(visitor.page, "rina")
    open_tie(visitor)
    expect(visitor.panel().get_by_role("button", name="Verify", exact=True)).to_be_disabled()
    with connect(embedded, Role.READER) as database:
        before = database.read("explore/counts").records()[0]["annotations"]
        claim = database.read_text("MATCH (c:Claim) RETURN c.id LIMIT 1").rows[0][0]
    forged = json.dumps({"act": "Judge", "claim": claim, "judgement": "rejected"})
    button = visitor.page.locator("[data-act]").first
    button.evaluate("(node, act) => { node.dataset.act = act; node.click(); }", forged)
    visitor.says("you may only read")
    with connect(embedded, Role.READER) as database:
        assert database.read("explore/counts").records()[0]["annotations"] == before
    visitor.open("?page=add")
    visitor.says("Only admins add articles")
    expect(visitor.page.get_by_role("button", name="Read and add")).to_be_disabled()


def test_whoever_is_taken_off_the_list_is_out_at_the_next_click(visitor: Explorer, members: Path) -> None:
    sign_in(visitor, "adi")
    is_signed_in_as(visitor.page, "adi")
    visitor.open("?page=add")
    expect(visitor.page.get_by_role("button", name="Read and add")).to_be_enabled()
    members.write_text("anna@example.org analyst\n", encoding="utf-8")
    visitor.page.locator(".ways").get_by_text("Briefs", exact=True).click()
    visitor.says("not on the list of members")
    expect(visitor.page.locator("[data-testid=stSidebar]").get_by_text("documents")).to_have_count(0)


def test_somebody_whom_the_provider_knows_and_the_list_does_not_is_not_let_in(
    visitor: Explorer, accounts: Provider
) -> None:
    sign_in(visitor, "budi")
    visitor.says("not on the list of members")
    visitor.page.get_by_role("button", name="Sign out").click()
    visitor.says("You are not signed in.")
    assert accounts.ended == [CLIENT]


def test_a_sign_in_that_has_expired_shows_nothing_more(visitor: Explorer, accounts: Provider) -> None:
    accounts.lasts = 15
    sign_in(visitor, "anna")
    is_signed_in_as(visitor.page, "anna")
    visitor.page.wait_for_timeout(15_000)
    visitor.page.locator(".ways").get_by_text("Briefs", exact=True).click()
    visitor.says("Your sign-in has expired.")
