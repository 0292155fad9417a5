"""Drafts survive a reload, on a real engine: written, restored, saved, discarded, and seen by nobody else."""

from __future__ import annotations

import uuid

import pytest
from streamlit.testing.v1 import AppTest

from cypher.briefs.collecting import own_text
from cypher.briefs.reading import Brief
from cypher.briefs.saving import save
from cypher.by_hand.parties import new_actor
from cypher.database import Database
from cypher.desk.notes import notes_on
from cypher.desk.noting import write_note
from cypher.model.graph import EntityKind, Sign
from explorer.by_hand import drafts as by_hand
from explorer.notes.drafts import TEXT, Draft, Place
from explorer.queries.editing import EXAMPLE
from tests.explorer.opening import APP, open_popover, papers
from tests.graphs import tie_id

SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)
PLACE = Place(SANCTIONS)
HOSTILE = "<img src=x onerror=alert(1)> **half** a thought"
QUERY = "MATCH (c:Country) RETURN c.name AS mine"


@pytest.fixture
def browser() -> str:
    """The id of a browser that has never been here."""
    return uuid.uuid4().hex


def visit(browser: str, author: str | None = "ratna", **asked: str) -> AppTest:
    """Open the app in a new session of this browser, as a reload does."""
    app = AppTest.from_file(APP, default_timeout=60)
    for name, value in asked.items():
        app.query_params[name] = value
    app.session_state["cookies"] = {"konstelasi_browser": browser}
    if author:
        app.session_state["judging as"] = author
    app.run()
    assert not app.exception
    return app


def write(browser: str, text: str = HOSTILE, author: str | None = "ratna") -> AppTest:
    """Begin a note on a tie."""
    app = visit(browser, author, tie=SANCTIONS)
    app.session_state["note drafts"] = {PLACE: Draft()}
    app.run()
    app.text_area(key=PLACE.key(TEXT)).set_value(text).run()
    assert not app.exception
    return app


def restored(app: AppTest) -> bool:
    return "Restored, not saved yet" in papers(app)


def test_a_note_is_still_in_its_form_after_a_reload_and_the_page_says_so(
    story: Database, browser: str
) -> None:
    assert not restored(write(browser))
    app = visit(browser, tie=SANCTIONS)
    assert app.text_area(key=PLACE.key(TEXT)).value == HOSTILE
    assert (
        "Restored, not saved yet: a note, \\u201c<img src=x onerror=alert(1)> **half** a thought"
        in papers(app)
    )
    assert HOSTILE not in "".join(each.value for each in app.markdown)


def test_a_saved_note_is_gone_after_a_reload(story: Database, browser: str) -> None:
    app = write(browser)
    app.button(key="save note").click().run()
    assert [note.text for note in notes_on(story, [SANCTIONS])] == [HOSTILE]
    again = visit(browser, tie=SANCTIONS)
    assert not restored(again)
    assert not any(button.key == "save note" for button in again.button)


def test_a_discarded_note_is_gone_after_a_reload(story: Database, browser: str) -> None:
    app = write(browser)
    app.button(key="discard note").click().run()
    assert not restored(visit(browser, tie=SANCTIONS))


@pytest.mark.parametrize(("other", "name"), [(True, "ratna"), (False, "ani"), (False, None)])
def test_nobody_else_is_shown_a_draft(story: Database, browser: str, other: bool, name: str | None) -> None:
    write(browser)
    theirs = visit(uuid.uuid4().hex if other else browser, name, tie=SANCTIONS)
    assert not restored(theirs)
    assert "half** a thought" not in papers(theirs)
    assert restored(visit(browser, tie=SANCTIONS))


def test_another_name_in_the_same_session_puts_the_drafts_away_and_the_former_brings_them_back(
    story: Database, browser: str
) -> None:
    app = write(browser)
    app.session_state["judging as"] = "ani"
    app.run()
    assert not any(button.key == "save note" for button in app.button)
    app.session_state["judging as"] = "ratna"
    app.run()
    assert app.text_area(key=PLACE.key(TEXT)).value == HOSTILE
    assert not app.exception


def test_what_was_written_without_a_name_goes_with_the_name_that_is_given(
    story: Database, browser: str
) -> None:
    app = write(browser, author=None)
    app.session_state["judging as"] = "ani"
    app.run()
    assert app.text_area(key=PLACE.key(TEXT)).value == HOSTILE
    assert restored(visit(browser, "ani", tie=SANCTIONS))
    assert not restored(visit(browser, None, tie=SANCTIONS))


def test_a_changed_note_is_kept_with_the_entry_that_it_changes(story: Database, browser: str) -> None:
    note = write_note(story, SANCTIONS, "First", author="ratna")
    place = Place(SANCTIONS, edits=note.note)
    app = visit(browser, tie=SANCTIONS)
    app.session_state["note drafts"] = {place: Draft("First", edits=note)}
    app.run()
    app.text_area(key=place.key(TEXT)).set_value("Second").run()
    again = visit(browser, tie=SANCTIONS)
    again.button(key="save note").click().run()
    assert not again.exception
    assert [each.text for each in notes_on(story, [SANCTIONS])] == ["Second"]


