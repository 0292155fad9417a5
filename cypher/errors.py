"""What can go wrong, said so that a person knows what to do next."""

from __future__ import annotations


class KonstelasiError(Exception):
    """The base of all errors of this project; the text says what happened, to what, and what to do."""


class UsageError(KonstelasiError):
    """The caller asked for something that does not exist or does not fit; exit code 2."""


class InputError(KonstelasiError):
    """A document or row cannot be used; the others of the batch go on."""


class DatabaseError(KonstelasiError):
    """The database cannot be reached, refused the credentials, or refused the statement."""


class UnavailableError(DatabaseError):
    """Nobody answers, or not to us: no server, a dead engine, a wrong password, an unknown database."""


class ExplorerError(KonstelasiError):
    """The explorer's server did not start, or ended though it was not asked to; exit code 1."""


class StatementError(DatabaseError):
    """The database does not understand the statement or its parameters; `line`, `column` count from 1."""

    def __init__(self, text: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(text)
        self.line = line
        self.column = column


class WriteRefusedError(DatabaseError):
    """A statement that writes was sent where only reading is allowed; nothing was changed."""


class StatementCancelledError(DatabaseError):
    """Somebody ended the statement before it was done; nothing was changed."""


class StatementTimeoutError(DatabaseError):
    """The statement took longer than it was allowed to; nothing was changed."""


class StatementMemoryError(DatabaseError):
    """The statement needed more memory than the database gives to one; nothing was changed."""


class BusyError(DatabaseError):
    """Others kept the database from running the statement each time it was tried; nothing was changed."""
