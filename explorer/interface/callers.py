"""Who asks the interface: a program with a token, somebody whom a proxy has signed in, or anybody."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from starlette.datastructures import Headers

from cypher.errors import UsageError
from explorer.identity.errors import MISLAID, UNKNOWN, SignedOutError
from explorer.identity.members import read_members, role_of
from explorer.identity.person import person_of
from explorer.identity.roles import Right, TeamRole, may
from explorer.identity.settings import SignIn
from explorer.identity.tokens import PREFIX, Token, TokenFileError, token_of
from explorer.interface.problems import Problem

ANYBODY = ""
"""The name of callers where there is no sign-in: no query or verdict has an author without a name."""

_CHALLENGE = {"www-authenticate": 'Bearer realm="konstelasi"'}
_OTHER_SITE = (
    "A page of an other site asked, and the interface is for programs only. Ask from a program, or open the "
    "address in a tab of its own."
)
_OWN_SITES = ("same-origin", "none")
_UNSIGNED = (
    "The interface needs a token. Ask an admin for one (konstelasi tokens make NAME), and send it in the "
    "header Authorization: Bearer TOKEN."
)
_WRONG = "This token is unknown, was revoked, or has expired. Ask an admin for a new one."
_UNREADABLE = "The tokens cannot be read, so no program can be let in. Ask an admin to mend them."

_ROLES = tuple(TeamRole)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: the name under which the app knows them, and their role; None where there is no sign-in."""

    name: str
    role: TeamRole | None = None

    def refuse_without(self, right: Right) -> None:
        """Raise `Problem` if the role lacks a right."""
        if self.role is not None and not may(self.role, right):
            raise Problem(403, "Your role does not allow this. Ask an admin for another one.")


FindCaller = Callable[[Headers], Caller]
"""Returns who sends a request with these headers; raises `Problem` if nobody may use it."""


def callers(sign_in: SignIn | None, home: Path) -> FindCaller:
    """Return the function that finds who asks a server with this sign-in and this data folder.

    A token is always looked at, also where there is no sign-in.
    """

    def found(headers: Headers) -> Caller:
        refuse_other_sites(headers)
        secret = _secret(headers)
        if secret is not None:
            caller = _with_token(secret, sign_in, home)
        elif sign_in is None:
            caller = Caller(ANYBODY)
        else:
            caller = _signed_in(headers, sign_in)
        caller.refuse_without(Right.READ)
        return caller

    return found


def refuse_other_sites(headers: Headers) -> None:
    """Raise `Problem` if a browser says that a page of another site asks.

    Programs do not send this header. The gate of the server has checked ``Host`` and ``Origin`` before.
    """
    if headers.get("sec-fetch-site", "none") not in _OWN_SITES:
        raise Problem(403, _OTHER_SITE)


def signed_out(detail: str) -> Problem:
    """Return the problem of somebody whom the server does not know."""
    return Problem(401, detail, headers=_CHALLENGE)


def _secret(headers: Headers) -> str | None:
    """Return the token that a request bears; None for none, and for one of another program, as of a proxy."""
    kind, _, secret = headers.get("authorization", "").partition(" ")
    return secret.strip() if kind.lower() == "bearer" and secret.strip().startswith(PREFIX) else None


def _with_token(secret: str, sign_in: SignIn | None, home: Path) -> Caller:
    try:
        token = token_of(home, secret, datetime.now(UTC))
    except (TokenFileError, OSError) as error:
        _log.error("No program with a token can be let in: %s", error)
        raise signed_out(_UNREADABLE) from None
    if token is None:
        raise signed_out(_WRONG)
    return Caller(token.name, _role_now(token, sign_in))


def _role_now(token: Token, sign_in: SignIn | None) -> TeamRole:
    """Return the role of a token; one with the address of a member may no more than that member."""
    if sign_in is None or sign_in.members is None or "@" not in token.name:
        return token.role
    try:
        role = role_of(read_members(sign_in.members), token.name)
    except UsageError as error:
        _log.error("Nobody can ask: %s", error)
        raise signed_out(MISLAID) from None
    if role is None:
        raise signed_out(UNKNOWN)
    return min(role, token.role, key=_ROLES.index)


def _signed_in(headers: Headers, sign_in: SignIn) -> Caller:
    """Return who asks by the header of a proxy, which is there only if the proxy wrote it."""
    address = headers.get(sign_in.proxy.header) if sign_in.proxy else None
    if not address:
        raise signed_out(_UNSIGNED)
    try:
        person = person_of({"email": address}, sign_in, time.time())
    except SignedOutError as error:
        raise signed_out(str(error)) from None
    return Caller(person.identity, person.role)
