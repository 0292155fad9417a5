"""Judging in the app, without a browser: recoding, choosing, and what happens when two judge at once."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from cypher.database import Database
from cypher.judging.annotations import annotate, history
from cypher.model.graph import Judgement, Sign
from explorer.view.state import View, select_edge, select_nodes
from explorer.view.trail import Trail
from tests.cypher.results import column
from tests.explorer.opening import open_popover, opened
from tests.graphs import tie_id

SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)
BACK = tie_id("IRN", "USA", Sign.CONFLICT)


def at(tie: str) -> AppTest:
    """The app with an edge between actors selected."""
    app = opened(level="actor")
    app.session_state["trail"] = Trail(select_edge(View(), tie))
    return app.run()


def verdicts(story: Database) -> dict[str, str]:
    """The verdicts of the claims of the sanctions, wherever they are."""
    names = ("claim-sanctions", "claim-sanctions-again")
    return {name: column(story.read("explore/claim", claim=name), "verdict")[0] for name in names}


def test_a_claim_is_turned_round_in_the_form(story: Database) -> None:
    app = at(SANCTIONS)
    app.session_state["recoding"] = "claim-sanctions"
    app.run()
    assert app.multiselect(key="recoded actors").value == ["USA"]
    app.button(key="swap parties").click().run()
    app.button(key="save recode").click().run()
    assert not app.exception
    assert "claim-sanctions" in column(story.read("explore/evidence", tie=BACK), "claim")
    assert verdicts(story) == {"claim-sanctions": "verified", "claim-sanctions-again": "none"}
    assert "recoding" not in app.session_state


def test_all_claims_of_an_edge_are_recoded_to_an_actor_in_any_spelling(story: Database) -> None:
    app = at(SANCTIONS)
    app.session_state["recoding"] = "claim-sanctions"
    app.run()
    app.session_state["recoded actors"] = ["Tel Aviv"]
    app.toggle(key="recode all").set_value(True).run()
    assert app.multiselect(key="recoded actors").value == ["ISR"]
    app.button(key="save recode").click().run()
    moved = story.read("explore/evidence", tie=tie_id("ISR", "IRN", Sign.CONFLICT))
    assert set(column(moved, "claim")) == {"claim-sanctions", "claim-sanctions-again"}


def test_a_verdict_goes_to_the_chosen_claims_alone(story: Database) -> None:
    app = at(SANCTIONS)
    app.session_state["chosen claims"] = (SANCTIONS, frozenset({"claim-sanctions-again"}))
    app.run()
    app.button(key="judge rejected").click().run()
    assert verdicts(story) == {"claim-sanctions": "none", "claim-sanctions-again": "rejected"}


def test_grades_go_with_the_verdict_and_the_form_is_empty_after_it(story: Database) -> None:
    app = open_popover(at(SANCTIONS), "verdict details")
    app.selectbox(key="judged source grade").set_value("B").run()
    app.selectbox(key="judged information grade").set_value(2).run()
    app.button(key="judge verified").click().run()
    assert {(a.source_grade, a.information_grade) for a in history(story, SANCTIONS)} == {("B", 2)}
    assert app.selectbox(key="judged source grade").value is None


def test_details_that_were_typed_go_with_the_verdict_after_their_form_was_closed(story: Database) -> None:
    app = open_popover(at(SANCTIONS), "verdict details")
    app.text_area(key="judged note").set_value("Two papers, one agency").run()
    open_popover(app, "verdict details", is_open=False)
    assert not app.text_area
    app.run()
    app.button(key="judge verified").click().run()
    assert {each.note for each in history(story, SANCTIONS)} == {"Two papers, one agency"}
    assert open_popover(app, "verdict details").text_area(key="judged note").value == ""


def test_what_somebody_said_in_between_is_shown_and_mine_can_still_be_recorded(story: Database) -> None:
    app = at(SANCTIONS)
    annotate(story, "claim-sanctions", Judgement.REJECTED, author="budi", note="an old report")
    app.button(key="judge verified").click().run()
    assert not app.exception
    refused = app.session_state["refused"]
    assert [(each.author, each.note) for each in refused.others] == [("budi", "an old report")]
    assert verdicts(story) == {"claim-sanctions": "rejected", "claim-sanctions-again": "none"}
    app.button(key="judge verified").click().run()
    assert verdicts(story) == {"claim-sanctions": "unsure", "claim-sanctions-again": "verified"}
    assert "refused" not in app.session_state


def test_a_form_that_was_begun_does_not_follow_to_another_edge(story: Database) -> None:
    app = at(SANCTIONS)
    app.session_state["recoding"] = "claim-sanctions"
    app.run()
    assert app.button(key="save recode")
    app.session_state["trail"] = Trail(select_edge(View(), BACK))
    app.run()
    assert "recoding" not in app.session_state
    assert not [button for button in app.button if button.key == "save recode"]


def test_all_ties_between_selected_entities_are_judged_together(story: Database) -> None:
    app = opened()
    app.session_state["trail"] = Trail(select_nodes(View(), ["USA", "IRN"]))
    app.run()
    app.button(key="judge rejected").click().run()
    assert not app.exception
    assert verdicts(story) == {"claim-sanctions": "rejected", "claim-sanctions-again": "rejected"}
    assert column(story.read("explore/claim", claim="claim-swap"), "verdict") == ["rejected"]
