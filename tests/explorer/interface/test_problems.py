"""What a program is told when the database gives no answer."""

from __future__ import annotations

import json

import pytest

from cypher.database import Table
from cypher.errors import (
    BusyError,
    DatabaseError,
    KonstelasiError,
    OlderGraphError,
    StatementMemoryError,
    StatementTimeoutError,
    UnavailableError,
    UnfinishedGraphError,
    UsageError,
)
from explorer.interface.answers import rows_within
from explorer.interface.problems import Misfit, misfitting, problem_of

SECRET = "bolt://graph.internal:7687 refused the user konstelasi"


@pytest.mark.parametrize(
    ("error", "status", "again"),
    [
        (StatementTimeoutError("typed was ended after 20 s."), 504, False),
        (StatementMemoryError("typed needs more memory."), 503, False),
        (BusyError("typed failed at every attempt."), 503, True),
        (UnavailableError(SECRET), 503, True),
        (OlderGraphError(SECRET), 503, True),
        (UnfinishedGraphError(SECRET), 503, True),
        (DatabaseError(SECRET), 503, True),
        (KonstelasiError(SECRET), 500, False),
        (UsageError("The limit is 0."), 422, False),
    ],
)
def test_each_error_has_a_status_and_says_what_to_do(
    error: KonstelasiError, status: int, again: bool
) -> None:
    answer = problem_of(error).response()
    content = json.loads(bytes(answer.body))
    assert (answer.status_code, content["status"]) == (status, status)
    assert ("retry-after" in answer.headers) == again
    assert answer.headers["content-type"] == "application/problem+json"
    assert SECRET not in content["detail"]
    assert content["detail"].endswith(".")


def test_each_parameter_that_does_not_fit_is_named() -> None:
    problem = misfitting([Misfit("since", "One."), Misfit("until", "Two.")], "/api/queries/a/b")
    assert problem.content()["detail"] == "One. Two."
    assert problem.content()["errors"] == [
        {"parameter": "since", "detail": "One."},
        {"parameter": "until", "detail": "Two."},
    ]


def test_rows_are_cut_off_where_they_would_become_too_large() -> None:
    table = Table(("word",), tuple((f"{'é' * 10} {number}",) for number in range(9)))
    whole, cut = rows_within(table, 10_000)
    assert (len(whole), cut) == (9, False)
    size = len(whole[0].encode())
    assert rows_within(table, 3 * size) == (whole[:3], True)
    assert rows_within(table, size - 1) == ((), True)
