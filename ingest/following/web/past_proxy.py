"""Which hosts are asked directly although a proxy is set: those that ``NO_PROXY`` names.

Only what an address says counts: networks stand for hosts that are written as numbers, never for names that
lead into them, so that the look-up of a name never chooses the way. A host that is asked directly is checked
as without a proxy: no name in the list makes a private address allowed.
"""

from __future__ import annotations

import os
import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

VARIABLES = ("no_proxy", "NO_PROXY")
"""The variables with the list; the first that is set counts."""

_BETWEEN = re.compile(r"[\s,]+")
_IN_BRACKETS = re.compile(r"\[([^\]]+)\](?::(\d+))?")


def is_asked_directly(host: str, port: int) -> bool:
    """Whether the environment says that a host is asked without the proxy."""
    listed = next(filter(None, (os.environ.get(each, "").strip() for each in VARIABLES)), "")
    name = host.lower().rstrip(".")
    return any(_names(each, name, port) for each in _BETWEEN.split(listed) if each)


def _names(entry: str, host: str, port: int) -> bool:
    """Whether an entry names a host: ``*``, a domain, an address or a network, perhaps with a port."""
    if entry == "*":
        return True
    place, wanted = _parted(entry)
    if wanted not in ("", str(port)):
        return False
    network, address = _network(place), _address(host)
    if network is not None or address is not None:
        return network is not None and address is not None and address in network
    domain = _in_ascii(place.removeprefix("*").strip("."))
    return bool(domain) and (host == domain or host.endswith(f".{domain}"))


def _parted(entry: str) -> tuple[str, str]:
    """Return the host or network of an entry, and its port; empty for any port."""
    if found := _IN_BRACKETS.fullmatch(entry):
        return found[1], found[2] or ""
    host, colon, port = entry.rpartition(":")
    return (host, port) if colon and ":" not in host else (entry, "")


def _network(place: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(place, strict=False)
    except ValueError:
        return None


def _address(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _in_ascii(name: str) -> str:
    """Return a name as it stands in checked addresses; empty if it can be none."""
    try:
        return name.lower().encode("idna").decode("ascii")
    except UnicodeError:
        return ""
