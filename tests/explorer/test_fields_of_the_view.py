"""Fields of the view that change elsewhere show the new value, and report only what the reader chooses."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st  # noqa: PLC0415 - AppTest runs this function as a script of its own

    from explorer.view.fields import field_key  # noqa: PLC0415

    chosen = st.session_state.setdefault("chosen", ["a"])
    key = field_key("letters", chosen)
    st.multiselect("Letters", ["a", "b", "c"], chosen, key=key)
    st.session_state["key"] = key


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_function(_page).run()


def test_a_field_shows_the_value_of_the_view(page: AppTest) -> None:
    assert page.multiselect[0].value == ["a"]
    assert page.session_state["key"] == "letters"


def test_a_choice_of_the_reader_keeps_the_field(page: AppTest) -> None:
    page.multiselect[0].set_value(["c", "b"])
    page.session_state["chosen"] = ["c", "b"]
    page.run()
    assert page.session_state["key"] == "letters"
    assert page.multiselect[0].value == ["c", "b"]


def test_a_value_that_changed_elsewhere_is_shown_by_a_new_field(page: AppTest) -> None:
    for number, value in enumerate((["b"], ["b", "c"], []), start=1):
        page.session_state["chosen"] = value
        page.run()
        assert page.session_state["key"] == f"letters {number}"
        assert page.multiselect[0].value == value
        page.run()
        assert page.session_state["key"] == f"letters {number}"


def test_another_field_does_not_begin_anew(page: AppTest) -> None:
    page.session_state["fields"]["digits"] = 4
    page.session_state["chosen"] = []
    page.run()
    assert page.session_state["fields"] == {"letters": 1, "digits": 4}
