"""Names of readers: which are taken, how a cookie holds them, and when the app asks for one."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from cypher.database import Database
from cypher.desk.own_queries import favourites
from cypher.judging.annotations import history
from cypher.model.graph import Sign
from explorer.view.author import LONGEST, REFUSALS, NameRefusedError, as_cookie, checked_name, from_cookie
from explorer.view.state import View, select_edge
from explorer.view.trail import Trail
from tests.explorer.opening import opened
from tests.explorer.test_words import INDONESIAN
from tests.graphs import tie_id

SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Ratna   Dewi ", "Ratna Dewi"),
        ("Ana\N{NO-BREAK SPACE}Maria", "Ana Maria"),
        ("Jose\N{COMBINING ACUTE ACCENT}", "José"),
        ("محمد", "محمد"),
        ("習近平", "習近平"),
        ("<b>x</b>; Path=/", "<b>x</b>; Path=/"),
        ("7", "7"),
        ("x" * LONGEST, "x" * LONGEST),
    ],
)
def test_a_name_is_taken_and_survives_its_cookie(typed: str, name: str) -> None:
    assert checked_name(typed) == name
    assert as_cookie(name).isascii()
    assert not set(as_cookie(name)) & set(';, "\\=')
    assert from_cookie(as_cookie(name)) == name


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "\t", "\N{NO-BREAK SPACE}", "...", "x" * (LONGEST + 1), "x" * 1_000_000]
    + [
        f"Bu{unseen}di"
        for unseen in "\0\n\x7f\x85\u061c\u200b\u200e\u202e\u2028\u2066\ufeff\ud800\ue000\u00ad"
    ]
    + ["\u3164", "\u115f", "a\uffa0", "\u2800"],
)
def test_a_name_that_cannot_be_told_from_another_is_refused(typed: str) -> None:
    with pytest.raises(NameRefusedError):
        checked_name(typed)


@pytest.mark.parametrize("value", [None, 7, "", "%ff", "%20", "%E2%80%AEx", "x" * 5000, "%00"])
def test_a_cookie_that_holds_no_name_names_nobody(value: object) -> None:
    assert from_cookie(value) is None


def test_every_refusal_is_said_in_indonesian() -> None:
    assert set(REFUSALS) <= INDONESIAN.keys()


def at_the_sanctions(author: str | None) -> AppTest:
    """The app with an edge between actors selected."""
    app = opened(author, level="actor")
    app.session_state["trail"] = Trail(select_edge(View(), SANCTIONS))
    return app.run()


def test_a_verdict_waits_for_the_name_of_its_reader_and_is_then_recorded(story: Database) -> None:
    app = at_the_sanctions(None)
    app.button(key="judge verified").click().run()
    assert history(story, SANCTIONS) == ()
    app.text_input(key="name in the dialog").set_value("\u202e")
    app.button(key="FormSubmitter:form of name in the dialog-Use this name").click().run()
    assert history(story, SANCTIONS) == ()
    app.text_input(key="name in the dialog").set_value(" Siti  Aminah")
    app.button(key="FormSubmitter:form of name in the dialog-Use this name").click().run()
    assert {each.author for each in history(story, SANCTIONS)} == {"Siti Aminah"}
    assert app.text_input(key="author").value == "Siti Aminah"
    assert not app.exception


def test_a_name_that_is_refused_leaves_the_one_before_in_force(story: Database) -> None:
    app = at_the_sanctions("ratna")
    app.text_input(key="author").set_value(" \u200b ").run()
    assert app.session_state["name refused"]
    assert app.text_input(key="author").value == "ratna"
    app.button(key="judge unsure").click().run()
    assert {each.author for each in history(story, SANCTIONS)} == {"ratna"}


def test_the_lens_of_my_verdicts_shows_nothing_of_others_to_a_nameless_reader(story: Database) -> None:
    at_the_sanctions("ratna").button(key="judge verified").click().run()
    app = opened(None, level="actor")
    app.selectbox(key="lens").set_value("mine").run()
    assert not app.exception
    _, drawn, _ = app.session_state["on the canvas"]
    assert not drawn.ties.edges
    named = opened(level="actor")
    named.selectbox(key="lens").set_value("mine").run()
    _, drawn, _ = named.session_state["on the canvas"]
    assert SANCTIONS in drawn.ties.edges


@pytest.mark.parametrize("page", ["since", "queries", "documents", "review", "quality", "add"])
def test_every_page_can_be_read_without_a_name(story: Database, page: str) -> None:
    app = opened(None)
    app.session_state["page"] = page
    app.run()
    assert not app.exception
    assert app.session_state["page"] == page


def test_a_favourite_of_a_nameless_reader_waits_for_the_name_too(story: Database) -> None:
    app = opened(None)
    app.session_state["page"], app.session_state["query"] = "queries", "saved/bilateral/ties"
    app.run()
    app.button(key="star saved/bilateral/ties").click().run()
    assert favourites(story, "") == frozenset()
    app.text_input(key="name in the dialog").set_value("siti")
    app.button(key="FormSubmitter:form of name in the dialog-Use this name").click().run()
    assert favourites(story, "siti") == {"saved/bilateral/ties"}
