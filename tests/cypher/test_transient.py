"""Which errors of both engines mean "again", and what is said when it did not help."""

from __future__ import annotations

from pathlib import Path

import pytest
from neo4j.exceptions import (
    DriverError,
    Neo4jError,
    ResultFailedError,
    ServiceUnavailable,
    SessionExpired,
)

from cypher.bolt.driver_errors import Place, explained
from cypher.bolt.transient import CONSTRAINT_TRIES, reason_to_retry
from cypher.errors import BusyError, DatabaseError, StatementMemoryError, StatementTimeoutError

UNKNOWN = "Neo.DatabaseError.General.UnknownError"
DEADLOCK = "Neo.TransientError.Transaction.DeadlockDetected"
SYNTAX = "Neo.ClientError.Statement.SyntaxError"
ARGUMENT = "Neo.ClientError.Statement.ArgumentError"
PLACE = Place("bolt://127.0.0.1:7687", "analyst", None)

AGAIN = [
    (DEADLOCK, "Concurrent modification on page PageId(konstelasi/7/0). Please retry the operation"),
    (UNKNOWN, "Record #3:4 was modified by a concurrent transaction. Please retry the operation"),
    (UNKNOWN, "Record #1:2: its chunk was modified concurrently. Please retry the operation"),
    (ARGUMENT, "Record #9:1 was deleted by a concurrent transaction before its label write."),
    (UNKNOWN, "Vertex #5:1 is not fully visible yet (concurrent commit in flight)"),
    (UNKNOWN, "Timeout on locking resource 'bucket 3'"),
    (UNKNOWN, "Index 'Tie[id]' is not valid. Probably has been drop or rebuilt"),
    (UNKNOWN, "Index 'Tie[id]' was dropped or rebuilt while it was being read"),
    (SYNTAX, "Index 'Event[date]' is not ready for queries: it is being built, rebuilt or dropped"),
    (UNKNOWN, "The index 'Event[date]' is no longer available: re-plan the query"),
    (UNKNOWN, "Type 'Tie' is being changed by a concurrent DDL"),
    (DEADLOCK, "the queries running now already hold 127MB of the 128MB budget their buffers share."),
    (DEADLOCK, "Query not started because it waited 30000ms in the queue (arcadedb.queryQueueTimeout)"),
    ("Neo.TransientError.Database.DatabaseUnavailable", "Database 'konstelasi' is reopening"),
    (DEADLOCK, "ForsetiClient[transactionId=12, clientId=3] can't acquire ExclusiveLock"),
    ("Neo.TransientError.Transaction.LockAcquisitionTimeout", "Unable to acquire lock within timeout"),
    ("Neo.TransientError.Transaction.Outdated", "Transaction was executed against outdated schema"),
    ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "The allocation would use more"),
    ("Neo.TransientError.Schema.SchemaModifiedConcurrently", "The schema was changed"),
    ("Neo.ClientError.Cluster.NotALeader", "No write operations are allowed directly on this database"),
]
NOT_AGAIN = [
    (SYNTAX, "Syntax error at line 1:0 - mismatched input 'RETUN', expected: an expression"),
    (UNKNOWN, "Unknown procedure/function: dbms.listTransactions"),
    (UNKNOWN, "Record #3:9 was reached through a stale reference. Retrying cannot make it exist: fix"),
    (UNKNOWN, "GROUP BY needs 16KB more, and its query would hold more than the whole budget of 128MB"),
    (UNKNOWN, "Limit of allowed elements for in-heap ORDER BY in a single query exceeded (500000)"),
    ("Neo.ClientError.Transaction.TransactionTimedOut", "the command exceeded the timeout of 60000ms"),
    ("Neo.ClientError.Transaction.Terminated", "the command has been terminated (query q1)"),
    ("Neo.TransientError.Transaction.Terminated", "The transaction has been terminated"),
    ("Neo.TransientError.Transaction.LockClientStopped", "The transaction has been terminated"),
    ("Neo.TransientError.General.TransactionOutOfMemoryError", "The allocation would use more"),
    ("Neo.ClientError.Security.Forbidden", "User 'reader' is not allowed to update security"),
    ("Neo.ClientError.Statement.ParameterMissing", "Expected parameter(s): name"),
]


def wrapped(error: Neo4jError) -> ResultFailedError:
    """The driver's error for a result that broke off."""
    failed = ResultFailedError(None, "The result has failed")
    failed.__cause__ = error
    return failed


@pytest.mark.parametrize(("code", "message"), AGAIN)
def test_what_may_succeed_the_next_time_is_tried_again(code: str, message: str) -> None:
    error = Neo4jError._hydrate_neo4j(code=code, message=message)
    assert reason_to_retry(error)
    assert reason_to_retry(wrapped(error))


@pytest.mark.parametrize(("code", "message"), NOT_AGAIN)
def test_what_cannot_succeed_is_not_tried_again(code: str, message: str) -> None:
    error = Neo4jError._hydrate_neo4j(code=code, message=message)
    assert reason_to_retry(error) is None
    assert reason_to_retry(wrapped(error)) is None


@pytest.mark.parametrize("error", [ServiceUnavailable("gone"), SessionExpired("gone")])
def test_a_lost_connection_is_tried_again(error: Exception) -> None:
    assert reason_to_retry(error)


def test_a_misused_driver_is_not_tried_again() -> None:
    assert reason_to_retry(DriverError("misused")) is None


def test_a_violated_constraint_is_tried_again_a_few_times() -> None:
    code = "Neo.ClientError.Schema.ConstraintValidationFailed"
    error = Neo4jError._hydrate_neo4j(code=code, message="Duplicated key [x] found on index 'Actor[id]'")
    assert reason_to_retry(error, 1)
    assert reason_to_retry(error, CONSTRAINT_TRIES) is None


@pytest.mark.parametrize(("code", "message"), AGAIN)
def test_what_did_not_succeed_in_the_end_says_so_and_sends_nobody_to_a_log(code: str, message: str) -> None:
    said = explained(Neo4jError._hydrate_neo4j(code=code, message=message), "load/merge_claims", PLACE)
    assert isinstance(said, BusyError)
    assert "Load/merge_claims failed, because" in str(said)
    assert "Try again" in str(said)
    assert "log" not in str(said)


@pytest.mark.parametrize(
    ("code", "message", "kind"),
    [
        (*NOT_AGAIN[3], StatementMemoryError),
        (*NOT_AGAIN[4], StatementMemoryError),
        (*NOT_AGAIN[5], StatementTimeoutError),
        (*NOT_AGAIN[9], StatementMemoryError),
    ],
)
def test_a_statement_that_is_too_large_or_slow_is_said_to_be(
    code: str, message: str, kind: type[DatabaseError]
) -> None:
    said = explained(Neo4jError._hydrate_neo4j(code=code, message=message), "the typed query", PLACE)
    assert type(said) is kind
    assert "Ask for less" in str(said)


def test_a_full_disk_is_said_before_all_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("cypher.bolt.driver_errors._ROOM", 2**62)
    place = Place("bolt://127.0.0.1:7687", "analyst", None, tmp_path)
    error = Neo4jError._hydrate_neo4j(code=DEADLOCK, message="Please retry the operation")
    assert "disk" in str(explained(error, "load/merge_claims", place))
