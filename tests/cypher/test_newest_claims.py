"""The newest claims about an entity are the same, sought among its own claims or among the newest of all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import pytest

from cypher.database import Database
from cypher.desk import newest
from cypher.desk.newest import newest_claims_of
from cypher.model.graph import Level
from cypher.records.row import Row

pytestmark = pytest.mark.slow

ENTITIES = "MATCH (tie:Tie {level: $level}) UNWIND [tie.actor, tie.recipient] AS id RETURN DISTINCT id"
NEAR = "explore/newest_claims_of_entity"
MOST = 5000

Record = TypeVar("Record", bound=Row)


class Asked:
    """Reads statements, and counts which; every entity has ties enough."""

    def __init__(self, database: Database) -> None:
        self.database, self.names = database, list[str]()

    def __call__(self, record: type[Record], name: str, **parameters: object) -> Sequence[Record]:
        self.names.append(name)
        busy = {"ties": 0} if name == NEAR else {}
        return self.database.rows(record, name, **parameters, **busy)


def entities(database: Database, level: Level) -> list[str]:
    return [row[0] for row in database.read_text(ENTITIES, {"level": level.value}).rows]


@pytest.mark.parametrize("level", Level)
def test_of_all_claims_those_about_an_entity_are_chosen(judged: Database, level: Level) -> None:
    claims = [row[0] for row in judged.read_text("MATCH (claim:Claim) RETURN claim.id", row_cap=MOST).rows]
    answered = 0
    for entity in entities(judged, level):
        asked = {"entity": entity, "level": level.value, "limit": MOST}
        every = judged.read("explore/claims_of_entity", **asked, lens="all").records()
        found = judged.read("explore/newest_claims_of_entity", **asked, claims=claims, ties=0).records()
        shown = [row for row in found if row["claim"] in {each["claim"] for each in every}]
        assert shown == every, entity
        answered += len(found)
    assert answered


def test_the_newest_claims_come_first(judged: Database) -> None:
    found = judged.read("explore/newest_claims", lens="all", limit=30).records()
    ((later,),) = judged.read_text(
        "MATCH (claim:Claim) WHERE claim.placed_until > $day AND 'all' IN claim.lenses RETURN count(claim)",
        {"day": found[-1]["placed_until"]},
    ).rows
    days = [row["placed_until"] for row in found]
    assert days == sorted(days, reverse=True)
    assert len(found) == 30 > later == sum(day > days[-1] for day in days)


@pytest.mark.parametrize("level", Level)
def test_a_busy_entity_has_the_same_newest_claims(
    judged: Database, level: Level, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newest, "NEAR", 90)
    ways = set()
    for entity in entities(judged, level):
        for limit in (1, 3):
            asked = Asked(judged)
            found = newest_claims_of(asked, "all", limit, entity=entity, level=level.value)
            rows = judged.read(
                "explore/claims_of_entity", entity=entity, level=level.value, lens="all", limit=limit
            )
            assert [row.claim for row in found] == [row["claim"] for row in rows.records()]
            ways.add(asked.names[-1])
    assert ways == {NEAR, "explore/claims_of_entity"}


def test_an_entity_with_few_ties_is_not_sought_among_the_newest_claims(judged: Database) -> None:
    claims = [row[0] for row in judged.read_text("MATCH (claim:Claim) RETURN claim.id", row_cap=MOST).rows]
    asked = {"entity": "IRN", "level": "state", "claims": claims}
    ties = judged.read_text(
        "MATCH (tie:Tie {level: 'state'}) WHERE 'IRN' IN [tie.actor, tie.recipient] RETURN count(tie)"
    ).rows[0][0]
    assert judged.read("explore/newest_claims_of_entity", **asked, ties=ties).rows
    assert not judged.read("explore/newest_claims_of_entity", **asked, ties=ties + 1).rows
