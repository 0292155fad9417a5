"""Reviewing, recoding and merging in a real browser, by keyboard and by a few clicks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from cypher.model.graph import Extraction, Sign
from tests.browser.running import Explorer
from tests.cypher.test_denials import DENIAL
from tests.graphs import EXTRACTIONS, tie_id

ATTACK = tie_id("hamas", "ISR", Sign.CONFLICT)
FILLED_IN = "(field) => field.dispatchEvent(new Event('keydown', {bubbles: true, composed: true}))"
"""What a browser sends that fills in a form; an error of a script fails the test."""

RELIEF = tie_id("IDN", "PSE", Sign.COOPERATION)


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    """The story with somebody who denies; each test judges claims of its own."""
    return [*EXTRACTIONS, DENIAL]


def press(explorer: Explorer, *keys: str) -> None:
    """Press keys, one after the other."""
    for key in keys:
        explorer.page.keyboard.press(key)


def test_claims_are_reviewed_by_keyboard_alone(explorer: Explorer) -> None:
    explorer.open("?page=review")
    explorer.says("Claim 1 of 18")
    first = explorer.page.locator("article").inner_text()
    press(explorer, "v")
    explorer.says("1 of 18 judged")
    press(explorer, "r")
    explorer.says("2 of 18 judged")
    press(explorer, " ")
    explorer.says("Claim 4 of 18")
    press(explorer, "u")
    explorer.says("3 of 18 judged")
    press(explorer, "z")
    explorer.says("2 of 18 judged")
    explorer.says("Claim 4 of 18")
    for place in (3, 2, 1):
        press(explorer, "k")
        explorer.says(f"Claim {place} of 18")
    assert explorer.page.locator("article").inner_text() == first


def test_a_note_is_typed_without_the_keys_judging_anything(explorer: Explorer) -> None:
    explorer.open("?page=review")
    note = explorer.page.get_by_role("textbox", name="Note")
    expect(note).to_be_visible()
    explorer.says("Claim 1 of")
    press(explorer, "n")
    expect(note).to_be_focused()
    note.evaluate(FILLED_IN)
    explorer.page.keyboard.type("very rare, just unsure")
    press(explorer, "Escape")
    expect(note).not_to_be_focused()
    explorer.says("0 of")
    press(explorer, "u")
    explorer.says("1 of")
    expect(note).to_have_value("")


def test_a_second_reviewer_does_not_see_the_first_verdict_until_done(explorer: Explorer) -> None:
    explorer.open("?page=review")
    explorer.says("Claim 1 of")
    press(explorer, "v")
    expect(explorer.page.get_by_text(re.compile(r"^1 of \d+ judged"))).to_be_visible()
    explorer.open("?page=review&stage=second")
    explorer.judge_as("second reader")
    explorer.says("Claim 1 of")
    expect(explorer.page.locator(".badge.verified, .badge.rejected, .badge.unsure")).to_have_count(0)
    press(explorer, "Escape", "v")
    expect(explorer.page.get_by_text("first reviewer")).to_be_visible()


def test_the_panel_shows_who_denies_it_and_folds_copies_away(explorer: Explorer) -> None:
    explorer.open_network(f"?lens=all&tie={ATTACK}")
    explorer.says("1 says so, 1 denies it")
    explorer.says("Same wording: Evening Mirror")


def test_a_claim_is_turned_round_in_the_panel_and_undone(explorer: Explorer) -> None:
    explorer.open_network(f"?lens=all&tie={RELIEF}")
    explorer.panel().get_by_role("button", name="✎ Recode").click()
    explorer.page.get_by_role("button", name="Swap").click()
    expect(explorer.page.locator(".st-key-recoded-actors")).to_contain_text("Palestine")
    explorer.page.get_by_role("button", name="Save", exact=True).click()
    turned = tie_id("PSE", "IDN", Sign.COOPERATION)
    explorer.canvas.wait_until("view.edges.get('e:' + argument) !== null", turned)
    explorer.panel().get_by_role("button", name="Undo").click()
    explorer.canvas.wait_until("view.edges.get('e:' + argument) !== null", RELIEF)


def test_the_quality_page_counts_verdicts_and_gives_them_as_training_data(explorer: Explorer) -> None:
    explorer.open("?page=quality")
    explorer.says("judged claims were extracted correctly")
    explorer.says("Every judgement has a claim.")
    explorer.page.get_by_role("button", name="Gather verdicts").click()
    with explorer.page.expect_download() as download:
        explorer.page.get_by_role("button", name="Download verdicts").click()
    assert '"verdict": "verified"' in download.value.path().read_text(encoding="utf-8")


def test_a_wrong_actor_is_corrected_everywhere_in_a_few_clicks(explorer: Explorer) -> None:
    explorer.open_network("?lens=all&centre=taliban&entity=taliban")
    explorer.panel().get_by_role("button", name="Same as …").click()
    other = explorer.page.get_by_role("combobox", name="is really")
    other.fill("Muttaqi")
    other.press("Enter")
    expect(other).to_have_value("Amir Khan Muttaqi")
    explorer.page.get_by_role("button", name="Merge", exact=True).click()
    explorer.says("Taliban is Amir Khan Muttaqi")
    explorer.open_network("?relations=1&lens=all&centre=muttaqi&entity=muttaqi")
    explorer.canvas.wait_until("view.nodes.get('n:AFG') !== null")
    expect(explorer.panel().get_by_text("Also known as")).to_contain_text("Taliban")
    explorer.open("?page=review&stage=actors")
    explorer.page.get_by_role("button", name="Split", exact=True).click()
    explorer.says("Taliban is a separate actor")
