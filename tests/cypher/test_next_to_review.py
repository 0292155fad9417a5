"""What to review next: the least certain claims, and among equals those whose event has more claims."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest

from cypher.database import Database

pytestmark = pytest.mark.slow

CLAIMS = """
MATCH (claim:Claim)-[:ASSERTS]->(assertion)
RETURN claim.id AS claim, assertion.id AS assertion, claim.confidence AS confidence, claim.verdict AS verdict,
       claim.lenses AS lenses
"""


@pytest.mark.parametrize("lens", ["all", "trusted"])
def test_the_first_claims_are_those_that_python_puts_first(judged: Database, lens: str) -> None:
    claims = judged.read_text(CLAIMS, row_cap=100_000).records()
    told = Counter(claim["assertion"] for claim in claims)
    decided_by_number = set()
    for confidence, limit in product((0.4, 0.75, 1.1), (1, 2, 5, 17, 40, 70, 110, 160, 5000)):
        open_ = [
            (claim["confidence"], -told[claim["assertion"]], claim["claim"])
            for claim in claims
            if claim["verdict"] == "none" and claim["confidence"] < confidence and lens in claim["lenses"]
        ]
        asked = {"lens": lens, "confidence": confidence, "limit": limit}
        rows = judged.read("saved/quality/to_review", **asked).records()
        found = [(row["confidence"], -row["claims"], row["claim"]) for row in rows]
        assert found == sorted(open_)[:limit], asked
        by_id = sorted(open_, key=lambda row: (row[0], row[2]))[:limit]
        decided_by_number.add(set(by_id) != set(found))
    assert decided_by_number == {True, False}
