"""Which of the databases' errors mean "again": the one table for both engines.

Neo4j marks them by its status codes. ArcadeDB (26.10) marks most as a deadlock, but wraps some in
other errors under other codes: there only the text tells. The texts are those of its classes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from neo4j.exceptions import (
    ConstraintError,
    Neo4jError,
    ResultFailedError,
    ServiceUnavailable,
    SessionExpired,
)

LOST = (ServiceUnavailable, SessionExpired)
"""The connection broke or could not be made."""

CONSTRAINT_TRIES = 20
"""Two MERGEs of one new node collide once or twice; more is a real duplicate."""

_SEVERAL = "other statements held the memory for queries"
_CONFLICT = "other writers were changing the same data"
_INDEX = "an index that it needs was being made or changed"


@dataclass(frozen=True, slots=True)
class Rule:
    """Errors whose code and text match, and what they tell (`None`: it is useless to try again)."""

    code: re.Pattern[str]
    text: re.Pattern[str]
    reason: str | None


def _rule(code: str, text: str, reason: str | None) -> Rule:
    return Rule(re.compile(code), re.compile(text, re.IGNORECASE), reason)


RULES = (
    # useless: it is the statement itself that is too large, too slow, or was ended by somebody
    _rule(r"TransactionOutOfMemoryError$", "", None),
    _rule(r"Transaction\.(Terminated|LockClientStopped|TransactionTimedOut\w*)$", "", None),
    _rule("", r"retrying cannot|no retry can|would hold more than the whole budget", None),
    # ArcadeDB, by its texts
    _rule("", r"budget their buffers share|Query not started because|arcadedb\.queryQueue", _SEVERAL),
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
    _rule(r"TransientError\.General\.(MemoryPool)?OutOfMemoryError$", "", _SEVERAL),
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
"""The first that matches decides; an error that matches none is not tried again."""


def server_error(error: Exception) -> Exception:
    """What the server said, where the driver reports only that a result could not be read."""
    cause = error.__cause__
    return cause if isinstance(error, ResultFailedError) and isinstance(cause, Exception) else error


def reason_to_retry(error: Exception, tries: int = 1) -> str | None:
    """Why a statement that failed with `error` may succeed the next time, in words; else `None`.

    `tries` is how often it has failed: a constraint that is violated many times is violated for good.
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
