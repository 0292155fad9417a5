"""A claim by hand in a real browser: from the button of a panel to the drawn tie, and back by undo."""

from __future__ import annotations

from contextlib import suppress

import pytest
from playwright.sync_api import Locator, TimeoutError, expect  # noqa: A004

from cypher.model.graph import Sign
from tests.browser.running import Explorer
from tests.graphs import tie_id

TIE = tie_id("IRN", "QAT", Sign.COOPERATION)
QUOTED = "Iran <b>telephoned</b> Qatar."


@pytest.fixture
def form(explorer: Explorer) -> Locator:
    """The form that the panel of Iran opens."""
    explorer.open_network("?entity=IRN&level=actor")
    explorer.panel().get_by_role("button", name="Add a claim").click()
    form = explorer.page.locator(".st-key-claim-form")
    expect(form).to_be_visible()
    return form


def choose(form: Locator, label: str, text: str) -> None:
    """Choose in a field by typing, and wait until the page has taken it.

    A page that is being drawn can close the list again; then it is opened once more.
    """
    field = form.get_by_role("combobox", name=label)
    option = form.page.get_by_role("option", name=text).first
    for patience in (5_000, 5_000, 60_000):
        field.click()
        field.fill(text)
        with suppress(TimeoutError):
            option.click(timeout=patience)
            break
    expect(field).to_have_value(text)


def test_a_claim_is_made_on_a_panel_drawn_and_withdrawn(explorer: Explorer, form: Locator) -> None:
    drawn = "view.edges.getIds().includes('e:' + argument)"
    assert not explorer.canvas.ask(drawn, TIE)
    choose(form, "To whom", "Qatar")
    choose(form, "What happened", "Consult")
    choose(form, "Information (1–6)", "2 · probably true")
    form.get_by_label("What the source says, word for word").fill(QUOTED)
    form.get_by_label("Title of the source").fill("A call")
    form.get_by_label("Publisher").fill("Gulf Courier")
    form.get_by_role("button", name="Save claim").click()
    expect(form).to_be_hidden()
    explorer.says("Gulf Courier (by hand, ")
    explorer.says(QUOTED)
    expect(explorer.heading()).to_have_text("Iran → Qatar")
    explorer.canvas.wait_until(drawn, TIE)
    expect(explorer.panel().get_by_role("button", name="Edit your claim")).to_be_visible()
    explorer.panel().get_by_role("button", name="Withdraw your claim").click()
    expect(explorer.page.get_by_text("Gulf Courier (by hand, ")).to_be_hidden()
    explorer.canvas.wait_until(f"!{drawn}", TIE)


def test_what_was_typed_is_there_after_a_look_elsewhere(explorer: Explorer, form: Locator) -> None:
    form.get_by_label("Title of the source").fill("Half a ti")
    explorer.page.get_by_role("textbox", name="Search").fill("Qatar")
    expect(form).to_be_hidden()
    explorer.page.get_by_role("textbox", name="Search").fill("")
    expect(form.get_by_label("Title of the source")).to_have_value("Half a ti")


def test_what_appears_below_a_field_leaves_the_others_in_place(form: Locator) -> None:
    grade = form.get_by_role("combobox", name="Information (1–6)").element_handle()
    choose(form, "What happened", "Consult")
    expect(form.get_by_role("combobox", name="How")).to_be_visible()
    assert grade.evaluate("field => field.isConnected")
    field = form.get_by_role("combobox", name="To whom")
    field.fill("Zembla Trading")
    field.press("Enter")
    expect(form.get_by_text("Add it as a new actor:")).to_be_visible()
    assert grade.evaluate("field => field.isConnected")
