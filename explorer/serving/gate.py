"""What every request passes: refuses foreign names and foreign pages, and adds the security headers.

It is Starlette middleware, which `streamlit.App` takes; it runs before Streamlit's own.
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
    "This is Konstelasi, but it does not answer to the name in the address that you opened. Open it by the "
    "address that 'konstelasi app' printed, or start it with --host-name and this name.\n"
)
_FOREIGN_PAGE = "Konstelasi does not talk to pages of other sites. Open it in a tab of its own.\n"


@dataclass(frozen=True, slots=True)
class Gate:
    """The middleware before `app`: answers to `hosts` only, and adds `headers` to each response."""

    app: ASGIApp
    hosts: Hosts
    headers: Mapping[str, str]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is for the app, or refuse it."""
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
        """The answer to a request that is not for the app, or that another site's page has sent."""
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
