"""Who asks the interface: somebody whom a proxy has signed in, or anybody where there is no sign-in."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from starlette.datastructures import Headers

from explorer.identity.errors import SignedOutError
from explorer.identity.person import person_of
from explorer.identity.roles import Right, TeamRole, may
from explorer.identity.settings import SignIn
from explorer.interface.problems import Problem

ANYBODY = ""
"""The name of callers where there is no sign-in: no query or verdict has an author without a name."""

_CHALLENGE = {"www-authenticate": 'Bearer realm="konstelasi"'}
_OTHER_SITE = (
    "A page of an other site asked, and the interface is for programs only. Ask from a program, or open the "
    "address in a tab of its own."
)
_OWN_SITES = ("same-origin", "none")


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


def callers(sign_in: SignIn | None) -> FindCaller:
    """Return the function that finds who asks a server with this sign-in."""

    def found(headers: Headers) -> Caller:
        refuse_other_sites(headers)
        if sign_in is None:
            return Caller(ANYBODY)
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


def _signed_in(headers: Headers, sign_in: SignIn) -> Caller:
    """Return who asks by the header of a proxy, which is there only if the proxy wrote it."""
    address = headers.get(sign_in.proxy.header) if sign_in.proxy else None
    if not address:
        raise signed_out("The interface needs the header of the proxy that signs readers in.")
    try:
        person = person_of({"email": address}, sign_in, time.time())
    except SignedOutError as error:
        raise signed_out(str(error)) from None
    return Caller(person.identity, person.role)
