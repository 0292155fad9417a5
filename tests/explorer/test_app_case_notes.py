"""Notes and sentences in cases, and what is there already, on a real engine without a browser."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from cypher.cases.collecting import entity_item, note_item, sentence_item
from cypher.cases.items import CaseItem, CaseKind
from cypher.cases.reading import CaseStatus, cases, items_of, read_case
from cypher.cases.saving import add, begin, set_status, take_out
from cypher.database import Database
from cypher.desk.noting import edit_note, withdraw_note, write_note
from cypher.model.graph import Sign
from explorer.acts import perform
from explorer.acts.cases import OpenCaseItem
from explorer.pages import PAGES
from explorer.view import session
from explorer.view.state import View, select_edge
from explorer.view.trail import Trail
from tests.explorer.opening import opened, papers
from tests.explorer.turning import turn
from tests.graphs import ARTICLES, tie_id

ATTACK = ARTICLES["attack"].document.id
SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)
SEEN = {"lens": "trusted", "level": "actor"}
HOSTILE = "<img src=x onerror=alert(1)> [x](javascript:1)"


def sentence(story: Database, words: str = "Hamas fighters") -> CaseItem:
    rows = story.read("explore/document_sentences", document=ATTACK).records()
    row = next(each for each in rows if words in each["text"])
    return sentence_item(story, ATTACK, row["start"], row["end"], SEEN)


def place_of(row: Mapping[str, object]) -> str:
    return f"{row['start']}-{row['end']}"


def add_by_dialog(app: AppTest, item: CaseItem) -> AppTest:
    """Add an item to the case that the dialog offers first, as its button does."""
    app.session_state["added to a case"] = item
    app.run()
    app.button(key="add to case").click().run()
    assert not app.exception
    return app


def test_each_note_with_buttons_offers_a_case(story: Database) -> None:
    on_tie = write_note(story, SANCTIONS, "Only one paper", author="budi")
    on_claim = write_note(story, "claim-attack", "Which town?", author="budi", question=True)
    app = opened(level="actor")
    app.session_state["trail"] = Trail(select_edge(View(), SANCTIONS))
    app.run()
    assert f'"AddNoteToCase", "note": "{on_tie.note}"' in papers(app)
    assert f'"AddNoteToCase", "note": "{on_claim.note}"' in papers(opened(page="documents", document=ATTACK))


def test_a_withdrawn_note_offers_no_case(story: Database) -> None:
    gone = write_note(story, "claim-attack", "Wrong", author="budi")
    withdraw_note(story, gone.note, author="budi")
    assert gone.note not in papers(opened(page="documents", document=ATTACK))


def test_a_note_is_shown_with_text_author_and_place_as_it_is_now(story: Database) -> None:
    note = write_note(story, SANCTIONS, HOSTILE, author="budi", tags=["gulf"])
    case = begin(story, "Strait", "ratna", [note_item(story, note.note, SEEN).added("ratna")]).case
    app = opened(page="cases", case=case)
    shown = papers(app)
    assert json.dumps(HOSTILE)[1:-1] in shown
    assert "budi" in shown
    assert "# gulf" in shown
    assert json.dumps(note.about)[1:-1] in shown
    assert not app.markdown
    edit_note(story, note.note, "Two papers", author="budi")
    shown = papers(opened(page="cases", case=case))
    assert "Two papers" in shown
    assert "edited" in shown
    assert json.dumps(HOSTILE)[1:-1] not in shown


def test_a_withdrawn_note_is_shown_as_withdrawn_without_its_text(story: Database) -> None:
    note = write_note(story, SANCTIONS, "I was wrong here", author="budi")
    case = begin(story, "Strait", "ratna", [note_item(story, note.note, SEEN).added("ratna")]).case
    withdraw_note(story, note.note, author="budi")
    shown = papers(opened(page="cases", case=case))
    assert '"withdrawn"' in shown
    assert "I was wrong here" not in shown
    assert "ditarik" in papers(opened(page="cases", case=case, language="id"))


def test_a_note_of_another_is_added_to_a_case_from_the_page_since(story: Database) -> None:
    note = write_note(story, "claim-attack", "Which town?", author="budi")
    case = begin(story, "Strait", "ratna").case
    app = opened(page="since", since="2020-01-01")
    add_by_dialog(app, note_item(story, note.note, SEEN))
    (item,) = items_of(story, case, "ratna").values()
    assert (item.kind, item.note, item.quote) == (CaseKind.NOTE, note.note, "Which town?")


def test_a_sentence_is_shown_with_its_source_and_its_article(story: Database) -> None:
    case = begin(story, "Strait", "ratna", [sentence(story).added("ratna")]).case
    shown = papers(opened(page="cases", case=case))
    assert "Sentences in the case" in shown
    assert "Hamas fighters attacked towns in southern Israel on Saturday." in shown
    assert ARTICLES["attack"].document.publisher is not None
    assert ARTICLES["attack"].document.publisher in shown


def test_notes_and_sentences_open_where_they_stand(story: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    assert PAGES
    note = write_note(story, "claim-attack", "Which town?", author="budi")
    items = [note_item(story, note.note, SEEN).added("ratna"), sentence(story).added("ratna")]
    begun = begin(story, "Strait", "ratna", items)
    state: dict[str, object] = {"case": begun.case, "page": "cases", "lens": "all", "language": "en"}
    monkeypatch.setattr(st, "session_state", state)
    places: list[tuple[str, dict[str, str]]] = []
    monkeypatch.setattr(session, "open_page", lambda page, asked: places.append((page, dict(asked))))
    for item in begun.items:
        perform(OpenCaseItem(item))
    assert [page for page, _ in places] == ["documents", "documents"]
    assert places[0][1]["claim"] == "claim-attack"
    assert "sought here" in papers(opened(page="documents", **places[1][1]))


def test_found_sentences_and_articles_offer_a_case(story: Database) -> None:
    shown = papers(opened(page="search", text="attacked towns"))
    assert f'"AddSentenceToCase", "document": "{ATTACK}"' in shown
    assert f'"ChooseSentence", "document": "{ATTACK}"' in papers(opened(page="documents", document=ATTACK))


def test_the_dialog_offers_the_sentences_of_an_article(story: Database) -> None:
    case = begin(story, "Strait", "ratna").case
    app = opened(page="cases", case=case)
    app.session_state["sentences for a case"] = ATTACK
    app.session_state["added to a case"] = sentence(story)
    app.run()
    rows = story.read("explore/document_sentences", document=ATTACK).records()
    box = app.selectbox(key="sentence for a case")
    assert box.options == [row["text"] for row in rows]
    assert "Hamas fighters" in str(next(row["text"] for row in rows if box.value == place_of(row)))
    other = next(row for row in rows if "Hamas fighters" not in row["text"])
    box.set_value(place_of(other)).run()
    app.button(key="add to case").click().run()
    assert not app.exception
    (item,) = items_of(story, case, "ratna").values()
    assert (item.kind, item.quote) == (CaseKind.SENTENCE, other["text"])
    assert item.address["sentence"] == place_of(other)


IN_CASE = [
    ("en", "in the case already, added by budi"),
    ("id", "sudah ada dalam kasus, ditambahkan oleh budi"),
]


@pytest.mark.parametrize(("language", "text"), IN_CASE)
def test_the_dialog_says_what_is_in_the_case_already(story: Database, language: str, text: str) -> None:
    item = entity_item(story, "IRN", SEEN).added("budi")
    case = begin(story, "Strait", "budi", [item]).case
    app = opened(page="cases", case=case, language=language)
    app.session_state["added to a case"] = entity_item(story, "IRN", {"lens": "all", "level": "state"})
    app.run()
    assert text in papers(app)
    assert "add to case" not in {button.key for button in app.button}, "there is nothing to add"
    app.selectbox(key="chosen case").set_value("new").run()
    assert text not in papers(app)
    assert app.button(key="add to case")


@pytest.mark.parametrize(("language", "text"), [("en", "already, so nothing"), ("id", "jadi tidak ada yang")])
def test_what_others_add_first_is_said_and_nothing_changes(story: Database, language: str, text: str) -> None:
    case = begin(story, "Strait", "budi").case
    app = opened(page="cases", case=case, language=language)
    app.session_state["added to a case"] = entity_item(story, "IRN", {"lens": "all", "level": "state"})
    app.run()
    add(story, case, [entity_item(story, "IRN", SEEN).added("budi")], "budi")
    app.button(key="add to case").click().run()
    assert not app.exception
    assert text in papers(app)
    assert read_case(story, case, "ratna").version == 2
    done = app.session_state["undo list"].done if "undo list" in app.session_state else ()
    assert not done, "there is nothing to undo"


def test_what_was_removed_is_added_again_and_that_can_be_undone(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = sentence(story).added("budi")
    case = begin(story, "Strait", "budi", [item]).case
    take_out(story, case, [item.id], "budi")
    app = add_by_dialog(opened(page="cases", case=case), sentence(story))
    assert len(read_case(story, case, "ratna").items) == 1
    turn(app, app.session_state["undo list"].done[-1], monkeypatch)
    assert read_case(story, case, "ratna").items == ()


def test_the_field_of_a_new_case_is_empty_after_it_was_begun(story: Database) -> None:
    app = opened(page="cases")
    app.text_input(key="begin a case").set_value("Ceasefire")
    next(button for button in app.button if button.label == "Begin").click().run()
    assert [each.title for each in cases(story, "ratna")] == ["Ceasefire"]
    assert app.text_input(key="begin a case").value == ""


def test_the_field_of_a_new_brief_is_empty_after_it_was_begun(story: Database) -> None:
    app = opened(page="briefs")
    app.text_input(key="new brief").set_value("Ceasefire")
    next(button for button in app.button if button.label == "Begin").click().run()
    assert not app.exception
    assert app.text_input(key="new brief").value == ""


def test_a_title_that_is_refused_stays_in_its_field(story: Database) -> None:
    app = opened(page="cases")
    app.text_input(key="begin a case").set_value("   ")
    next(button for button in app.button if button.label == "Begin").click().run()
    assert "A case needs a title" in papers(app)
    assert app.text_input(key="begin a case").value == "   "


def test_changes_of_others_are_counted_also_when_the_reader_changed_last(story: Database) -> None:
    case = begin(story, "Strait", "ratna").case
    opened(page="cases", case=case)
    set_status(story, case, CaseStatus.WATCHING, "budi")
    set_status(story, case, CaseStatus.CLOSED, "ratna")
    shown = papers(opened(page="cases"))
    assert "1 change since you looked" in shown
