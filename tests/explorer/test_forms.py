"""Forms from typed headers: what stands in their fields, for every type of parameter and on every page."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from cypher.database import Database
from tests.explorer.headers import headers

APPS = Path(__file__).parent / "apps"


def test_no_type_and_no_default_of_a_parameter_brings_the_page_down(story: Database) -> None:
    app = AppTest.from_file(APPS / "every_form.py", default_timeout=60).run()
    assert not app.exception
    drawn, refused = app.session_state["drawn"], app.session_state["refused"]
    assert drawn["given integer = -7  Use {it} *well*"] == {"given": -7}
    assert drawn["given boolean = null  Use {it} *well*"] == {"given": False}
    assert drawn["kinds strings = a,a,b  Use {it} *well*"] == {"kinds": ["a", "b"]}
    assert "nan" in refused["given number = nan  Use {it} *well*"]
    assert "1899-12-31" in refused["given date = 1899-12-31  Use {it} *well*"]
    assert all(header.split()[0] in why for header, why in refused.items())
    assert len(drawn) + len(refused) == len(list(headers()))


def test_forms_of_two_owners_share_no_field_and_keep_theirs_while_they_are_not_drawn() -> None:
    app = AppTest.from_file(APPS / "two_owners.py", default_timeout=60).run()
    assert not app.exception
    app.number_input[0].set_value(7)
    app.run()
    assert [field.value for field in app.number_input] == [7, 60]
    app.session_state["away"] = True
    app.run()
    assert [field.value for field in app.number_input] == [60]
    app.session_state["away"] = False
    app.run()
    assert [field.value for field in app.number_input] == [7, 60]


def test_a_value_is_kept_when_a_click_elsewhere_ends_the_run_before_its_field_is_drawn() -> None:
    app = AppTest.from_file(APPS / "two_owners.py", default_timeout=60).run()
    app.number_input[0].set_value(7)
    app.session_state["away"] = True
    app.run()
    app.session_state["away"] = False
    app.run()
    assert not app.exception
    assert [field.value for field in app.number_input] == [7, 60]
