"""The whole explorer in a real browser on a real engine: what an analyst does in the morning."""

from __future__ import annotations

import math
import re

from playwright.sync_api import Browser, expect

from cypher.model.graph import Sign
from tests.browser.running import Explorer, know
from tests.graphs import ARTICLES, tie_id

ATTACK = tie_id("hamas", "ISR", Sign.CONFLICT)
SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)
HELP = tie_id("IDN", "PSE", Sign.COOPERATION)
TALK = tie_id("QAT", "hamas", Sign.COOPERATION)
AID = tie_id("IRN", "AFG", Sign.COOPERATION)
CALL = ARTICLES["call"].document.id


def test_the_first_picture_shows_the_latest_ties_and_names_the_strongest(explorer: Explorer) -> None:
    explorer.open_network()
    places = explorer.canvas.places().keys()
    assert {"hamas", "ISR", "IRN", "USA", "AFG"} <= places
    assert "amir-abdollahian" not in places, "the state is drawn"
    expect(explorer.heading()).to_have_text("What stands out")
    expect(explorer.panel().get_by_text("Hamas → Israel")).to_be_visible()


def test_the_actors_of_a_state_are_opened_in_place_and_closed(explorer: Explorer) -> None:
    explorer.open_network()
    before = explorer.canvas.places()
    explorer.page.mouse.click(*explorer.canvas.node("IRN"))
    expect(explorer.heading()).to_have_text("Iran")
    explorer.panel().get_by_role("button", name="Show its actors").click()
    explorer.canvas.wait_until("view.nodes.get('n:amir-abdollahian') !== null")
    after = explorer.canvas.places()
    assert max(math.dist(before[node], after[node]) for node in before) < 5
    expect(explorer.page).to_have_url(re.compile("inside=IRN"))
    explorer.panel().get_by_role("button", name="Draw Iran as one node").click()
    explorer.canvas.wait_until("view.nodes.get('n:amir-abdollahian') === null")


def test_a_search_finds_an_entity_by_another_spelling_and_opens_its_network(explorer: Explorer) -> None:
    explorer.open_network()
    explorer.page.get_by_placeholder("Search a country").press_sequentially("tehe")
    explorer.panel().get_by_text("written Teheran").click()
    expect(explorer.heading()).to_have_text("Iran")
    explorer.canvas.wait_until("view.nodes.length === 4")
    assert explorer.canvas.places().keys() == {"IRN", "USA", "AFG", "muttaqi"}


def test_a_search_that_finds_nobody_says_what_to_try(explorer: Explorer) -> None:
    explorer.open_network()
    explorer.page.get_by_placeholder("Search a country").press_sequentially("Atlantis")
    explorer.says("No entity named “Atlantis”")
    explorer.says("Try a part of the name")


def test_a_click_on_a_node_tells_who_it_is_and_whom_it_deals_with(explorer: Explorer) -> None:
    explorer.open_network("?level=actor")
    explorer.page.mouse.click(*explorer.canvas.node("IRN"))
    expect(explorer.heading()).to_have_text("Iran")
    expect(explorer.panel().get_by_text("Also known as")).to_contain_text("Teheran")
    expect(explorer.panel().get_by_role("button", name="Sanctions and embargo")).to_have_count(0)
    expect(explorer.panel().get_by_text("4 of 4 ties drawn")).to_be_visible()


def test_a_double_click_brings_new_neighbours_and_moves_nothing(explorer: Explorer) -> None:
    explorer.open_network("?relations=1&centre=IRN")
    before, outlook = explorer.canvas.places(), explorer.canvas.outlook()
    explorer.page.mouse.dblclick(*explorer.canvas.node("amir-abdollahian"))
    explorer.canvas.wait_until("view.nodes.get('n:muttaqi') !== null")
    after = explorer.canvas.places()
    assert max(math.dist(before[node], after[node]) for node in before) < 5
    assert explorer.canvas.outlook() == outlook
    expect(explorer.heading()).to_have_text("Hossein Amir-Abdollahian")


