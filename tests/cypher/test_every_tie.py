"""The statements of the overview read every tie of events, with and without filters on claims."""

from __future__ import annotations

from collections import Counter

import pytest

from cypher.database import Database
from cypher.model.graph import Level


def ties(rows: list[dict[str, object]]) -> Counter[tuple[object, ...]]:
    return Counter((row["actor"], row["recipient"], row["sign"], row["claims"]) for row in rows)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("lens", ["trusted", "all", "not_rejected"])
def test_stored_counts_say_what_the_claims_say(story: Database, lens: str, level: str) -> None:
    stored = story.read("explore/counted_every_tie", lens=lens, level=level).records()
    counted = story.read("explore/every_tie", lens=lens, level=level).records()
    assert ties(stored) == ties(counted)
    assert stored


def test_they_are_the_ties_that_the_network_draws(story: Database) -> None:
    every = story.read("explore/every_tie", lens="trusted", level="actor").records()
    entities = [row["id"] for row in story.read("explore/every_entity").records()]
    drawn = story.read("explore/ties_among", entities=entities, lens="trusted", level="actor", limit=5000)
    events = [row for row in drawn.records() if row["sign"] != "relation"]
    assert ties(every) == ties(events)


def test_a_lasting_relation_is_no_tie_of_the_overview(story: Database) -> None:
    found = story.read("explore/counted_every_tie", lens="all", level="actor").records()
    assert "relation" not in {row["sign"] for row in found}


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        ({"since": "2023-10-01", "until": "2023-10-31"}, True),
        ({"since": "2024-01-01"}, False),
        ({"known_by": "2023-10-31"}, True),
        ({"known_by": "2023-10-01"}, False),
        ({"event_types": ["ASSAULT"]}, True),
        ({"event_types": ["AID"]}, False),
        ({"statuses": ["planned"]}, False),
    ],
)
def test_filters_choose_among_the_claims(story: Database, filters: dict[str, object], kept: bool) -> None:
    found = story.read("explore/every_tie", lens="trusted", level="actor", **filters).records()
    assert any((row["actor"], row["recipient"]) == ("hamas", "ISR") for row in found) is kept


def test_every_end_of_a_tie_is_described(story: Database) -> None:
    described = {row["id"]: row for row in story.read("explore/every_entity").records()}
    for level in Level:
        for row in story.read("explore/counted_every_tie", lens="all", level=level.value).records():
            assert {row["actor"], row["recipient"]} <= set(described)
    assert (described["IRN"]["kind"], described["IRN"]["country"]) == ("country", "IRN")
    assert described["hamas"]["name"] == "Hamas"