def test_a_typed_query_comes_back_with_or_without_its_address(story: Database, browser: str) -> None:
    app = visit(browser, page="queries", query="typed")
    type_query(app, QUERY)
    address = {"page": "queries", "query": "typed", "cypher": QUERY}
    for asked in (address, {"page": "queries", "query": "typed"}):
        again = visit(browser, **asked)
        assert again.session_state["cypher"] == QUERY
        assert restored(again)


def test_a_query_of_a_link_does_not_lose_the_one_that_is_being_typed(story: Database, browser: str) -> None:
    app = visit(browser, page="queries", query="typed")
    type_query(app, QUERY)
    other = visit(browser, page="queries", query="typed", cypher="RETURN 1 AS one")
    assert other.session_state["cypher"] == "RETURN 1 AS one"
    assert "MATCH (c:Country) RETURN c.name AS mine" in papers(other)
    assert restored(visit(browser))


def test_the_example_and_a_text_of_a_link_are_no_drafts(story: Database, browser: str) -> None:
    visit(browser, page="queries", query="typed")
    visit(browser, page="queries", query="typed", cypher="RETURN 1 AS one")
    again = visit(browser, page="queries", query="typed")
    assert again.session_state["cypher"] == EXAMPLE
    assert not restored(again)


def type_query(app: AppTest, text: str) -> None:
    """Type into the editor, as its component reports it."""
    app.session_state["cypher"], app.session_state["cypher typed"] = text, True
    app.run()
    assert not app.exception


def test_the_comment_of_a_verdict_comes_back_and_goes_with_the_verdict(story: Database, browser: str) -> None:
    app = open_popover(visit(browser, tie=SANCTIONS), "verdict details")
    app.text_area(key="judged note").set_value("Two papers, one agency").run()
    again = open_popover(visit(browser, tie=SANCTIONS), "verdict details")
    assert again.text_area(key="judged note").value == "Two papers, one agency"
    assert restored(again)
    again.button(key="judge verified").click().run()
    assert not again.exception
    assert again.text_area(key="judged note").value == ""
    assert not restored(visit(browser, tie=SANCTIONS))


def test_a_brief_that_was_changed_comes_back_until_it_is_saved(story: Database, browser: str) -> None:
    brief = save(story, Brief("Gulf", (own_text("Why", "Because"),)), "ratna")
    app = visit(browser, page="briefs", brief=brief.brief)
    app.text_input(key="brief title").set_value("The Gulf").run()
    app.text_area(key="brief text").set_value("Half a paragraph").run()
    again = visit(browser, page="briefs", brief=brief.brief)
    assert again.text_input(key="brief title").value == "The Gulf"
    assert again.text_area(key="brief text").value == "Half a paragraph"
    assert "changes of the brief" in papers(again)
    assert "text for a brief" in papers(again)
    again.button(key="add text").click().run()
    again.button(key="save brief").click().run()
    assert not again.exception
    third = visit(browser, page="briefs", brief=brief.brief)
    assert not restored(third)
    assert "Half a paragraph" in papers(third)


def test_the_text_of_a_part_that_is_edited_comes_back_in_its_place(story: Database, browser: str) -> None:
    item = own_text("Why", "Because")
    brief = save(story, Brief("Gulf", (own_text("First", "x"), item)), "ratna")
    app = visit(browser, page="briefs", brief=brief.brief)
    app.session_state["edited part"] = 1
    app.run()
    app.text_area(key=f"text {item.id}").set_value("Because of oil").run()
    again = visit(browser, page="briefs", brief=brief.brief)
    assert again.text_area(key=f"text {item.id}").value == "Because of oil"
    again.button(key="keep part 1").click().run()
    assert not again.exception
    assert "Because of oil" in papers(again)
    assert "text for a brief" not in papers(visit(browser, page="briefs", brief=brief.brief))


def test_a_claim_by_hand_is_still_in_its_form_after_a_reload_with_the_actor_it_adds(
    story: Database, browser: str
) -> None:
    quotation = by_hand.key_of(SANCTIONS, by_hand.Field.QUOTATION)
    app = visit(browser, tie=SANCTIONS)
    guild = new_actor("Guild of Salt", EntityKind.ORGANISATION)
    app.session_state["claim drafts"] = {
        SANCTIONS: by_hand.Draft({by_hand.Field.ACTOR: guild.id}, {guild.id: guild})
    }
    app.run()
    assert not restored(visit(browser, tie=SANCTIONS)), "a form that is only open"
    app.text_area(key=quotation).set_value(HOSTILE).run()
    again = visit(browser, tie=SANCTIONS)
    assert restored(again)
    assert again.text_area(key=quotation).value == HOSTILE
    assert again.selectbox(key=by_hand.key_of(SANCTIONS, by_hand.Field.ACTOR)).value == guild.id
    assert not restored(visit(browser, "ani", tie=SANCTIONS))
    again.button(key="discard claim").click().run()
    assert not restored(visit(browser, tie=SANCTIONS))
