"""Decides which host names and origins the app accepts.

A site on the internet can let its name point to this machine (DNS rebinding), so that its pages could read
the app. But the browser sends the site's name as ``Host`` and ``Origin``, which its pages cannot change, so
the app accepts only expected names. A ``Host`` that is an IP address cannot come from such an attack.
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
    """The accepted `names`; `outer` are those of a proxy; with `any_ip` every IP address is accepted, too."""

    names: frozenset[str]
    outer: frozenset[str] = frozenset()
    any_ip: bool = False

    def expects(self, host: str | None) -> bool:
        """Whether to accept a request with this ``Host`` header (a name or address, perhaps with a port)."""
        name = _name_of(host)
        if name is None:
            return False
        return name in self.names or name in self.outer or (self.any_ip and _is_ip(name))

    def trusts(self, origin: str | None, host: str | None) -> bool:
        """Whether a page of `origin` may send requests to the app at `host`.

        It may if the app itself or its proxy served it. Requests without an origin come from no page.
        """
        if origin is None:
            return True
        try:
            parts = urlsplit(origin)
        except ValueError:
            return False
        return bool(parts.netloc) and (parts.netloc == host or _name_of(parts.netloc) in self.outer)


def hosts_for(place: Listening, host_names: Iterable[str] = ()) -> Hosts:
    """Return the names of the app at `place`; `host_names` are those of a proxy in front of it.

    Raises `UsageError` if one of `host_names` is not a host name.
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
    """Return the name in a ``Host`` header, in lower case, without port; None if it is invalid."""
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
