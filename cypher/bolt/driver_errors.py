"""Translates the driver's errors: what happened, to which statement or server, and what to do next.

The texts never contain credentials: they are built from the server's message, the address and the
statement's name, and the settings refuse an address with a password in it.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from cypher.bolt.driver import AuthError, ConfigurationError, DriverError, Neo4jError, ServerError
from cypher.bolt.transient import CONSTRAINT_TRIES, LOST, USED_UP, reason_to_retry, server_error
from cypher.errors import (
    BusyError,
    DatabaseError,
    StatementCancelledError,
    StatementError,
    StatementMemoryError,
    StatementTimeoutError,
    UnavailableError,
    WriteRefusedError,
)

_ROOM = 32 * 2**20  # bytes; the engine grows its files by several megabytes at a time
_TIMEOUTS = ("TransactionTimedOut", "LockClientStopped")
_TIMED_OUT = re.compile(r"exceeded the arcadedb\.\w+\.(timeout|regexTimeout)", re.IGNORECASE)
_REFUSALS = ("Forbidden", "AccessMode", "ForbiddenOnReadOnlyDatabase")
_TOO_LARGE = re.compile(
    r"TransactionOutOfMemoryError|would hold more than the whole budget|Limit of allowed (elements|groups)"
    r"|exceeding the maximum of \d+ allowed by the setting|algoMaxWorkingMemory"
)
"""Texts of errors that mean: the statement itself needs too much memory, whatever else is running."""
_POSITION = re.compile(r"\(?(?:at )?line (\d+)(?:, column |:)(\d+)(?: \(offset: \d+\)\))?")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement was sent: address, user and database for an error's text, never a password.

    `home` is the data folder when the engine is embedded. `variables` begins the names of the settings that
    give user and password.
    """

    address: str
    user: str | None
    database: str | None
    home: Path | None = None
    variables: str = "KONSTELASI"

    @property
    def full(self) -> bool:
        """Whether the disk of an embedded engine has no room for another batch."""
        return self.home is not None and shutil.disk_usage(self.home).free < _ROOM


@dataclass(frozen=True, slots=True)
class Origin:
    """Converts positions in an error message to positions in the typed text.

    `lines` is added to each line and `columns` to each column of the first line. `first` is the number that
    the database gives to the first column.
    """

    lines: int = 0
    columns: int = 0
    first: int = 1

    def locate(self, line: int, column: int) -> tuple[int, int]:
        """The line and column in the typed text, counted from 1."""
        return line + self.lines, column + 1 - self.first + (self.columns if line == 1 else 0)


_SAME = Origin()


def may_be_stopping(error: Exception) -> bool:
    """Whether an embedded engine may have sent `error` because it is being stopped or started.

    A stopping engine drops its users first, then its databases. Only when another engine has taken its place
    is it certain that this was the reason.
    """
    return isinstance(error, ServerError) or (isinstance(error, Neo4jError) and _forgetful(error))


def _forgetful(error: Neo4jError) -> bool:
    message = error.message or ""
    unknown = _short_code(error) in {"Unauthorized", "DatabaseNotFound"}
    return unknown or message.startswith("Access to database") or "not expected in state" in message


def explained(error: Exception, statement: str, place: Place, origin: Origin = _SAME) -> DatabaseError:
    """Return the error to raise instead of the driver's `error`, for `statement` sent to `place`."""
    error = server_error(error)
    if isinstance(error, Neo4jError):
        found = _refused(error, statement, place) or _ended(error, statement)
        return found or _failed(error, statement, place, origin)
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
    if place.home is not None and (_forgetful(error) or message == place.database):
        return UnavailableError(
            f"The engine on {place.home} was being stopped or started, so {statement} did not run and "
            "nothing was changed. Try again; if that does not help, run 'konstelasi db stop' first."
        )
    if name == "CredentialsExpired":
        return UnavailableError(
            f"{place.address} wants another password of the user {place.user!r} first. Give it one there: "
            f"ALTER USER … SET PASSWORD … CHANGE NOT REQUIRED, and set {place.variables}_PASSWORD."
        )
    if isinstance(error, AuthError) and name != "Forbidden":
        return UnavailableError(
            f"{place.address} refused the user {place.user!r} or the password. "
            f"Set {place.variables}_USER and {place.variables}_PASSWORD."
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
    message, reason = error.message or "", reason_to_retry(error, CONSTRAINT_TRIES)
    misunderstood = (error.code or "").startswith("Neo.ClientError.Statement")
    if place.full and (reason or not misunderstood):
        return DatabaseError(
            f"The disk of {place.home} is full, so {statement} was not written. "
            "Free some space and try again."
        )
    if reason == USED_UP:
        return BusyError(
            f"{_begun(statement)} failed, because {reason} at every attempt; nothing was "
            "changed. Try again when the database is less busy, or ask about a shorter period."
        )
    if reason:
        return BusyError(
            f"{_begun(statement)} failed, because {reason} at every attempt; nothing was "
            "changed. Try again when the database is less busy."
        )
    if misunderstood:
        return _invalid(message, statement, origin)
    return DatabaseError(
        f"The database could not run {statement}: {message} ({error.code}). "
        "If it happens again, look at the database's log."
    )


def _ended(error: Neo4jError, statement: str) -> DatabaseError | None:
    """The error for a statement that took too long or too much memory, or was terminated."""
    name, message = _short_code(error), error.message or ""
    if name.startswith(_TIMEOUTS) or _TIMED_OUT.search(message):
        return timed_out(statement, None)
    if name == "Terminated":
        return StatementCancelledError(
            f"{_begun(statement)} was ended by an administrator of the database; nothing was changed. "
            "Run it again."
        )
    if _TOO_LARGE.search(f"{name} {message}"):
        return StatementMemoryError(
            f"{_begun(statement)} needs more memory than one query may use; nothing was changed. Ask for "
            "less: a narrower period, a fixed actor, a LIMIT before it sorts or collects. "
            f"({_first_line(message)})"
        )
    return None


def timed_out(statement: str, seconds: float | None) -> StatementTimeoutError:
    """Return the error for a statement that was ended after `seconds`, if that is known."""
    after = "" if seconds is None else f" after {seconds:g} s"
    return StatementTimeoutError(
        f"{_begun(statement)} was ended{after} because it took too long. Ask for less: "
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


def _begun(statement: str) -> str:
    return f"{statement[0].upper()}{statement[1:]}"


def _short_code(error: Neo4jError) -> str:
    return (error.code or "").rpartition(".")[2]


def _first_line(message: str) -> str:
    return message.partition("\n")[0].rstrip(": ")
