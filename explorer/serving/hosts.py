"""Which names the app answers to.

A page on the internet can let its own name point to this machine (DNS rebinding) and would then read the
app as if it were its own. It cannot choose what the browser sends as ``Host`` and ``Origin``: those carry its
name. So only expected names are answered. An IP address as ``Host`` is no such attack.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from cypher.errors import UsageError
from explorer.serving.listening import Listening

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*")


@dataclass(frozen=True, slots=True)
class Hosts:
    """The `names` to answer to; `outer` are those of a proxy; `any_ip`: every IP address too."""

    names: frozenset[str]
    outer: frozenset[str] = frozenset()
    any_ip: bool = False

    def expects(self, host: str | None) -> bool:
        """Whether a request with this ``Host`` header (a name or address, perhaps a port) is for the app."""
        name = _name_of(host)
        if name is None:
            return False
        return name in self.names or name in self.outer or (self.any_ip and _is_ip(name))

    def trusts(self, origin: str | None, host: str | None) -> bool:
        """Whether a page of `origin` may talk to the app at `host`; without an origin no page is talking.

        It may when it was served by the app itself, or by the proxy before it.
        """
        if origin is None:
            return True
        try:
            parts = urlsplit(origin)
        except ValueError:
            return False
        return bool(parts.netloc) and (parts.netloc == host or _name_of(parts.netloc) in self.outer)


def hosts_for(place: Listening, host_names: Iterable[str] = ()) -> Hosts:
    """The names under which the app at `place` is reached; `host_names` are those of a proxy before it.

    Raises `UsageError` when one of `host_names` is not a name.
    """
    names = _LOCAL | {place.name.lower(), place.ip.partition("%")[0]}
    if not place.loopback:
        names |= _names_of_this_machine()
    return Hosts(names, frozenset(map(_checked, host_names)), any_ip=place.wildcard)


def _names_of_this_machine() -> frozenset[str]:
    names = {name.lower().rstrip(".") for name in (socket.gethostname(), socket.getfqdn())}
    return frozenset(names | {f"{name}.local" for name in names if "." not in name})


def _checked(name: str) -> str:
    wanted = name.strip().lower().rstrip(".")
    if _NAME.fullmatch(wanted) is None and not _is_ip(wanted):
        raise UsageError(
            f"--host-name {name!r} is not a host name. Give it without scheme, port and path, "
            "for example --host-name graph.example.org."
        )
    return wanted


def _name_of(host: str | None) -> str | None:
    """The name in a ``Host`` header, in lower case, without port; None when it is not one."""
    if not host or set(host) & set("/?#@\\ "):
        return None
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return None
    return (parts.hostname or "").rstrip(".") or None


def _is_ip(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
