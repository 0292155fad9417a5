"""Turns what a sign-in says of somebody into a person with a role, or says why that is not possible."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cypher.errors import UsageError
from explorer.identity.errors import (
    EXPIRED,
    MISLAID,
    NAMELESS,
    NO_SIGN_IN,
    UNKNOWN,
    UNVERIFIED,
    SignedOutError,
)
from explorer.identity.members import read_members, role_of
from explorer.identity.roles import TeamRole, highest
from explorer.identity.settings import SignIn

_LONGEST = 254  # characters; that of an e-mail address

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may use the app. What they write is stored under `identity`, their e-mail address.

    Without an address, as with roles from a claim, it is the provider's identifier, the claim ``sub``.
    """

    identity: str
    role: TeamRole


def person_of(claims: Mapping[str, Any], sign_in: SignIn, now: float) -> Person:
    """Return the person of these claims at the time `now`, in seconds since 1970.

    Raises `SignedOutError` without claims, after their time (``exp``), and for those without a role.
    """
    if sign_in.provider is not None:
        if not claims.get("is_logged_in"):
            raise SignedOutError(NO_SIGN_IN)
        expires = claims.get("exp")
        if not isinstance(expires, int | float) or now >= expires:
            raise SignedOutError(EXPIRED)
    address = _address(claims, sign_in)
    role = highest(claims.get(sign_in.role_claim)) if sign_in.role_claim else _listed(address, sign_in)
    if role is None:
        raise SignedOutError(UNKNOWN)
    return Person(address or _subject(claims), role)


def _address(claims: Mapping[str, Any], sign_in: SignIn) -> str | None:
    """Return the confirmed e-mail address in lower case, None if there is none."""
    address = claims.get("email")
    if not isinstance(address, str) or not address.strip():
        if sign_in.provider is None:
            raise SignedOutError(NO_SIGN_IN)
        return None
    confirmed = sign_in.proxy is not None or sign_in.trusts_addresses or claims.get("email_verified") is True
    if not confirmed:
        if sign_in.role_claim:
            return None
        raise SignedOutError(UNVERIFIED)
    return _checked(address).lower()


def _listed(address: str | None, sign_in: SignIn) -> TeamRole | None:
    if address is None:
        raise SignedOutError(NAMELESS)
    assert sign_in.members is not None  # noqa: S101 - the settings have either a claim or a list
    try:
        return role_of(read_members(sign_in.members), address)
    except UsageError as error:
        _log.error("Nobody can use the app: %s", error)
        raise SignedOutError(MISLAID) from None


def _subject(claims: Mapping[str, Any]) -> str:
    subject = claims.get("sub")
    if not isinstance(subject, str):
        raise SignedOutError(NAMELESS)
    return _checked(subject)


def _checked(name: str) -> str:
    """Return an identifier; refuse one with which somebody could pass for another."""
    plain = name.strip()
    if not plain.isascii() or not plain.isprintable() or " " in plain or not 0 < len(plain) <= _LONGEST:
        raise SignedOutError(NAMELESS)
    return plain
