"""Transient errors: the table of database errors after which a statement is worth retrying.

Neo4j marks them by status codes. ArcadeDB (26.10) reports most as deadlocks, but wraps some in errors with
other codes; those are recognised by their text, which comes from ArcadeDB's source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cypher.bolt.driver import (
    ConstraintError,
    Neo4jError,
    ResultFailedError,
    ServiceUnavailable,
    SessionExpired,
)

LOST = (ServiceUnavailable, SessionExpired)
"""The connection broke or could not be made."""

CONSTRAINT_TRIES = 20
"""Failures after which a violated constraint is no longer retried.

Two MERGEs of one new node collide once or twice; more often means a real duplicate.
"""

USED_UP = "the memory for queries was used up"
"""The reason of statements that need much memory, alone or together with others."""

_CONFLICT = "other writers were changing the same data"
_INDEX = "an index that it needs was being made or changed"


@dataclass(frozen=True, slots=True)
class Rule:
    """Matches errors by code and text; `reason` says why a retry may help, `None` that it cannot."""

    code: re.Pattern[str]
    text: re.Pattern[str]
    reason: str | None


def _rule(code: str, text: str, reason: str | None) -> Rule:
    return Rule(re.compile(code), re.compile(text, re.IGNORECASE), reason)


RULES = (
    # not worth a retry: the statement itself is too large or too slow, or was terminated
    _rule(r"TransactionOutOfMemoryError$", "", None),
    _rule(r"Transaction\.(Terminated|LockClientStopped|TransactionTimedOut\w*)$", "", None),
    _rule("", r"retrying cannot|no retry can|would hold more than the whole budget", None),
    # ArcadeDB, by its texts
    _rule("", r"budget their buffers share|Query not started because|arcadedb\.queryQueue", USED_UP),
    _rule(
        "",
        r"Probably has been drop|(was|been) dropped or rebuilt while|not ready for queries|re-plan the query"
        r"|is being changed by a concurrent DDL|index compaction",
        _INDEX,
    ),
    _rule(
        "",
        r"please retry|retry the (operation|transaction)|concurrent (commit|change|transaction|modification)"
        r"|modified concurrently|ConcurrentModificationException|NeedRetryException"
        r"|(timeout|timed out|cannot|could not)\b.{0,40}\b(lock|locking)\b|lock(ing)?\b.{0,40}\btimeout",
        _CONFLICT,
    ),
    _rule(r"Database\.DatabaseUnavailable$|is reopening", "", "the database was not open yet"),
    # Neo4j, by its codes
    _rule(r"TransientError\.General\.(MemoryPool)?OutOfMemoryError$", "", USED_UP),
    _rule(
        r"TransientError\.Transaction\.(DeadlockDetected|LockAcquisition\w*|Outdated|Interrupted)$",
        "",
        _CONFLICT,
    ),
    _rule(
        r"NotALeader$|ForbiddenOnReadOnlyDatabase$|AuthorizationExpired$",
        "",
        "the cluster was changing its leader",
    ),
    _rule(r"^Neo\.TransientError\.", "", "the database could not do it at that moment"),
)
"""The first rule that matches decides; an error that matches none is not retried."""


def server_error(error: Exception) -> Exception:
    """Return the server's error where the driver only reports that a result could not be read."""
    cause = error.__cause__
    return cause if isinstance(error, ResultFailedError) and isinstance(cause, Exception) else error


def reason_to_retry(error: Exception, tries: int = 1) -> str | None:
    """Return in words why a statement that failed with `error` may succeed if retried, else `None`.

    `tries` counts its failures: a constraint that was violated `CONSTRAINT_TRIES` times is not retried.
    """
    said = server_error(error)
    if isinstance(said, LOST):
        return "the connection broke"
    if not isinstance(said, Neo4jError):
        return None
    if isinstance(said, ConstraintError) and tries < CONSTRAINT_TRIES:
        return _CONFLICT
    code, text = said.code or "", said.message or ""
    found = next((rule for rule in RULES if rule.code.search(code) and rule.text.search(text)), None)
    return found.reason if found else None
