"""The statements of the page *Actors*, on each engine."""

from __future__ import annotations

import pytest

from cypher.database import Database
from cypher.model.graph import Sign
from tests.cypher.results import column


@pytest.mark.parametrize(
    ("first", "second", "directed", "claims"),
    [
        ("hamas", "ISR", True, ["claim-attack", "claim-attack-copy"]),
        ("ISR", "hamas", True, []),
        ("USA", "IRN", True, ["claim-sanctions"]),
    ],
)
def test_claims_between_two_have_a_direction(
    story: Database, first: str, second: str, directed: bool, claims: list[str]
) -> None:
    found = story.read("explore/evidence_between", first=first, second=second, directed=directed, lens="all")
    assert [claim for claim in column(found, "claim") if claim in claims] == claims


def test_what_both_did_together_is_the_same_from_both_sides(story: Database) -> None:
    sides = [("hamas", "ISR"), ("ISR", "hamas")]
    forth, back = (
        column(
            story.read("explore/evidence_between", first=one, second=two, directed=False, lens="all"), "claim"
        )
        for one, two in sides
    )
    assert forth == back
    assert "claim-truce" in forth


def test_the_months_of_an_actor_count_its_acts_and_what_was_done_to_it(story: Database) -> None:
    rows = story.read("saved/people/history", entity="IRN", lens="all").records()
    signs = {(row["month"], row["sign"]) for row in rows}
    assert ("2023-09", Sign.COOPERATION) in signs
    assert any(sign == Sign.CONFLICT for _, sign in signs)
    assert rows == sorted(rows, key=lambda row: (row["month"], row["sign"]))


def test_the_claims_about_an_actor_are_those_of_its_events(story: Database) -> None:
    claims = column(story.read("explore/evidence_of", entity="muttaqi", lens="all"), "claim")
    assert "claim-phone-call" in claims
    assert "claim-attack" not in claims
