"""Who reports, in which language, and who speaks, on both databases; ties and claims chosen by them."""

from __future__ import annotations

import pytest

from cypher.database import Database
from cypher.model.graph import Sign
from tests.cypher.results import column
from tests.graphs import tie_id

ATTACK = tie_id("hamas", "ISR", Sign.CONFLICT)


def test_languages_and_speakers_are_listed_as_known_on_a_day(story: Database) -> None:
    assert column(story.read("explore/article_languages"), "language") == ["en", "id"]
    assert story.read("explore/article_languages", known_by="1999-01-01").rows == ()
    found = column(story.read("explore/speakers", lens="all"), "speaker", "name")
    assert ("muttaqi", "Amir Khan Muttaqi") in found
    assert story.read("explore/speakers", lens="all", known_by="1999-01-01").rows == ()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, {"attack", "attack-copy"}),
        ({"publishers": ["Evening Mirror"]}, {"attack-copy"}),
        ({"publishers": ["Evening Mirror", "Daily Record"]}, {"attack", "attack-copy"}),
        ({"publishers": ["Evening Mirror"], "languages": ["id"]}, set()),
        ({"languages": ["en"], "least_confidence": 0.2}, {"attack", "attack-copy"}),
        ({"least_confidence": 1.0}, set()),
        ({"speakers": ["QAT"]}, set()),
    ],
)
def test_the_evidence_of_a_tie_is_chosen_by_its_source(
    story: Database, asked: dict[str, object], expected: set[str]
) -> None:
    wanted = {"event_types": ["ASSAULT"], "lens": "all", **asked}
    claims = column(story.read("explore/evidence", tie=ATTACK, **wanted), "claim")
    assert {claim.removeprefix("claim-") for claim in claims} == expected
    ties = story.read("explore/ties", ids=[ATTACK], **wanted).records()
    assert sum(row["claims"] for row in ties) == len(expected)
    dates = story.read("explore/tie_dates", ids=[ATTACK], **wanted).records()
    assert sum(len(row["dates"]) for row in dates) == len(expected)


def test_paths_are_looked_for_over_ties_of_these_sources_alone(story: Database) -> None:
    def near(**asked: object) -> set[str]:
        rows = story.read("explore/reach", entities=["hamas"], lens="all", level="actor", **asked)
        return set(column(rows, "neighbour"))

    assert "ISR" in near()
    assert near(languages=["id"]) < near()
    assert "ISR" in near(publishers=["Evening Mirror"])
    assert near(publishers=["Evening Mirror"], least_confidence=1.0) == set()
