"""Starlette middleware that removes a proxy's header with the user unless the proxy has written it."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.types import ASGIApp, Receive, Scope, Send

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True, slots=True)
class Introduced:
    """The middleware in front of `app`: lets `header` pass once, and only from an address in `networks`."""

    app: ASGIApp
    header: str
    networks: Sequence[Network]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, without the header if it is not the proxy's."""
        if scope["type"] in {"http", "websocket"}:
            name = self.header.encode()
            given = [value for key, value in scope["headers"] if key == name]
            if given and not (len(given) == 1 and self._believes(scope)):
                kept = [(key, value) for key, value in scope["headers"] if key != name]
                scope = {**scope, "headers": kept}
        await self.app(scope, receive, send)

    def _believes(self, scope: Scope) -> bool:
        """Whether the request comes from the proxy."""
        try:
            address = ipaddress.ip_address(scope["client"][0])
        except (TypeError, ValueError):
            return False
        plain = getattr(address, "ipv4_mapped", None) or address
        return any(plain in network for network in self.networks)
