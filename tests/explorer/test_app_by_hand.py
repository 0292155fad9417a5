"""Claims by hand in the app, without a browser: made on panels, kept while typed, withdrawn by undo."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from cypher.by_hand.claims import edit_claim, make_claim
from cypher.by_hand.sources import Source
from cypher.by_hand.stated import HandClaim
from cypher.database import Database
from cypher.judging.annotations import history
from cypher.model.graph import EntityKind, Sign
from cypher.records.shared import DrawnTie, EvidenceClaim, FoundAssertion
from explorer.by_hand.drafts import Draft, Field, key_of
from explorer.by_hand.stating import next_version, stated
from explorer.view.state import View, select_edge, select_nodes
from explorer.view.trail import Trail
from tests.explorer.opening import opened, papers
from tests.explorer.turning import turn
from tests.graphs import ARTICLES, tie_id

SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)
HOSTILE = "<img src=x onerror=alert(1)> **telephoned** [x](javascript:1)"
CALL = HandClaim(
    "IDN", "CONSULT", "QAT", Source("Jakarta telephoned Doha.", title="A call", publisher="Gulf Courier"), 2
)
SAID = {Field.QUOTATION: HOSTILE, Field.TITLE: "Calls", Field.PUBLISHER: "Gulf Courier"}


def show(app: AppTest, view: View) -> AppTest:
    """Show another view of the network."""
    app.session_state["trail"] = Trail(view)
    app.run()
    assert not app.exception
    return app


def begin(target: str, actor: str, recipient: str = "", **asked: str) -> AppTest:
    """The app with the form open on a tie or an entity, as its button opens it."""
    app = opened(level="actor", **asked)
    app.session_state["claim drafts"] = {
        target: Draft({Field.ACTOR: actor, Field.RECIPIENT: recipient or None})
    }
    is_tie = target.startswith("tie-")
    return show(app, select_edge(View(), target) if is_tie else select_nodes(View(), [target]))


def fill(app: AppTest, target: str, act: str = "CONSULT", grade: int = 2) -> None:
    """Fill what a claim needs besides its parties."""
    app.selectbox(key=key_of(target, Field.TYPE)).set_value(act)
    app.selectbox(key=key_of(target, Field.INFORMATION)).set_value(grade)
    app.text_area(key=key_of(target, Field.QUOTATION)).set_value(SAID[Field.QUOTATION])
    for name in (Field.TITLE, Field.PUBLISHER):
        app.text_input(key=key_of(target, name)).set_value(SAID[name])


def save(app: AppTest) -> None:
    app.button(key="save claim").click().run()
    assert not app.exception


def is_open(app: AppTest) -> bool:
    return any(button.key == "save claim" for button in app.button)


def by_hand(database: Database, one: str, other: str) -> list[EvidenceClaim]:
    """The claims by hand between two actors, under the lens of the page."""
    ties = database.rows(DrawnTie, "explore/neighbours", entity=one, lens="trusted", level="actor")
    between = [row.tie for row in ties if {row.actor, row.recipient} == {one, other}]
    claims = [each for tie in between for each in database.rows(EvidenceClaim, "explore/evidence", tie=tie)]
    return [each for each in claims if each.extractor.startswith("analyst+")]


def test_a_claim_on_a_tie_is_drawn_marked_undone_and_redone(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = begin(SANCTIONS, "USA", "IRN")
    assert app.selectbox(key=key_of(SANCTIONS, Field.ACTOR)).value == "USA"
    fill(app, SANCTIONS)
    save(app)
    (made,) = by_hand(story, "USA", "IRN")
    assert (made.sentence, made.publisher, made.event_type) == (HOSTILE, "Gulf Courier", "CONSULT")
    assert not is_open(app)
    assert app.session_state["trail"].view.edge == tie_id("USA", "IRN", Sign.COOPERATION)
    assert "Gulf Courier (by hand, ratna)" in papers(app)
    assert HOSTILE not in "".join(each.value for each in app.markdown)
    turn(app, app.session_state["undo list"].done[-1], monkeypatch)
    assert by_hand(story, "USA", "IRN") == []
    turn(app, app.session_state["undo list"].undone[-1], monkeypatch)
    assert [each.claim for each in by_hand(story, "USA", "IRN")] == [made.claim]


def test_a_claim_that_is_being_made_is_still_there_after_a_look_elsewhere(story: Database) -> None:
    app = begin("IRN", "IRN")
    app.text_area(key=key_of("IRN", Field.QUOTATION)).set_value("Half a sent").run()
    show(app, select_edge(View(), SANCTIONS))
    assert not is_open(app)
    app.session_state["page"] = "quality"
    app.run()
    app.session_state["page"] = "network"
    show(app, select_nodes(View(), ["IRN"]))
    assert app.text_area(key=key_of("IRN", Field.QUOTATION)).value == "Half a sent"
    assert app.selectbox(key=key_of("IRN", Field.ACTOR)).value == "IRN"
    app.button(key="discard claim").click().run()
    assert not is_open(app)


def test_a_refused_claim_stays_in_its_form_and_the_reason_is_shown(story: Database) -> None:
    app = begin("IRN", "IRN", language="id")
    fill(app, "IRN")
    save(app)
    assert "pilih kedua pihak dan jenisnya" in papers(app)
    assert app.text_area(key=key_of("IRN", Field.QUOTATION)).value == HOSTILE
    app.selectbox(key=key_of("IRN", Field.RECIPIENT)).set_value("USA")
    app.text_input(key=key_of("IRN", Field.DATE)).set_value("5 March")
    save(app)
    assert "bukan tanggal" in papers(app)
    assert by_hand(story, "IRN", "USA") == []


def test_a_name_that_nobody_has_is_refused_or_added_as_a_new_actor(story: Database) -> None:
    app, key = begin("IRN", "IRN", "Front of Doves"), key_of("IRN", Field.RECIPIENT)
    fill(app, "IRN")
    app.run()
    assert "No entity in the graph is called" in papers(app)
    app.button(key=f"new {EntityKind.ARMED_GROUP.value} {key}").click().run()
    assert not app.exception
    added = app.selectbox(key=key).value
    save(app)
    (made,) = by_hand(story, "IRN", str(added))
    assert made.event_type == "CONSULT"


def test_a_country_that_the_graph_does_not_have_is_added_by_its_name(story: Database) -> None:
    app, key = begin("IRN", "IRN", "Selandia Baru", language="id"), key_of("IRN", Field.RECIPIENT)
    fill(app, "IRN")
    app.run()
    app.button(key=f"new {EntityKind.COUNTRY.value} {key}").click().run()
    save(app)
    assert len(by_hand(story, "IRN", "NZL")) == 1
    (row,) = story.read("explore/entity", entity="NZL").records()
    assert row["name"] == "New Zealand"


def test_the_review_lists_claims_by_hand_and_their_maker_edits_and_withdraws_them(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = make_claim(story, CALL, author="ratna")
    theirs = make_claim(story, replace(CALL, event_type="THREATEN"), author="budi")
    app = opened()
    app.session_state["page"] = "review"
    app.session_state["review stage"] = "by_hand"
    app.run()
    assert not app.exception
    assert "2 claims by hand" in papers(app)
    assert papers(app).count('"act": "WithdrawClaim"') == 1
    app.text_input(key="find claim by hand").set_value("BÚDI").run()
    assert "1 claim by hand" in papers(app)
    app.text_input(key="find claim by hand").set_value("").run()
    app.session_state["claim drafts"] = {mine: next_version_of(story, mine)}
    app.run()
    assert app.selectbox(key=key_of(mine, Field.INFORMATION)).value == 2
    assert app.text_input(key=key_of(mine, Field.TITLE)).value == "A call"
    app.selectbox(key=key_of(mine, Field.TYPE)).set_value("ACCUSE")
    save(app)
    made = {each.claim: each.event_type for each in story.rows(EvidenceClaim, "explore/claims_by_hand")}
    assert (len(made), mine in made, made[theirs]) == (2, False, "THREATEN")
    assert "ACCUSE" in made.values()
    turn(app, app.session_state["undo list"].done[-1], monkeypatch)
    back = {each.claim: each.event_type for each in story.rows(EvidenceClaim, "explore/claims_by_hand")}
    assert back == {mine: "CONSULT", theirs: "THREATEN"}


def next_version_of(database: Database, claim: str) -> Draft:
    """The draft that the button *Edit* opens."""
    (row,) = database.rows(EvidenceClaim, "explore/claim", claim=claim)
    (event,) = database.rows(FoundAssertion, "annotate/assertions", ids=[row.extracted])
    return next_version(row, event, history(database, claim))


def test_a_claim_that_quotes_an_article_is_made_beside_it_and_edited(story: Database) -> None:
    article = ARTICLES["sanctions"].document
    app = opened(page="documents", document=article.id)
    app.session_state["claim drafts"] = {article.id: Draft(article=article.id)}
    app.run()
    assert not app.exception
    assert not any(field.key == key_of(article.id, Field.TITLE) for field in app.text_input)
    for name, value in ((Field.ACTOR, "IRN"), (Field.TYPE, "REJECT"), (Field.RECIPIENT, "USA")):
        app.selectbox(key=key_of(article.id, name)).set_value(value)
    app.selectbox(key=key_of(article.id, Field.INFORMATION)).set_value(1)
    app.text_area(key=key_of(article.id, Field.QUOTATION)).set_value("rejected the demands")
    save(app)
    (made,) = story.rows(EvidenceClaim, "explore/claims_by_hand")
    assert made.sentence.startswith("Iran rejected the demands")
    assert "Your claim is saved." in papers(app)
    draft = next_version_of(story, made.claim)
    assert (draft.article, draft.text(Field.QUOTATION)) == (article.id, "rejected the demands")
    edit_claim(story, made.claim, replace(stated(draft), date="2019"), author="ratna")
    (edited,) = story.rows(EvidenceClaim, "explore/claims_by_hand")
    assert (edited.date, edited.sentence, edited.publisher) == ("2019", made.sentence, made.publisher)
