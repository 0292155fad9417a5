"""The app's handlers on a real engine, without a browser: empty states, judging, typed queries, links."""

from __future__ import annotations

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from cypher.database import Database
from cypher.desk.own_queries import own_queries
from cypher.judging.annotations import history
from cypher.model.graph import Judgement, Sign
from explorer.view.folding import close_inside, open_inside
from explorer.view.state import View, select_edge
from explorer.view.trail import Trail
from ingest.loading.load import load
from tests.explorer.opening import open_filters, open_popover, opened, papers
from tests.graphs import EXTRACTIONS, tie_id

SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)


def at_the_sanctions() -> AppTest:
    """The app with an edge between actors selected."""
    app = opened(level="actor")
    app.session_state["trail"] = Trail(select_edge(View(), SANCTIONS))
    return app.run()


def test_an_empty_graph_is_an_invitation_not_an_error(graph: Database) -> None:
    assert graph.read("explore/counts").records()[0]["documents"] == 0
    app = opened()
    assert [button.key for button in app.button] == ["tour"]
    assert not app.markdown, "what Streamlit draws of a bare string in the script"


def test_a_database_that_does_not_answer_can_be_tried_again(
    graph: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    st.cache_resource.clear()
    monkeypatch.setenv("KONSTELASI_URI", "bolt://127.0.0.1:9")
    app = opened()
    assert {button.label for button in app.button} == {"Try again", "New here? Three steps"}
    monkeypatch.delenv("KONSTELASI_URI")
    load(graph, EXTRACTIONS)
    app.button(key="reconnect").click().run()
    assert app.button(key="start")


def test_a_verdict_is_recorded_with_author_note_and_tags(story: Database) -> None:
    app = open_popover(at_the_sanctions(), "verdict details")
    app.text_input(key="author").set_value("siti").run()
    app.text_area(key="judged note").set_value("Checked with the ministry").run()
    app.select_slider(key="judged confidence").set_value(0.8).run()
    app.button(key="judge verified").click().run()
    said = history(story, SANCTIONS)
    assert {(each.author, each.judgement, each.note, each.confidence) for each in said} == {
        ("siti", Judgement.VERIFIED, "Checked with the ministry", 0.8)
    }
    assert len({each.batch for each in said}) == 1
    assert app.text_area(key="judged note").value == ""


def test_a_verdict_on_claims_that_somebody_judged_meanwhile_is_refused(story: Database) -> None:
    app = at_the_sanctions()
    app.session_state["seen versions"] = dict.fromkeys(app.session_state["seen versions"], -1)
    app.button(key="judge rejected").click().run()
    assert history(story, SANCTIONS) == ()
    assert "last judgement" not in app.session_state


def test_the_lens_is_in_the_address_when_it_is_not_the_usual_one(story: Database) -> None:
    app = opened()
    assert "lens" not in app.query_params
    app.selectbox(key="lens").set_value("all").run()
    assert app.query_params["lens"] == "all"


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ({"tie": "tie-unknown"}, "no longer in the graph"),
        ({"tie": tie_id("hamas", "ISR", Sign.CONFLICT), "lens": "mine"}, "The lens hides it"),
        ({"centre": "actor-unknown"}, "Not in the graph: actor-unknown"),
        ({"entity": "actor-unknown"}, "Not in the graph: actor-unknown"),
    ],
)
def test_a_link_to_what_is_not_shown_says_why(story: Database, link: dict[str, str], why: str) -> None:
    assert why in papers(opened(**link))


def drawn_ends(app: AppTest) -> set[str]:
    """Both ends of all ties on the canvas."""
    _, drawn, _ = app.session_state["on the canvas"]
    return {end for edge in drawn.ties.edges.values() for end in (edge.actor, edge.recipient)}


def test_the_level_is_in_the_address_and_decides_who_is_drawn(story: Database) -> None:
    app = opened()
    assert "level" not in app.query_params
    assert {"IRN", "AFG"} <= drawn_ends(app)
    assert "amir-abdollahian" not in drawn_ends(app)
    app.selectbox(key="level").set_value("actor").run()
    assert not app.exception
    assert app.query_params["level"] == "actor"
    assert {"amir-abdollahian", "muttaqi"} <= drawn_ends(app)


def test_a_link_opens_a_level_and_shows_the_state_of_a_person(story: Database) -> None:
    app = opened(level="state", centre="amir-abdollahian")
    assert app.selectbox(key="level").value == "state"
    assert drawn_ends(app) == {"IRN", "AFG", "USA", "muttaqi"}
    assert opened(level="planet").selectbox(key="level").value == "state"


@pytest.mark.parametrize(
    ("link", "seen_at"),
    [
        ({"centre": "IRN"}, "actor"),
        ({"centre": "IRN", "level": "state"}, "state"),
        ({"page": "documents", "find": "Iran"}, "actor"),
        ({"page": "queries", "query": "saved/conflict/fronts"}, "actor"),
        ({"page": "queries", "query": "saved/bilateral/matrix"}, "state"),
        ({"lens": "all", "language": "id"}, "state"),
    ],
)
def test_a_link_from_before_shows_the_level_that_it_showed(
    story: Database, link: dict[str, str], seen_at: str
) -> None:
    app = opened(**link)
    assert app.selectbox(key="level").value == seen_at
    assert app.query_params.get("level", seen_at) == seen_at
    assert ("level" in app.query_params) == bool(link.keys() - {"lens", "language"})


def show(app: AppTest, view: View) -> None:
    """Show another view."""
    app.session_state["trail"] = Trail(view)
    app.run()
    assert not app.exception


