"""All errors of this project. Each text says what happened, to which input, and what to do next."""

from __future__ import annotations


class KonstelasiError(Exception):
    """The base of all errors of this project; exit code 1 unless a subclass says otherwise."""


class UsageError(KonstelasiError):
    """The caller asked for something that does not exist or does not fit; exit code 2."""


class InputError(KonstelasiError):
    """A document or row cannot be used; the rest of the batch still loads."""


class DatabaseError(KonstelasiError):
    """The database cannot be reached, refused the credentials, or refused the statement."""


class UnavailableError(DatabaseError):
    """No server, a dead engine, a wrong password, an unknown database, or an unknown outcome of a commit."""


class NewerGraphError(DatabaseError):
    """A newer version of the program made the graph; nothing was changed."""


class NewerSourcesError(DatabaseError):
    """Newer code than runs here wrote the list of sources; nothing was changed."""


class OlderGraphError(DatabaseError):
    """An older version of the program made the graph, and this command cannot bring it up to date."""


class UnfinishedGraphError(DatabaseError):
    """A copy or a restore that fills the graph is running or was cut off."""


class ExplorerError(KonstelasiError):
    """The explorer's server did not start, or ended unexpectedly; exit code 1."""


class StatementError(DatabaseError):
    """The database does not understand the statement or its parameters; `line`, `column` count from 1."""

    def __init__(self, text: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(text)
        self.line = line
        self.column = column


class WriteRefusedError(DatabaseError):
    """A statement tried to write where only reading is allowed; nothing was changed."""


class StatementCancelledError(DatabaseError):
    """The statement was cancelled or terminated before it was done; nothing was changed."""


class StatementTimeoutError(DatabaseError):
    """The statement reached its time limit; nothing was changed."""


class StatementMemoryError(DatabaseError):
    """The statement needed more memory than the database allows for one; nothing was changed."""


class BusyError(DatabaseError):
    """Every attempt failed because other work kept the database busy; nothing was changed."""
