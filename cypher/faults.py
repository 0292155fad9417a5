"""The driver's errors in words: what happened, to which statement or server, and what to do next.

The texts never contain credentials: they are built from the server's message, the address and the
statement's name, and settings refuse an address with a password in it.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ResultFailedError,
    ServiceUnavailable,
    SessionExpired,
)

from cypher.errors import (
    DatabaseError,
    StatementError,
    StatementTimeoutError,
    UnavailableError,
    WriteRefusedError,
)

LOST = (ServiceUnavailable, SessionExpired)
"""The connection broke or could not be made."""

_ROOM = 32 * 2**20  # bytes; the engine grows its files by several megabytes at a time
_TIMEOUTS = ("TransactionTimedOut", "LockClientStopped")
_REFUSALS = ("Forbidden", "AccessMode", "ForbiddenOnReadOnlyDatabase")
_POSITION = re.compile(r"\(?(?:at )?line (\d+)(?:, column |:)(\d+)(?: \(offset: \d+\)\))?")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement was sent, as an error names it: address, user and database, never a password.

    `home` is the data folder when the engine is embedded.
    """

    address: str
    user: str | None
    database: str | None
    home: Path | None = None

    @property
    def full(self) -> bool:
        """Whether the disk under an embedded engine has no room for another batch."""
        return self.home is not None and shutil.disk_usage(self.home).free < _ROOM


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the text that a database counts from begins in the text that a person typed.

    `lines` and `columns` are added, the latter on the first line; `first` is the number of the first column.
    """

    lines: int = 0
    columns: int = 0
    first: int = 1

    def locate(self, line: int, column: int) -> tuple[int, int]:
        """The line and column in the typed text, counted from 1."""
        return line + self.lines, column + 1 - self.first + (self.columns if line == 1 else 0)


_SAME = Origin()

_INDEX_IN_THE_MAKING = (
    "Probably has been drop",
    "was dropped or rebuilt while it was read",
    "is not ready for queries: it is being built",
    "re-plan the query",
)
"""What ArcadeDB 26.10 says of an index that was there when it planned a statement."""


def being_made(error: Exception) -> bool:
    """Whether the embedded engine stumbled over an index that another connection is making at this moment."""
    reason = error.__cause__ if isinstance(error, ResultFailedError) else error
    said = reason.message or "" if isinstance(reason, Neo4jError) else ""
    return any(words in said for words in _INDEX_IN_THE_MAKING)


def explained(error: Exception, statement: str, place: Place, origin: Origin = _SAME) -> DatabaseError:
    """The error to raise instead of the driver's `error`, which happened to `statement` at `place`."""
    if isinstance(error, Neo4jError):
        return _refused(error, statement, place) or _failed(error, statement, place, origin)
    if isinstance(error, ConfigurationError):
        return UnavailableError(
            f"The address {place.address} cannot be used: {error}. Correct KONSTELASI_URI."
        )
    if isinstance(error, DriverError) and isinstance(error, LOST):
        return UnavailableError(
            f"No database answers at {place.address} ({_first_line(str(error))}). Start it, or correct "
            "KONSTELASI_URI; without KONSTELASI_URI the embedded engine is used."
        )
    return DatabaseError(f"The driver could not run {statement}: {error}")


def _refused(error: Neo4jError, statement: str, place: Place) -> DatabaseError | None:
    name, message = _short_code(error), error.message or ""
    if isinstance(error, AuthError) and name != "Forbidden":
        return UnavailableError(
            f"{place.address} refused the user {place.user!r} or the password. "
            "Set KONSTELASI_USER and KONSTELASI_PASSWORD."
        )
    if name == "DatabaseNotFound" or message.startswith("Access to database"):
        return UnavailableError(
            f"{place.address} has no database {place.database!r} for this user. Set KONSTELASI_DATABASE."
        )
    if name in _REFUSALS:
        return WriteRefusedError(
            f"The database refused {statement}: only reading is allowed here, and nothing was changed. "
            f"({_first_line(message)})"
        )
    return None


def _failed(error: Neo4jError, statement: str, place: Place, origin: Origin) -> DatabaseError:
    name, message = _short_code(error), error.message or ""
    if name.startswith(_TIMEOUTS) or "timeout" in message.lower():
        return timed_out(statement, None)
    if (error.code or "").startswith("Neo.ClientError.Statement"):
        return _invalid(message, statement, origin)
    if place.full:
        return DatabaseError(
            f"The disk of {place.home} is full, so {statement} was not written. "
            "Free some space and do it again."
        )
    return DatabaseError(
        f"The database could not run {statement}: {message} ({error.code}). "
        "If it happens again, look into the database's log."
    )


def timed_out(statement: str, seconds: float | None) -> StatementTimeoutError:
    """The error for a statement that was given up, after `seconds` if that is known."""
    after = "" if seconds is None else f" after {seconds:g} s"
    return StatementTimeoutError(
        f"{statement[0].upper()}{statement[1:]} was ended{after} because it took too long. Ask for less: "
        "a narrower period, a fixed actor, a LIMIT."
    )


def _invalid(message: str, statement: str, origin: Origin) -> StatementError:
    found = _POSITION.search(message)
    line, column = origin.locate(int(found[1]), int(found[2])) if found else (None, None)
    where = f" (line {line}, column {column})" if found else ""
    said = _POSITION.sub("", _first_line(message)).strip().removesuffix(".")
    return StatementError(
        f"The database does not understand {statement}{where}: {said}. Correct it and run it again.",
        line,
        column,
    )


def _short_code(error: Neo4jError) -> str:
    return (error.code or "").rpartition(".")[2]


def _first_line(message: str) -> str:
    return message.partition("\n")[0].rstrip(": ")
