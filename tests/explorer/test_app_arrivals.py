"""The page *Since* shows what came in since the reader's last visit, without a browser."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from streamlit.testing.v1 import AppTest

from cypher.database import Database
from cypher.desk.searching import SENTENCES
from cypher.desk.watching import keep_watch, record_visit
from cypher.model.graph import Sign
from explorer.acts.arrivals import ShowArrivals
from explorer.acts.opening import OpenDocument, OpenTie
from explorer.browser import OPENING, READER
from tests.arrived import FIRST, HOSTILE, OVERNIGHT, VISIT, fill_twice
from tests.explorer.opening import address, opened, papers
from tests.graphs import tie_id


@pytest.fixture
def morning(graph: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    """The graph after the second load, and ratna's visit between both."""
    fill_twice(graph, monkeypatch)
    record_visit(graph, "ratna", datetime.fromisoformat(VISIT))
    return graph


def since(**asked: str) -> AppTest:
    return opened(page="since", **asked)


def test_the_page_begins_with_what_came_in_since_the_last_visit(morning: Database) -> None:
    app = since(level="actor")
    shown = papers(app)
    for said in ("Reversed", "Contradicted", "New ties", "By source", "By type of event", "By country"):
        assert said in shown
    assert "2 Mar 2026, 08:00 UTC" in shown
    assert "1 more is withheld by the lens." in shown
    assert "At a peace-talk ended the old quarrel of" in shown
    assert "New actors" not in shown
    assert address(app) == {"came_since": VISIT}


def test_the_page_is_narrowed_by_its_address_and_by_a_click_and_shows_all_again(morning: Database) -> None:
    app = since(level="actor", came_since=VISIT, came_only="country:QAT")
    shown = papers(app)
    assert "Qatar" in shown
    assert json.dumps(ShowArrivals("").as_json()) in shown
    assert "At a peace-talk ended the old quarrel of" not in shown
    assert "A first visit joins" in shown
    assert address(app) == {"came_since": VISIT, "came_only": "country:QAT"}
    app = since(level="actor", came_since=VISIT)
    shown = papers(app)
    for only in ("publisher:Gulf Courier", "type:CONSULT", "country:IRN", f"publisher:{HOSTILE}"):
        assert json.dumps(ShowArrivals(only).as_json()) in shown
    assert json.dumps(ShowArrivals("").as_json()) not in shown


def test_a_part_of_the_address_that_narrows_to_nothing_known_is_named(morning: Database) -> None:
    shown = papers(since(came_only="planet:mars"))
    assert "This link has parts that cannot be read" in shown
    assert "By source" in shown


def test_what_is_said_opens_its_tie_and_its_sentences(morning: Database) -> None:
    shown = papers(since(level="actor"))
    assert json.dumps(OpenTie(tie_id("IDN", "QAT", Sign.COOPERATION)).as_json()) in shown
    document = next(each.document.id for each in OVERNIGHT if each.claims[0].id == "claim-visit")
    assert json.dumps(OpenDocument(document, "claim-visit").as_json()) in shown


def test_hostile_words_stay_text(morning: Database) -> None:
    app = since()
    assert json.dumps(HOSTILE)[1:-1] in papers(app)
    assert HOSTILE not in "".join(each.value for each in app.markdown)


def test_watches_that_are_touched_are_shown_and_others_are_not(morning: Database) -> None:
    keep_watch(morning, "ratna", SENTENCES, {"words": "handshake"})
    keep_watch(morning, "ratna", "saved/bilateral/ties", {"first": "ISR", "second": "hamas"})
    shown = papers(since(level="actor"))
    assert "Watched words" in shown
    assert json.dumps("“handshake”") in shown
    assert "Watched queries" not in shown
    assert "not touched" not in shown


def test_a_watch_that_nothing_touches_is_said_to_be_untouched(morning: Database) -> None:
    assert "You watch nothing yet" in papers(since())
    keep_watch(morning, "ratna", SENTENCES, {"words": "sanctions"})
    assert "Your 1 watch is not touched." in papers(since())


def test_nothing_new_is_said_in_the_language_of_the_reader(morning: Database) -> None:
    assert "Nothing came in since 1 Apr 2026" in papers(since(came_since="2026-04-01T00:00:00+00:00"))
    assert "Tidak ada yang masuk sejak 1 Apr 2026" in papers(since(came_since="2026-04-01", language="id"))


def test_a_first_visit_begins_a_week_before_the_newest_load(morning: Database) -> None:
    app = opened("budi", page="since")
    shown = papers(app)
    assert "16 documents came in since 24 Feb 2026" in shown
    assert "This is your first visit" in shown
    assert "Enter your name above" in papers(opened(None, page="since"))


def test_more_than_is_listed_is_counted(morning: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cypher.arrivals.collecting.MOST", 2)
    shown = papers(since(level="actor", came_since=FIRST))
    assert "more are not listed here." in shown


def test_a_moment_that_is_none_is_named(morning: Database) -> None:
    assert "came_since=soon" in papers(since(came_since="soon"))


def test_a_link_to_two_days_opens_their_comparison(morning: Database) -> None:
    app = since(since="2024-01-15", until="2024-01-16")
    assert address(app) == {"since": "2024-01-15", "until": "2024-01-16"}
    assert "came in since" not in papers(app)


def test_the_page_says_that_it_does_not_follow_a_day(morning: Database) -> None:
    app = since(known_by="2024-01-01", came_since=VISIT)
    assert "This part does not follow that day" in papers(app)
    assert "7 documents came in" in papers(app)


def browser(monkeypatch: pytest.MonkeyPatch, **cookies: str) -> None:
    """Let the browser have these cookies."""
    monkeypatch.setattr("explorer.view.opening.cookie", cookies.get)


@pytest.mark.parametrize(
    ("cookies", "asked", "page"),
    [
        ({READER: "ratna"}, {}, "since"),
        ({READER: "ratna"}, {"language": "id"}, "since"),
        ({READER: "ratna"}, {"page": "network"}, "network"),
        ({READER: "ratna"}, {"page": "quality"}, "quality"),
        ({READER: "ratna"}, {"entity": "IRN"}, "network"),
        ({READER: "ratna"}, {"lens": "all"}, "network"),
        ({READER: "ratna", OPENING: "network"}, {}, "network"),
        ({}, {}, "network"),
    ],
)
def test_the_page_opens_first_for_readers_with_a_name_who_want_it(
    morning: Database,
    monkeypatch: pytest.MonkeyPatch,
    cookies: dict[str, str],
    asked: dict[str, str],
    page: str,
) -> None:
    browser(monkeypatch, **cookies)
    app = opened(**asked)
    assert app.session_state["page"] == page


def test_the_address_of_the_network_names_it_if_another_page_opens_first(
    morning: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser(monkeypatch, **{READER: "ratna"})
    app = opened(page="network")
    assert app.query_params["page"] == "network"


def test_a_reader_can_have_another_page_opened_first(morning: Database) -> None:
    app = since()
    app.session_state["cookies"] = {}
    app.checkbox(key="opens first").set_value(True).run()
    app.checkbox(key="opens first").set_value(False).run()
    assert not app.exception
    assert app.session_state["cookies"][OPENING] == "network"
