"""Why somebody may not use the app, or not do something in it."""

from __future__ import annotations

from cypher.errors import UsageError
from explorer.identity.roles import Right

NO_SIGN_IN = "You are not signed in. Sign in to read."
EXPIRED = "Your sign-in has expired. Sign in again; nothing that was recorded is lost."
UNKNOWN = "You are signed in, but you are not on the list of members. Ask an admin to add you."
UNVERIFIED = (
    "Your e-mail address is not confirmed by the sign-in service. Confirm it there, then sign in again."
)
NAMELESS = "The sign-in service did not tell who you are. Ask an admin to check its settings."
MISLAID = "The list of members cannot be read, so nobody can be let in. Ask an admin to mend it."

REFUSALS = {
    Right.READ: NO_SIGN_IN,
    Right.ANNOTATE: "Nothing was recorded: you may only read. Ask an admin for the role of an analyst.",
    Right.SETTLE: "Nothing was recorded: this needs the role of a reviewer. Ask an admin for it.",
    Right.LOAD: "Nothing was changed: only admins add articles, sources and event data. Ask one of them.",
}
"""What is said to somebody without a right."""


class SignedOutError(UsageError):
    """Nobody whom the app knows is signed in; the text says why."""


class NotAllowedError(UsageError):
    """The role of whoever is signed in lacks a right."""

    def __init__(self, right: Right) -> None:
        super().__init__(REFUSALS[right])
