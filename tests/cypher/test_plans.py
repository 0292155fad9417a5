"""Which typed texts ask for a plan, however they begin."""

from __future__ import annotations

import pytest

from cypher.database.plans import asks_for_plan, plan_table, refuse_profile, sent
from cypher.errors import WriteRefusedError

BEGINNINGS = ["", " " * 5000, "\n" * 5000, "// a\n" * 2000, "/* a */" * 2000, "/* a\n // b */ \t// c\n"]


@pytest.mark.parametrize("before", BEGINNINGS, ids=range(len(BEGINNINGS)))
def test_the_first_word_is_found_after_any_space_and_comments(before: str) -> None:
    assert asks_for_plan(f"{before}explain MATCH (n) RETURN n")
    assert not asks_for_plan(f"{before}MATCH (n) RETURN n")
    assert sent(f"{before}explain MATCH (n) RETURN n") == "EXPLAIN MATCH (n) RETURN n"
    with pytest.raises(WriteRefusedError, match="Write EXPLAIN instead"):
        refuse_profile(f"{before}EXPLAIN{before or ' '}profile MATCH (n) RETURN n")
    refuse_profile(f"{before}MATCH (profile) RETURN profile")


@pytest.mark.parametrize(
    "text", ["", "/* EXPLAIN", "// EXPLAIN MATCH (n)", "/* a */ b */ EXPLAIN", "EXPLAINED"]
)
def test_other_texts_ask_for_no_plan(text: str) -> None:
    assert not asks_for_plan(text)
    assert sent(text) == text


def test_each_operator_stands_below_those_that_it_feeds() -> None:
    scan = {
        "operatorType": "NodeByLabelScan@neo4j",
        "args": {"Details": "n:Country", "EstimatedRows": 1234.4},
    }
    plan = {"operatorType": "ProduceResults@neo4j", "args": {"Details": "n"}, "children": [scan]}
    assert plan_table(plan).rows == (
        ("+ ProduceResults · n",),
        ("  + NodeByLabelScan · n:Country · about 1,234 rows",),
    )
    assert plan_table(None).rows == ()
