"""Drafts in a real Chromium: written, the page reloaded, still there; saved or discarded, gone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from cypher.database import Settings
from cypher.model.graph import Sign
from explorer.view.author import as_cookie
from tests.browser.running import Explorer, know
from tests.graphs import tie_id
from tests.waiting import eventually

SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)
HOSTILE = "<img src=x onerror=document.title='caught'> half a thought"


@pytest.fixture
def own(browser: Browser, address: str) -> Iterator[Explorer]:
    """The explorer in a browser that has never been here."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    know(context, "siti")
    context.set_default_timeout(60_000)
    yield Explorer(context.new_page(), address)
    context.close()


Kept = Callable[[str], None]


@pytest.fixture
def kept(embedded: Settings) -> Kept:
    """Waits until a pause has reported what was typed, and the server has it on its disk."""

    def is_kept(text: str) -> bool:
        drafts = (embedded.home / "drafts").glob("*/*.json")
        return any(json.dumps(text)[1:-1] in draft.read_text(encoding="utf-8") for draft in drafts)

    return lambda text: eventually(lambda: is_kept(text))


def notice(explorer: Explorer, text: str) -> None:
    """Wait until the page says that a draft with this text was restored."""
    expect(explorer.page.locator(".st-key-restored-drafts")).to_contain_text(text)


def test_a_note_that_is_typed_is_there_after_a_reload_until_it_is_saved(own: Explorer, kept: Kept) -> None:
    page = own.page
    own.open_network(f"?tie={SANCTIONS}")
    own.panel().get_by_role("button", name="Add a note").click()
    area = page.locator(".st-key-note-form textarea")
    area.press_sequentially(HOSTILE)
    kept(HOSTILE)  # the field keeps the focus: nobody has left it
    area.press_sequentially(", and more")
    kept(f"{HOSTILE}, and more")
    expect(area).to_have_value(f"{HOSTILE}, and more")
    page.reload()
    expect(area).to_have_value(f"{HOSTILE}, and more")
    notice(own, "Restored, not saved yet: a note, “<img src=x")
    own.judge_as("budi")
    expect(area).to_have_count(0)
    page.wait_for_function("name => document.cookie.includes(name)", arg=as_cookie("budi"))
    page.reload()
    own.canvas.wait_until_drawn()
    expect(page.locator(".notice", has_text="half a thought")).to_have_count(0)
    own.judge_as("siti")
    expect(area).to_have_value(f"{HOSTILE}, and more")
    page.get_by_role("button", name="Save note").click()
    own.says("and more")
    expect(area).to_have_count(0)
    page.reload()
    own.canvas.wait_until_drawn()
    expect(area).to_have_count(0)
    expect(page.locator(".notice", has_text="Restored")).to_have_count(0)
    assert "caught" not in page.title()


def test_a_typed_query_and_a_brief_come_back_and_can_be_opened_and_discarded(
    own: Explorer, kept: Kept
) -> None:
    page = own.page
    own.open("?page=queries&query=typed")
    page.locator(".cm-content").fill("MATCH (c:Country) RETURN c.name AS mine")
    kept("AS mine")
    own.open("?page=briefs")
    page.get_by_role("textbox", name="Begin a brief").fill("Gulf")
    page.get_by_role("button", name="Begin", exact=True).click()
    page.get_by_role("textbox", name="Your text").press_sequentially("Half a paragraph")
    kept("Half a paragraph")
    own.open("?page=quality&language=id")
    notice(own, "Dipulihkan, belum disimpan: kueri, “MATCH (c:Country)")
    notice(own, "Dipulihkan, belum disimpan: teks untuk ringkasan, “Half a paragraph”")
    lines = page.locator(".st-key-restored-drafts .notice")
    lines.filter(has_text="kueri").get_by_role("button", name="Buka").click()
    expect(page.locator(".cm-content")).to_contain_text("AS mine")
    lines.filter(has_text="kueri").get_by_role("button", name="Buang").click()
    expect(page.locator(".cm-content")).not_to_contain_text("AS mine")
    lines.filter(has_text="ringkasan").get_by_role("button", name="Buka").click()
    expect(page.get_by_role("textbox", name="Teks Anda")).to_have_value("Half a paragraph")
    lines.filter(has_text="ringkasan").get_by_role("button", name="Buang").click()
    expect(page.get_by_role("textbox", name="Teks Anda")).to_have_value("")
    page.reload()
    expect(page.get_by_role("textbox", name="Teks Anda")).to_have_value("")
    expect(lines).to_have_count(0)


def test_the_comment_of_a_verdict_in_the_review_comes_back(own: Explorer, kept: Kept) -> None:
    page = own.page
    own.open("?page=review")
    note = page.get_by_role("textbox", name="Note")
    note.wait_for()
    own.wait_until_drawn()
    note.press_sequentially("Two papers, one agency")
    kept("Two papers, one agency")
    page.reload()
    expect(note).to_have_value("Two papers, one agency")
    notice(own, "the details of your next verdict, “Two papers, one agency”")
    page.locator(".st-key-restored-drafts").get_by_role("button", name="Discard").click()
    expect(note).to_have_value("")
