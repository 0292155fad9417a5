"""Who reads and what they did, in real browsers: names, undo, and tabs that are closed while they work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from cypher.database import Database, Role, Settings, connect
from cypher.judging.annotations import history
from cypher.model.graph import Sign
from tests.browser.running import Explorer
from tests.graphs import tie_id

SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)


@pytest.fixture
def graph(embedded: Settings) -> Iterator[Database]:
    """The graph that the explorer shows."""
    with connect(embedded, Role.ANALYST) as database:
        yield database


def names(explorer: Explorer) -> str:
    """The field with the name of the reader."""
    return explorer.page.get_by_role("textbox", name="Judging as").first.input_value()


def test_a_new_browser_is_asked_for_a_name_and_keeps_it_in_all_its_tabs(
    browser: Browser, address: str, graph: Database
) -> None:
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    explorer = Explorer(context.new_page(), address)
    explorer.open_network(f"?tie={SANCTIONS}")
    assert names(explorer) == ""
    explorer.panel().get_by_role("button", name="Verify", exact=True).first.click()
    dialog = explorer.page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill("\N{RIGHT-TO-LEFT OVERRIDE}")
    dialog.get_by_role("textbox").press("Enter")
    expect(dialog).to_contain_text("A name cannot contain invisible characters")
    assert history(graph, SANCTIONS) == ()
    dialog.get_by_role("textbox").fill("<b>Siti</b>")
    dialog.get_by_role("textbox").press("Enter")
    explorer.says("Recorded: verified")
    assert {each.author for each in history(graph, SANCTIONS)} == {"<b>Siti</b>"}
    explorer.open_network(f"?lens=all&tie={SANCTIONS}")
    other = Explorer(context.new_page(), address)
    other.open_network("?lens=mine")
    assert names(explorer) == names(other) == "<b>Siti</b>"
    other.judge_as("Budi")
    expect(explorer.page.get_by_role("textbox", name="Judging as")).to_have_value("Budi")
    other.judge_as("...")
    other.says("You still judge as Budi.")
    assert names(other) == "Budi"
    context.close()


def test_undo_takes_back_what_was_done_last_and_says_what(explorer: Explorer, graph: Database) -> None:
    explorer.open_network("?relations=1&centre=IRN")
    explorer.page.mouse.dblclick(*explorer.canvas.node("amir-abdollahian"))
    explorer.canvas.wait_until("view.nodes.get('n:muttaqi') !== null")
    explorer.click_edge(SANCTIONS)
    explorer.panel().get_by_role("button", name="Unsure", exact=True).first.click()
    explorer.says("Recorded: unsure")
    count = len(history(graph, SANCTIONS))
    explorer.page.get_by_placeholder("Search a country").fill("Qatar")
    explorer.page.keyboard.press("Control+z")  # the field's own
    expect(explorer.page.get_by_placeholder("Search a country")).not_to_have_value("Qatar")
    explorer.page.get_by_placeholder("Search a country").blur()
    explorer.page.keyboard.press("Control+z")
    explorer.says("Undone: unsure, United States – Iran")
    assert len(history(graph, SANCTIONS)) == count + 2  # one for each claim: nothing is ever deleted
    explorer.page.keyboard.press("Control+Shift+z")
    explorer.says("Redone: unsure, United States – Iran")
    assert history(graph, SANCTIONS)[0].judgement == "unsure"
    explorer.page.keyboard.press("Meta+z")
    explorer.says("Undone: unsure")
    assert explorer.canvas.ask("view.nodes.get('n:muttaqi') !== null")
    explorer.page.keyboard.press("Control+z")
    explorer.canvas.wait_until("view.nodes.get('n:muttaqi') === null")
    explorer.page.keyboard.press("Control+y")
    explorer.canvas.wait_until("view.nodes.get('n:muttaqi') !== null")


def test_a_tab_that_is_closed_while_it_adds_blocks_nobody(
    browser: Browser, explorer: Explorer, address: str
) -> None:
    context = browser.new_context()
    leaving = Explorer(context.new_page(), address)
    for reader, text in ((leaving, "Brasil mengecam Portugal."), (explorer, "Peru mengecam Chile.")):
        reader.open("?page=add")
        reader.page.get_by_role("textbox", name="Text", exact=True).fill(text)
        reader.page.get_by_role("textbox", name="Title").click()
        reader.page.get_by_role("button", name="Read and add").click()
        if reader is leaving:
            leaving.says("Reading for")
            context.close()
    expect(explorer.page.get_by_role("button", name="Cancel").first).to_be_visible()  # it has begun
    explorer.page.reload()  # it finds its run again
    explorer.says("1 new, 0 known already")
