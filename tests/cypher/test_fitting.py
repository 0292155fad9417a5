"""Values with which a query cannot have an answer, and what a reader is told about them."""

from __future__ import annotations

import pytest

from cypher.catalog.catalog import catalog
from cypher.desk.fitting import misfits, refuse_misfits, typed_misfits
from cypher.desk.own_queries import typed_statement
from cypher.errors import UsageError

TYPED = typed_statement(
    "typed",
    "// :use since until\n// :param first entity  One\n// :param second entity  Other\n"
    "// :param limit integer = 10  Rows\nRETURN $first, $second, $since, $until, $limit",
)
USUAL = {"first": "IRN", "second": "USA", "since": None, "until": None, "limit": 10}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"limit": 1}, []),
        ({"limit": None}, []),
        ({"limit": 0}, ["The limit is 0, so there are no rows. Set it to 1 or more."]),
        ({"limit": -3}, ["The limit is -3, so there are no rows. Set it to 1 or more."]),
        ({"second": "IRN"}, ["Both parties are the same. Choose two different ones."]),
        ({"since": "2024-01-01"}, []),
        ({"since": "2024-01-01", "until": "2024-01-01"}, []),
        ({"since": "2024-02-01", "until": "2024-01-31"},
         ["The first day, 2024-02-01, is after the last day, 2024-01-31. Swap them."]),
        ({"since": "2024-02-01", "until": "2023-01-31", "limit": 0, "first": "USA"}, [
            "The limit is 0, so there are no rows. Set it to 1 or more.",
            "The first day, 2024-02-01, is after the last day, 2023-01-31. Swap them.",
            "Both parties are the same. Choose two different ones.",
        ]),
    ],
)  # fmt: skip
def test_values_that_give_no_answer_are_named(changes: dict[str, object], expected: list[str]) -> None:
    assert [str(each) for each in misfits(TYPED, USUAL | changes)] == expected


def test_other_parameters_of_these_names_may_have_any_value() -> None:
    query = typed_statement("typed", "RETURN $first, $second, $limit, $since, $until")
    values = {"first": "x", "second": "x", "limit": "0", "since": "b", "until": "a"}
    assert misfits(query, values) == []


def test_a_shipped_query_on_one_party_twice_is_refused() -> None:
    query = catalog()["saved/bilateral/events"]
    with pytest.raises(UsageError, match="Both parties are the same"):
        refuse_misfits(query, query.bind({"first": "IRN", "second": "IRN"}))
    refuse_misfits(query, query.bind({"first": "IRN", "second": "USA"}))


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("MATCH (n) RETURN n LIMIT 0", True),
        ("MATCH (n) RETURN n limit\n0", True),
        ("MATCH (n) RETURN n LIMIT 10", False),
        ("MATCH (n) RETURN n SKIP 0 LIMIT 5", False),
        ("RETURN 'LIMIT 0' AS text // LIMIT 0", False),
        ("MATCH (n {limit: 0}) RETURN n", False),
    ],
)
def test_a_typed_limit_of_nothing_is_noticed(text: str, warned: bool) -> None:
    assert bool(typed_misfits(text)) is warned
