"""Names typed into fields: one meaning is taken, several are offered, none is reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Multiselect, Selectbox

from cypher.database import Database
from tests.explorer.opening import papers

APP = Path(__file__).parent / "apps" / "spellings.py"
AMIRS = {"amir-abdollahian", "muttaqi"}


@pytest.fixture
def app(story: Database) -> AppTest:
    opened = AppTest.from_file(APP, default_timeout=60).run()
    assert not opened.exception
    return opened


def put(app: AppTest, field: Selectbox[str] | Multiselect[str], value: object) -> None:
    """Type in a field, or choose; the test client itself can only choose what is offered already."""
    app.session_state["typed"] = {str(field.key): value}
    app.run()


def said(app: AppTest) -> str:
    """What the app has drawn as elements, with its quotation marks."""
    return papers(app).replace(r"\u201c", "“").replace(r"\u201d", "”")


def values(app: AppTest) -> dict[str, object]:
    assert not app.exception
    found: dict[str, object] = app.session_state["values"]
    return found


def test_a_name_of_one_entity_is_taken_in_any_spelling(app: AppTest) -> None:
    put(app, app.selectbox[0], "teheran")
    assert values(app)["one"] == "IRN"
    assert "can mean" not in said(app)


def test_a_name_of_several_is_asked_back_and_one_of_them_can_be_chosen(app: AppTest) -> None:
    put(app, app.selectbox[0], "Amir")
    assert values(app)["one"] is None
    assert "“Amir” can mean" in said(app)
    assert {"Hossein Amir-Abdollahian", "Amir Khan Muttaqi"} <= set(app.selectbox[0].options)
    put(app, app.selectbox[0], "muttaqi")
    assert values(app)["one"] == "muttaqi"
    assert "can mean" not in said(app)


def test_a_name_that_nothing_has_is_reported_until_something_is_chosen(app: AppTest) -> None:
    put(app, app.selectbox[0], "Atlantis")
    app.number_input[0].set_value(7).run()
    assert values(app) == {"one": None, "many": [], "limit": 7}
    assert "No entity in the graph is called “Atlantis”." in said(app)
    put(app, app.selectbox[0], "IRN")
    assert "Atlantis" not in said(app)


def test_what_is_clear_among_several_names_is_kept(app: AppTest) -> None:
    put(app, app.multiselect[0], ["USA", "Amir", "Doha", "Atlantis"])
    assert values(app)["many"] == ["USA", "QAT"]
    shown = said(app)
    assert "“Amir” can mean" in shown
    assert "No entity in the graph is called “Atlantis”." in shown


def test_a_link_with_an_unclear_name_asks_too(story: Database) -> None:
    app = AppTest.from_file(APP, default_timeout=60)
    app.session_state["opened"] = {"one": "Amir", "many": "Iran,Atlantis"}
    app.run()
    assert values(app)["one"] is None
    assert values(app)["many"] == ["IRN"]
    assert "“Amir” can mean" in said(app)


def test_markup_in_a_name_stays_text(app: AppTest) -> None:
    put(app, app.selectbox[0], "<b>[x](http://y)</b>")
    assert "No entity in the graph is called “<b>[x](http://y)</b>”." in said(app)
