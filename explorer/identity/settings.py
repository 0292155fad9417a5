"""How readers sign in, from the environment: by OpenID Connect, or by a proxy that has signed them in."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from cypher.errors import UsageError
from cypher.secret_files import secret
from explorer.identity.members import read_members

Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network

OIDC = ("METADATA_URL", "CLIENT_ID", "CLIENT_SECRET", "REDIRECT_URI", "COOKIE_SECRET")
"""The ends of the variables ``KONSTELASI_OIDC_…``, which are needed together."""

PROXY = ("USER_HEADER", "NETWORKS")
"""The ends of the variables ``KONSTELASI_PROXY_…``, which are needed together."""

_SHORTEST_SECRET = 32


@dataclass(frozen=True, slots=True)
class Provider:
    """A service for sign-in by OpenID Connect; `redirect_uri` is the app's own ``…/oauth2callback``."""

    metadata_url: str
    client_id: str
    client_secret: str = field(repr=False)
    redirect_uri: str
    cookie_secret: str = field(repr=False)

    def secrets(self) -> dict[str, Any]:
        """Return the section of Streamlit's secrets that `st.login` needs."""
        return {
            "auth": {
                "server_metadata_url": self.metadata_url,
                "client_id": self.client_id,
                "client_secret": self.client_secret,
                "redirect_uri": self.redirect_uri,
                "cookie_secret": self.cookie_secret,
            }
        }


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy that writes the e-mail address of whoever is signed in into `header`.

    The header is believed only if the request comes from an address in `networks`.
    """

    header: str
    networks: tuple[Network, ...]


@dataclass(frozen=True, slots=True)
class SignIn:
    """How readers sign in (one of `provider` and `proxy`), and where their role is: one of the last two.

    `trusts_addresses` lets in people whose e-mail address the provider does not call confirmed.
    """

    provider: Provider | None = None
    proxy: Proxy | None = None
    role_claim: str | None = None
    members: Path | None = None
    trusts_addresses: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> SignIn | None:
        """Read the settings; None if there are none. ``…_FILE`` names a file that holds the value of ``…``.

        Raises `UsageError` if some are missing, contradict each other, or cannot be used.
        """
        values = os.environ if environment is None else environment
        oidc, proxy = (
            _together("KONSTELASI_OIDC_", OIDC, values),
            _together("KONSTELASI_PROXY_", PROXY, values),
        )
        claim, members = _value("KONSTELASI_ROLE_CLAIM", values), _value("KONSTELASI_MEMBERS", values)
        if not oidc and not proxy:
            if claim or members:
                raise UsageError(
                    "KONSTELASI_ROLE_CLAIM and KONSTELASI_MEMBERS give roles to those who sign in, but no "
                    "sign-in is set up. Set the variables KONSTELASI_OIDC_… or KONSTELASI_PROXY_…."
                )
            return None
        _refuse_contradictions(oidc, proxy, claim, members)
        believed = Proxy(proxy["USER_HEADER"].lower(), _networks(proxy["NETWORKS"])) if proxy else None
        if members:
            read_members(Path(members))
        return cls(
            Provider(**{name.lower(): value for name, value in oidc.items()}) if oidc else None,
            believed,
            claim,
            Path(members) if members else None,
            _value("KONSTELASI_OIDC_TRUST_EMAIL", values) == "1",
        )


def _refuse_contradictions(
    oidc: Mapping[str, str], proxy: Mapping[str, str], claim: str | None, members: str | None
) -> None:
    if oidc and proxy:
        raise UsageError(
            "Readers sign in by KONSTELASI_OIDC_… or by KONSTELASI_PROXY_…. Set only one of them."
        )
    if bool(claim) == bool(members):
        raise UsageError(
            "The roles come from one place: set either KONSTELASI_MEMBERS, the path of a file with an e-mail "
            "address and a role on each line, or KONSTELASI_ROLE_CLAIM, the name of a claim of the sign-in."
        )
    if proxy and claim:
        raise UsageError("A proxy gives no claims. Give the roles with KONSTELASI_MEMBERS.")
    if oidc and len(oidc["COOKIE_SECRET"]) < _SHORTEST_SECRET:
        raise UsageError(
            f"KONSTELASI_OIDC_COOKIE_SECRET needs at least {_SHORTEST_SECRET} random characters, "
            "for example those of `openssl rand -base64 32`."
        )
    if oidc and not urlsplit(oidc["REDIRECT_URI"]).path.endswith("/oauth2callback"):
        raise UsageError(
            "KONSTELASI_OIDC_REDIRECT_URI is the address of the app with /oauth2callback, "
            "for example https://graph.example.org/oauth2callback."
        )


def _together(prefix: str, ends: tuple[str, ...], values: Mapping[str, str]) -> dict[str, str]:
    """Return the values of these variables by their ends: all of them, or none."""
    given = {end: value for end in ends if (value := _value(prefix + end, values))}
    if missing := [prefix + end for end in ends if given and end not in given]:
        raise UsageError(f"The sign-in is set up in part. Set also {', '.join(missing)}.")
    return given


def _value(name: str, values: Mapping[str, str]) -> str | None:
    return (secret(name, values) or "").strip() or None


def _networks(listed: str) -> tuple[Network, ...]:
    try:
        return tuple(ipaddress.ip_network(each.strip()) for each in listed.split(","))
    except ValueError as error:
        raise UsageError(
            f"KONSTELASI_PROXY_NETWORKS={listed!r} is not a list of networks ({error}). "
            "Separate them by commas, for example 127.0.0.1/32,10.0.0.0/8."
        ) from None
