"""What the page of an actor or a pair reads, on both databases, under filters."""

from __future__ import annotations

import pytest

from cypher.database import Database
from tests.cypher.results import column

USA, PAIR = {"entity": "USA"}, {"first": "USA", "second": "IRN"}
NOBODY = {"publishers": ["Nobody's News"]}


@pytest.mark.parametrize("level", ["actor", "state"])
def test_curves_are_those_of_the_saved_queries_and_follow_the_filters(story: Database, level: str) -> None:
    lens = {"lens": "all", "level": level}
    of_one = story.read("explore/months_of", **USA, **lens)
    assert of_one.rows
    assert of_one == story.read("saved/people/history", **USA, **lens)
    assert story.read("explore/months_of", **USA, **lens, **NOBODY).rows == ()
    of_two = story.read("explore/months_between", **PAIR, **lens)
    assert of_two.rows
    assert of_two == story.read("saved/bilateral/history", **PAIR, **lens)
    papers = [{"publishers": [name]} for name in column(story.read("explore/publishers"), "publisher")]
    parts = [
        column(story.read("explore/months_between", **PAIR, **lens, **each), "claims") for each in papers
    ]
    assert sum(map(sum, parts)) == sum(column(of_two, "claims"))


def test_what_a_curve_leaves_out_follows_the_filters(story: Database) -> None:
    for name, whom in (("explore/not_on_curve_of", USA), ("explore/not_on_curve_between", PAIR)):
        assert story.read(name, **whom, lens="all", **NOBODY).rows == ((0, 0),)


def test_statements_are_those_of_the_saved_query_and_follow_the_filters(story: Database) -> None:
    said = story.read("explore/statements_of", speaker="muttaqi", lens="all")
    assert said.rows
    assert said == story.read("saved/people/statements", speaker="muttaqi", lens="all")
    assert story.read("explore/statements_of", speaker="muttaqi", lens="all", languages=["es"]).rows == ()
    certain = story.read("explore/statements_of", speaker="muttaqi", lens="all", least_confidence=1.0)
    assert certain.rows == ()


@pytest.mark.parametrize("status", ["actual", "planned", "negated"])
def test_events_are_chosen_by_status(story: Database, status: str) -> None:
    everything = story.read("explore/evidence_of", **USA, lens="all").records()
    found = story.read("explore/evidence_of", **USA, lens="all", statuses=[status]).records()
    assert found == [row for row in everything if row["status"] == status]


def test_ties_of_the_overview_need_as_many_voices_with_and_without_stored_counts(story: Database) -> None:
    for voices in (1, 2, 3):
        asked = {"lens": "all", "level": "actor", "voices": voices}
        counted = set(story.read("explore/counted_every_tie", **asked).rows)
        assert set(story.read("explore/every_tie", **asked).rows) == counted
    assert counted == set()