def test_a_step_back_and_forward_takes_neighbours_away_and_brings_them_again(explorer: Explorer) -> None:
    explorer.open_network("?relations=1&centre=IRN")
    explorer.page.mouse.dblclick(*explorer.canvas.node("amir-abdollahian"))
    explorer.canvas.wait_until("view.nodes.get('n:muttaqi') !== null")
    places = explorer.canvas.places()
    explorer.page.get_by_role("button", name="arrow_back").click()
    explorer.canvas.wait_until("view.nodes.get('n:muttaqi') === null")
    explorer.page.get_by_role("button", name="arrow_forward").click()
    explorer.canvas.wait_until("view.nodes.get('n:muttaqi') !== null")
    assert explorer.canvas.places() == places


def test_a_hidden_node_is_gone_until_it_is_shown_again(explorer: Explorer) -> None:
    explorer.open_network("?relations=1&centre=IRN&entity=USA")
    explorer.panel().get_by_role("button", name="Hide").click()
    explorer.canvas.wait_until("view.nodes.get('n:USA') === null")
    explorer.page.get_by_role("button", name="Show 1 hidden").click()
    explorer.canvas.wait_until("view.nodes.get('n:USA') !== null")


def test_a_click_on_an_edge_shows_every_sentence_with_its_source(explorer: Explorer) -> None:
    explorer.open_network("?level=actor")
    explorer.click_edge(ATTACK)
    expect(explorer.panel().locator("mark.trigger")).to_have_text(["attacked", "attacked"])
    expect(explorer.panel().locator("article").first).to_contain_text("Daily Record · 8 Oct 2023")
    expect(explorer.panel().locator("mark.mention").first).to_have_text("Hamas")
    explorer.says("2 claims · 1 independent voice")


def test_a_verified_edge_is_marked_at_once_and_plain_again_after_undo(explorer: Explorer) -> None:
    explorer.open_network(f"?tie={SANCTIONS}")
    places = explorer.canvas.places()
    assert explorer.mark(SANCTIONS) == ""
    explorer.panel().get_by_role("button", name="Verify", exact=True).first.click()
    explorer.canvas.wait_until("view.about('edges', 'e:' + argument).mark === 'tick'", SANCTIONS)
    explorer.says("Recorded: verified")
    explorer.panel().get_by_role("button", name="Undo").click()
    explorer.canvas.wait_until("view.about('edges', 'e:' + argument).mark === ''", SANCTIONS)
    assert explorer.canvas.places() == places


def test_a_judgement_keeps_note_tag_and_confidence_in_its_history(explorer: Explorer) -> None:
    explorer.open_network(f"?lens=not_rejected&tie={HELP}")
    explorer.panel().get_by_role("button", name="Verdict details").click()
    explorer.page.get_by_role("textbox", name="Note").fill("Two witnesses <b>agree</b>")
    explorer.page.keyboard.press("Control+Enter")
    explorer.page.keyboard.press("Escape")
    explorer.panel().get_by_role("button", name="Unsure", exact=True).first.click()
    explorer.says("Recorded: unsure")
    explorer.panel().get_by_role("button", name="History").click()
    explorer.says("Two witnesses <b>agree</b>")


def test_a_rejected_edge_leaves_the_trusted_lens_and_undo_brings_it_back(explorer: Explorer) -> None:
    explorer.open_network(f"?relations=1&centre=IRN&tie={AID}")
    explorer.panel().get_by_role("button", name="Reject", exact=True).first.click()
    explorer.canvas.wait_until("view.edges.get('e:' + argument) === null", AID)
    explorer.panel().get_by_role("button", name="Undo").click()
    explorer.canvas.wait_until("view.edges.get('e:' + argument) !== null", AID)