def test_a_state_opens_into_its_actors_and_closes_again(story: Database) -> None:
    app = opened()
    before = drawn_ends(app)
    show(app, open_inside(View(), "IRN"))
    assert "amir-abdollahian" in drawn_ends(app)
    assert app.query_params["inside"] == "IRN"
    _, drawn, _ = app.session_state["on the canvas"]
    seen = {frozenset((edge.actor, edge.recipient)) for edge in drawn.graph.edges.values()}
    assert frozenset(("amir-abdollahian", "muttaqi")) in seen
    assert frozenset(("IRN", "USA")) in seen, "acts of the state itself stay its own"
    show(app, open_inside(View(), "IRN", "AFG"))
    _, drawn, _ = app.session_state["on the canvas"]
    assert drawn.inside.members == {"amir-abdollahian": "IRN"}
    show(app, close_inside(open_inside(View(), "IRN", "AFG"), "AFG", "IRN"))
    assert drawn_ends(app) == before


def test_a_tie_of_states_offers_the_actors_behind_it(story: Database) -> None:
    app = opened()
    _, drawn, _ = app.session_state["on the canvas"]
    (call,) = [
        edge for edge in drawn.ties.edges.values() if "CONSULT" in edge.event_types and edge.actor == "IRN"
    ]
    show(app, select_edge(View(), call.id))
    assert "Show the actors behind it" in papers(app)
    show(app, open_inside(View(), call.actor, call.recipient))
    assert {"amir-abdollahian", "muttaqi"} <= drawn_ends(app)


def test_the_panel_of_an_actor_inside_shows_its_own_ties(story: Database) -> None:
    app = opened(level="state", inside="IRN", entity="amir-abdollahian", centre="IRN")
    paper = papers(app)
    assert "Draw Iran as one node" in paper
    assert "Amir Khan Muttaqi" in paper
    assert "Show its actors" in papers(opened(level="state", centre="IRN", entity="IRN"))
    assert "Show its actors" not in papers(opened(level="actor", centre="IRN", entity="IRN"))


def test_an_answer_about_a_minister_says_that_it_is_about_the_state(story: Database) -> None:
    link = {"page": "queries", "query": "saved/bilateral/shortest_path", "second": "USA"} | {
        "first": "amir-abdollahian"
    }
    note = "Hossein Amir-Abdollahian counts for Iran at this level"
    assert note in papers(opened(**link, level="state"))
    assert "at this level" not in papers(opened(**link))


def test_a_path_from_a_minister_starts_at_the_state(story: Database) -> None:
    app = opened(level="state", link="paths:amir-abdollahian:USA", entity="amir-abdollahian,USA")
    assert drawn_ends(app) == {"IRN", "USA"}
    paper = papers(app)
    assert "Hossein Amir-Abdollahian counts for Iran at this level" in paper
    assert "No connection found" not in paper
    assert "counts for" not in papers(
        opened(level="actor", link="paths:amir-abdollahian:USA", entity="amir-abdollahian,USA")
    )


def test_a_country_at_the_level_of_blocs_is_its_bloc(story: Database) -> None:
    app = opened(level="bloc", centre="QAT", entity="QAT")
    assert "arab-league" in drawn_ends(app)
    assert "QAT" not in drawn_ends(app)
    app = opened(level="bloc", centre="QAT", entity="arab-league")
    assert "Show its members" in papers(app)
    app = opened(level="bloc", centre="QAT", inside="arab-league")
    assert {"QAT", "ISR"} <= drawn_ends(app)


def test_the_language_of_the_interface_can_be_changed(story: Database) -> None:
    app = opened()
    app.session_state["language"] = "id"
    app.run()
    assert app.button(key="start").help.startswith("Awal:")


def test_filters_narrow_the_picture_and_stand_in_the_address(story: Database) -> None:
    app = open_filters(opened())
    app.multiselect(key="signs").set_value([Sign.CONFLICT])
    open_filters(app)
    assert app.query_params["sign"] == "conflict"
    app.button(key="clear filters").click().run()
    assert "sign" not in app.query_params


def test_a_query_asks_for_what_it_needs_before_it_runs(story: Database) -> None:
    app = opened()
    app.session_state["page"] = "queries"
    app.session_state["query"] = "saved/bilateral/ties"
    app.run()
    app.button(key="run saved/bilateral/ties").click().run()
    assert not app.exception
    assert not app.dataframe


def test_a_typed_query_that_writes_is_answered_by_a_refusal(story: Database) -> None:
    app = opened()
    app.session_state["page"] = "queries"
    app.session_state["query"] = "typed"
    app.session_state["cypher"] = "CREATE (d:Document {id: 'forged'}) RETURN d"
    app.run()
    app.button(key="run typed").click().run()
    assert not app.dataframe
    assert story.read("explore/document", document="forged").rows == ()


def test_a_typed_query_that_reads_is_answered_by_a_table(story: Database) -> None:
    app = opened()
    app.session_state["page"] = "queries"
    app.session_state["query"] = "typed"
    app.session_state["cypher"] = "MATCH (c:Country) RETURN c.name AS name ORDER BY name"
    app.run()
    app.button(key="run typed").click().run()
    assert list(app.dataframe[0].value["name"])[:2] == ["Afghanistan", "Indonesia"]


def test_a_query_that_waited_for_a_name_is_saved_once_it_is_given(story: Database) -> None:
    app = opened(author=None)
    app.session_state["page"], app.session_state["query"] = "queries", "typed"
    app.run()
    app.text_input(key="title new").set_value("Who acts").run()
    app.button(key="save query").click().run()
    app.text_input(key="name in the dialog").set_value("ani")
    next(button for button in app.button if button.label == "Use this name").click().run()
    assert not app.exception
    assert [(query.title, query.author) for query in own_queries(story, "ani")] == [("Who acts", "ani")]
