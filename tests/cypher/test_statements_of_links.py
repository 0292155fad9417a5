"""The statements behind ranked expansions, walks and the time bar, on both databases."""

from __future__ import annotations

import pytest

from cypher.database import Database
from cypher.model.graph import Sign
from tests.cypher.results import column
from tests.graphs import tie_id


def neighbours(story: Database, rank: str) -> list[tuple[str, str, str]]:
    """The ties of Iran in the order of a rank."""
    found = story.read("explore/neighbours", entity="IRN", rank=rank, level="actor")
    return [(row["actor"], row["recipient"], row["sign"]) for row in found.records()]


def test_the_most_recent_ties_can_come_first(story: Database) -> None:
    recent = neighbours(story, "recent")
    assert recent[:2] == [("USA", "IRN", "conflict"), ("IRN", "USA", "conflict")]
    assert recent[-1] == ("USA", "IRN", "cooperation")


def test_the_best_connected_neighbours_can_come_first(story: Database) -> None:
    ends = [({*pair} - {"IRN"}).pop() for *pair, _ in neighbours(story, "central")]
    assert ends == ["USA", "USA", "USA", "AFG", "amir-abdollahian"]


def reach(story: Database, *entities: str, **filters: object) -> set[tuple[str, str]]:
    return {
        (row["entity"], row["neighbour"])
        for row in story.read("explore/reach", entities=list(entities), level="actor", **filters).records()
    }


def test_a_step_of_a_walk_reaches_the_neighbours_in_both_directions(story: Database) -> None:
    assert reach(story, "AFG") == {("AFG", "IRN"), ("AFG", "taliban")}
    assert reach(story, "AFG", "QAT") == {
        ("AFG", "IRN"),
        ("AFG", "taliban"),
        ("QAT", "ISR"),
        ("QAT", "hamas"),
    }
    assert column(story.read("explore/reach", entities=["USA"]), "neighbour", "ties") == [("IRN", 3)]


@pytest.mark.parametrize(
    ("filters", "reached"),
    [
        ({"signs": ["conflict"]}, {"USA"}),
        ({"signs": ["cooperation", "relation"]}, {"USA", "AFG", "amir-abdollahian"}),
        ({"kinds": ["person"]}, {"amir-abdollahian"}),
        ({"since": "2024-01-01"}, {"USA"}),
        ({"event_types": ["AID"]}, {"AFG"}),
        ({"lens": "mine:nobody"}, set()),
    ],
)
def test_a_walk_respects_the_lens_and_the_filters(
    story: Database, filters: dict[str, object], reached: set[str]
) -> None:
    assert {near for _, near in reach(story, "IRN", **filters)} == reached


def test_the_ends_of_a_walk_are_reached_whatever_their_kind(story: Database) -> None:
    assert reach(story, "IRN", "amir-abdollahian", kinds=["place"]) == {
        ("IRN", "amir-abdollahian"),
        ("amir-abdollahian", "IRN"),
    }


def test_all_spellings_are_there_to_be_compared(story: Database) -> None:
    spelt = column(story.read("explore/spellings"), "key", "entity")
    assert {("teheran", "IRN"), ("as", "USA"), ("amir khan muttaqi", "muttaqi")} <= set(spelt)


def test_ties_have_a_date_for_each_claim_that_the_lens_and_the_filters_let_through(story: Database) -> None:
    attack, sanctions = tie_id("hamas", "ISR", Sign.CONFLICT), tie_id("USA", "IRN", Sign.CONFLICT)

    def dates(**filters: object) -> dict[str, list[str]]:
        found = story.read("explore/tie_dates", ids=[attack, sanctions], **filters)
        return {row["tie"]: sorted(row["dates"]) for row in found.records()}

    days = {attack: ["2023-10-07"] * 2, sanctions: ["2024-01-15"] * 2}
    assert dates() == days
    assert dates(lens="not_rejected")[attack] == ["2023-10-07", "2023-10-07", "2023-10-10"]
    assert dates(since="2024-01-01") == dates(event_types=["SANCTION"]) == {sanctions: days[sanctions]}
