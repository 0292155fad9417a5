"""The same explorer on a real Neo4j: what it draws, finds, asks and records does not depend on the engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from neo4j import GraphDatabase
from playwright.sync_api import expect

from cypher.database import Settings, connect
from cypher.model.graph import Sign
from tests.browser.running import Explorer, fill, started_explorer
from tests.graphs import EXTRACTIONS, tie_id
from tests.services import variables_of

pytestmark = pytest.mark.neo4j

SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)


@pytest.fixture(scope="module")
def address(neo4j: Settings) -> Iterator[str]:
    """An explorer that knows the database from the environment alone."""
    fill(neo4j, EXTRACTIONS)
    with started_explorer(variables_of(neo4j)) as address:
        yield address


def test_the_network_is_drawn_and_an_entity_is_found_by_another_spelling(explorer: Explorer) -> None:
    explorer.open_network()
    assert {"hamas", "ISR", "IRN", "USA"} <= explorer.canvas.places().keys()
    explorer.page.get_by_placeholder("Search a country").press_sequentially("tehe")
    explorer.panel().get_by_text("written Teheran").click()
    expect(explorer.heading()).to_have_text("Iran")


def test_a_judgement_is_drawn_at_once_and_taken_back(explorer: Explorer) -> None:
    explorer.open_network(f"?tie={SANCTIONS}")
    explorer.panel().get_by_role("button", name="Verify", exact=True).first.click()
    explorer.canvas.wait_until("view.about('edges', 'e:' + argument).mark === 'tick'", SANCTIONS)
    explorer.panel().get_by_role("button", name="Undo").click()
    explorer.canvas.wait_until("view.about('edges', 'e:' + argument).mark === ''", SANCTIONS)


def test_a_saved_query_and_typed_cypher_answer(explorer: Explorer) -> None:
    explorer.open("?page=queries&query=saved/bilateral/ties&first=USA&second=IRN")
    expect(explorer.page.get_by_role("tab", name="Network")).to_be_visible()
    explorer.open("?page=queries&query=typed&cypher=MATCH (c:Country) RETURN c.name LIMIT 3")
    explorer.page.get_by_role("button", name="Run").click()
    expect(explorer.page.get_by_test_id("stDataFrame")).to_be_visible()


@contextmanager
def held(settings: Settings, claim: str) -> Iterator[None]:
    """While the block lasts nobody else can write to a claim; it begins when nobody else does."""
    credentials = (settings.user or "", settings.password or "")
    with (
        GraphDatabase.driver(settings.uri or "", auth=credentials) as driver,
        driver.session() as session,
        session.begin_transaction() as transaction,
    ):
        transaction.run("MATCH (claim:Claim {id: $claim}) SET claim.lock = true", claim=claim).consume()
        yield


def test_a_judgement_that_takes_long_is_cancelled_and_leaves_nothing_behind(
    explorer: Explorer, neo4j: Settings
) -> None:
    explorer.open_network(f"?tie={SANCTIONS}")
    with connect(neo4j) as database:
        before = database.read("explore/counts").rows
        with held(neo4j, "claim-sanctions"):
            explorer.panel().get_by_role("button", name="Verify", exact=True).first.click()
            explorer.says("Recording for")
            explorer.page.get_by_role("button", name="Cancel").click()
            explorer.says("This was cancelled; nothing was changed.")
            explorer.page.get_by_placeholder("Search a country").press_sequentially("tehe")
            explorer.says("written Teheran")
        with held(neo4j, "claim-sanctions"):  # it waits in line behind what was cancelled
            assert database.read("explore/counts").rows == before
    assert explorer.mark(SANCTIONS) == ""
