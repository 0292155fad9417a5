"""The addresses of hosts, and which are in the public internet."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit, urlunsplit

from ingest.following.fetched import FetchError

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv6 addresses in which a gateway finds an IPv4 address, in the last 32 bits."""

PORTS = {"http": 80, "https": 443}
_HINT = "Give the address of a feed, such as https://example.org/rss."


def is_public(address: str) -> bool:
    """Whether an IP address is in the public internet, also the IPv4 address that an IPv6 one contains."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _within(ip) if isinstance(ip, IPv6Address) else ip
    return all(each.is_global and not each.is_multicast for each in {ip if inner is None else inner})


def addresses_of(host: str, port: int) -> list[str]:
    """Look up the IP addresses of a host; raises `OSError` or `UnicodeError` if it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def _within(ip: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that this one stands for, if any."""
    if ip in _TRANSLATED:
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def checked(address: str) -> str:
    """Return a web address in ASCII, without a fragment. Raises `FetchError` for other addresses."""
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname or "", parts.port
        name = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise FetchError("has an address that is not a web address", _HINT) from error
    if parts.scheme not in PORTS or not name:
        raise FetchError("has an address that is not a web address", _HINT)
    if parts.username is not None or parts.password is not None:
        raise FetchError("has an address with a password, which would be shown to readers", _HINT)
    place = (f"[{name}]" if ":" in name else name) + (f":{port}" if port is not None else "")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urlunsplit((parts.scheme, place, path, query, ""))


def host_of(address: str) -> tuple[str, int]:
    """Return the host and the port of a checked address."""
    parts = urlsplit(address)
    return parts.hostname or "", parts.port or PORTS[parts.scheme]
