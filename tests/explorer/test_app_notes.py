"""Notes in the app, without a browser: written on each panel, kept while being written, undone and redone."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from cypher.database import Database
from cypher.desk.notes import notes_on
from cypher.desk.noting import edit_note, reply, withdraw_note, write_note
from cypher.judging.merging import merge
from cypher.model.graph import Sign
from explorer.notes.drafts import TAGS, TEXT, Draft, Place
from explorer.reads.picture import picture
from explorer.view.filters import Filters
from explorer.view.state import View, select_edge, select_nodes
from explorer.view.trail import Trail
from tests.explorer.opening import opened, papers
from tests.explorer.turning import turn
from tests.graphs import ARTICLES, tie_id

SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)
BACK = tie_id("IRN", "USA", Sign.CONFLICT)
HOSTILE = "<img src=x onerror=alert(1)> **bold** [x](javascript:1)"


def at(tie: str, **asked: str) -> AppTest:
    """The app with an edge between actors selected."""
    app = opened(level="actor", **asked)
    return show(app, select_edge(View(), tie))


def show(app: AppTest, view: View) -> AppTest:
    """Show another view of the network."""
    app.session_state["trail"] = Trail(view)
    app.run()
    assert not app.exception
    return app


def begin(app: AppTest, place: Place, draft: Draft | None = None) -> None:
    """Open the form, as the button of a note does."""
    app.session_state["note drafts"] = {place: draft or Draft()}
    app.run()
    assert not app.exception


def is_open(app: AppTest) -> bool:
    return any(button.key == "save note" for button in app.button)


def texts(database: Database, target: str) -> list[str]:
    return [note.text for note in notes_on(database, [target])]


def test_a_note_on_a_tie_is_written_undone_and_redone(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, place = at(SANCTIONS), Place(SANCTIONS)
    begin(app, place)
    app.text_area(key=place.key(TEXT)).set_value(HOSTILE).run()
    app.multiselect(key=place.key(TAGS)).set_value(["watch"]).run()
    app.button(key="save note").click().run()
    assert not app.exception
    (note,) = notes_on(story, [SANCTIONS])
    assert (note.text, note.tags, note.author) == (HOSTILE, ("watch",), "ratna")
    assert not is_open(app)
    assert json.dumps(HOSTILE)[1:-1] in papers(app)
    assert HOSTILE not in "".join(each.value for each in app.markdown)
    turn(app, app.session_state["undo list"].done[-1], monkeypatch)
    assert texts(story, SANCTIONS) == []
    turn(app, app.session_state["undo list"].undone[-1], monkeypatch)
    assert texts(story, SANCTIONS) == [HOSTILE]


@pytest.mark.parametrize("target", [SANCTIONS, "claim-sanctions"])
def test_a_note_that_is_being_written_is_still_there_after_a_look_elsewhere(
    story: Database, target: str
) -> None:
    app, place = at(SANCTIONS), Place(target)
    begin(app, place)
    app.text_area(key=place.key(TEXT)).set_value("Half a thou").run()
    show(app, select_nodes(View(), ["IRN"]))
    assert not is_open(app)
    show(app, select_edge(View(), BACK))
    assert not is_open(app)
    app.session_state["page"] = "quality"
    app.run()
    app.session_state["page"] = "network"
    show(app, select_edge(View(), SANCTIONS))
    assert app.text_area(key=place.key(TEXT)).value == "Half a thou"
    app.button(key="discard note").click().run()
    assert not is_open(app)
    assert texts(story, target) == []


def test_a_refused_note_stays_in_its_form_and_the_reason_is_shown(story: Database) -> None:
    app, place = at(SANCTIONS, language="id"), Place(SANCTIONS)
    begin(app, place)
    app.text_area(key=place.key(TEXT)).set_value("  ").run()
    app.button(key="save note").click().run()
    assert not app.exception
    assert "Catatan memerlukan teks atau tag" in papers(app)
    assert is_open(app)
    assert texts(story, SANCTIONS) == []


def test_a_reply_and_an_edit_are_written_where_the_note_is(story: Database) -> None:
    asked = write_note(story, "IRN", "Which minister?", author="budi", question=True)
    mine = reply(story, asked.note, "The forein one", author="ratna")
    app = show(opened(level="actor"), select_nodes(View(), ["IRN"]))
    edit, answer = Place("IRN", edits=mine.note), Place("IRN", replies_to=asked.note)
    begin(app, edit, Draft("The foreign one", edits=mine))
    app.button(key="save note").click().run()
    begin(app, answer)
    app.text_area(key=answer.key(TEXT)).set_value("Since 2021").run()
    app.button(key="save note").click().run()
    assert not app.exception
    assert texts(story, "IRN") == ["Which minister?", "The foreign one", "Since 2021"]
    shown = papers(app)
    assert "The forein one" in shown  # among the earlier versions
    assert '"WithdrawNote"' in shown
    assert json.dumps({"act": "WithdrawNote", "note": asked.note})[1:-1] not in shown


@pytest.mark.parametrize("elsewhere", ["edited", "withdrawn"])
def test_a_note_that_changed_while_it_was_edited_is_not_overwritten(story: Database, elsewhere: str) -> None:
    mine = write_note(story, "IRN", "First", author="ratna")
    app, place = show(opened(level="actor"), select_nodes(View(), ["IRN"])), Place("IRN", edits=mine.note)
    begin(app, place, Draft("First, longer", edits=mine))
    if elsewhere == "edited":
        edit_note(story, mine.note, "Second", author="ratna")
    else:
        withdraw_note(story, mine.note, author="ratna")
    app.run()
    app.button(key="save note").click().run()
    assert not app.exception
    assert texts(story, "IRN") == (["Second"] if elsewhere == "edited" else [])
    assert is_open(app)
    assert app.text_area(key=place.key(TEXT)).value == "First, longer"
    assert "This note was changed in another window" in papers(app)


def test_an_edit_is_undone_and_redone(story: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = write_note(story, "IRN", "Before", author="ratna", tags=["x"])
    app, place = show(opened(level="actor"), select_nodes(View(), ["IRN"])), Place("IRN", edits=mine.note)
    begin(app, place, Draft("After", edits=mine))
    app.button(key="save note").click().run()
    for said, done in (("Before", "done"), ("After", "undone"), ("Before", "done")):
        turn(app, getattr(app.session_state["undo list"], done)[-1], monkeypatch)
        assert texts(story, "IRN") == [said]


def test_an_article_has_its_notes_and_those_of_its_claims(story: Database) -> None:
    article = ARTICLES["attack"].document.id
    write_note(story, article, "Only one source", author="budi")
    write_note(story, "claim-attack", "Which town?", author="budi", question=True)
    app = opened(page="documents", document=article, language="id")
    shown = papers(app)
    assert "Only one source" in shown
    assert "Which town?" in shown
    assert "Pertanyaan" in shown
    place = Place("claim-attack")
    begin(app, place)
    app.text_area(key=place.key(TEXT)).set_value("Sderot").run()
    app.button(key="save note").click().run()
    assert texts(story, "claim-attack") == ["Which town?", "Sderot"]


def test_an_actor_has_the_same_notes_on_its_page(story: Database) -> None:
    write_note(story, "IRN", "Seen on both", author="budi", tags=["both"])
    assert "Seen on both" in papers(opened(page="actors", entity="IRN"))
    assert "# both" in papers(show(opened(level="actor"), select_nodes(View(), ["IRN"])))


def test_the_notes_of_a_merged_actor_are_written_on_the_other_one(story: Database) -> None:
    write_note(story, "muttaqi", "Who is this?", author="budi")
    merge(story, "muttaqi", "taliban", author="ratna")
    app = show(opened(level="actor"), select_nodes(View(), ["muttaqi"]))
    assert "Who is this?" in papers(app)
    begin(app, Place("taliban"), Draft("Their minister"))
    app.button(key="save note").click().run()
    assert texts(story, "taliban") == ["Who is this?", "Their minister"]


def test_the_network_keeps_only_ties_with_notes_of_a_tag(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("connections", "picture", "queries"):
        monkeypatch.setattr(f"explorer.reads.{module}.level", lambda: "actor")
    attack = tie_id("hamas", "ISR", Sign.CONFLICT)
    write_note(story, SANCTIONS, "Old", author="budi", tags=["to check"])
    write_note(story, "claim-attack", "New", author="budi", tags=["seen"])

    def drawn(filters: Filters) -> set[str]:
        return set(picture(View(filters=filters), "trusted").ties.edges)

    assert {SANCTIONS, attack, BACK} <= drawn(Filters())
    assert drawn(Filters(tags=("to check",))) == {SANCTIONS}
    assert drawn(Filters(noted=True)) == {SANCTIONS, attack}
    assert drawn(Filters(tags=("nothing",))) == set()


def test_notes_by_others_are_on_the_page_since(story: Database) -> None:
    write_note(story, SANCTIONS, "Mine", author="ratna")
    theirs = write_note(story, "claim-attack", HOSTILE, author="budi", question=True)
    shown = papers(opened(page="since", since="2020-01-01", language="id"))
    assert "Catatan orang lain" in shown
    assert f'"AddNoteToCase", "note": "{theirs.note}"' in shown
    assert "+ Kasus" in shown
    assert json.dumps(HOSTILE)[1:-1] in shown
    assert "Mine" not in shown
    early = papers(opened(page="since", since="2020-01-01", until="2020-02-01"))
    assert "Notes by others" not in early
