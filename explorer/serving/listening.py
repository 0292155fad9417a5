"""The address and port that the app listens on, checked before the server starts."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
from dataclasses import dataclass

from cypher.errors import UsageError

THIS_MACHINE = "127.0.0.1"
"""The default address, which only programs on this machine can reach."""

_ADVICE = "Use 127.0.0.1 (this machine only), 0.0.0.0 or :: (every network), or an address of this machine."


@dataclass(frozen=True, slots=True)
class Listening:
    """An address to listen on: the `name` that was given, the `ip` that it means, and the `port`."""

    name: str
    ip: str
    port: int

    @property
    def wildcard(self) -> bool:
        """Whether it stands for every address of this machine."""
        return _plain(self.ip).is_unspecified

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach it."""
        return _plain(self.ip).is_loopback

    @property
    def reached_at(self) -> str:
        """The address under which this machine itself can reach it."""
        if not self.wildcard:
            return self.ip
        return "::1" if _version(self.ip) == 6 else THIS_MACHINE

    @property
    def url(self) -> str:
        """The address of the page for a browser on this machine."""
        host = self.reached_at if self.wildcard else self.name
        return f"http://{_bracketed(host)}:{self.port}"


def listening(address: str, port: int) -> Listening:
    """Resolve `address`: IPv4, IPv6 with or without brackets, or a host name.

    Raises `UsageError` if it cannot be resolved.
    """
    name = address.strip().removeprefix("[").removesuffix("]")
    try:
        found = socket.getaddrinfo(name or None, port, type=socket.SOCK_STREAM) if name else []
    except (OSError, UnicodeError):
        found = []
    if not found:
        raise UsageError(f"The address {address!r} cannot be found. {_ADVICE}")
    return Listening(name, str(found[0][4][0]), port)


def refuse_a_taken_port(place: Listening) -> None:
    """Try to listen at `place`; raises `UsageError` with the reason if that fails."""
    family = socket.AF_INET6 if _version(place.ip) == 6 else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            if os.name != "nt":  # on Windows this would share a port that is in use
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                probe.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)  # as the server does
            probe.bind((place.ip, place.port))
    except OSError as error:
        raise UsageError(_refusal(place, error)) from None


def _refusal(place: Listening, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {place.port} on {place.name} is taken, perhaps by an explorer that is already open. "
            "Choose another one with --port."
        )
    if error.errno == errno.EACCES:
        return f"Port {place.port} is reserved for the system. Choose one from 1024 to 65535 with --port."
    if error.errno == errno.EADDRNOTAVAIL:
        return f"{place.name} is not an address of this machine. {_ADVICE}"
    return f"The explorer cannot listen at {place.name}, port {place.port} ({error.strerror}). {_ADVICE}"


def _plain(ip: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """Parse an address without its zone (``%eth0``); an IPv4 address in IPv6 form becomes IPv4."""
    parsed = ipaddress.ip_address(ip.partition("%")[0])
    return getattr(parsed, "ipv4_mapped", None) or parsed


def _version(ip: str) -> int:
    return 6 if ":" in ip else 4


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
