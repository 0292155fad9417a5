"""Starlette middleware that counts requests for the figures of the server."""

from __future__ import annotations

import time
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from explorer.serving.metrics import Metrics

_PARTS = {
    "/": "page",
    "/healthz": "health",
    "/readyz": "health",
    "/metrics": "metrics",
    "/_stcore/stream": "stream",
    "/api": "interface",
    "/mcp": "interface",
    "/_stcore/health": "health",
}
_FOLDERS = {
    "/_stcore/bidi-components/": "component",
    "/_stcore/upload_file/": "upload",
    "/_stcore/": "core",
    "/static/": "file",
    "/media/": "media",
    "/auth/": "sign-in",
    "/api/": "interface",
    "/oauth2callback": "sign-in",
}


@dataclass(frozen=True, slots=True)
class Counting:
    """The middleware in front of `app`; `metrics` gets every answer, also refusals."""

    app: ASGIApp
    metrics: Metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and count its answer; of a WebSocket, that of its handshake."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        began, part, open_pages = time.perf_counter(), part_of(scope["path"]), 0

        async def counted(message: Message) -> None:
            nonlocal open_pages
            status = _status(message)
            if status:
                self.metrics.request(part, status, time.perf_counter() - began)
            if status == 101:
                open_pages = 1
                self.metrics.opened()
            await send(message)

        try:
            await self.app(scope, receive, counted)
        finally:
            if open_pages:
                self.metrics.closed()


def part_of(path: str) -> str:
    """Return the part of the app that a path belongs to; there are few, whatever paths are asked for."""
    if path in _PARTS:
        return _PARTS[path]
    return next((part for folder, part in _FOLDERS.items() if path.startswith(folder)), "other")


def _status(message: Message) -> int:
    """Return the status that a message begins an answer with, 0 if it begins none."""
    match message["type"]:
        case "http.response.start" | "websocket.http.response.start":
            return int(message["status"])
        case "websocket.accept":
            return 101
        case _:
            return 0
