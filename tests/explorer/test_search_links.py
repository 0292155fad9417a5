"""The filters of the page *Search* in its address, and values of addresses that cannot be read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cypher.database import Database
from explorer.view.search_address import Sought, from_url, to_url, unread
from tests.explorer.opening import address, opened, papers

TEXTS = some.text(min_size=1).filter(lambda text: text == text.strip() and bool(text))
DAYS = some.dates(min_value=date(1900, 1, 1)).map(lambda day: day.isoformat())
FILTERS = {
    "text": "Hamas attacked",
    "publisher": "Kompas",
    "written_in": "en",
    "actor": "hamas",
    "since": "2023-10-01",
    "until": "2023-12-31",
}


@given(
    some.builds(
        Sought,
        TEXTS,
        some.none() | TEXTS,
        some.sampled_from([None, "id", "en", "es"]),
        some.none() | TEXTS,
        some.none() | DAYS,
        some.none() | DAYS,
    )
)
def test_a_search_reads_back_from_its_address(sought: Sought) -> None:
    assert from_url(to_url(sought)) == sought
    assert unread(to_url(sought)) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("written_in", "English"),
        ("written_in", "<b>"),
        ("since", "2023-13-01"),
        ("since", "1234-01-01"),
        ("until", "x"),
    ],
)
def test_a_value_that_means_nothing_is_named_and_filters_nothing(name: str, value: str) -> None:
    asked = {"text": "Iran", name: value}
    assert unread(asked) == [name]
    assert from_url(asked) == Sought("Iran")


def test_a_link_brings_all_filters_and_the_page_writes_the_same_link(story: Database) -> None:
    app = opened(page="search", **FILTERS)
    assert address(app) == FILTERS
    assert app.selectbox(key="find publisher").value == "Kompas"
    assert app.selectbox(key="find language").value == "en"
    assert app.selectbox(key="find actor").value == "hamas"
    assert app.date_input(key="find since").value == date(2023, 10, 1)


def test_a_chosen_filter_stands_in_the_address_and_filters_what_its_link_shows(story: Database) -> None:
    app = opened(page="search", text="Hamas attacked")
    assert "OpenSentence" in papers(app)
    app.selectbox(key="find language").select("id").run()
    assert address(app) == {"text": "Hamas attacked", "written_in": "id"}
    assert "OpenSentence" not in papers(app)
    assert "OpenSentence" not in papers(opened(page="search", **address(app)))


def test_filters_stay_when_the_text_is_emptied_and_when_another_page_was_open(story: Database) -> None:
    app = opened(page="search", text="Iran", written_in="id")
    app.text_input(key="find").set_value("").run()
    assert address(app) == {"written_in": "id"}
    app.session_state["page"] = "quality"
    app.run()
    app.session_state["page"] = "search"
    app.run()
    assert app.selectbox(key="find language").value == "id"


def test_an_actor_is_taken_by_its_name_and_an_unknown_one_is_named(story: Database) -> None:
    assert address(opened(page="search", text="Iran", actor="Teheran"))["actor"] == "IRN"
    app = opened(page="search", text="Iran", actor="<b>nobody</b>")
    assert "No entity in the graph is called \\u201c<b>nobody</b>" in papers(app)
    assert "actor" not in address(app)


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("search", "since"),
        ("search", "until"),
        ("network", "since"),
        ("network", "known_by"),
        ("overview", "until"),
        ("since", "since"),
        ("since", "until"),
    ],
)
@pytest.mark.parametrize("day", ["0001-01-01", "2023-02-30", "<i>"])
def test_a_day_that_no_field_can_hold_is_named_and_blanks_no_page(
    story: Database, page: str, name: str, day: str
) -> None:
    app = opened(page=page, **{name: day})
    assert f"They were left out: {name}={day}" in papers(app)
