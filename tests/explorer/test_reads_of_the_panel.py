"""The network page reads what it shows once, and what is behind a button only while that is open."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from cypher.bolt import timing
from cypher.database import Database
from cypher.judging.annotations import annotate
from cypher.model.graph import Judgement, Sign
from tests.explorer.opening import open_popover, opened, papers
from tests.graphs import tie_id

SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the statements that run."""
    names: list[str] = []
    monkeypatch.setattr(timing, "_listeners", [lambda name, _seconds, _failure: names.append(name)])
    return names


def at_the_sanctions() -> AppTest:
    """The app with an edge between actors selected."""
    return opened(level="actor", tie=SANCTIONS)


def fields(app: AppTest) -> set[str]:
    """The keys of all fields and buttons."""
    drawn = (*app.radio, *app.multiselect, *app.toggle, *app.get("download_button"))
    return {str(each.key if hasattr(each, "key") else each.proto.id) for each in drawn}


def test_nothing_is_read_or_drawn_behind_closed_buttons(story: Database, asked: list[str]) -> None:
    annotate(story, SANCTIONS, Judgement.VERIFIED, author="siti", note="as the minister said")
    asked.clear()
    app = at_the_sanctions()
    assert "explore/evidence" in asked
    assert {"queries/versions", "annotate/history_of_claims"}.isdisjoint(asked)
    assert {"layout", "size", "colour", "groupings", "bundled"}.isdisjoint(fields(app))
    assert not app.get("download_button")
    assert not app.text_area
    assert "as the minister said" not in papers(app)


@pytest.mark.parametrize(
    ("button", "behind"),
    [
        ("layout and looks", {"layout", "size", "colour"}),
        ("folding", {"groupings", "bundled"}),
    ],
)
def test_the_fields_behind_an_open_button_are_drawn(story: Database, button: str, behind: set[str]) -> None:
    app = at_the_sanctions()
    assert behind <= fields(open_popover(app, button))
    assert behind.isdisjoint(fields(open_popover(app, button, is_open=False)))


def test_the_files_of_the_picture_are_offered_once_asked_for(story: Database) -> None:
    app = open_popover(at_the_sanctions(), "picture download")
    assert len(app.get("download_button")) == 5


def test_the_history_of_a_tie_is_read_when_it_is_opened(story: Database, asked: list[str]) -> None:
    annotate(story, SANCTIONS, Judgement.VERIFIED, author="siti", note="as the minister said")
    app = at_the_sanctions()
    assert "as the minister said" in papers(open_popover(app, "judgements of the tie"))
    asked.clear()
    app.button(key="judge verified").click().run()
    assert "annotate/history_of_claims" in asked
    assert papers(app).count("as the minister said") == 1


def test_queries_that_fit_a_tie_are_offered_once_asked_for(story: Database) -> None:
    app = at_the_sanctions()
    assert "OpenQuery" not in papers(app)
    assert "saved/bilateral/" in papers(open_popover(app, "ask"))


def test_a_verdict_asks_the_database_for_little_and_for_nothing_twice(
    story: Database, asked: list[str]
) -> None:
    app = opened(level="actor", centre="IRN,USA", tie=SANCTIONS)
    app.button(key="judge verified").click().run()
    asked.clear()
    app.button(key="judge verified").click().run()
    written = ["annotate/judge", "annotate/subject_claims", "annotate/history_of_claims"]
    written += ["load/refresh_lenses", "load/count_ties"]
    read = ["explore/counts", "explore/counted_ties", "explore/tie_dates", "explore/evidence"]
    assert sorted(asked) == sorted([*written, *read, "merge/merged", "notes/on"])
    asked.clear()
    app.run()
    assert set(asked) <= {"merge/merged", "notes/on"}
