"""Starlette middleware that refuses unexpected hosts and pages of other sites, and adds security headers.

It runs before Streamlit's own middleware.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from explorer.serving.hosts import Hosts

_FOREIGN_HOST = (
    "This is Konstelasi, but it does not accept the host name in the address that you opened. Open the "
    "address that 'konstelasi app' printed, or start the app with --host-name and this name.\n"
)
_FOREIGN_PAGE = "Konstelasi refuses requests from pages of other sites. Open it in a tab of its own.\n"


@dataclass(frozen=True, slots=True)
class Gate:
    """The middleware in front of `app`: accepts only `hosts`, and adds `headers` to each response."""

    app: ASGIApp
    hosts: Hosts
    headers: Mapping[str, str]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request to the app, or refuse it."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] in {"http.response.start", "websocket.http.response.start"}:
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        refusal = self._refusal(scope)
        if refusal is None:
            await self.app(_as_the_browser_sees_it(scope), receive, send_with_headers)
        elif scope["type"] == "websocket":
            await WebSocket(scope, receive, send_with_headers).send_denial_response(refusal)
        else:
            await refusal(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope) -> Response | None:
        """The response to a request with an unexpected host or from another site's page, else None."""
        headers = Headers(scope=scope)
        named = headers.getlist("host")
        host = named[0] if len(named) == 1 else None
        if not self.hosts.expects(host):
            return PlainTextResponse(_FOREIGN_HOST, 421)
        if not self.hosts.trusts(headers.get("origin"), host):
            return PlainTextResponse(_FOREIGN_PAGE, 403)
        return None


def _as_the_browser_sees_it(scope: Scope) -> Scope:
    """The request with the host of its origin, where a proxy has sent a host of its own.

    Streamlit would compare the two, and ask another host for the address of this machine when they differ.
    """
    origin = Headers(scope=scope).get("origin")
    if origin is None:
        return scope
    others = [(name, value) for name, value in scope["headers"] if name != b"host"]
    return {**scope, "headers": [(b"host", urlsplit(origin).netloc.encode()), *others]}