def test_who_is_overtaken_by_another_analyst_sees_what_they_said_and_chooses(
    explorer: Explorer, browser: Browser, address: str
) -> None:
    explorer.open_network(f"?lens=not_rejected&tie={TALK}")
    explorer.judge_as("Ratna")
    explorer.says("1 claim · 1 independent voice")
    other = Explorer(browser.new_context().new_page(), address)
    know(other.page.context, "Budi")
    other.open_network(f"?lens=not_rejected&tie={TALK}")
    other.panel().get_by_role("button", name="Unsure", exact=True).first.click()
    other.says("Recorded: unsure")
    other.page.context.close()
    explorer.panel().get_by_role("button", name="Verify", exact=True).first.click()
    explorer.says("Somebody judged this while you were looking at it")
    expect(explorer.panel().locator(".notice li")).to_have_text("Budi unsure ")
    explorer.says("Your verdict was not recorded: verified.")
    explorer.panel().get_by_role("button", name="Record mine as well").click()
    explorer.says("Recorded: verified")
    expect(explorer.panel().locator(".head .badge")).to_have_text(["cooperation", "disputed"])
    explorer.panel().get_by_role("button", name="History").click()
    lines = explorer.page.locator(".st-key-history li")
    expect(lines).to_contain_text(["Ratna", "Budi"])


def test_a_filter_leaves_only_what_it_names_and_is_in_the_address(explorer: Explorer) -> None:
    explorer.open_network("?sign=conflict")
    assert f"e:{ATTACK}" in explorer.canvas.ask("view.edges.getIds()")
    assert f"e:{AID}" not in explorer.canvas.ask("view.edges.getIds()")
    explorer.page.get_by_role("button", name="Filters (1)").click()
    explorer.page.get_by_role("button", name="Clear filters").click()
    explorer.canvas.wait_until("view.edges.get('e:' + argument) !== null", AID)
    assert "sign=" not in explorer.page.url


def test_the_same_ties_are_there_as_a_table(explorer: Explorer) -> None:
    explorer.open_network("?relations=1&centre=IRN")
    explorer.page.get_by_role("radio", name="Table").click()
    expect(explorer.page.get_by_test_id("stDataFrame")).to_have_count(2)
    expect(explorer.page.get_by_text("Lasting relations")).to_be_visible()


def test_a_link_to_a_claim_opens_its_document_with_the_claim_marked(explorer: Explorer) -> None:
    explorer.open(f"?page=documents&document={CALL}&claim=claim-phone-call")
    expect(explorer.page.locator(".article mark.chosen")).to_have_text("menelepon")
    expect(explorer.page.locator("article.here")).to_contain_text("Hossein Amir-Abdollahian")


def test_a_name_in_an_article_leads_to_the_network(explorer: Explorer) -> None:
    explorer.open(f"?page=documents&document={CALL}")
    explorer.page.locator(".article mark.mention").get_by_text("Amir Khan Muttaqi").click()
    explorer.canvas.wait_until_drawn()
    expect(explorer.heading()).to_have_text("Amir Khan Muttaqi")


def test_evidence_leads_to_its_document(explorer: Explorer) -> None:
    explorer.open_network(f"?tie={ATTACK}")
    explorer.panel().get_by_role("button", name="Attack on Saturday").click()
    expect(explorer.page.locator(".article")).to_contain_text("Hamas fighters attacked towns")


def test_the_address_reopens_the_same_view(explorer: Explorer, address: str) -> None:
    explorer.open_network("?relations=1&centre=IRN")
    explorer.page.mouse.dblclick(*explorer.canvas.node("amir-abdollahian"))
    explorer.canvas.wait_until("view.nodes.get('n:muttaqi') !== null")
    expect(explorer.heading()).to_have_text("Hossein Amir-Abdollahian")
    nodes = explorer.canvas.places().keys()
    explorer.open_network(explorer.page.url.removeprefix(f"{address}/"))
    assert explorer.canvas.places().keys() == nodes
    expect(explorer.heading()).to_have_text("Hossein Amir-Abdollahian")


def test_the_interface_speaks_indonesian(explorer: Explorer) -> None:
    explorer.open_network("?language=id")
    explorer.says("Yang menonjol")


def test_the_lens_decides_what_is_drawn(explorer: Explorer) -> None:
    explorer.open_network("?lens=mine")
    explorer.says("Nothing to show")
