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
