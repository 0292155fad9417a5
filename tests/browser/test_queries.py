"""Asking: saved queries and typed ones, what comes back, and the files of it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml.html import fromstring
from playwright.sync_api import Browser, expect

from tests.browser.running import Explorer

Saved = Callable[[str], Path]
PAIR = "?page=queries&query=saved/bilateral/ties&first=USA&second=IRN"


@pytest.fixture
def saved(explorer: Explorer, tmp_path: Path) -> Callable[[str], Path]:
    """Saves the file of a kind that the open popover "Download" makes."""
    return lambda kind: _saved(explorer, kind, tmp_path)


def _saved(explorer: Explorer, kind: str, folder: Path) -> Path:
    with explorer.page.expect_download() as download:
        explorer.page.get_by_role("button", name=f"({kind})").click()
    file = folder / download.value.suggested_filename
    assert file.suffix == f".{kind.lower()}"
    download.value.save_as(file)
    return file


def test_a_saved_query_asks_by_any_spelling_and_answers_as_chart_and_file(
    explorer: Explorer, saved: Saved
) -> None:
    explorer.open("?page=queries&query=saved/bilateral/history")
    explorer.says("Relations of two actors over time")
    for label, spelling, name in (
        ("First", "Amerika Serikat", "United States"),
        ("Second", "Teheran", "Iran"),
    ):
        field = explorer.page.get_by_role("combobox", name=label)
        field.fill(spelling)
        field.press("Enter")
        expect(field).to_have_value(name)
    explorer.page.get_by_role("button", name="Run").click()
    expect(explorer.page.get_by_test_id("stVegaLiteChart")).to_be_visible()
    explorer.open_popover("Download")
    text = saved("CSV").read_text(encoding="utf-8")
    assert text.startswith("\ufeffmonth,sign,")
    assert "2024-01" in text
    assert "query: saved/bilateral/history" in saved("TXT").read_text(encoding="utf-8")


def test_a_link_to_a_query_runs_it_and_its_ties_are_saved_as_a_page_that_opens_offline(
    explorer: Explorer, saved: Saved, browser: Browser
) -> None:
    explorer.open(PAIR)
    explorer.canvas.wait_until_drawn()
    assert explorer.canvas.places().keys() == {"USA", "IRN"}
    explorer.open_popover("Download")
    graph = saved("GraphML").read_text(encoding="utf-8")
    assert "saved/bilateral/ties" in graph
    rows = json.loads(saved("JSON").read_text(encoding="utf-8"))
    assert rows["about"]["lens"] == "trusted"
    offline = browser.new_context(offline=True)
    try:
        page = offline.new_page()
        page.goto(saved("HTML").as_uri())
        expect(page.get_by_role("heading", name="All ties between two actors")).to_be_visible()
        expect(page.get_by_text("saved/bilateral/ties")).to_contain_text("Claims: Trusted · as of 2")
        expect(page.locator(".network[data-ready=true]")).to_be_visible()
    finally:
        offline.close()


def test_a_row_leads_to_what_it_is_about(explorer: Explorer) -> None:
    explorer.open("?page=queries&query=saved/people/statements&speaker=amir-abdollahian")
    table = explorer.page.get_by_test_id("stDataFrame")
    expect(table).to_be_visible()
    table.click(position={"x": 12, "y": 52})
    explorer.page.get_by_role("button", name="Open the document").click()
    expect(explorer.page.locator(".article")).to_contain_text("Iran rejected the demands")


def test_typed_cypher_can_read_but_not_write(explorer: Explorer) -> None:
    explorer.open("?page=queries&query=typed&cypher=MATCH (c:Country) RETURN c.name AS country")
    explorer.page.get_by_role("button", name="Run").click()
    expect(explorer.page.get_by_test_id("stDataFrame")).to_be_visible()
    explorer.page.locator(".cm-content").fill("CREATE (c:Country {id: 'XXX'}) RETURN c")
    explorer.page.keyboard.press("Control+Enter")
    expect(explorer.page.locator(".notice")).to_contain_text("read")


def test_a_result_that_its_header_does_not_fit_is_a_table_with_a_notice_in_the_reader_s_language(
    explorer: Explorer,
) -> None:
    text = "// :returns chart bar nope n%0AMATCH (c:Country) RETURN c.name AS name, 1 AS n"
    explorer.open(f"?page=queries&query=typed&language=id&cypher={text}")
    explorer.page.get_by_role("button", name="Jalankan").click()
    expect(explorer.page.locator(".notice")).to_have_text(
        "Tidak digambar sebagai grafik: kueri ini tidak menghasilkan “nope”. Hasilnya “name”, “n”."
    )
    expect(explorer.page.get_by_test_id("stDataFrame")).to_be_visible()
    expect(explorer.page.get_by_test_id("stException")).to_have_count(0)


def test_a_field_has_its_default_after_another_page_had_the_same_form(explorer: Explorer) -> None:
    explorer.open("?page=since")
    explorer.page.get_by_role("button", name="Watch a saved query").wait_for()
    explorer.page.locator(".ways").get_by_text("Queries").click()
    field = explorer.page.get_by_test_id("stNumberInputField")
    expect(field).to_have_value("100")
    field.fill("7")
    field.press("Enter")
    explorer.page.locator(".ways").get_by_text("Since").click()
    explorer.page.get_by_role("button", name="Watch a saved query").click()
    expect(field).to_have_value("100")
    explorer.page.keyboard.press("Escape")
    explorer.page.locator(".ways").get_by_text("Queries").click()
    explorer.says("Run")
    expect(field).to_have_value("7")


def test_a_question_is_found_by_its_words_and_asked_of_an_example(explorer: Explorer) -> None:
    explorer.open("?page=queries&query=typed")
    explorer.page.get_by_placeholder("Find a query").press_sequentially("two tie all")
    explorer.page.locator(".st-key-query-list").get_by_text("All ties between two actors").click()
    explorer.page.get_by_role("button", name="Qatar – Hamas").click()
    explorer.canvas.wait_until_drawn()
    assert explorer.canvas.places().keys() == {"QAT", "hamas"}
    explorer.page.get_by_role("button", name="Favourite").click()
    explorer.page.get_by_placeholder("Find a query").fill("")
    explorer.says("favourites")
    explorer.says("1 row")


def test_an_own_query_is_saved_with_its_field_and_edited_as_the_next_version(explorer: Explorer) -> None:
    page = explorer.page
    text = "MATCH (c:Country) WHERE c.id = $code RETURN c.name AS name"
    explorer.open(f"?page=queries&query=typed&cypher={text}")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("textbox", name="Title").fill("<b>Name</b> of a country")
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="<b>Name</b> of a country")).to_be_visible()
    page.get_by_role("textbox", name="Code").fill("IRN")
    page.get_by_role("textbox", name="Code").press("Enter")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    page.get_by_role("button", name="Edit").click()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("textbox", name="Description").fill("By its code")
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="Save").click()
    explorer.says("version 2 by")


def test_a_pasted_article_is_read_and_shown_as_network_and_text(explorer: Explorer) -> None:
    page = explorer.page
    explorer.open("?page=add")
    page.get_by_role("button", name="Read and add").click()
    expect(page.locator(".notice")).to_contain_text("There is no text yet")
    page.get_by_role("textbox", name="Text", exact=True).fill(
        "Presiden Indonesia Prabowo Subianto bertemu Perdana Menteri Malaysia Anwar Ibrahim di Jakarta.\n\n"
        "Indonesia mengecam serangan Rusia terhadap Ukraina."
    )
    page.get_by_role("textbox", name="Title").fill("<i>Pertemuan</i> di Jakarta")
    page.get_by_role("button", name="Read and add").click()
    expect(page.get_by_text("1 new, 0 known already")).to_be_visible(timeout=150_000)
    explorer.canvas.wait_until("view?.nodes?.get('n:RUS') !== null")
    page.get_by_text("<i>Pertemuan</i> di Jakarta").click()
    expect(page.locator(".article")).to_contain_text("mengecam serangan Rusia")
    page.keyboard.press("j")
    chosen = page.locator(".article mark.chosen").first
    expect(chosen).to_have_text("Presiden ")
    page.keyboard.press("j")
    expect(chosen).not_to_have_text("Presiden ")
    page.keyboard.press("k")
    expect(chosen).to_have_text("Presiden ")


def test_a_selection_opens_the_questions_that_it_answers(explorer: Explorer, saved: Saved) -> None:
    explorer.open_network("?centre=IRN&entity=IRN")
    explorer.page.get_by_role("button", name="Ask").click()
    explorer.page.get_by_text("Offices, memberships and control").click()
    explorer.canvas.wait_until("view?.nodes?.get('n:amir-abdollahian') !== null")
    assert "entity=IRN" in explorer.page.url


def test_the_picture_is_saved_as_a_table_and_as_a_page_with_what_is_on_the_screen(
    explorer: Explorer, saved: Saved
) -> None:
    explorer.open_network("?centre=IRN&window=2024-01-10:2024-01-20")
    explorer.open_popover("Download")
    file = saved("CSV")
    ties = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert {(tie["actor"], tie["recipient"]) for tie in ties} == {("USA", "IRN"), ("IRN", "USA")}
    assert {tie["sign"] for tie in ties} == {"conflict"}
    assert "-iran-2024-01-" in file.name
    assert "centre: IRN" in saved("TXT").read_text(encoding="utf-8")
    page = saved("HTML").read_text(encoding="utf-8")
    assert "centre IRN" in page
    drawn = json.loads(fromstring(page).get_element_by_id("network-data").text)
    assert {node["id"] for node in drawn["nodes"]} == {"n:USA", "n:IRN"}


def test_a_mistake_is_shown_where_it_is(explorer: Explorer) -> None:
    explorer.open("?page=queries&query=typed&cypher=MATCH (c:Country)%0ARETRN c")
    explorer.page.get_by_role("button", name="Run").click()
    expect(explorer.page.locator(".notice .code")).to_have_text("   2 | RETRN c\n       ^")
    expect(explorer.page.locator(".cm-lintRange-error")).to_have_text("R")


def test_the_editor_completes_what_the_graph_has_and_colours_it(explorer: Explorer) -> None:
    explorer.open("?page=queries&query=typed&cypher=MATCH")
    editor = explorer.page.locator(".cm-content")
    editor.click()
    explorer.page.keyboard.press("Control+End")
    explorer.page.keyboard.type(" (claim:Cla")
    explorer.page.get_by_role("option", name="Claim").click()
    explorer.page.keyboard.type(") WHERE claim.confi")
    explorer.page.get_by_role("option", name="confidence", exact=True).click()
    explorer.page.keyboard.type(" > 0.9 RETURN count(claim) AS sure")
    explorer.page.keyboard.press("Control+Enter")
    expect(explorer.page.get_by_test_id("stDataFrame")).to_be_visible()
    expect(editor.locator(".tok-keyword").first).to_have_text("MATCH")
