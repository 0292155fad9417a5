"""The door for assistants: the Model Context Protocol at ``/mcp``, streamable HTTP without sessions.

Each request has a server of its own, which knows who asks. The gate of the server has checked ``Host`` and
``Origin`` before, against DNS rebinding. The libraries of the protocol are imported at the first request.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from starlette.requests import Request
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from explorer.interface.callers import FindCaller
from explorer.interface.problems import OFF, Problem
from explorer.interface.service import Service

DOOR = "MCP"
"""The name of this door where calls are noted."""

PATH = "/mcp"
"""Its address."""

SIZE_CAP = 200_000
"""The maximum size of the rows of an answer in bytes of JSON: an assistant reads all of it."""

_READ_ONLY = "Assistants send their questions to this address by POST. See docs/interface.md."


@dataclass(frozen=True, slots=True)
class Door:
    """The ASGI application of the door: finds who asks, and lets a server for them answer."""

    service: Service
    find_caller: FindCaller

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        try:
            caller = self.find_caller(Request(scope).headers)
            if scope["method"] != "POST":
                raise Problem(405, _READ_ONLY, headers={"allow": "POST"})
        except Problem as problem:
            await problem.response()(scope, receive, send)
            return
        manager = import_module("explorer.interface.assistants").manager_for(self.service, caller)
        async with manager.run():
            await manager.handle_request(scope, receive, send)


def routes(service: Service, find_caller: FindCaller) -> list[BaseRoute]:
    """Return the route of the door."""
    return [Route(PATH, Door(service, find_caller))]


def closed_routes() -> list[BaseRoute]:
    """Return the route of a door that is switched off."""

    return [Route(PATH, Problem(404, OFF).response())]
