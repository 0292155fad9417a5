"""The proxy through which a host is asked: that of the source, or else of the environment, or none.

The proxy looks up names and opens the connections, so that nobody here can check the address that it connects
to. What can be known here is refused before the proxy is asked: addresses that are written as numbers, names
that lead into a private network by the look-up of this machine, and names that only private networks have.
"""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit

import httpcore

from cypher.errors import UsageError
from cypher.secret_files import secret
from cypher.sources.source import NO_PROXY
from ingest.following.fetched import FetchError
from ingest.following.web.addresses import PORTS, addresses_of
from ingest.following.web.connecting import PRIVATE_HINT, Guarded, refuse_private
from ingest.following.web.past_proxy import is_asked_directly

VARIABLE = "KONSTELASI_FETCH_PROXY"

_HINT = f"Set {VARIABLE} to an address such as http://proxy.example:3128, or leave it empty."
_HINT_OF_SOURCE = "Check the proxy that the list of sources states for this source."
_PRIVATE = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "home.arpa")
"""The last parts of names that only private networks have."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy: its address without the login, its host and port, and the login.

    It is one `of_source`, which the list of sources states, or that of the environment.
    """

    url: str
    place: tuple[str, int]
    login: tuple[bytes, bytes] | None = field(default=None, repr=False)
    of_source: bool = False

    @property
    def with_login(self) -> str:
        """The address with the login, which may never be shown."""
        if self.login is None:
            return self.url
        scheme, _, place = self.url.partition("://")
        return f"{scheme}://{quote(self.login[0], '')}:{quote(self.login[1], '')}@{place}"

    def pool(self, deadline: float, trust: ssl.SSLContext) -> httpcore.ConnectionPool:
        """Return a pool whose connections go through the proxy, until a value of `time.monotonic`."""
        return httpcore.HTTPProxy(
            self.url,
            proxy_auth=self.login,
            ssl_context=trust,
            proxy_ssl_context=trust if self.url.startswith("https:") else None,
            max_connections=1,
            network_backend=_ToProxy(deadline, self),
        )


def proxy_for(host: str, port: int, stated: str | None = None) -> Proxy | None:
    """Return the proxy through which a host is asked for a source, None if it is asked directly.

    What the source has `stated` counts first, then the environment, whose ``NO_PROXY`` names exceptions.
    Raises `FetchError` if what is named is no proxy.
    """
    if stated == NO_PROXY:
        return None
    if stated is not None:
        own = _proxy_at(stated, of_source=True)
        if own is None:  # never directly instead
            raise FetchError("cannot be fetched: its proxy is not the address of a proxy", _HINT_OF_SOURCE)
        return own
    found = _of_environment()
    return None if found is None or is_asked_directly(host, port) else found


def _of_environment() -> Proxy | None:
    try:
        stated = (secret(VARIABLE, os.environ) or "").strip()
    except UsageError as error:
        raise FetchError(f"cannot be fetched: the file of {VARIABLE} cannot be read", _HINT) from error
    if not stated:
        return None
    found = _proxy_at(stated)
    if found is None:
        raise FetchError(f"cannot be fetched: {VARIABLE} is not the address of a proxy", _HINT)
    return found


def _proxy_at(stated: str, *, of_source: bool = False) -> Proxy | None:
    """Return the proxy at an address, None if it is not the address of one."""
    try:
        parts = urlsplit(stated)
        host, port = parts.hostname, parts.port or PORTS.get(parts.scheme)
    except ValueError:
        return None
    if not host or not port or parts.scheme not in PORTS:
        return None
    login = None
    if parts.username is not None:
        login = unquote(parts.username).encode(), unquote(parts.password or "").encode()
    place = f"[{host}]" if ":" in host else host
    return Proxy(f"{parts.scheme}://{place}:{port}", (host, port), login, of_source)


def proxy_answers(what: str) -> FetchError:
    """Return the error of a proxy that does not do what it was asked."""
    return FetchError(
        f"cannot be fetched: the proxy answers {what}",
        f"Check {VARIABLE}, or the proxy of the source, and what the proxy allows.",
    )


def check_outside(host: str, port: int) -> None:
    """Raise `FetchError` if a host is known to be in a private network; the proxy may know more."""
    try:
        addresses = addresses_of(host, port)
    except (OSError, UnicodeError):
        name = host.lower().rstrip(".")
        if "." not in name or name.endswith(tuple(f".{each}" for each in _PRIVATE)):
            raise FetchError(
                f"leads to {host}, which names a machine of a private network", PRIVATE_HINT
            ) from None
    else:
        refuse_private(host, addresses)


class _ToProxy(Guarded):
    """Connects to the proxy, wherever it is."""

    def __init__(self, deadline: float, to: Proxy) -> None:
        super().__init__(deadline, to.place)
        self._of_source = to.of_source

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the proxy; raises `FetchError` if it does not answer."""
        try:
            return super().connect_tcp(host, port, timeout, local_address, socket_options)
        except (FetchError, httpcore.ConnectError, httpcore.ConnectTimeout) as error:
            raise FetchError(
                "cannot be fetched: the proxy cannot be reached",
                _HINT_OF_SOURCE if self._of_source else _HINT,
            ) from error
